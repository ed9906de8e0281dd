import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { cliProcess } from '../support/processes/cli-process.ts';
import { eventually } from '../support/eventually.ts';
import { neo4jProxy } from '../support/neo4j/neo4j-proxy.ts';
import { ownNeo4jServer, type Neo4jServer } from '../support/neo4j/own-neo4j-server.ts';
import { expectWithin } from '../support/promised-time.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import {
  addressOf,
  ask,
  backOf,
  canHurtNeo4j,
  freePort,
  Load,
  longHook,
  sends,
  settingsOf,
  startServing,
  type Question,
} from './neo4j-under-load.ts';
import { questionsToShipped } from './questions-to-shipped.ts';

/** Every character that a shell, a URL, JSON or the driver could take for something else. */
const password = 'pässwört @:/?#[]%41&=+$"\'`\\ {}|<>^~ 🔑';

describe.runIf(canHurtNeo4j)('with a database of its own', () => {
  let database: Neo4jServer;
  let questions: readonly Question[];
  beforeAll(async () => {
    [database, questions] = await Promise.all([ownNeo4jServer({ password }), questionsToShipped()]);
  }, longHook);

  const serve = () => startServing(settingsOf(database, password));
  const back = () => backOf(database, password);
  const secrets = [password];

  test('a server whose database is frozen ends in order on SIGTERM, within the time that draining may take', async () => {
    const serving = serve();
    const url = await addressOf(serving);
    const load = new Load({ urls: [url], questions, connections: 8, secrets });
    await load.answered(50);
    await load.end();
    expect(load.answers.filter(({ right }) => right === undefined)).toEqual([]);
    onTestFinished(() => {
      database.resume();
    });
    database.freeze();
    // Longer than the pointer is held, so that it is asked for again.
    await wait(1_100);
    const asked = questions.map((question) => ask(url, question, secrets));
    // The server reads requests in the order in which they come, so it has got these once it answers later ones.
    for (let probes = 0; probes < 3; probes++) await fetch(`${url}/health`);
    const signalledAt = performance.now();
    serving.child.kill('SIGTERM');
    expect(await serving.ended).toBe(0);
    expectWithin(performance.now() - signalledAt, 10_000);
    const answers = await Promise.all(asked);
    for (const { code, wrong } of answers) expect(wrong ?? code).toMatch(/^(UNAVAILABLE|TIMEOUT)$/);
  });

  test('a server whose database refuses the password says so at once, and does not show it', async () => {
    await back();
    const wrong = 'wrong-p@sswörd';
    const startedAt = performance.now();
    const { code, stdout, stderr } = await cliProcess(['serve'], { ...settingsOf(database, wrong), PORT: '0' });
    const took = performance.now() - startedAt;
    expect(code).toBe(1);
    expectWithin(took, 5_000);
    expect(stderr).toMatch(/NEO4J_USERNAME.*NEO4J_PASSWORD/);
    expect(stdout + stderr).not.toContain(wrong);
    expect(stdout).not.toContain('Ready at');
    // The right one was good all the time.
    const [question] = questions;
    if (question === undefined) throw new Error('There is nothing to ask.');
    expect((await ask(await addressOf(serve()), question)).right).toBeDefined();
  });

  test('an import whose database is killed meanwhile fails, says why, and keeps what was', async () => {
    const serving = serve();
    const url = await addressOf(serving);
    const file = join(await temporaryFolder(), 'big.json');
    await writeFile(file, JSON.stringify(generatedCatalog({ roles: 600, seed: 1, appearancesPerRole: 1 })));
    const proxy = await neo4jProxy(database.uri);
    const rolegraph = () => cliProcess(['import', file], settingsOf(proxy, password));
    const hasBegun = new Promise<void>((resolve) => {
      proxy.onRequest = (part) => {
        if (!sends(part, 'create-nodes')) return;
        proxy.pause();
        resolve();
      };
    });

    const importing = rolegraph();
    await hasBegun;
    await database.kill();
    proxy.onRequest = () => undefined;
    proxy.resume();
    const { code, stderr } = await importing;
    expect([code, stderr]).toEqual([1, expect.stringContaining('Neo4j does not answer.')]);
    expect(stderr).not.toMatch(/\n\s+at |internal error of Rolegraph/);
    expect(stderr).not.toContain(password);

    await Promise.all([back(), database.restart()]);
    await eventually(async () => {
      const answers = await Promise.all(questions.map((question) => ask(url, question, secrets)));
      expect(answers.map(({ wrong }) => wrong).filter((wrong) => wrong !== undefined)).toEqual([]);
      expect(answers.every(({ right }) => right !== undefined)).toBe(true);
    }, 100);
    expect(await rolegraph()).toMatchObject({ code: 0, stderr: '' });
  });
});

describe.runIf(canHurtNeo4j)('at the start', () => {
  test('a server that starts before its database says so again and again, and serves when it comes', async ({
    annotate,
  }) => {
    const [port, databasePort] = [await freePort(), await freePort()];
    const uri = `bolt://127.0.0.1:${databasePort}`;
    const serving = startServing({ PORT: String(port), NEO4J_URI: uri });
    const url = `http://127.0.0.1:${port}`;
    await serving.printed(/"msg":"(Neo4j does not answer yet; retrying in 1 s: [^"]*)"/);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const ready = await fetch(`${url}/ready`);
    expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('Neo4j does not answer.')]);
    const questions = await questionsToShipped();
    const asked = await Promise.all(questions.map((question) => ask(url, question)));
    expect(asked.map(({ wrong, code }) => wrong ?? code)).toEqual(questions.map(() => 'UNAVAILABLE'));
    const longest = Math.max(...asked.map(({ sentAt, answeredAt }) => answeredAt - sentAt));
    expectWithin(longest, 3_000);
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
