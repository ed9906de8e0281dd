import { z } from 'zod';
import { indexesOf } from '../../graph/indexes/indexes.ts';
import { runToCompletion, type RunSteps } from '../../scheduling/steps.ts';
import { derivedColumns, derivedFrom } from '../derived-columns.ts';
import type { Generation } from '../graph-store.ts';
import type { HeldGraph } from '../held-graph.ts';
import { structureFrom } from '../structure-columns.ts';
import { runStoreWorker } from '../run-store-worker.ts';
import { readGeneration } from './generation-file.ts';
import { heldStoredGraph } from './held-stored-graph.ts';
import { storedGraph } from './stored-graph.ts';

/** A generation from its file. */
export interface OpenedGeneration {
  readonly generation: Generation;
  readonly held: HeldGraph;
}

/**
 * Opens a generation's file, which must not be changed from now on: the graph shares its memory.
 *
 * @throws StoreError DAMAGED where it is not, bit for bit, what was written.
 */
export function openedHere(path: string, file: Buffer): OpenedGeneration {
  const { generation, stored } = readGeneration(path, file);
  const structure = runToCompletion(structureFrom(stored, generation.revision));
  return { generation, held: heldStoredGraph(stored, structure, indexesOf(structure)) };
}

const workerReply = z.object({
  generation: z.object({ key: z.string(), revision: z.string(), importedAt: z.date(), format: z.int() }),
  stored: storedGraph,
  derived: derivedColumns,
});

/**
 * Does the same in a worker thread, which also computes what is derived from the graph.
 *
 * @param runSteps runs what remains to be done in this thread.
 * @throws StoreError as openedHere does; the signal's reason where it came first.
 */
export async function openedInWorker(
  path: string,
  file: Buffer,
  signal: AbortSignal,
  runSteps: RunSteps,
): Promise<OpenedGeneration> {
  const worker = new URL('generation-worker', import.meta.url);
  const { generation, stored, derived } = workerReply.parse(await runStoreWorker(worker, { path, file }, signal));
  const structure = await runSteps(structureFrom(stored, generation.revision));
  return { generation, held: heldStoredGraph(stored, structure, await runSteps(derivedFrom(derived))) };
}
