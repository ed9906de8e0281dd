import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import type { Neo4jSettings } from '../../../src/config/config.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import type { GraphData } from '../../../src/graph/structure/graph-data.ts';
import { indexesOf } from '../../../src/graph/indexes/indexes.ts';
import { packIndexes } from '../../../src/store/graph-columns.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { emptyCatalog, sharedNeo4j } from '../../support/neo4j/shared-neo4j.ts';
import { storeFailure } from '../../support/engines/store-failure.ts';

const small = graphOfCatalog(handbookCatalog);
/** Large enough for a worker thread. */
const graph = graphOfCatalog(generatedCatalog({ roles: 300, seed: 5 }));
const noShipped = () => Promise.reject<GraphData>(new Error('nobody should ask for it'));

describe.runIf(sharedNeo4j() !== undefined)('a store in Neo4j that reads in a worker thread', () => {
  const settings: Neo4jSettings = sharedNeo4j() ?? {
    uri: '',
    username: undefined,
    password: undefined,
    database: undefined,
  };

  test('a worker thread reads what was imported and what is derived from it, and reports its round trips', async () => {
    const { open } = emptyCatalog(settings);
    const writer = open(() => Promise.resolve(small));
    await writer.replace(await writer.current(), graph);
    const rounds: string[] = [];
    const store = open(noShipped, { opensInWorker: true, onRoundTrip: ({ name }) => rounds.push(name) });
    const current = await store.current();
    const { structure, indexes } = await current.graph();
    expect(structure).toEqual(graph.structure);
    expect(packIndexes(indexes)).toEqual(packIndexes(indexesOf(graph.structure)));
    expect(rounds).toContain('read-overlaps');

    const summaries = await current.summaries();
    expect(graph.texts.responsibilitySummaries.map((_, index) => summaries.ofResponsibility(index))).toEqual(
      graph.texts.responsibilitySummaries,
    );
    expect(graph.texts.roleSummaries.map((_, index) => summaries.ofRole(index))).toEqual(graph.texts.roleSummaries);
    expect(graph.texts.appearances.map((_, index) => summaries.ofAppearance(index))).toEqual(
      graph.texts.appearances.map(({ summary }) => summary),
    );
    expect(graph.texts.appearances.map((_, index) => summaries.noteOfAppearance(index))).toEqual(
      graph.texts.appearances.map(({ note }) => note),
    );
    expect(graph.texts.appearances.map((_, index) => summaries.quoteOfAppearance(index))).toEqual(
      graph.texts.appearances.map(({ quote }) => quote),
    );
    expect(rounds).toContain('read-all-texts');
    const keys = { responsibilitySummaries: [2], roleSummaries: [3], appearances: [] };
    expect(await current.texts(keys)).toEqual({
      responsibilitySummaries: [graph.texts.responsibilitySummaries[2]],
      roleSummaries: [graph.texts.roleSummaries[3]],
      appearances: [],
    });
  });

  test('a worker thread reports that what it reads was replaced and removed', async () => {
    const { open } = emptyCatalog(settings);
    const writer = open(() => Promise.resolve(small));
    await writer.replace(await writer.current(), graph);
    const store = open(noShipped, { opensInWorker: true });
    const [held, unopened] = [await store.current(), await open(noShipped, { opensInWorker: true }).current()];
    await held.graph();
    await writer.replace(await writer.current(), small);
    // Another store, because one that removes so soon could remove what it is importing.
    await open(noShipped, { unusedFor: 1 }).prepare();
    const outcome = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'read',
        (error: unknown) => (error instanceof StoreError ? error.code : error),
      );
    await expect.poll(() => outcome(held.data()), { timeout: 20_000 }).toBe('EXPIRED');
    // Of what is being removed, some may still be there.
    await expect.poll(() => outcome(held.summaries()), { timeout: 20_000 }).toBe('EXPIRED');
    expect(await outcome(unopened.graph())).toBe('EXPIRED');
  });

  test('a worker thread reports that the store was closed meanwhile', async () => {
    const { open } = emptyCatalog(settings);
    const writer = open(() => Promise.resolve(small));
    await writer.replace(await writer.current(), graph);
    const store = open(noShipped, { opensInWorker: true });
    const opening = storeFailure((await store.current()).graph());
    await store.close();
    expect((await opening).code).toBe('UNAVAILABLE');
  });
});
