import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { FileWatch } from '../../import/file-watch.ts';
import type { ServedFiles } from '../../server/pages/findings-route.ts';
import { namesOf } from '../catalog-locations.ts';
import type { Terminal } from '../output/terminal.ts';
import { importInWorker, type WorkerImport } from './import-in-worker.ts';
import type { ImportJob } from './import-served.ts';

/** Between two looks at the files, in milliseconds; a change is complete when two looks see the same. */
const lookPause = 400;

/** Until an import is tried again that has failed for a reason that may pass, in milliseconds. */
const retryPause = 5_000;

/** What is known of the files after an import. */
export type FilesStatus = Pick<ServedFiles, 'state' | 'problem' | 'findings' | 'omitted'>;

interface Watching {
  readonly job: ImportJob;
  readonly watch: FileWatch;
  readonly terminal: Pick<Terminal, 'stdout' | 'stderr'>;
  readonly logger: Logger;
  /** Is told how each import ended. */
  readonly ended: (status: FilesStatus) => void;
  /** Ends the watching. */
  readonly signal: AbortSignal;
}

const nothingFound = { findings: [], omitted: { errors: 0, warnings: 0 } };

/** Imports files each time that they have changed, one import at a time, until the signal ends it. */
export async function watchFiles({ job, watch, terminal, logger, ended, signal }: Watching): Promise<void> {
  const names = namesOf(job.locations);
  let retryAt = Infinity;
  const isOver = () => signal.aborted;
  while (!isOver()) {
    const before = performance.now();
    const isChanged = await watch.look();
    const looked = performance.now() - before;
    if (isChanged || performance.now() >= retryAt) {
      terminal.stdout.write(isChanged ? `${names} changed.\n` : `Trying to import ${names} again.\n`);
      const imported = await tried(() => importInWorker(job, terminal, signal), logger, signal);
      const isTemporary = 'failure' in imported && imported.failure.isTemporary;
      retryAt = isTemporary ? performance.now() + retryPause : Infinity;
      if (!isOver()) {
        const status = statusOf(imported);
        if (status.state !== 'SERVED') terminal.stderr.write(`${goesOn(isTemporary)}\n`);
        ended(status);
      }
    }
    // A folder of very many files, or on a slow network drive, is looked at less often.
    await setTimeout(Math.max(lookPause, 10 * looked), undefined, { ref: false });
  }
}

function goesOn(isTemporary: boolean): string {
  const next = isTemporary ? `again in ${retryPause / 1_000} seconds` : 'when you save them again';
  return `The server goes on with the catalog of before. The files are imported ${next}.`;
}

/** An import; one that fails unexpectedly ends neither the watching nor the server. */
async function tried(imports: () => Promise<WorkerImport>, logger: Logger, signal: AbortSignal): Promise<WorkerImport> {
  try {
    return await imports();
  } catch (error) {
    const message = 'The import failed because of an internal error of Rolegraph; the log has the details.';
    if (!signal.aborted) logger.error({ err: error }, message);
    return { failure: { message, isTemporary: false } };
  }
}

function statusOf(imported: WorkerImport): FilesStatus {
  if ('failure' in imported) return { state: 'FAILED', problem: imported.failure.message, ...nothingFound };
  const { kind, findings, omitted } = imported.report;
  return { state: kind === 'INVALID' ? 'INVALID' : 'SERVED', problem: null, findings, omitted };
}
