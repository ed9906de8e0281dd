import { z } from 'zod';
import type { Neo4jSettings } from '../../../config/config.ts';
import type { Indexes } from '../../../graph/indexes/indexes.ts';
import type { GraphStructure } from '../../../graph/structure/graph-data.ts';
import type { Summaries } from '../../../graph/summaries.ts';
import type { RunSteps } from '../../../scheduling/steps.ts';
import { optionalTextAt, textLists } from '../../columns.ts';
import { indexColumns, structureColumns, unpackIndexes, unpackStructure } from '../../graph-columns.ts';
import { runStoreWorker } from '../../run-store-worker.ts';
import type { RoundTrip } from '../driver/executor.ts';
import { generationCounts } from '../generation-counts.ts';
import type { StoredGeneration } from './graph-reader.ts';

const optionalText = z.union([z.string(), z.undefined()]);

/** Which part of a generation a worker thread reads, and where. */
export const readJob = z.object({
  settings: z.object({ uri: z.string(), username: optionalText, password: optionalText, database: optionalText }),
  /** Which state of the database its members must have reached before they answer. */
  bookmarks: z.array(z.string()).readonly(),
  generation: z.string(),
  counts: generationCounts,
  format: z.int(),
  part: z.enum(['STRUCTURE', 'SUMMARIES']),
});
export type ReadJob = z.infer<typeof readJob>;

const roundTrips = z.array(z.object({ name: z.string(), milliseconds: z.number() }));
const openedColumns = z.object({ structure: structureColumns, indexes: indexColumns });
const summaryColumns = z.object({
  ofResponsibilities: textLists,
  ofRoles: textLists,
  ofAppearances: textLists,
  notes: textLists,
  quotes: textLists.optional(),
});

/** What reading in a worker thread needs. */
export interface WorkerParts {
  readonly settings: Neo4jSettings;
  readonly bookmarks: readonly string[];
  /** Called for every round trip to the database, once all are done. */
  readonly onRoundTrip: (roundTrip: RoundTrip) => void;
  /** Ends the worker; its reason is thrown. */
  readonly signal: AbortSignal;
}

/**
 * Reads a structure and computes its indexes in a worker thread.
 *
 * @param runSteps runs what remains to be done in this thread.
 * @throws StoreError, e.g. DAMAGED where it is not what was written.
 */
export async function openedInWorker(
  parts: WorkerParts,
  stored: StoredGeneration,
  runSteps: RunSteps,
): Promise<{ readonly structure: GraphStructure; readonly indexes: Indexes }> {
  const { structure, indexes } = await readInWorker(parts, { ...stored, part: 'STRUCTURE' }, openedColumns);
  return {
    structure: await runSteps(unpackStructure(structure, stored.counts.revision)),
    indexes: await runSteps(unpackIndexes(indexes)),
  };
}

/** Reads every summary, note and quote of a generation in a worker thread. */
export async function summariesInWorker(parts: WorkerParts, stored: StoredGeneration): Promise<Summaries> {
  const job = { ...stored, part: 'SUMMARIES' } as const;
  const { ofResponsibilities, ofRoles, ofAppearances, notes, quotes } = await readInWorker(parts, job, summaryColumns);
  return {
    ofResponsibility: (index) => optionalTextAt(ofResponsibilities, index),
    ofRole: (index) => optionalTextAt(ofRoles, index),
    ofAppearance: (index) => optionalTextAt(ofAppearances, index),
    noteOfAppearance: (index) => optionalTextAt(notes, index),
    quoteOfAppearance: (index) => (quotes === undefined ? null : optionalTextAt(quotes, index)),
  };
}

async function readInWorker<T>(
  { settings, bookmarks, onRoundTrip, signal }: WorkerParts,
  job: Omit<ReadJob, 'settings' | 'bookmarks'>,
  columns: z.ZodType<T>,
): Promise<T> {
  const message: ReadJob = { settings, bookmarks, ...job };
  const reply = await runStoreWorker(new URL('read-worker', import.meta.url), message, signal);
  const { roundTrips: done, result } = z.object({ roundTrips, result: columns }).parse(reply);
  done.forEach(onRoundTrip);
  return result;
}
