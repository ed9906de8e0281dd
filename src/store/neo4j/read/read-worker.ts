import { bookmarkManager } from 'neo4j-driver';
import { indexesOf } from '../../../graph/indexes/indexes.ts';
import { replyFromWorker } from '../../../workers/reply-from-worker.ts';
import { packOptionalTexts } from '../../columns.ts';
import { packIndexes, packStructure } from '../../graph-columns.ts';
import { Connection } from '../driver/connection.ts';
import { Executor, type RoundTrip } from '../driver/executor.ts';
import { readJob, type ReadJob } from './read-in-worker.ts';
import { readStructure, readTexts } from './graph-reader.ts';

/** Reads a part of a generation through connections of its own. */
await replyFromWorker(async (message) => {
  const { settings, bookmarks, ...job } = readJob.parse(message);
  const roundTrips: RoundTrip[] = [];
  const executor = new Executor(
    () => new Connection(settings, bookmarkManager({ initialBookmarks: bookmarks })),
    (roundTrip) => roundTrips.push(roundTrip),
  );
  try {
    return { result: await read(executor, job), roundTrips };
  } finally {
    await executor.close();
  }
});

async function read(executor: Executor, { part, ...stored }: Omit<ReadJob, 'settings' | 'bookmarks'>) {
  if (part === 'SUMMARIES') {
    const { responsibilitySummaries, roleSummaries, appearances } = await readTexts(executor, stored);
    return {
      ofResponsibilities: packOptionalTexts(responsibilitySummaries),
      ofRoles: packOptionalTexts(roleSummaries),
      ofAppearances: packOptionalTexts(appearances.map(({ summary }) => summary)),
      notes: packOptionalTexts(appearances.map(({ note }) => note)),
      // Most catalogs have none.
      quotes: appearances.some(({ quote }) => quote !== null)
        ? packOptionalTexts(appearances.map(({ quote }) => quote))
        : undefined,
    };
  }
  const structure = await readStructure(executor, stored);
  return { structure: packStructure(structure), indexes: packIndexes(indexesOf(structure)) };
}
