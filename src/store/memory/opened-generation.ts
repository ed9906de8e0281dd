import { z } from 'zod';
import { indexesOf } from '../../graph/indexes/indexes.ts';
import { completed, inTurns } from '../../scheduling/steps.ts';
import { doneInWorker } from '../workers/in-worker.ts';
import { derivedColumns, derivedFrom } from '../derived-columns.ts';
import type { Generation } from '../graph-store.ts';
import type { HeldGraph } from '../held-graph.ts';
import { structureFrom } from '../structure-columns.ts';
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
  const structure = completed(structureFrom(stored, generation.revision));
  return { generation, held: heldStoredGraph(stored, structure, indexesOf(structure)) };
}

const workerAnswer = z.object({
  generation: z.object({ key: z.string(), revision: z.string(), importedAt: z.date(), format: z.int() }),
  stored: storedGraph,
  derived: derivedColumns,
});

/**
 * The same, done in a thread of its own, and what is derived along with it.
 *
 * @throws StoreError UNAVAILABLE where the signal came first.
 */
export async function openedApart(path: string, file: Buffer, signal: AbortSignal): Promise<OpenedGeneration> {
  const answer = await doneInWorker(new URL('generation-worker', import.meta.url), { path, file }, signal);
  const { generation, stored, derived } = workerAnswer.parse(answer);
  const structure = await inTurns(structureFrom(stored, generation.revision));
  return { generation, held: heldStoredGraph(stored, structure, await inTurns(derivedFrom(derived))) };
}
