import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { catalogDocument, catalogRevision } from '../../src/catalog/canonical-catalog.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { readCatalog } from '../../src/catalog/read/read-catalog.ts';
import { catalogOfGraph } from '../../src/graph/structure/catalog-of-graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { Connection } from '../../src/store/neo4j/driver/connection.ts';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { startupTimeouts } from '../../src/store/neo4j/driver/timeouts.ts';
import { askingOf } from '../support/engines/asking.ts';
import { memoryEngine, type Engine } from '../support/engines/memory-engine.ts';
import { sharedNeo4j } from '../support/neo4j/shared-neo4j.ts';
import { catalogWith } from '../support/catalogs/small-catalogs.ts';

/*
 * format-1/ has one catalog as Rolegraph stored it until December 2026, written by that version: the file of the embedded
 * graph, the nodes and relationships of Neo4j as Cypher that creates them, and the document that it exported from them.
 */

const stored = (name: string) => fileURLToPath(new URL(`format-1/${name}`, import.meta.url));
const nothing = catalogWith({});

const folder: Engine = {
  name: 'MEMORY',
  emptyPlace: async () => {
    const copy = await mkdtemp(join(tmpdir(), 'rolegraph-test-'));
    await copyFile(stored('generation-1.graph'), join(copy, 'generation-1.graph'));
    return {
      open: (shippedCatalog) => openMemoryStore({ folder: copy, shippedCatalog }),
      remove: () => rm(copy, { recursive: true, force: true }),
    };
  },
};

function database(): Engine[] {
  const settings = sharedNeo4j();
  if (settings === undefined) return [];
  return [
    {
      name: 'NEO4J',
      emptyPlace: async () => {
        const catalog = `test-${randomUUID()}`;
        const connection = new Connection(settings);
        const cypher = await readFile(stored('generation.cypher'), 'utf8');
        await connection.session('WRITE').run(cypher, { catalog, generation: randomUUID() });
        return {
          open: (shippedCatalog, onRoundTrip = () => undefined) =>
            Promise.resolve(
              openNeo4jStore({ settings, catalog, shippedCatalog, onRoundTrip, timeouts: startupTimeouts }),
            ),
          remove: () => connection.close(),
        };
      },
    },
  ];
}

const questions = [
  '{ catalog { name version revision roleCount sources { title document summary } } pillars { name summary roleCount } }',
  `{ roles { nodes { title alternateTitles summary topics { name } appearances { titles summary note source { line }
    category { name relation } } overlaps { edges { node { title } overlap { score sharedWeight totalWeight } } } } } }`,
  '{ graph { nodes { nodeId label degree } edges { kind source target weight } } }',
  '{ search(query: "backup") { edges { label matched kind } } }',
];

describe.each([folder, ...database()])('what the version before stored: $name', (engine) => {
  let catalog: Catalog;
  beforeAll(async () => {
    const read = await readCatalog(stored('catalog.json'));
    if (read.catalog === undefined) throw new Error('catalog.json is not valid');
    catalog = read.catalog;
  });

  async function opened() {
    const place = await engine.emptyPlace();
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
    expect(document).toBe(await readFile(stored('catalog.json'), 'utf8'));
  });

  test('has the revision that it had then', () => {
    expect(catalogRevision(catalog)).toBe('cdb4f2491c6c59a7ed6fd0becf4c9124b2a3c6604a546f9a2eec10c30722de30');
  });

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
