import { readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { indexesOf } from '../../../src/graph/indexes/indexes.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { packIndexes } from '../../../src/store/graph-columns.ts';
import { openMemoryStore } from '../../../src/store/memory/memory-store.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { storeFailure } from '../../support/engines/store-failure.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const shippedCatalog = () => Promise.resolve(graphOfCatalog(handbookCatalog));
/** Large enough for a worker thread, with every kind of text. */
const graph = graphOfCatalog(generatedCatalog({ roles: 500, seed: 5 }));

async function imported() {
  const folder = await temporaryFolder();
  const writer = await openMemoryStore({ folder, shippedCatalog });
  const generation = await writer.replace(await writer.current(), graph);
  return { folder, generation };
}

test('what is opened in a worker thread is what was imported, and what is derived from it', async () => {
  const { folder, generation } = await imported();
  const store = await openMemoryStore({ folder, shippedCatalog, opensInWorker: true });
  const current = await store.current();
  expect(current).toEqual(generation);
  const { structure, indexes } = await current.graph();
  expect(structure).toEqual(graph.structure);
  expect(packIndexes(indexes)).toEqual(packIndexes(indexesOf(graph.structure)));
  expect(await current.data()).toEqual(graph);

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
  const opened = runToCompletion(CatalogGraph.inSteps(structure, indexes));
  const [first] = opened.structure.roles;
  expect(opened.names.role(first?.title ?? '', 'title')).toBe(opened.roles[0]);
  await store.close();
});

test('damage that a worker thread finds is reported as anywhere', async () => {
  const { folder } = await imported();
  const [file = ''] = await readdir(folder);
  await truncate(join(folder, file), 5_000);
  const { code, message } = await storeFailure(openMemoryStore({ folder, shippedCatalog, opensInWorker: true }));
  expect(code).toBe('DAMAGED');
  expect(message).toContain('its checksum does not agree with its content');
});

test('a store that is closed while it opens an import says why that was not opened', async () => {
  const folder = await temporaryFolder();
  const store = await openMemoryStore({ folder, shippedCatalog, opensInWorker: true });
  const writer = await openMemoryStore({ folder, shippedCatalog });
  await writer.replace(await writer.current(), graph);
  const opening = storeFailure((await store.current()).graph());
  await store.close();
  const { code, message } = await opening;
  expect(code).toBe('UNAVAILABLE');
  expect(message).toBe('The catalog was not read to its end: the server is stopping.');
});
