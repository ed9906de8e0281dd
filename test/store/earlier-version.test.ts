import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { catalogDocument, catalogRevision } from '../../src/catalog/canonical-catalog.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { readCatalog } from '../../src/catalog/read/read-catalog.ts';
import { indexesOf } from '../../src/graph/indexes/indexes.ts';
import { catalogOfGraph } from '../../src/graph/structure/catalog-of-graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { packIndexes } from '../../src/store/graph-columns.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { Connection } from '../../src/store/neo4j/driver/connection.ts';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { startupTimeouts } from '../../src/store/neo4j/driver/timeouts.ts';
import { askingOf } from '../support/engines/asking.ts';
import { memoryEngine, type Engine } from '../support/engines/memory-engine.ts';
import { sharedNeo4j } from '../support/neo4j/shared-neo4j.ts';
import { catalogWith } from '../support/catalogs/small-catalogs.ts';

/*
 * format-1/ has catalogs as Rolegraph stored them until December 2026, written by that version: the file of the embedded
 * graph, the nodes and relationships of Neo4j as Cypher that creates them, and the document that it exported from them. The
 * titles of "letters" are in another order there, and it was written by a later version than "handbook".
 */
const fixtures = [
  { name: 'handbook', revision: 'cdb4f2491c6c59a7ed6fd0becf4c9124b2a3c6604a546f9a2eec10c30722de30' },
  { name: 'letters', revision: '7dc98f9101893b6a4df96aa29504c23385de3e27ec17f0ea9f12c5174f631ff2' },
] as const;
type Fixture = (typeof fixtures)[number]['name'];

const stored = (fixture: Fixture, name: string) => {
  return fileURLToPath(new URL(`format-1/${fixture}/${name}`, import.meta.url));
};
const nothing = catalogWith({});

/** An engine whose places hold what the version before stored. */
interface EarlierEngine {
  readonly name: 'MEMORY' | 'NEO4J';
  readonly holding: (fixture: Fixture, opensInWorker?: boolean) => Engine;
}

const folder: EarlierEngine = {
  name: 'MEMORY',
  holding: (fixture, opensInWorker = false) => ({
    name: 'MEMORY',
    emptyPlace: async () => {
      const copy = await mkdtemp(join(tmpdir(), 'rolegraph-test-'));
      await copyFile(stored(fixture, 'generation-1.graph'), join(copy, 'generation-1.graph'));
      return {
        open: (shippedCatalog) => openMemoryStore({ folder: copy, shippedCatalog, opensInWorker }),
        remove: () => rm(copy, { recursive: true, force: true }),
      };
    },
  }),
};

function database(): EarlierEngine[] {
  const settings = sharedNeo4j();
  if (settings === undefined) return [];
  return [
    {
      name: 'NEO4J',
      holding: (fixture, opensInWorker = false) => ({
        name: 'NEO4J',
        emptyPlace: async () => {
          const catalog = `test-${randomUUID()}`;
          const connection = new Connection(settings);
          const cypher = await readFile(stored(fixture, 'generation.cypher'), 'utf8');
          await connection.session('WRITE').run(cypher, { catalog, generation: randomUUID() });
          const common = { settings, catalog, opensInWorker, timeouts: startupTimeouts };
          return {
            open: (shippedCatalog, onRoundTrip = () => undefined) =>
              Promise.resolve(openNeo4jStore({ ...common, shippedCatalog, onRoundTrip })),
            remove: () => connection.close(),
          };
        },
      }),
    },
  ];
}

const stores = [folder, ...database()].flatMap((engine) =>
  fixtures.map((fixture) => ({
    engine: engine.name,
    fixture: fixture.name,
    revision: fixture.revision,
    holding: engine.holding,
  })),
);

const questions = [
  '{ catalog { name version revision roleCount sources { title document summary } } pillars { name summary roleCount } }',
  `{ roles { nodes { title alternateTitles summary topics { name } appearances { titles summary note source { line }
    category { name relation } } overlaps { edges { node { title } overlap { score sharedWeight totalWeight } } } } } }`,
  '{ graph { nodes { nodeId label degree } edges { kind source target weight } } }',
  '{ search(query: "backup") { edges { label matched kind } } }',
];

test('a title with a letter that was sorted last is in its place', async () => {
  const asked = await askingOf(nothing, folder.holding('letters'));
  onTestFinished(() => asked.close());
  const { data } = await asked.ask('{ roles(first: 3, after: null) { nodes { title } pageInfo { endCursor } } }');
  expect(data).toMatchObject({
    roles: { nodes: [{ title: 'Ægir Pilot' }, { title: 'Afar Scout' }, { title: 'Łódź Planner' }] },
  });
});

describe.each(stores)('what the version before stored: $fixture in $engine', ({ fixture, revision, holding }) => {
  const engine = holding(fixture);
  let catalog: Catalog;
  beforeAll(async () => {
    const read = await readCatalog(stored(fixture, 'catalog.json'));
    if (read.catalog === undefined) throw new Error('catalog.json is not valid');
    catalog = read.catalog;
  });

  async function opened(opensInWorker = false) {
    const place = await holding(fixture, opensInWorker).emptyPlace();
    const store = await place.open(() => Promise.resolve(graphOfCatalog(nothing)));
    onTestFinished(async () => {
      await store.close();
      await place.remove();
    });
    return store;
  }

  test('is served as it is', async () => {
    const asked = await askingOf(nothing, engine);
    const expected = await askingOf(catalog, memoryEngine);
    onTestFinished(async () => {
      await Promise.all([asked.close(), expected.close()]);
    });
    for (const question of questions) {
      const { data, errors } = await asked.ask(question);
      expect(errors).toEqual([]);
      expect(data).toEqual((await expected.ask(question)).data);
    }
  });

  test('is exported as the same document', async () => {
    const store = await opened();
    expect(await store.prepare()).toBeUndefined();
    const document = catalogDocument(catalogOfGraph(await (await store.current()).data()));
    expect(document).toBe(await readFile(stored(fixture, 'catalog.json'), 'utf8'));
  });

  test('has the revision that it had then', () => {
    expect(catalogRevision(catalog)).toBe(revision);
  });

  test.each([false, true])(
    'is what an import of the same document makes now; opened in a worker thread: %j',
    async (inWorker) => {
      const expected = graphOfCatalog(catalog);
      const current = await (await opened(inWorker)).current();
      const graph = await current.graph();
      expect(graph.structure).toEqual(expected.structure);
      expect(packIndexes(graph.indexes)).toEqual(packIndexes(indexesOf(expected.structure)));
      expect(await current.data()).toEqual(expected);
      const summaries = await current.summaries();
      expect(graph.roles.map(({ index }) => summaries.ofRole(index))).toEqual(expected.texts.roleSummaries);
      expect(expected.texts.appearances.map((_, index) => summaries.ofAppearance(index))).toEqual(
        expected.texts.appearances.map(({ summary }) => summary),
      );
      const keys = {
        responsibilitySummaries: [...graph.responsibilities.keys()],
        roleSummaries: [...graph.roles.keys()],
        appearances: [...expected.texts.appearances.keys()],
      };
      expect(await current.texts(keys)).toEqual(expected.texts);
    },
  );

  test('has no hidden titles and names', async () => {
    const { structure } = await (await (await opened()).current()).data();
    expect(structure.roles.map(({ hiddenTitles }) => hiddenTitles)).toEqual(structure.roles.map(() => []));
    const named = [...structure.responsibilities, ...structure.topics];
    expect(named.map(({ hiddenNames }) => hiddenNames)).toEqual(named.map(() => []));
  });

  test('is replaced by the next import', async () => {
    const store = await opened();
    const newer = graphOfCatalog({ ...catalog, version: '2' });
    const imported = await store.replace(await store.current(), newer);
    expect(await store.current()).toEqual(imported);
    expect(await imported.data()).toEqual(newer);
  });
});
