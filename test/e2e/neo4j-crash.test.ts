import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { SeededRandom } from '../../bench/seeded-random.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import type { GraphData } from '../../src/graph/structure/graph-data.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openNeo4jStore, type Neo4jStoreParts } from '../../src/store/neo4j/neo4j-store.ts';
import { cliProcess, spawnCli } from '../support/cli-process.ts';
import { ownNeo4jServer, type Neo4jServer } from '../support/neo4j-server.ts';
import { shippedCatalog } from '../support/shipped-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import {
  addressOf,
  canHurtNeo4j,
  longHook,
  plainConnection,
  settingsOf,
  startServing,
  type Cypher,
} from './neo4j-under-load.ts';

/** Moments at which an import is killed: some anywhere in it, some while it writes. */
const anywhere = 10;
const whileWriting = 10;

/** Moments at which a server is killed while it fills an empty database. */
const starts = 4;

describe.runIf(canHurtNeo4j)('what is killed at any moment', () => {
  let database: Neo4jServer;
  let cypher: Cypher;
  beforeAll(async () => {
    database = await ownNeo4jServer();
    const connection = plainConnection(database);
    ({ cypher } = connection);
    return () => connection.close();
  }, longHook);

  beforeEach(async () => {
    await cypher('MATCH (node) DETACH DELETE node');
  });

  const generations = async () =>
    (await cypher('MATCH (node:RolegraphGeneration) RETURN node.key AS key')).map(({ key }) => key);

  /** The database as Rolegraph reads it, in this process. */
  function opened(parts: Partial<Neo4jStoreParts> = {}): GraphStore {
    const settings = { uri: database.uri, username: undefined, password: undefined, database: undefined };
    return openNeo4jStore({ settings, shippedCatalog: () => Promise.reject<GraphData>(new Error('lost')), ...parts });
  }

  /** Which of some graphs is served; it is whole, and exactly that one. */
  async function served(graphs: readonly GraphData[]): Promise<GraphData> {
    const store = opened();
    try {
      const generation = await store.current();
      const graph = graphs.find(({ structure }) => structure.revision === generation.revision);
      if (graph === undefined) throw new Error(`Neither old nor new is served, but ${generation.revision}`);
      expect(isDeepStrictEqual(await generation.data(), graph), 'the generation that is served is whole').toBe(true);
      return graph;
    } finally {
      await store.close();
    }
  }

  /** Removes what the killed ones left, as a server does a minute later, and finds nothing but one generation then. */
  async function expectTidied(): Promise<void> {
    const store = opened({ unusedFor: 300 });
    try {
      await store.prepare();
      const { key } = await store.current();
      await vi.waitFor(
        async () => {
          expect(await generations()).toEqual([`catalog/${key}`]);
        },
        { timeout: 20_000, interval: 100 },
      );
      expect(
        await cypher(
          `MATCH (node) WHERE node.key <> 'catalog' AND NOT node.key CONTAINS '${key}' RETURN node.key LIMIT 3`,
        ),
        'nodes of no generation',
      ).toEqual([]);
    } finally {
      await store.close();
    }
  }

  test('an import leaves the old catalog or the new one, whole', { timeout: 240_000 }, async ({ annotate }) => {
    const folder = await temporaryFolder();
    // Both alike in size, so that each import of one over the other takes as long as any.
    const catalogs = [1, 2].map((seed) => generatedCatalog({ roles: 300, seed, appearancesPerRole: 1 }));
    const graphs = catalogs.map((catalog) => graphOfCatalog(catalog));
    const fileOf = (index: number) => join(folder, `${index}.json`);
    for (const [index, catalog] of catalogs.entries()) await writeFile(fileOf(index), JSON.stringify(catalog));

    const startImport = (index: number) => {
      const startedAt = performance.now();
      const child = spawnCli(['import', fileOf(index)], settingsOf(database));
      child.stdout?.resume();
      child.stderr?.resume();
      const ended = once(child, 'exit').then(() => performance.now() - startedAt);
      return { child, ended };
    };
    /** Waits until there are generations beside those known, or the import at hand is over: it has begun to write. */
    const writingBeside = async (known: readonly unknown[], { child }: ReturnType<typeof startImport>) => {
      while (child.exitCode === null && (await generations()).every((key) => known.includes(key))) await wait(5);
    };

    // Two whole imports, undisturbed: the first warms up; how long the second takes, and how long it writes.
    expect((await cliProcess(['import', fileOf(1)], settingsOf(database))).code).toBe(0);
    const known = await generations();
    const undisturbed = startImport(0);
    await writingBeside(known, undisturbed);
    const writingFrom = performance.now();
    let whole = await undisturbed.ended;
    expect(undisturbed.child.exitCode).toBe(0);
    let writing = performance.now() - writingFrom;

    const random = new SeededRandom(1);
    const outcomes = { old: 0, new: 0, killed: 0, whileWriting: 0 };
    let current = await served(graphs);
    // Some imports are over before their moment: the machine has become faster, so the next moments come sooner.
    for (let attempts = 0; outcomes.killed < anywhere + whileWriting && attempts < 40; attempts += 1) {
      const before = await generations();
      const attempt = startImport(current === graphs[0] ? 1 : 0);
      if (outcomes.killed < anywhere) {
        const place = ((attempts % anywhere) + random.number()) / anywhere;
        await Promise.race([wait(0.9 * place * whole), attempt.ended]);
      } else {
        await writingBeside(before, attempt);
        await Promise.race([wait(0.9 * random.number() * writing), attempt.ended]);
      }
      attempt.child.kill('SIGKILL');
      const took = await attempt.ended;
      const after = await served(graphs);
      if (attempt.child.signalCode === 'SIGKILL') {
        outcomes.killed += 1;
      } else {
        expect(after, 'what an import that was not killed has imported').not.toBe(current);
        const faster = Math.min(1, took / whole);
        whole *= faster;
        writing *= 0.9 * faster;
      }
      outcomes[after === current ? 'old' : 'new'] += 1;
      if (after === current && (await generations()).some((key) => !before.includes(key))) outcomes.whileWriting += 1;
      current = after;
    }
    await annotate(`${Math.round(whole)} ms, of which ${Math.round(writing)} writing: ${JSON.stringify(outcomes)}`);
    // Else the imports were over before they were killed, and nothing was shown.
    expect(outcomes.killed, JSON.stringify(outcomes)).toBe(anywhere + whileWriting);
    expect(outcomes.whileWriting, JSON.stringify(outcomes)).toBeGreaterThan(3);

    // The next import by the real command, whatever the last one left.
    const next = current === graphs[0] ? 1 : 0;
    expect(await cliProcess(['import', fileOf(next)], settingsOf(database))).toMatchObject({ code: 0, stderr: '' });
    expect(await served(graphs)).toBe(graphs[next]);
    await expectTidied();
    expect(await served(graphs)).toBe(graphs[next]);
  });

  test('a server that fills an empty database leaves that to the next', { timeout: 120_000 }, async () => {
    const shipped = graphOfCatalog(await shippedCatalog());
    const random = new SeededRandom(2);
    let partial = 0;
    for (let kill = 0; kill < starts; kill += 1) {
      await cypher('MATCH (node) DETACH DELETE node');
      const { child, ended } = startServing(settingsOf(database));
      // From when it begins to write, which takes some hundred milliseconds.
      await vi.waitFor(async () => {
        expect(await cypher('MATCH (node:RolegraphGeneration) RETURN node.key AS key')).toHaveLength(1);
      }, 60_000);
      await wait(random.number() * 300);
      child.kill('SIGKILL');
      await ended;
      const [pointer] = await cypher("MATCH (node {key: 'catalog'}) RETURN node.generation AS generation");
      if (pointer?.['generation'] == null) partial += 1;
      else await served([shipped]);
    }
    // Else it was over each time before it was killed, and nothing was shown.
    expect(partial).toBeGreaterThan(0);
    const next = startServing(settingsOf(database));
    await addressOf(next);
    await served([shipped]);
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
    await expectTidied();
    await served([shipped]);
  });
});
