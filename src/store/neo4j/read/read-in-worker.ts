import { z } from 'zod';
import type { RunSteps } from '../../../scheduling/steps.ts';
import type { Neo4jSettings } from '../../../config/config.ts';
import type { Indexes } from '../../../graph/indexes/indexes.ts';
import type { GraphStructure } from '../../../graph/structure/graph-data.ts';
import type { Summaries } from '../../../graph/summaries.ts';
import { runStoreWorker } from '../../run-store-worker.ts';
import { indexColumns, indexesFrom } from '../../index-columns.ts';
import { structureColumns, structureFrom } from '../../structure-columns.ts';
import { optionalTextAt, textLists } from '../../text-columns.ts';
import type { RoundTrip } from '../driver/executor.ts';
import { generationCounts, type GenerationCounts } from './structure-reader.ts';

/** Where a worker reads, and through what: it has connections of its own. */
export const workerSource = z.object({
  settings: z.object({
    uri: z.string(),
    username: z.union([z.string(), z.undefined()]),
    password: z.union([z.string(), z.undefined()]),
    database: z.union([z.string(), z.undefined()]),
  }),
  /** What of the database's past its members must have seen before they answer. */
  bookmarks: z.array(z.string()),
  generation: z.string(),
});
export type WorkerSource = z.infer<typeof workerSource>;

export const structureJob = workerSource.extend({ counts: generationCounts });
export const summariesJob = workerSource.extend({ counts: z.object({ roles: z.int(), appearances: z.int() }) });

const roundTrips = z.array(z.object({ name: z.string(), milliseconds: z.number() }));
const structureAnswer = z.object({
  roundTrips,
  read: z.object({ revision: z.string(), structure: structureColumns, indexes: indexColumns }),
});
const summariesAnswer = z.object({ roundTrips, read: z.object({ ofRoles: textLists, ofAppearances: textLists }) });

/** What reading in a worker thread needs. */
export interface WorkerParts {
  readonly settings: Neo4jSettings;
  readonly bookmarks: readonly string[];
  /** Told of every round trip to the database, once all are done. */
  readonly onRoundTrip: (roundTrip: RoundTrip) => void;
  /** Ends the worker; its reason is thrown. */
  readonly signal: AbortSignal;
}

/**
 * Reads a structure, and computes what is derived from it, in a worker thread.
 *
 * @param runSteps runs what remains to be done in this thread.
 * @throws StoreError, e.g. DAMAGED where it is not what was written.
 */
export async function openedInWorker(
  { settings, bookmarks, onRoundTrip, signal }: WorkerParts,
  generation: string,
  counts: GenerationCounts,
  runSteps: RunSteps,
): Promise<{ readonly structure: GraphStructure; readonly indexes: Indexes }> {
  const job: z.infer<typeof structureJob> = { settings, bookmarks: [...bookmarks], generation, counts };
  const answer = structureAnswer.parse(await runStoreWorker(new URL('structure-worker', import.meta.url), job, signal));
  answer.roundTrips.forEach(onRoundTrip);
  const { revision, structure, indexes } = answer.read;
  return {
    structure: await runSteps(structureFrom(structure, revision)),
    indexes: await runSteps(indexesFrom(indexes)),
  };
}

/** Reads every summary of a generation in a worker thread. */
export async function summariesInWorker(
  { settings, bookmarks, onRoundTrip, signal }: WorkerParts,
  generation: string,
  counts: { readonly roles: number; readonly appearances: number },
): Promise<Summaries> {
  const job: z.infer<typeof summariesJob> = { settings, bookmarks: [...bookmarks], generation, counts };
  const answer = summariesAnswer.parse(await runStoreWorker(new URL('summaries-worker', import.meta.url), job, signal));
  answer.roundTrips.forEach(onRoundTrip);
  const { ofRoles, ofAppearances } = answer.read;
  return {
    ofRole: (index) => optionalTextAt(ofRoles, index),
    ofAppearance: (index) => optionalTextAt(ofAppearances, index),
  };
}
