import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { SeededRandom } from '../../bench/seeded-random.ts';
import { withLayout } from '../../src/graph/layout/graph-layout.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import type { GraphData } from '../../src/graph/structure/graph-data.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openNeo4jStore, type Neo4jStoreParts } from '../../src/store/neo4j/neo4j-store.ts';
import { cliProcess, spawnCli } from '../support/processes/cli-process.ts';
import { eventually } from '../support/eventually.ts';
import { neo4jProxy, type Neo4jProxy } from '../support/neo4j/neo4j-proxy.ts';
import { ownNeo4jServer, type Neo4jServer } from '../support/neo4j/own-neo4j-server.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import {
  addressOf,
  canHurtNeo4j,
  longHook,
  plainConnection,
  sends,
  settingsOf,
  startServing,
  type Cypher,
} from './neo4j-under-load.ts';

/** Moments at which an import is killed: some anywhere in it, some while it writes. */
const anywhere = 10;
const whileWriting = 10;

/** Counts the parts of what a process sends to the database, and kills the process at one of them. */
class Killer {
  /** How many parts have been sent. */
  sent = 0;
  /** How many had been sent when the new generation was begun, and when the pointer was to be moved to it. */
  begunAt = Infinity;
  movedAt = Infinity;

  /** @param isMoment whether to kill the process now; `isBefore` whether the part at hand is to be the first that is lost. */
  constructor(proxy: Neo4jProxy, child: ChildProcess, isMoment: (killer: Killer) => boolean, isBefore: boolean) {
    proxy.onRequest = (part) => {
      this.sent++;
      if (sends(part, 'create-generation')) this.begunAt = this.sent;
      if (sends(part, 'move-pointer')) this.movedAt = this.sent;
      if (child.killed || !isMoment(this)) return;
      if (isBefore) proxy.pause();
      child.kill('SIGKILL');
    };
  }
}

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
      await eventually(async () => {
        expect(await generations()).toEqual([`catalog/${key}`]);
      }, 100);
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

  test('an import that is killed at any moment leaves the old catalog or the new one, whole', async ({ annotate }) => {
    const folder = await temporaryFolder();
    // Both alike in size, so that each import of one over the other sends as much as any.
    const catalogs = [1, 2].map((seed) => generatedCatalog({ roles: 300, seed, appearancesPerRole: 1 }));
    const graphs = catalogs.map((catalog) => withLayout(graphOfCatalog(catalog)));
    const fileOf = (index: number) => join(folder, `${index}.json`);
    for (const [index, catalog] of catalogs.entries()) await writeFile(fileOf(index), JSON.stringify(catalog));
    const proxy = await neo4jProxy(database.uri);

    const importKilledAt = async (index: number, isMoment: (killer: Killer) => boolean, isBefore: boolean) => {
      const child = spawnCli(['import', fileOf(index)], settingsOf(proxy));
      child.stdout?.resume();
      child.stderr?.resume();
      const killer = new Killer(proxy, child, isMoment, isBefore);
      await once(child, 'exit');
      proxy.onRequest = () => undefined;
      return { child, killer };
    };

    // Two whole imports, undisturbed: the second, over the first, shows how much is sent, and when it begins to write.
    expect((await cliProcess(['import', fileOf(1)], settingsOf(database))).code).toBe(0);
    const undisturbed = await importKilledAt(0, () => false, false);
    expect(undisturbed.child.exitCode).toBe(0);
    const { sent: whole, begunAt } = undisturbed.killer;

    const random = new SeededRandom(1);
    const outcomes = { old: 0, new: 0, killed: 0, whileWriting: 0 };
    let current = await served(graphs);
    for (let attempts = 0; outcomes.killed < anywhere + whileWriting; attempts++) {
      const before = await generations();
      const place =
        outcomes.killed < anywhere
          ? ((attempts % anywhere) + random.number()) / anywhere
          : (begunAt + random.number() * (whole - begunAt)) / whole;
      // Every other one after the database has been sent what the process does not live to see answered.
      const isBefore = attempts % 2 === 0;
      const moment = 1 + Math.floor(place * whole);
      const { child } = await importKilledAt(current === graphs[0] ? 1 : 0, ({ sent }) => sent >= moment, isBefore);
      proxy.drop();
      const after = await served(graphs);
      if (child.signalCode === 'SIGKILL') {
        outcomes.killed++;
      } else {
        // It has sent less than the others, and was over before its moment.
        expect(after, 'what an import that was not killed has imported').not.toBe(current);
      }
      outcomes[after === current ? 'old' : 'new']++;
      if (after === current && (await generations()).some((key) => !before.includes(key))) outcomes.whileWriting++;
      current = after;
    }
    await annotate(`${whole} parts, writing from the ${begunAt}th: ${JSON.stringify(outcomes)}`);
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

  test('a server that is killed while it fills an empty database leaves that to the next', async () => {
    const shipped = withLayout(graphOfCatalog(await shippedCatalog()));
    const random = new SeededRandom(2);
    const afterBegin = (parts: number) => (killer: Killer) => killer.sent >= killer.begunAt + parts;
    const moments = [
      { isMoment: afterBegin(1 + Math.floor(random.number() * 4)), isBefore: true },
      { isMoment: afterBegin(5 + Math.floor(random.number() * 4)), isBefore: false },
      { isMoment: ({ sent, movedAt }: Killer) => sent >= movedAt, isBefore: true },
      { isMoment: ({ sent, movedAt }: Killer) => sent >= movedAt, isBefore: false },
    ];
    const proxy = await neo4jProxy(database.uri);
    let partial = 0;
    for (const { isMoment, isBefore } of moments) {
      await cypher('MATCH (node) DETACH DELETE node');
      const { child, ended } = startServing(settingsOf(proxy));
      new Killer(proxy, child, isMoment, isBefore);
      await ended;
      proxy.onRequest = () => undefined;
      proxy.drop();
      expect(child.signalCode).toBe('SIGKILL');
      const [pointer] = await cypher("MATCH (node {key: 'catalog'}) RETURN node.generation AS generation");
      if (pointer?.['generation'] == null) partial++;
      else await served([shipped]);
    }
    // Else it was over each time before it was killed, and nothing was shown.
    expect(partial).toBeGreaterThan(2);
    const next = startServing(settingsOf(database));
    await addressOf(next);
    await served([shipped]);
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
    await expectTidied();
    await served([shipped]);
  });
});
