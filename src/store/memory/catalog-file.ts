import { z } from 'zod';
import { runToCompletion, type RunSteps, type Steps } from '../../scheduling/steps.ts';
import { optionalTextAt, textListAt } from '../columns.ts';
import { indexColumns, unpackIndexes, unpackStructure, type IndexColumns } from '../graph-columns.ts';
import { InProcessCatalog } from '../in-process-catalog.ts';
import { runStoreWorker } from '../run-store-worker.ts';
import type { CatalogHeader, StoredCatalog } from '../stored-catalog.ts';
import { generationHeader, readGeneration, storedGraph, type StoredGraph } from './generation-file.ts';

/**
 * Opens a generation's file, which must not be changed from now on: the catalog shares its memory.
 *
 * @throws StoreError DAMAGED if it is not, bit for bit, what was written.
 */
export function catalogFromFile(path: string, file: Buffer, runSteps: RunSteps): StoredCatalog {
  return runToCompletion(unpackCatalog(readGeneration(path, file), runSteps));
}

const workerReply = z.object({ stored: storedGraph, indexes: indexColumns });

/**
 * Opens a generation's file in a worker thread, which also computes the indexes.
 *
 * @param runSteps runs what remains to be done in this thread.
 * @throws StoreError as catalogFromFile does; the signal's reason if that came first.
 */
export async function catalogFromFileInWorker(
  path: string,
  file: Buffer,
  signal: AbortSignal,
  runSteps: RunSteps,
): Promise<StoredCatalog> {
  // Before the file is transferred to the worker.
  const { header } = generationHeader(path, file);
  const reply = await runStoreWorker(new URL('generation-worker', import.meta.url), { path, file }, signal);
  return runSteps(unpackCatalog({ header, ...workerReply.parse(reply) }, runSteps));
}

interface Opened {
  readonly header: CatalogHeader;
  readonly stored: StoredGraph;
  readonly indexes?: IndexColumns;
}

function* unpackCatalog({ header, stored, indexes }: Opened, runSteps: RunSteps): Steps<StoredCatalog> {
  const { appearanceTexts, ...columns } = stored;
  const { summary: roleSummaries } = columns.roles;
  return new InProcessCatalog({
    header,
    structure: yield* unpackStructure(columns, header.revision),
    ...(indexes && { indexes: yield* unpackIndexes(indexes) }),
    // Texts stay bytes until they are read.
    texts: {
      ofRole: (index) => optionalTextAt(roleSummaries, index),
      ofAppearance: (index) => optionalTextAt(appearanceTexts.summary, index),
      appearance: (index) => ({
        titles: textListAt(appearanceTexts.titles, index),
        summary: optionalTextAt(appearanceTexts.summary, index),
        note: optionalTextAt(appearanceTexts.note, index),
      }),
    },
    storeKind: 'MEMORY',
    runSteps,
  });
}
