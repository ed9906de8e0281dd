import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { graphql } from 'graphql';
import neo4j from 'neo4j-driver';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { requestGraph, type Context } from '../../schema/context.ts';
import { schema } from '../../schema/schema.ts';
import { packageFolder } from '../../src/config/package-folder.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { ServedCatalog } from '../../src/store/served-catalog.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { spawnCli, type Env } from '../support/processes/cli-process.ts';
import { eventually } from '../support/eventually.ts';
import { hindrance, wantedVersion } from '../support/neo4j/neo4j-installation.ts';
import type { Neo4jServer } from '../support/neo4j/own-neo4j-server.ts';

const hindered = await hindrance(wantedVersion());
if (hindered !== undefined) {
  const message = `No Neo4j of their own can be started for the tests that hurt one: ${hindered}`;
  if (process.env['CI'] === 'true') throw new Error(message);
  const line = '!'.repeat(100);
  process.stderr.write(`\n${line}\nLEFT OUT. ${message}\n${line}\n\n`);
}

/** Whether tests can have a Neo4j of their own; where they cannot, this has been said loudly, and CI fails. */
export const canHurtNeo4j = hindered === undefined;

/** Starting one takes some seconds, and a minute or two where it has to be fetched first. */
export const longHook = 240_000;

/** The settings with which Rolegraph uses a database; no answer is kept, so that it is asked again and again. */
export function settingsOf({ uri }: { readonly uri: string }, password?: string): Env {
  return {
    NEO4J_URI: uri,
    ROLEGRAPH_ANSWER_CACHE_MB: '0',
    ...(password !== undefined && { NEO4J_PASSWORD: password }),
  };
}

/** Whether a part of what is sent to the database begins a statement of Rolegraph, by the name of its file. */
export function sends(part: Buffer, statement: string): boolean {
  const text = readFileSync(join(packageFolder(), 'cypher', `${statement}.cypher`), 'utf8');
  // The driver sends long texts in parts; what they begin with is unique.
  return part.includes(text.slice(0, 60));
}

/** Sends one statement beside Rolegraph, on a connection that knows nothing of its settings and retries. */
export type Cypher = (text: string) => Promise<Record<string, unknown>[]>;

/** A connection of our own, as plain as can be; the caller closes it. */
export function plainConnection({ uri }: Neo4jServer, password?: string): { cypher: Cypher; close(): Promise<void> } {
  const driver = neo4j.driver(uri, password === undefined ? undefined : neo4j.auth.basic('neo4j', password));
  return {
    cypher: async (text) => {
      const session = driver.session();
      try {
        const { records } = await session.run(text);
        return records.map((record): Record<string, unknown> => record.toObject());
      } finally {
        await session.close();
      }
    },
    close: () => driver.close(),
  };
}

/** Waits until a database answers a plain query, and tells when that was. */
export async function backOf(database: Neo4jServer, password?: string): Promise<number> {
  const connection = plainConnection(database, password);
  try {
    for (;;) {
      const answer = await connection.cypher('RETURN 1').catch(() => undefined);
      if (answer !== undefined) return performance.now();
      await wait(20);
    }
  } finally {
    await connection.close();
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** A `rolegraph serve` that need not become ready, and all that it prints. */
export interface Serving {
  readonly child: ChildProcess;
  /** Its standard output and error so far. */
  readonly output: () => string;
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>;
  /** Waits for what it prints, and gives the first group of the pattern. */
  printed(pattern: RegExp): Promise<string>;
}

/** Starts `rolegraph serve`; ended, where the test has not done it, at the test's end. */
export function startServing(env: Env): Serving {
  const child = spawnCli(['serve'], { PORT: '0', LOG_LEVEL: 'warn', ...env });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => parts.push(String(part)));
  const ended = once(child, 'close').then(() => child.exitCode);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const output = () => parts.join('');
  return {
    child,
    output,
    ended,
    printed: (pattern) =>
      eventually(() => {
        const found = pattern.exec(output());
        if (found !== null) return found[1] ?? '';
        throw new Error(`The server has not printed ${String(pattern)}, but:\n${output().slice(-4_000)}`);
      }),
  };
}

/** The address of a server that has become ready. */
export function addressOf(serving: Serving): Promise<string> {
  return serving.printed(/^Ready at (\S+)$/m);
}

/** Something to ask, and what may be answered. */
export interface Question {
  readonly query: string;
  /** The text of each answer that is right, and the name of what it is right for. */
  readonly answers: ReadonlyMap<string, string>;
}

/** What a query is rightly answered with over any of some catalogs, as the embedded graph gives it, in this process. */
export async function questionOf(query: string, catalogs: readonly Catalog[]): Promise<Question> {
  const answers = new Map<string, string>();
  for (const catalog of catalogs) {
    const graph = graphOfCatalog(catalog);
    const folder = join(tmpdir(), `rolegraph-none-${randomUUID()}`);
    const store = await openMemoryStore({ folder, shippedCatalog: () => Promise.resolve(graph) });
    const stored = await new ServedCatalog(store).current();
    const contextValue: Context = { rolegraph: await requestGraph(stored, new Scheduler()) };
    const { data, errors } = await graphql({ schema, source: query, contextValue });
    if (errors !== undefined) throw new Error(`${query} cannot be answered: ${String(errors)}`);
    answers.set(JSON.stringify({ data }), `${catalog.name} ${catalog.version}`);
  }
  return { query, answers };
}

export interface Answered {
  readonly question: Question;
  readonly url: string;
  readonly sentAt: number;
  readonly answeredAt: number;
  /** What it is right for. */
  readonly right?: string | undefined;
  /** The code of its error, where that is a clean one. */
  readonly code?: string | undefined;
  /** Why it is neither. */
  readonly wrong?: string | undefined;
}

/** No answer takes so long, however busy the machine is: a request that does hangs. */
const hang = 120_000;

/** Asks, and holds the answer against what may be answered. */
export async function ask(url: string, question: Question, secrets: readonly string[] = []): Promise<Answered> {
  const sentAt = performance.now();
  let verdict: Pick<Answered, 'right' | 'code' | 'wrong'>;
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: question.query }),
      signal: AbortSignal.timeout(hang),
    });
    verdict = verdictOn(response.status, await response.text(), question, secrets);
  } catch (error) {
    const why = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    verdict = { wrong: `no answer: ${String(why)}` };
  }
  return { question, url, sentAt, answeredAt: performance.now(), ...verdict };
}

const failure = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).min(1),
});

/** What a database that is away may lead to. */
const passingCodes = new Set(['UNAVAILABLE', 'TIMEOUT', 'EXPIRED']);

/** What belongs into a log and not into an answer: addresses, places in our code. */
const inside = /127\.0\.0\.1|localhost|(?:bolt|neo4j)(?:\+\w+)?:\/\/|node_modules|\.[jt]s:\d|\n\s+at /;

function verdictOn(status: number, text: string, { answers }: Question, secrets: readonly string[]) {
  const right = answers.get(text);
  if (right !== undefined) return status === 200 ? { right } : { wrong: `status ${status} with a right answer` };
  const shown = `status ${status}: ${text.slice(0, 1_000)}`;
  const leaked = inside.exec(text)?.[0] ?? secrets.find((secret) => text.includes(secret));
  if (leaked !== undefined) return { wrong: `an answer that tells "${leaked}", ${shown}` };
  const { data: reply } = failure.safeParse(jsonOf(text));
  if (reply === undefined) return { wrong: `neither a right answer nor an error, ${shown}` };
  const codes = reply.errors.map(({ extensions }) => extensions.code);
  const [code] = codes;
  if (!codes.every((each) => passingCodes.has(each))) return { wrong: `an error that is no outage's, ${shown}` };
  if (!('data' in reply)) return status === 503 ? { code } : { wrong: `nothing executed, and not a 503, ${shown}` };
  const isPartOfRight = [...answers.keys()].some((answer) => isPartOf({ data: reply.data }, { ...object(answer) }));
  return isPartOfRight ? { code } : { wrong: `an error with wrong data beside it, ${shown}` };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function object(text: string): object {
  const value = jsonOf(text);
  return typeof value === 'object' && value !== null ? value : {};
}

/** Whether a value is another one, of which parts may be null. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (part === null || part === whole) return true;
  if (typeof part !== 'object' || typeof whole !== 'object' || whole === null) return false;
  const [parts, wholes] = [Object.entries(part), new Map<string, unknown>(Object.entries(whole))];
  return parts.length === wholes.size && parts.every(([key, value]) => isPartOf(value, wholes.get(key)));
}

export interface LoadSettings {
  readonly urls: readonly string[];
  readonly questions: readonly Question[];
  /** How many ask at a time, at each address. */
  readonly connections: number;
  /** Between an answer and the next question of one connection, in milliseconds; none where not given. */
  readonly pause?: number;
  readonly secrets?: readonly string[];
}

/** Questions by turns, again and again on several connections, until they are ended; each answer is held against the right ones. */
export class Load {
  readonly answers: Answered[] = [];
  readonly #settings: LoadSettings;
  readonly #connections: readonly Promise<void>[];
  #isOver = false;

  constructor(settings: LoadSettings) {
    this.#settings = settings;
    this.#connections = settings.urls.flatMap((url) =>
      Array.from({ length: settings.connections }, (_, first) => this.#askOn(url, first)),
    );
    onTestFinished(() => this.end());
  }

  /** Waits until so many more questions have been answered. */
  async answered(count: number): Promise<void> {
    const enough = this.answers.length + count;
    while (this.answers.length < enough) await wait(10);
  }

  /** Waits until nothing fails any more: of answers in a row, so many are right, and each question is among them. */
  async rightAgain(count: number): Promise<void> {
    for (;;) {
      const inARow = this.answers.slice(this.answers.findLastIndex(({ right }) => right === undefined) + 1);
      const questions = new Set(inARow.map(({ question }) => question));
      if (inARow.length >= count && questions.size === this.#settings.questions.length) return;
      await wait(10);
    }
  }

  /** Waits for the answers to what has been asked, and asks nothing more. */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#connections);
  }

  /** What is wrong with the answers so far. */
  get wrong(): readonly string[] {
    return this.answers.flatMap(({ question, wrong }) => (wrong === undefined ? [] : [`${question.query}: ${wrong}`]));
  }

  async #askOn(url: string, first: number): Promise<void> {
    const { questions, pause = 0, secrets } = this.#settings;
    for (let turn = first; !this.#isOver; turn++) {
      const question = questions[turn % questions.length];
      if (question === undefined) return;
      this.answers.push(await ask(url, question, secrets));
      await wait(pause);
    }
  }
}

/** How an outage was felt, in milliseconds. */
export interface Felt {
  /** The longest that anybody waited for an answer while the database was away. */
  readonly longest: number;
  /** From the database's return until everything was answered rightly and nothing failed any more. */
  readonly again: number;
  readonly failed: number;
}

export function feltOutage(answers: readonly Answered[], downAt: number, backAt: number): Felt {
  const waits = answers.map(({ sentAt, answeredAt }) => Math.min(answeredAt, backAt) - Math.max(sentAt, downAt));
  const failures = answers.filter(({ right }) => right === undefined);
  const firstRight = new Map<Question, number>();
  for (const { question, right, sentAt, answeredAt } of answers) {
    if (right !== undefined && sentAt >= downAt && answeredAt >= backAt && !firstRight.has(question)) {
      firstRight.set(question, answeredAt);
    }
  }
  const questions = new Set(answers.map(({ question }) => question));
  const allRight = firstRight.size === questions.size ? Math.max(...firstRight.values()) : Infinity;
  const lastFailure = Math.max(backAt, ...failures.map(({ answeredAt }) => answeredAt));
  return {
    longest: Math.round(Math.max(0, ...waits)),
    again: Math.round(Math.max(allRight, lastFailure) - backAt),
    failed: failures.length,
  };
}
