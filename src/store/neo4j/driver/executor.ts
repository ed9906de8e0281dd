import { setTimeout as pauseFor } from 'node:timers/promises';
import type { QueryResult } from 'neo4j-driver';
import { z } from 'zod';
import { StoreError } from '../../store-error.ts';
import { mostStatements, type Connection, type Parameters } from './connection.ts';
import { within } from './deadline.ts';
import {
  damagedGraph,
  isConnectionLoss,
  isRefusal,
  isRolledBack,
  isStaleBookmark,
  isUnsent,
  neo4jFailure,
  timedOut,
  unavailable,
} from './neo4j-failure.ts';
import { otherEngine } from './engine-check.ts';
import { Slots } from './slots.ts';
import { readStatement, type Statement } from './statement.ts';
import { bulkTimeouts, requestTimeouts, type Timeouts } from './timeouts.ts';

/** One round trip to the database, for logs and counts. */
export interface RoundTrip {
  readonly name: string;
  readonly milliseconds: number;
}

/** The pause before the first retry and the longest one, in milliseconds; each pause is twice the previous one. */
const firstPause = 50;
const longestPause = 1_000;

/** How often a long call checks that the database still answers, and how long that may take, in milliseconds. */
const watchInterval = 1_000;
const watchTimeouts: Timeouts = { deadline: 5_000, retryFor: 5_000, isWatched: false };

const ping = readStatement('ping', z.object({ answers: z.literal(true) }), requestTimeouts);

/** How long closing waits for the database to close its connections, in milliseconds. */
const closeTimeout = 1_000;

/**
 * Sends all statements to Neo4j. Every statement is a transaction of its own in a session of its own, has a deadline by
 * the clock of this process (a frozen database answers nothing, and the driver alone would wait for ever), is retried for
 * a while if that cannot do anything twice, and fails with a StoreError.
 */
export class Executor {
  readonly #connect: () => Connection;
  readonly #onRoundTrip: (roundTrip: RoundTrip) => void;
  readonly #slots = new Slots(mostStatements);
  #connection: Connection;
  /** Connections that hung: other statements may still be waiting in them, each with its own deadline. */
  readonly #retired = new Set<Connection>();
  #lastAnswerAt = -Infinity;
  #isClosed = false;

  constructor(connect: () => Connection, onRoundTrip: (roundTrip: RoundTrip) => void = () => undefined) {
    this.#connect = connect;
    this.#onRoundTrip = onRoundTrip;
    this.#connection = connect();
  }

  /**
   * Sends a statement and returns its rows.
   *
   * @param timeouts override those of the statement.
   * @throws StoreError
   */
  async run<Row>(statement: Statement<Row>, parameters: Parameters, timeouts = statement.timeouts): Promise<Row[]> {
    const startedAt = performance.now();
    const until = startedAt + timeouts.deadline;
    for (let tries = 0; ; tries++) {
      try {
        return await this.#try(statement, parameters, timeouts, until);
      } catch (error) {
        // Random, so that two statements that blocked each other do not collide again.
        const pause = Math.min(firstPause * 2 ** tries, longestPause) * (0.5 + Math.random() / 2);
        const isOver = performance.now() + pause > Math.min(startedAt + timeouts.retryFor, until);
        if (isOver || !mayBeRepeated(statement, error)) throw this.#explained(statement, error);
        await pauseFor(pause);
      }
    }
  }

  /** The state of the database that another connection must have seen to find what this one found. */
  bookmarks(): Promise<readonly string[]> {
    return this.#connection.bookmarks();
  }

  /** Ends all connections, without waiting long for a database that does not answer. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const closing = Promise.all([this.#connection, ...this.#retired].map((connection) => connection.close()));
    await within(closing, closeTimeout, () => unavailable()).catch(() => undefined);
  }

  /** Sends a statement once. */
  async #try<Row>(
    statement: Statement<Row>,
    parameters: Parameters,
    timeouts: Timeouts,
    until: number,
  ): Promise<Row[]> {
    if (this.#isClosed) throw unavailable();
    const startedAt = performance.now();
    const connection = this.#connection;
    try {
      const { records } = await this.#answer(connection, statement, parameters, timeouts, until - startedAt);
      this.#lastAnswerAt = performance.now();
      this.#onRoundTrip({ name: statement.name, milliseconds: this.#lastAnswerAt - startedAt });
      return records.map((record) => parsedRow(statement, record.toObject()));
    } catch (error) {
      // Nothing at all has been answered since: the pool would hand out hanging connections again.
      const hangs = error instanceof StoreError && this.#lastAnswerAt < startedAt;
      // The pool gave out a connection that was idle and does not answer any more. Others in it may be as dead.
      const isForgotten = isUnsent(error) && connection.mayBeForgotten();
      if (isForgotten) this.#renew(connection, () => connection.reopened());
      else if (hangs || isStaleBookmark(error)) this.#renew(connection, this.#connect);
      throw error;
    }
  }

  /** The failure of a statement, in words for those who run the server. */
  #explained({ name }: Statement<unknown>, error: unknown): unknown {
    const failure = neo4jFailure(error);
    const engine = this.#connection.otherEngine;
    if (engine === undefined || !isRefusal(error)) return failure;
    return otherEngine(engine, `It cannot run a statement of Rolegraph, cypher/${name}.cypher`, error);
  }

  /** The database's answer, or a failure at the deadline; sooner if the call is watched and nothing is answered at all. */
  async #answer(
    connection: Connection,
    statement: Statement<unknown>,
    parameters: Parameters,
    { deadline, isWatched }: Timeouts,
    timeLeft: number,
  ): Promise<QueryResult> {
    const timeout = Math.max(1, Math.ceil(timeLeft));
    const waiting = new AbortController();
    const { signal } = waiting;
    const answer = this.#slots.start(() => connection.run(statement, parameters, timeout), signal);
    try {
      return await within(isWatched ? Promise.race([answer, this.#watched(signal)]) : answer, timeout, () =>
        timedOut(deadline),
      );
    } finally {
      waiting.abort();
    }
  }

  /** Fails when the database stops answering anything. */
  async #watched(signal: AbortSignal): Promise<never> {
    for (;;) {
      await pauseFor(watchInterval, undefined, { signal });
      await this.run(ping, {}, watchTimeouts).catch((error: unknown) => {
        throw unavailable(error);
      });
    }
  }

  /**
   * Continues with new connections. If several statements failed together, only the first does so: the others must not
   * close the new connections.
   *
   * @param connect opens them. Those of the constructor forget which state of the database was seen.
   */
  #renew(failed: Connection, connect: () => Connection): void {
    if (this.#isClosed || failed !== this.#connection) return;
    this.#connection = connect();
    this.#retired.add(failed);
    const close = () => {
      this.#retired.delete(failed);
      failed.close().catch(() => undefined);
    };
    setTimeout(close, bulkTimeouts.deadline).unref();
  }
}

function mayBeRepeated({ isIdempotent }: Statement<unknown>, error: unknown): boolean {
  return isRolledBack(error) || (isIdempotent && isConnectionLoss(error));
}

function parsedRow<Row>({ name, row }: Statement<Row>, record: object): Row {
  const parsed = row.safeParse(record);
  if (parsed.success) return parsed.data;
  throw damagedGraph(`the rows of ${name} are of another kind`, parsed.error);
}
