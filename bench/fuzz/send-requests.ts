import { Agent } from 'node:http';
import { send } from '../measure/client.ts';
import { codeOf, type Asked } from '../replay/asking.ts';
import { isList, isObject } from '../replay/json.ts';
import { Tally } from '../replay/tally.ts';
import type { Inside, WatchedServer } from './watched-server.ts';

/** What no request may cause: the promises that are checked. */
const mostMilliseconds = {
  answer: 5_200,
  /** Of processor time, so that other processes make no difference. */
  hold: 50,
  /** What a probe of a container usually waits for, also on a machine that is busy with other processes. */
  ping: 3_000,
};

export interface Request {
  /** Its number or name, for the report. */
  readonly name: string;
  readonly asked: Asked;
}

/** What one request caused. */
export interface Outcome extends Request {
  /** E.g. "200" or "400 QUERY_TOO_COSTLY". */
  readonly answer: string;
  readonly milliseconds: number;
  readonly bytes: number;
}

/** What some requests that were sent at the same time caused. */
export interface Batch {
  readonly outcomes: readonly Outcome[];
  readonly ping: number;
  readonly inside: Inside | undefined;
  /** In words; empty if all promises were kept. */
  readonly violations: readonly string[];
}

/** The server has gone: nothing more can be sent. */
export class ServerGone extends Error {
  override readonly name = 'ServerGone';
}

// A new request needs no other one's connection.
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends requests at the same time, and checks what they cause. @throws ServerGone if the server has ended. */
export async function sendTogether(server: WatchedServer, requests: readonly Request[]): Promise<Batch> {
  const outcomes = await Promise.all(requests.map((request) => sendOne(server.url, request)));
  const inside = await server.inside().catch(() => 'gone' as const);
  const ping = await server.longestPing();
  const isGone = inside === undefined && ping === Infinity && outcomes.some(({ answer }) => answer.startsWith('none'));
  if (inside === 'gone' || isGone) {
    const names = [...new Set(requests.map(({ name }) => name))].join(', ');
    throw new ServerGone(`the server ended, or accepts no connections, after: ${names}`);
  }
  return { outcomes, ping, inside, violations: [...outcomes.flatMap(violationsOf), ...sharedViolations(ping, inside)] };
}

async function sendOne(url: string, request: Request): Promise<Outcome> {
  const { query, variables } = request.asked;
  const started = performance.now();
  try {
    const { status, body, milliseconds } = await send({ url, body: JSON.stringify({ query, variables }) }, agent);
    return { ...request, answer: answerOf(status, body), milliseconds, bytes: body.length };
  } catch (error) {
    const answer = `none: ${error instanceof Error ? error.message : String(error)}`;
    return { ...request, answer, milliseconds: performance.now() - started, bytes: 0 };
  }
}

/** The status, with the codes of the errors. */
function answerOf(status: number, body: Buffer): string {
  // Large answers have few errors, and reading them all would take most of the time of a run.
  if (body.length > 1e6 && !body.includes('"errors"')) return String(status);
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    return `${status} without JSON`;
  }
  const errors = isObject(parsed) && isList(parsed['errors']) ? parsed['errors'] : [];
  const codes = new Set(errors.map(codeOf).map((code) => (typeof code === 'string' ? code : 'without a code')));
  return [status, ...[...codes].sort()].join(' ');
}

function violationsOf({ name, answer, milliseconds }: Outcome): readonly string[] {
  const violations: string[] = [];
  if (answer.startsWith('none') || answer.startsWith('500') || /INTERNAL|without/.test(answer)) {
    violations.push(`${name}: answered ${answer}`);
  }
  if (milliseconds > mostMilliseconds.answer) {
    violations.push(`${name}: answered after ${seconds(milliseconds)} (${answer})`);
  }
  return violations;
}

function sharedViolations(ping: number, inside: Inside | undefined): readonly string[] {
  const violations: string[] = [];
  if (inside !== undefined && inside.longestWork > mostMilliseconds.hold) {
    violations.push(`the event loop was held for ${Math.round(inside.longestWork)} ms of processor time`);
  }
  if (ping > mostMilliseconds.ping) {
    violations.push(ping === Infinity ? '/health did not answer' : `/health answered after ${seconds(ping)}`);
  }
  return violations;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

/** Collects what batches caused. */
export class Findings {
  readonly answers = new Tally();
  readonly violations: string[] = [];
  #outcomes: Outcome[] = [];
  #batches: Batch[] = [];
  longestPing = 0;
  longestHold = 0;
  longestWork = 0;
  sent = 0;

  add(batch: Batch): void {
    const { outcomes, ping, inside, violations } = batch;
    this.sent += outcomes.length;
    for (const { answer } of outcomes) this.answers.add(answer);
    const names = outcomes.map(({ name }) => name).join(', ');
    this.violations.push(...violations.map((text) => (outcomes.length === 1 ? text : `${text} [of ${names}]`)));
    this.longestPing = Math.max(this.longestPing, ping);
    this.longestHold = Math.max(this.longestHold, inside?.longestHold ?? 0);
    this.longestWork = Math.max(this.longestWork, inside?.longestWork ?? 0);
    // Requests may be large, and thousands are sent: only the worst are kept.
    this.#outcomes = [...this.#outcomes, ...outcomes].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 10);
    this.#batches = [...this.#batches, batch].sort((a, b) => workOf(b) - workOf(a)).slice(0, 10);
  }

  /** Those that took the longest. */
  get slowest(): readonly Outcome[] {
    return this.#outcomes;
  }

  /** Those during which the event loop was held the longest. */
  get longestHolds(): readonly Batch[] {
    return this.#batches;
  }
}

function workOf({ inside, ping }: Batch): number {
  return inside?.longestWork ?? ping;
}
