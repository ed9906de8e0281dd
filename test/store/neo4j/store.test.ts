import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { Neo4jError } from 'neo4j-driver';
import { afterEach, afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Neo4jSettings } from '../../../src/config/config.ts';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import { compareText } from '../../../src/text/compare-text.ts';
import { withLayout } from '../../../src/graph/layout/graph-layout.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { graphFormat, oldestReadableFormat, type GraphData } from '../../../src/graph/structure/graph-data.ts';
import { overlapOf } from '../../../src/graph/overlaps/group-overlap.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { Connection } from '../../../src/store/neo4j/driver/connection.ts';
import { Executor } from '../../../src/store/neo4j/driver/executor.ts';
import { writeGeneration } from '../../../src/store/neo4j/write/generation-writer.ts';
import { openNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import { movePointer } from '../../../src/store/neo4j/pointer.ts';
import { abandonGeneration } from '../../../src/store/neo4j/write/unused-generations.ts';
import { eventually } from '../../support/eventually.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { emptyCatalog, sharedNeo4j } from '../../support/neo4j/shared-neo4j.ts';
import { neo4jProxy } from '../../support/neo4j/neo4j-proxy.ts';
import { expectWithin } from '../../support/promised-time.ts';
import { silentServer } from '../../support/neo4j/silent-server.ts';
import { storeFailure } from '../../support/engines/store-failure.ts';

const shipped = graphOfCatalog({ ...handbookCatalog, name: 'Shipped' });
const small = graphOfCatalog(handbookCatalog);
const newer = graphOfCatalog({ ...handbookCatalog, version: '2' });
const crowd = graphOfCatalog(generatedCatalog({ roles: 20, seed: 1, appearancesPerRole: 2 }));
const someRole = `role:${crowd.structure.roles[7]?.slug ?? ''}`;
const giveShipped = () => Promise.resolve(shipped);
const nameOf = (row: object) => ('start' in row && 'end' in row ? `${String(row.start)} ${String(row.end)}` : '');
const idOf = (row: object) => ('id' in row ? String(row.id) : '');
const noShipped = () => Promise.reject<GraphData>(new Error('nobody should ask for it'));

describe.runIf(sharedNeo4j() !== undefined)('a store in Neo4j', () => {
  const settings: Neo4jSettings = sharedNeo4j() ?? {
    uri: '',
    username: undefined,
    password: undefined,
    database: undefined,
  };
  const byHand = new Connection(settings);
  afterAll(() => byHand.close());

  /** What somebody else does in the database. */
  async function cypher(text: string, parameters: Record<string, unknown> = {}) {
    const session = byHand.session('WRITE');
    const { records } = await session.run(text, parameters);
    await session.close();
    return records.map((record): object => record.toObject());
  }
  const generationsOf = async (catalog: string) => {
    const found = await cypher(
      'MATCH (generation:RolegraphGeneration) WHERE generation.key STARTS WITH $catalog + "/" RETURN generation.key',
      { catalog },
    );
    return found.length;
  };
  const nodesOf = async (generation: string) => {
    const [row] = await cypher(
      'MATCH (node:Rolegraph) WHERE node.key CONTAINS $generation RETURN count(node) AS count',
      { generation },
    );
    return row;
  };

  /** Waits until nothing of a generation is left. */
  const removed = (generation: string) =>
    eventually(async () => {
      expect(await nodesOf(generation)).toEqual({ count: 0 });
    });

  /** Waits until a transaction about a generation waits for a lock that another one holds. */
  const isBlocked = (generation: string) =>
    eventually(async () => {
      const waiting = await cypher(
        `SHOW TRANSACTIONS YIELD status, parameters
         WHERE status STARTS WITH 'Blocked' AND parameters.generation = $generation`,
        { generation },
      );
      expect(waiting).toHaveLength(1);
    });

  describe('at its start', () => {
    test('imports the catalog that ships into an empty database, once', async () => {
      const { open } = emptyCatalog(settings);
      const store = open(giveShipped);
      const imported = await store.prepare();
      expect(imported?.revision).toBe(shipped.structure.revision);
      expect(await store.current()).toEqual(imported);
      const again = open(noShipped);
      expect(await again.prepare()).toBeUndefined();
      expect(await (await again.current()).data()).toEqual(withLayout(shipped));
    });

    test('imports the catalog that ships once, however many servers start together', async () => {
      const { open } = emptyCatalog(settings);
      const stores = Array.from({ length: 4 }, () => open(giveShipped));
      const imported = await Promise.all(stores.map((store) => store.prepare()));
      expect(imported.filter((generation) => generation !== undefined)).toHaveLength(1);
      const current = await Promise.all(stores.map((store) => store.current()));
      expect(new Set(current.map(({ key }) => key)).size).toBe(1);
    });

    test('has Neo4j plan what requests will ask, while it reads the catalog', async () => {
      const { open } = emptyCatalog(settings);
      const rounds: string[] = [];
      const store = open(giveShipped, { onRoundTrip: ({ name }) => rounds.push(name) });
      await store.prepare();
      const asked = ['read-texts', 'read-all-texts'];
      await eventually(() => {
        expect(rounds).toEqual(expect.arrayContaining(asked));
      });
    });

    test('writes nothing unless it is prepared, as in a dry run or an export', async () => {
      const { open, catalog } = emptyCatalog(settings);
      const store = open(giveShipped);
      expect(await (await store.current()).data()).toEqual(shipped);
      expect(await nodesOf(catalog)).toEqual({ count: 0 });
    });
  });

  test('keeps with each overlap its numbers', async () => {
    const { open } = emptyCatalog(settings);
    const store = open(giveShipped);
    const { key } = await store.replace(await store.current(), crowd);
    const stored = await cypher(
      `MATCH (start:Rolegraph)-[overlap:OVERLAPS_WITH]->(end) WHERE start.key STARTS WITH $key + '/'
       RETURN start.id AS start, end.id AS end, properties(overlap) AS properties`,
      { key },
    );
    const graph = CatalogGraph.of(crowd.structure);
    const { first, second, score, sharedWeight, totalWeight } = crowd.structure.overlaps;
    const ofRoles = Array.from(first, (role, pair) => {
      const [start, end] = [role, second[pair] ?? -1].map((index) => graph.roles[index]?.id).sort();
      const properties = { sharedWeight: sharedWeight[pair], totalWeight: totalWeight[pair] };
      return { start, end, properties: { weight: score[pair], score: score[pair], ...properties } };
    });
    const pillars = graph.pillars.map(({ id }) => id).sort();
    const pairs = pillars.flatMap((start, at) => pillars.slice(at + 1).map((end) => [start, end] as const));
    const ofPillars = pairs.map(([start, end]) => {
      const overlap = overlapOf(graph, [start, end], 'of');
      const properties = {
        weight: overlap.jaccard,
        jaccard: overlap.jaccard,
        overlapCoefficient: overlap.overlapCoefficient,
        sharedRoleCount: overlap.shared.size,
        exclusiveRoleCount: overlap.exclusiveRoles.length,
        unionRoleCount: overlap.union.size,
      };
      return { start, end, properties };
    });
    const withShared = ofPillars.filter(({ properties }) => properties.sharedRoleCount > 0);
    expect([ofRoles.length, withShared.length].every((count) => count > 5)).toBe(true);
    const inOrder = (rows: readonly object[]) => rows.toSorted((a, b) => compareText(nameOf(a), nameOf(b)));
    expect(inOrder(stored)).toEqual(inOrder([...ofRoles, ...withShared]));
  });

  test('answers in Cypher who is involved in a responsibility, and how', async () => {
    const { open } = emptyCatalog(settings);
    const store = open(noShipped);
    const { key } = await store.replace(await open(giveShipped).current(), small);
    const named = (where: string) =>
      cypher(
        `MATCH (responsibility:Rolegraph)<-[names:NAMES|INVOLVES]-(appearance)-[:OF]->(role)
         WHERE responsibility.key STARTS WITH $key + '/responsibility:' ${where}
         RETURN type(names) AS type, names.involvement AS involvement, role.slug AS role, responsibility.slug AS duty
         ORDER BY role, duty, type`,
        { key },
      );
    const seller = { role: 'seller', type: 'NAMES', involvement: ['RESPONSIBLE', 'ACCOUNTABLE'], duty: 'sell' };
    expect(await named("AND 'ACCOUNTABLE' IN names.involvement")).toEqual([seller]);
    expect(await named('')).toEqual([
      seller,
      { role: 'seller', type: 'INVOLVES', involvement: ['INFORMED'], duty: 'verify-backups' },
      { role: 'sre', type: 'INVOLVES', involvement: ['CONSULTED', 'INFORMED'], duty: 'aerger-loesen' },
      { role: 'sre', type: 'NAMES', involvement: null, duty: 'aerger-loesen' },
      { role: 'sre', type: 'NAMES', involvement: null, duty: 'verify-backups' },
      { role: 'sre', type: 'NAMES', involvement: null, duty: 'verify-backups' },
    ]);
    const edges = await cypher(
      `MATCH (role:Rolegraph)-[edge:CONSULTED_ON|INFORMED_ABOUT]->(duty) WHERE role.key STARTS WITH $key + '/role:'
       RETURN type(edge) AS type, edge.weight AS weight, role.slug AS role, duty.slug AS duty ORDER BY type, role`,
      { key },
    );
    expect(edges).toEqual([
      { type: 'CONSULTED_ON', weight: 1, role: 'sre', duty: 'aerger-loesen' },
      { type: 'INFORMED_ABOUT', weight: 1, role: 'seller', duty: 'verify-backups' },
      { type: 'INFORMED_ABOUT', weight: 1, role: 'sre', duty: 'aerger-loesen' },
    ]);
  });

  test.each([
    ['a relationship is gone', 'DELETE involves'],
    ['an involvement is gone', 'REMOVE involves.involvement'],
  ])('reports that an involvement was changed by others: %s', async (_, change) => {
    const { open } = emptyCatalog(settings);
    const store = open(noShipped);
    const writer = open(giveShipped);
    const { key } = await writer.replace(await writer.current(), small);
    await cypher(
      `MATCH (line:Rolegraph)-[involves:INVOLVES]->() WHERE line.key STARTS WITH $key + '/appearance:'
       WITH involves LIMIT 1 ${change}`,
      { key },
    );
    const { code, message } = await storeFailure((await store.current()).graph());
    expect(code).toBe('DAMAGED');
    expect(message).toContain('1 relationships NAMES and INVOLVES with an involvement are missing');
  });

  test('gives every node a name that tools can draw it with', async () => {
    const { open, catalog } = emptyCatalog(settings);
    const store = open(giveShipped);
    const { key } = await store.replace(await store.current(), crowd);
    const nodes = await cypher(
      `MATCH (node:Rolegraph)
       WHERE node.key = $catalog OR node.key STARTS WITH $catalog + '/' OR node.key STARTS WITH $key + '/'
       RETURN coalesce(node.id, 'catalog') AS id, node.name AS name`,
      { catalog, key },
    );
    const itself = { id: 'catalog', name: crowd.structure.name };
    const named = Array.from(CatalogGraph.of(crowd.structure).nodes(), ({ id, label }) => ({ id, name: label }));
    const byId = (rows: readonly object[]) => rows.toSorted((a, b) => compareText(idOf(a), idOf(b)));
    // Those of the pointer and of the generation are the catalog's.
    expect(byId(nodes)).toEqual(byId([itself, itself, ...named]));
  });

  test('leaves the data of others alone, whatever their labels are', async () => {
    const mine = randomUUID();
    await cypher(
      `CREATE (role:Rolegraph:Role {mine: $mine, slug: 'devops-engineer', place: 0}),
        (pillar:Pillar:Rolegraph {mine: $mine, key: $mine + '/pillar:security', name: 'Security'}),
        (category:Category {mine: $mine}), (:RolegraphCatalog {mine: $mine, generation: 'none'}),
        (:RolegraphGeneration {mine: $mine}), (role)-[:APPEARS_IN {weight: 7}]->(pillar),
        (role)-[:OVERLAPS_WITH {score: 1.0}]->(role), (category)-[:PART_OF]->(pillar)`,
      { mine },
    );
    const seen = () =>
      cypher(
        `MATCH (node {mine: $mine}) OPTIONAL MATCH (node)-[to]->(other)
        RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS properties, type(to) AS type,
          properties(to) AS ofType, labels(other) AS others ORDER BY id, type`,
        { mine },
      );
    const before = await seen();
    expect(before).toHaveLength(6);

    const { open } = emptyCatalog(settings);
    const store = open(giveShipped);
    await store.prepare();
    const imported = await store.replace(await store.current(), small);
    expect(await imported.data()).toEqual(small);
    await store.replace(imported, newer);
    await open(noShipped, { unusedFor: 1 }).prepare();
    await removed(imported.key);
    expect(await seen()).toEqual(before);
    await cypher('MATCH (node {mine: $mine}) DETACH DELETE node', { mine });
  });

  describe('of a catalog that another version wrote', () => {
    async function openedWithFormat(format: number) {
      const { open, catalog } = emptyCatalog(settings);
      const writer = open(giveShipped);
      await writer.prepare();
      await cypher('MATCH (catalog:Rolegraph {key: $catalog}) SET catalog.format = toInteger($format)', {
        catalog,
        format,
      });
      return open(noShipped);
    }

    test.each([
      ['older', oldestReadableFormat - 1, 'rolegraph export-catalog'],
      ['newer', graphFormat + 1, 'Upgrade this one'],
    ])('says what to run for a catalog of another version: %s', async (_, format, says) => {
      const store = await openedWithFormat(format);
      const generation = await store.current();
      expect(generation.format).toBe(format);
      for (const reading of [
        () => store.prepare(),
        () => generation.graph(),
        () => generation.texts({ responsibilitySummaries: [], roleSummaries: [0], appearances: [] }),
        () => generation.data(),
      ]) {
        const { code, message } = await storeFailure(reading());
        expect(code).toBe('DAMAGED');
        expect(message).toContain(says);
      }
    });

    test('lets a catalog of another version be replaced', async () => {
      const store = await openedWithFormat(oldestReadableFormat - 1);
      const imported = await store.replace(await store.current(), small);
      expect(await imported.data()).toEqual(small);
      expect(await store.current()).toEqual(imported);
    });
  });

  describe('that others have changed', () => {
    test.each([
      ['a node is gone', 'MATCH (node:Rolegraph {key: $key + $role}) DETACH DELETE node', 'roles are missing'],
      [
        'a relationship is gone',
        'MATCH (:Rolegraph {key: $key + $role})<-[of:OF]-() WITH of LIMIT 1 DELETE of',
        'appearances are missing',
      ],
      [
        'a node is there twice',
        'MATCH (node:Rolegraph {key: $key + $role}) CREATE (:Rolegraph {key: $key + "/role:other", place: node.place, slug: "other", title: "Other", alternateTitles: []})',
        'nobody imported',
      ],
      ['a property is another', 'MATCH (node:Rolegraph {key: $key + $role}) SET node.slug = 7', 'has been changed'],
      [
        'a category is part of nothing',
        'MATCH (category:Rolegraph)-[partOf:PART_OF]->() WHERE category.key STARTS WITH $key + "/category:" WITH partOf LIMIT 1 DELETE partOf',
        'PART_OF are missing',
      ],
      [
        'a responsibility is not named any more',
        'MATCH (line:Rolegraph)-[names:NAMES]->() WHERE line.key STARTS WITH $key + "/appearance:" WITH names LIMIT 1 DELETE names',
        'NAMES are missing',
      ],
      [
        'a source is not stated any more',
        'MATCH (line:Rolegraph)-[stated:STATED_IN]->() WHERE line.key STARTS WITH $key + "/appearance:" WITH stated LIMIT 1 DELETE stated',
        'STATED_IN are missing',
      ],
      [
        'a place is none',
        'MATCH (node:Rolegraph) WHERE node.key STARTS WITH $key + "/category:" WITH node LIMIT 1 SET node.place = 9999',
        'categories',
      ],
      [
        'an overlap is gone',
        'MATCH (role:Rolegraph)-[overlap:OVERLAPS_WITH]->() WHERE role.key STARTS WITH $key + "/role:" WITH overlap LIMIT 1 DELETE overlap',
        'overlaps of roles',
      ],
    ])('reports what others have changed and says how to repair it: %s', async (_, change, says) => {
      const { open } = emptyCatalog(settings);
      const store = open(noShipped);
      const writer = open(giveShipped);
      const { key } = await writer.replace(await writer.current(), crowd);
      await cypher(change, { key, role: `/${someRole}` });
      const { code, message } = await storeFailure((await store.current()).graph());
      expect(code).toBe('DAMAGED');
      expect(message).toContain(says);
      expect(message).toContain('rolegraph import');
      // And that mends it.
      const mended = await store.replace(await store.current(), newer);
      expect(await mended.data()).toEqual(newer);
    });
  });

  test('reports that the current generation is gone, and an import repairs it', async () => {
    const { open, catalog } = emptyCatalog(settings);
    const store = open(giveShipped);
    await store.prepare();
    await cypher(
      'MATCH (generation:Rolegraph) WHERE generation.key STARTS WITH $catalog + "/" DETACH DELETE generation',
      {
        catalog,
      },
    );
    const current = await store.current();
    const unopened = await open(noShipped).current();
    const { code, message } = await storeFailure(unopened.graph());
    expect([code, message]).toEqual(['DAMAGED', expect.stringContaining('rolegraph import')]);
    const mended = await store.replace(current, small);
    expect(await mended.data()).toEqual(small);
  });

  test('reports a changed pointer with the node to delete, after which an import repairs it', async () => {
    const { open, catalog } = emptyCatalog(settings);
    const store = open(giveShipped);
    await store.prepare();
    await cypher('MATCH (catalog:Rolegraph {key: $catalog}) SET catalog.revision = 5', { catalog });
    const { code, message } = await storeFailure(store.current());
    expect([code, message]).toEqual(['DAMAGED', expect.stringContaining(`(:Rolegraph {key: '${catalog}'})`)]);
    await cypher('MATCH (catalog:Rolegraph {key: $catalog}) DELETE catalog', { catalog });
    const mended = await store.replace(await store.current(), small);
    expect(await mended.data()).toEqual(small);
  });

  describe('removes', () => {
    /** What an import leaves that is killed before it moves the pointer. */
    async function killedImport(catalog: string): Promise<string> {
      const executor = new Executor(() => new Connection(settings));
      const generation = {
        key: randomUUID(),
        revision: small.structure.revision,
        importedAt: new Date(),
        format: graphFormat,
        importedBy: null,
        changes: null,
      };
      await writeGeneration({ executor, catalog }, generation, small, () => undefined);
      await executor.close();
      return generation.key;
    }

    test('removes what killed imports left, when nobody can be at work on it any more', async () => {
      const { open, catalog } = emptyCatalog(settings);
      const orphan = await killedImport(catalog);
      const early = open(giveShipped);
      await early.prepare();
      expect(await nodesOf(orphan)).not.toEqual({ count: 0 });
      const late = open(giveShipped, { unusedFor: 1 });
      await late.prepare();
      await removed(orphan);
      expect(await (await late.current()).data()).toEqual(withLayout(shipped));
    });

    test('removes what was replaced, after which those who still hold it get an error', async () => {
      const { open } = emptyCatalog(settings);
      const [store, holder] = [open(giveShipped), open(noShipped)];
      const first = await store.replace(await store.current(), small);
      const held = await holder.current();
      const unopened = await open(noShipped).current();
      await held.graph();
      await store.replace(first, newer);
      await store.prepare();
      expect(await held.data()).toEqual(small);
      await cypher(
        'MATCH (generation:RolegraphGeneration) WHERE generation.key ENDS WITH $key CREATE (:Note)-[:SAW]->(generation)',
        { key: first.key },
      );
      const tidy = open(noShipped, { unusedFor: 1 });
      await tidy.prepare();
      await removed(first.key);
      for (const late of [
        () => held.texts({ responsibilitySummaries: [], roleSummaries: [0], appearances: [] }),
        () => unopened.graph(),
        () => held.data(),
      ]) {
        const { code, message } = await storeFailure(late());
        expect([code, message]).toEqual(['EXPIRED', expect.stringContaining('Ask again')]);
      }
      expect(await (await holder.current()).data()).toEqual(newer);
    });

    test('removes nothing that is just being made current, whoever comes first', async () => {
      const { open, catalog } = emptyCatalog(settings);
      const store = open(giveShipped);
      await store.prepare();
      const executor = new Executor(() => new Connection(settings));
      onTestFinished(() => executor.close());

      // The move of an import that has lost its connection, still under way when the import gives up.
      const { key: before } = await store.current();
      const generation = await killedImport(catalog);
      const session = byHand.session('WRITE');
      const transaction = await session.beginTransaction();
      const text = await readFile(new URL('../../../cypher/move-pointer.cypher', import.meta.url), 'utf8');
      await transaction.run(text, { catalog, generation, replaced: before });
      const isGivenUp = abandonGeneration({ executor, catalog }, generation);
      await isBlocked(generation);
      await transaction.commit();
      await session.close();
      expect(await isGivenUp).toBe(false);
      expect((await store.current()).key).toBe(generation);
      expect(await (await store.current()).data()).toEqual(small);

      // The other way round.
      const other = await killedImport(catalog);
      expect(await abandonGeneration({ executor, catalog }, other)).toBe(true);
      expect(await movePointer({ executor, catalog }, generation, other)).toBeUndefined();
      expect((await store.current()).key).toBe(generation);
    });

    test('leaves nothing of an import that conflicts', async () => {
      const { open, catalog } = emptyCatalog(settings);
      const [one, other] = [open(giveShipped), open(giveShipped)];
      const seen = await other.current();
      await one.replace(await one.current(), small);
      await expect(other.replace(seen, newer)).rejects.toMatchObject({ code: 'CONFLICT' });
      const generations = () =>
        cypher(
          'MATCH (generation:Rolegraph) WHERE generation.key STARTS WITH $catalog + "/" RETURN count(generation) AS count',
          { catalog },
        );
      await eventually(async () => {
        expect(await generations()).toEqual([{ count: 1 }]);
      });
    });
  });

  test('fails an import that paused until it was taken for killed, and changes nothing', async () => {
    const { open, catalog } = emptyCatalog(settings);
    const proxy = await neo4jProxy(settings.uri);
    const pausing = open(giveShipped, { settings: { ...settings, uri: proxy.uri } });
    const before = await open(giveShipped).prepare();
    // Paused when its first batch is written, until another store has removed what it wrote. Its deadlines stand still
    // meanwhile, for the removal may take longer.
    const { promise: hasPaused, resolve: pause } = Promise.withResolvers<undefined>();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const replacing = storeFailure(
      pausing.replace(await pausing.current(), small, {
        onProgress: () => {
          vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
          proxy.pause();
          pause(undefined);
        },
      }),
    );
    await hasPaused;
    const tidying = open(giveShipped, { unusedFor: 1 });
    while ((await generationsOf(catalog)) > 1) {
      await tidying.prepare();
      await setTimeout(20);
    }
    vi.useRealTimers();
    proxy.resume();
    const failure = await replacing;
    expect(failure).toMatchObject({ code: 'CONFLICT' });
    expect(failure.message).toContain('Import again');
    expect(await pausing.current()).toEqual(before);
  });

  test('undoes a batch that was waiting while its generation was claimed', async () => {
    const { catalog } = emptyCatalog(settings);
    const generation = randomUUID();
    const key = `${catalog}/${generation}`;
    await cypher('CREATE (:Rolegraph:RolegraphGeneration {key: $key})', { key });
    const session = byHand.session('WRITE');
    const claim = session.beginTransaction();
    await claim.run('MATCH (generation:Rolegraph {key: $key}) SET generation.removing = true', { key });
    const text = await readFile(new URL('../../../cypher/create-nodes.cypher', import.meta.url), 'utf8');
    const batch = { ends: [], kinds: {}, nodes: [{ properties: { id: 'topic:x' }, relationships: [] }] };
    const outcome = cypher(text, { catalog, generation, label: 'Topic', batch }).then(
      () => 'written',
      (error: unknown) => (error instanceof Neo4jError ? error.code : error),
    );
    await isBlocked(generation);
    await claim.commit();
    await session.close();
    expect(await outcome).toBe('Neo.ClientError.Statement.ArithmeticError');
    expect(await cypher('MATCH (node:Rolegraph {key: $key}) RETURN node', { key: `${generation}/topic:x` })).toEqual(
      [],
    );
  });

  test('reports the progress of an import', async () => {
    const { open } = emptyCatalog(settings);
    const store = open(giveShipped);
    const told: { written: number; total: number }[] = [];
    await store.replace(await store.current(), small, { onProgress: (progress) => told.push(progress) });
    expect(told.length).toBeGreaterThan(5);
    expect(told.every(({ written }, at) => written > (told[at - 1]?.written ?? 0))).toBe(true);
    expect(told.at(-1)?.written).toBe(told.at(-1)?.total);
  });

  test('reports at once that a database does not exist', async () => {
    const { open } = emptyCatalog({ ...settings, database: 'nowhere' });
    expect(await storeFailure(open(noShipped).current())).toMatchObject({ code: 'MISCONFIGURED' });
  });
});

describe('a store whose Neo4j', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const openAt = (port: number) => {
    const settings = {
      uri: `bolt://127.0.0.1:${port}`,
      username: 'hidden-user',
      password: 'hidden-word',
      database: undefined,
    };
    const store = openNeo4jStore({ settings, shippedCatalog: noShipped });
    onTestFinished(() => store.close());
    return store;
  };

  test('a store whose Neo4j is not there says so within three seconds, without names and passwords', async () => {
    const startedAt = performance.now();
    const failure = await storeFailure(openAt(9).current());
    expectWithin(performance.now() - startedAt, 3_000);
    expect(failure.code).toBe('UNAVAILABLE');
    expect(failure.message).not.toMatch(/127\.0\.0\.1|hidden/);
  });

  test('a store whose Neo4j accepts connections and answers nothing says so within three seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
    const {
      port,
      hasHeard: [first, second],
    } = await silentServer();
    const failing = storeFailure(openAt(port).current());
    await first;
    await vi.advanceTimersByTimeAsync(1_000);
    // Another connection is tried.
    await second;
    await vi.advanceTimersByTimeAsync(2_000);
    // Would never come if it needed more time of this clock, which stands still.
    expect(['UNAVAILABLE', 'TIMEOUT']).toContain((await failing).code);
  });

  test('a closed store does not answer any more, and closing does not wait for Neo4j', async () => {
    const store = openAt(9);
    await store.close();
    await store.close();
    expect(await storeFailure(store.current())).toMatchObject({ code: 'UNAVAILABLE' });
  });
});
