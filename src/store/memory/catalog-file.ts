import { z } from 'zod';
import { runToCompletion, type RunSteps } from '../../scheduling/steps.ts';
import { indexColumns, indexesFrom } from '../index-columns.ts';
import { InProcessCatalog, type TextSource } from '../in-process-catalog.ts';
import { runStoreWorker } from '../run-store-worker.ts';
import type { StoredCatalog } from '../stored-catalog.ts';
import { structureFrom } from '../structure-columns.ts';
import { readGeneration } from './generation-file.ts';
import { appearanceSummaryAt, appearanceTextAt, roleSummaryAt, storedGraph, type StoredGraph } from './stored-graph.ts';

/**
 * Opens a generation's file, which must not be changed from now on: the catalog shares its memory.
 *
 * @throws StoreError DAMAGED where it is not, bit for bit, what was written.
 */
export function catalogFromFile(path: string, file: Buffer, runSteps: RunSteps): StoredCatalog {
  const { header, stored } = readGeneration(path, file);
  const structure = runToCompletion(structureFrom(stored, header.revision));
  return new InProcessCatalog({ header, structure, texts: textsIn(stored), storeKind: 'MEMORY', runSteps });
}

const workerReply = z.object({
  header: z.object({ key: z.string(), revision: z.string(), importedAt: z.date(), format: z.int() }),
  stored: storedGraph,
  indexes: indexColumns,
});

/**
 * Does the same in a worker thread, which also computes the indexes.
 *
 * @param runSteps runs what remains to be done in this thread.
 * @throws StoreError as catalogFromFile does; the signal's reason where it came first.
 */
export async function catalogFromFileInWorker(
  path: string,
  file: Buffer,
  signal: AbortSignal,
  runSteps: RunSteps,
): Promise<StoredCatalog> {
  const worker = new URL('generation-worker', import.meta.url);
  const { header, stored, indexes: columns } = workerReply.parse(await runStoreWorker(worker, { path, file }, signal));
  const structure = await runSteps(structureFrom(stored, header.revision));
  const indexes = await runSteps(indexesFrom(columns));
  return new InProcessCatalog({ header, structure, indexes, texts: textsIn(stored), storeKind: 'MEMORY', runSteps });
}

/** Texts from a file stay bytes until they are asked for. */
function textsIn(stored: StoredGraph): TextSource {
  return {
    ofRole: (index) => roleSummaryAt(stored, index),
    ofAppearance: (index) => appearanceSummaryAt(stored, index),
    appearance: (index) => appearanceTextAt(stored, index),
  };
}
