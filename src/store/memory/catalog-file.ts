import { z } from 'zod';
import { runToCompletion, type RunSteps, type Steps } from '../../scheduling/steps.ts';
import { optionalTextAt, textListAt } from '../columns.ts';
import { indexColumns, unpackIndexes, unpackStructure, type IndexColumns } from '../graph-columns.ts';
import type { CatalogContent } from '../in-process-catalog.ts';
import { runStoreWorker } from '../run-store-worker.ts';
import type { NewCatalogHeader } from '../stored-catalog.ts';
import { generationHeader, readGeneration, storedGraph, type StoredGraph } from './generation-file.ts';

/**
 * Opens a generation's file, which must not be changed from now on: the content shares its memory.
 *
 * @throws StoreError DAMAGED if it is not, bit for bit, what was written.
 */
export function contentOfFile(path: string, file: Buffer): CatalogContent {
  return runToCompletion(unpackContent(readGeneration(path, file)));
}

const workerReply = z.object({ stored: storedGraph, indexes: indexColumns });

/**
 * Opens a generation's file in a worker thread, which also computes the indexes.
 *
 * @param runSteps runs what remains to be done in this thread.
 * @throws StoreError as contentOfFile does; the signal's reason if that came first.
 */
export async function contentOfFileInWorker(
  path: string,
  file: Buffer,
  signal: AbortSignal,
  runSteps: RunSteps,
): Promise<CatalogContent> {
  // Before the file is transferred to the worker.
  const { header } = generationHeader(path, file);
  const reply = await runStoreWorker(new URL('generation-worker', import.meta.url), { path, file }, signal);
  return runSteps(unpackContent({ header, ...workerReply.parse(reply) }));
}

interface Opened {
  readonly header: NewCatalogHeader;
  readonly stored: StoredGraph;
  readonly indexes?: IndexColumns;
}

function* unpackContent({ header, stored, indexes }: Opened): Steps<CatalogContent> {
  const { appearanceTexts, ...columns } = stored;
  const { summary: roleSummaries } = columns.roles;
  const { summary: responsibilitySummaries } = columns.responsibilities;
  const { quote } = appearanceTexts;
  const quoteAt = (index: number) => (quote === undefined ? null : optionalTextAt(quote, index));
  return {
    structure: yield* unpackStructure(columns, header.revision),
    ...(indexes && { indexes: yield* unpackIndexes(indexes) }),
    // Texts stay bytes until they are read.
    texts: {
      ofResponsibility: (index) =>
        responsibilitySummaries === undefined ? null : optionalTextAt(responsibilitySummaries, index),
      ofRole: (index) => optionalTextAt(roleSummaries, index),
      ofAppearance: (index) => optionalTextAt(appearanceTexts.summary, index),
      noteOfAppearance: (index) => optionalTextAt(appearanceTexts.note, index),
      quoteOfAppearance: quoteAt,
      appearance: (index) => ({
        titles: textListAt(appearanceTexts.titles, index),
        summary: optionalTextAt(appearanceTexts.summary, index),
        note: optionalTextAt(appearanceTexts.note, index),
        quote: quoteAt(index),
      }),
    },
  };
}
