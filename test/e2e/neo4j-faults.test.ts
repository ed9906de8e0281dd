import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { cliProcess } from '../support/cli-process.ts';
import { ownNeo4jServer, type Neo4jServer } from '../support/neo4j-server.ts';
import { shippedCatalog } from '../support/shipped-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import {
  addressOf,
  ask,
  backOf,
  canHurtNeo4j,
  feltOutage,
  freePort,
  Load,
  longHook,
  plainConnection,
  questionOf,
  settingsOf,
  startServing,
  type Question,
} from './neo4j-under-load.ts';

/** What the issue promises of a database that is away, in milliseconds. */
const answerWhileAway = 3_000;
const answerAgain = 5_000;

/** Every character that a shell, a URL, JSON or the driver could take for something else. */
const password = 'pässwört @:/?#[]%41&=+$"\'`\\ {}|<>^~ 🔑';

/** Some need texts from the store, some only what the server holds; the last needs all texts at its first time. */
const queries = [
  '{ catalog { name version revision roleCount responsibilityCount appearanceCount } }',
  '{ pillars { id name roleCount } topics { id name } }',
  '{ roles(first: 30) { totalCount nodes { title summary } } }',
  '{ roles(last: 5, filter: { pillarCount: { min: 2 } }) { nodes { title pillars { name } overlaps(first: 5) { totalCount nodes { title } } } } }',
  '{ role(by: { title: "SRE" }) { title summary appearances { titles summary note source { line } } } }',
  '{ overlap(of: ["pillar:reliability", "pillar:security"]) { groups { name } roles(first: 10) { nodes { title summary } } } }',
  '{ roles(first: 100) { nodes { slug appearances { titles summary note } } } }',
  '{ search(query: "backup", first: 5) { totalCount edges { label matched kind } } }',
];

async function askedOfShipped(): Promise<readonly Question[]> {
  const catalog = await shippedCatalog();
  return Promise.all(queries.map((query) => questionOf(query, [catalog])));
}

describe.runIf(canHurtNeo4j)('a server whose database', () => {
  let database: Neo4jServer;
  let questions: readonly Question[];
  beforeAll(async () => {
    [database, questions] = await Promise.all([ownNeo4jServer({ password }), askedOfShipped()]);
  }, longHook);

  const serve = () => startServing(settingsOf(database, password));
  const back = () => backOf(database, password);
  const secrets = [password];

  /** A server under a load that it has answered rightly for a while. */
  async function loaded() {
    const serving = serve();
    const load = new Load({ urls: [await addressOf(serving)], questions, connections: 8, pause: 5, secrets });
    await wait(1_500);
    expect(load.answers.filter(({ right }) => right === undefined)).toEqual([]);
    return { serving, load };
  }

  interface Fault {
    readonly name: string;
    readonly down: () => unknown;
    readonly up: () => unknown;
    /** How long it is away at least, in milliseconds. */
    readonly away: number;
  }
  const restart = () => database.restart();
  const freeze = () => {
    database.freeze();
  };
  const resume = () => {
    database.resume();
  };
  const faults: readonly Fault[] = [
    { name: 'is killed and started again', down: () => database.kill(), up: restart, away: 1_000 },
    { name: 'ends in order and is started again', down: () => database.stop(), up: restart, away: 500 },
    { name: 'is frozen and resumed', down: freeze, up: resume, away: 7_000 },
    { name: 'is frozen for less than anybody waits', down: freeze, up: resume, away: 1_500 },
  ];

  test.for(faults)(
    '$name: errors within 3 s, right answers within 5 s of its return',
    { timeout: 60_000 },
    async ({ down, up, away }, { annotate }) => {
      const { serving, load } = await loaded();
      const downAt = performance.now();
      await down();
      await wait(away);
      // Asks before it is back already, so that its first answer is seen.
      const [backAt] = await Promise.all([back(), up()]);
      const felt = () => feltOutage(load.answers, downAt, backAt);
      // What is asked just before all is right again may still fail: nothing does for as long as a question may wait.
      while (performance.now() - backAt < Math.min(felt().again + answerWhileAway, answerAgain + 1_000))
        await wait(100);
      await load.end();

      const { longest, again, failed } = felt();
      await annotate(
        `longest wait ${longest} ms, right again after ${again} ms, ${failed} of ${load.answers.length} failed`,
      );
      expect(load.wrong.slice(0, 5)).toEqual([]);
      expect(longest, 'the longest wait while it was away').toBeLessThan(answerWhileAway);
      expect(again, 'until all was right again').toBeLessThan(answerAgain);
      if (away > answerWhileAway) expect(failed).toBeGreaterThan(0);
      expect(serving.child.exitCode).toBe(null);
      expect(serving.output()).not.toContain(password);
    },
  );

  test('closes connections, idle ones and others: nobody notices', async () => {
    const { serving, load } = await loaded();
    const connection = plainConnection(database, password);
    onTestFinished(() => connection.close());
    const closeOthers = async () => {
      const closed = await connection.cypher(
        "CALL dbms.listConnections() YIELD connectionId, userAgent WHERE userAgent = 'rolegraph' " +
          'WITH collect(connectionId) AS ids CALL dbms.killConnections(ids) YIELD connectionId RETURN connectionId',
      );
      return closed.length;
    };
    let busy = 0;
    for (let time = 0; time < 5; time += 1) {
      busy += await closeOthers();
      await wait(300);
    }
    await load.end();
    expect(load.answers.filter(({ right }) => right === undefined).slice(0, 5)).toEqual([]);
    expect(busy).toBeGreaterThan(0);

    expect(await closeOthers()).toBeGreaterThan(0);
    const url = await addressOf(serving);
    // Longer than the pointer is held, so that it is asked for on a connection that is gone.
    await wait(1_100);
    const answers = await Promise.all(questions.map((question) => ask(url, question, secrets)));
    expect(answers.filter(({ right }) => right === undefined)).toEqual([]);
  });

  test('is frozen ends in order on SIGTERM, within the time that it may take to drain', async () => {
    const { serving, load } = await loaded();
    await load.end();
    const url = await addressOf(serving);
    onTestFinished(resume);
    database.freeze();
    await wait(1_100);
    const asked = questions.map((question) => ask(url, question, secrets));
    await wait(300);
    const signalledAt = performance.now();
    serving.child.kill('SIGTERM');
    expect(await serving.ended).toBe(0);
    expect(performance.now() - signalledAt).toBeLessThan(10_000);
    const answers = await Promise.all(asked);
    for (const { code, wrong } of answers) expect(wrong ?? code).toMatch(/^(UNAVAILABLE|TIMEOUT)$/);
  });

  test('refuses the password says so at once, and does not show it', async () => {
    await back();
    const wrong = 'wrong-p@sswörd';
    const startedAt = performance.now();
    const { code, stdout, stderr } = await cliProcess(['serve'], { ...settingsOf(database, wrong), PORT: '0' });
    const took = performance.now() - startedAt;
    expect(code).toBe(1);
    expect(took).toBeLessThan(5_000);
    expect(stderr).toMatch(/NEO4J_USERNAME.*NEO4J_PASSWORD/);
    expect(stdout + stderr).not.toContain(wrong);
    expect(stdout).not.toContain('Ready at');
    // The right one was good all the time.
    const [question] = questions;
    if (question === undefined) throw new Error('There is nothing to ask.');
    expect((await ask(await addressOf(serve()), question)).right).toBeDefined();
  });

  test('is killed during an import fails that, in words, and keeps what was', { timeout: 120_000 }, async () => {
    const serving = serve();
    const url = await addressOf(serving);
    const file = join(await temporaryFolder(), 'big.json');
    await writeFile(file, JSON.stringify(generatedCatalog({ roles: 600, seed: 1, appearancesPerRole: 1 })));
    const rolegraph = () => cliProcess(['import', file], settingsOf(database, password));
    const connection = plainConnection(database, password);
    onTestFinished(() => connection.close());
    const rows = () => connection.cypher('MATCH (node:RolegraphGeneration) RETURN node.key');
    const before = (await rows()).length;

    const importing = rolegraph();
    await vi.waitUntil(async () => (await rows()).length > before, { timeout: 30_000, interval: 5 });
    await database.kill();
    const { code, stderr } = await importing;
    expect([code, stderr]).toEqual([1, expect.stringContaining('Neo4j does not answer.')]);
    expect(stderr).not.toMatch(/\n\s+at |internal error of Rolegraph/);
    expect(stderr).not.toContain(password);

    await Promise.all([back(), restart()]);
    await vi.waitFor(
      async () => {
        const answers = await Promise.all(questions.map((question) => ask(url, question, secrets)));
        expect(answers.map(({ wrong }) => wrong).filter((wrong) => wrong !== undefined)).toEqual([]);
        expect(answers.every(({ right }) => right !== undefined)).toBe(true);
      },
      { timeout: 20_000, interval: 100 },
    );
    expect(await rolegraph()).toMatchObject({ code: 0, stderr: '' });
  });
});

describe.runIf(canHurtNeo4j)('a server that starts before its database', () => {
  test('says so again and again, and serves when it comes', { timeout: 180_000 }, async ({ annotate }) => {
    const [port, databasePort] = [await freePort(), await freePort()];
    const uri = `bolt://127.0.0.1:${databasePort}`;
    const serving = startServing({ PORT: String(port), NEO4J_URI: uri });
    const url = `http://127.0.0.1:${port}`;
    await serving.printed(/"msg":"(Neo4j does not answer yet; retrying in 1 s: [^"]*)"/);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const ready = await fetch(`${url}/ready`);
    expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('Neo4j does not answer.')]);
    const questions = await askedOfShipped();
    const asked = await Promise.all(questions.map((question) => ask(url, question)));
    expect(asked.map(({ wrong, code }) => wrong ?? code)).toEqual(questions.map(() => 'UNAVAILABLE'));
    const longest = Math.max(...asked.map(({ sentAt, answeredAt }) => answeredAt - sentAt));
    expect(longest).toBeLessThan(answerWhileAway);
    await serving.printed(/"msg":"(Neo4j does not answer yet; retrying in 2 s: )/);
    expect(serving.output()).not.toMatch(/Ready at|Imported/);

    const load = new Load({ urls: [url], questions, connections: 2, pause: 100 });
    const database = await ownNeo4jServer({ port: databasePort });
    const backAt = await backOf(database);
    expect(await addressOf(serving)).toBe(url);
    await annotate(`ready ${Math.round(performance.now() - backAt)} ms after the database`);
    expect(serving.output()).toContain('Imported the catalog that ships, as the database had none.\n');
    await load.end();
    const answers = await Promise.all(questions.map((question) => ask(url, question)));
    expect(answers.filter(({ right }) => right === undefined)).toEqual([]);
    expect(load.wrong.slice(0, 5)).toEqual([]);
    expect((await fetch(`${url}/ready`)).status).toBe(200);
  });
});
