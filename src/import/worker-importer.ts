import type { Config } from '../config/config.ts';
import { StoreError } from '../store/store-error.ts';
import { runInWorker } from '../workers/run-in-worker.ts';
import { CatalogTooLarge, type CatalogImporter } from './catalog-importer.ts';
import { importTurn, undecidedTurn } from './import-turn.ts';
import { uploadReply, uploadStage, type UploadJob } from './upload-job.ts';

/**
 * Imports in a worker thread, which opens the store on its own, as a command does. The memory that reading a large catalog takes is
 * given back when the thread ends, and a catalog that does not fit ends the thread and not the process.
 */
export function workerImporter({
  dataFolder,
  neo4j,
  servesShipped,
}: Pick<Config, 'dataFolder' | 'neo4j' | 'servesShipped'>): CatalogImporter {
  const store = { dataFolder, neo4j, servesShipped };
  return {
    import: async (upload, onStage, signal) => {
      signal.throwIfAborted();
      const { file, dryRun, expectedSequence, importedBy } = upload;
      const turn = undecidedTurn();
      const ending = new AbortController();
      const giveUp = () => {
        if (importTurn(turn).giveUp()) ending.abort(signal.reason);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      const job: UploadJob = { file, dryRun, expectedSequence, importedBy, store, turn };
      const module = new URL('upload-worker', import.meta.url);
      try {
        const replied = await runInWorker(module, job, ending.signal, (stage) => {
          onStage(uploadStage.parse(stage));
        });
        const reply = uploadReply.parse(replied);
        if ('result' in reply) return reply.result;
        if ('isGivenUp' in reply) throw signal.reason;
        const { code, message, current, cause } = reply.failure;
        throw new StoreError(code, message, { current, ...(cause !== undefined && { cause: new Error(cause) }) });
      } catch (error) {
        const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        throw isTooLarge ? new CatalogTooLarge({ cause: error }) : error;
      } finally {
        signal.removeEventListener('abort', giveUp);
      }
    },
  };
}
