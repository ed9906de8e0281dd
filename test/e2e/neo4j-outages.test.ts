import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ownNeo4jServer, type Neo4jServer } from '../support/neo4j/own-neo4j-server.ts';
import { expectWithin, measuresTime } from '../support/promised-time.ts';
import {
  addressOf,
  ask,
  backOf,
  canHurtNeo4j,
  feltOutage,
  Load,
  longHook,
  plainConnection,
  settingsOf,
  startServing,
  type Question,
} from './neo4j-under-load.ts';
import { questionsToShipped } from './questions-to-shipped.ts';

/** What is promised while the database is away, and after its return, in milliseconds. */
const answerWhileAway = 3_000;
const answerAgain = 5_000;

/** Every character that a shell, a URL, JSON or the driver could take for something else. */
const password = 'pässwört @:/?#[]%41&=+$"\'`\\ {}|<>^~ 🔑';

describe.runIf(canHurtNeo4j)('a server whose database', () => {
  let database: Neo4jServer;
  let questions: readonly Question[];
  beforeAll(async () => {
    [database, questions] = await Promise.all([ownNeo4jServer({ password }), questionsToShipped()]);
  }, longHook);

  const secrets = [password];
  const connections = 8;

  /** A server under a load that it has answered rightly for a while. */
  async function loaded() {
    const serving = startServing(settingsOf(database, password));
    const load = new Load({ urls: [await addressOf(serving)], questions, connections, pause: 25, secrets });
    await load.answered(200);
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
    'a server whose database $name answers with errors within 3 s, and rightly within 5 s of its return',
    async ({ down, up, away }, { annotate }) => {
      const { serving, load } = await loaded();
      const downAt = performance.now();
      await down();
      await wait(away);
      // Longer than anybody waits: every connection gets an error, however late its deadline is noticed.
      if (away > answerWhileAway) while (failures().length < connections) await wait(20);
      // Asks before it is back already, so that its first answer is seen.
      const [backAt] = await Promise.all([backOf(database, password), up()]);
      const felt = () => feltOutage(load.answers, downAt, backAt);
      await load.rightAgain(20 * connections);
      // What is asked just before all is right again may still fail: nothing does for as long as a question may wait.
      const watchFor = () => (measuresTime ? Math.min(felt().again + answerWhileAway, answerAgain + 1_000) : 0);
      while (performance.now() - backAt < watchFor()) await wait(100);
      await load.end();

      const { longest, again, failed } = felt();
      await annotate(
        `longest wait ${longest} ms, right again after ${again} ms, ${failed} of ${load.answers.length} failed`,
      );
      expect(load.wrong.slice(0, 5)).toEqual([]);
      expectWithin(longest, answerWhileAway, 'the longest wait while it was away');
      expectWithin(again, answerAgain, 'until all was right again');
      if (away > answerWhileAway) expect(failed).toBeGreaterThan(0);
      expect(serving.child.exitCode).toBe(null);
      expect(serving.output()).not.toContain(password);

      function failures() {
        return load.answers.filter(({ right }) => right === undefined);
      }
    },
  );

  test('a server whose database closes connections, busy and idle ones, answers as if nothing had happened', async () => {
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
    for (let time = 0; time < 5; time++) {
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
});
