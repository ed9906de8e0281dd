import {
  auth,
  bookmarkManager,
  driver,
  int,
  type BookmarkManager,
  type Config,
  type Driver,
  type QueryResult,
  type Session,
} from 'neo4j-driver';
import { onceFulfilled } from '../../../collections/memoize.ts';
import type { Neo4jSettings } from '../../../config/config.ts';
import { checkEngine } from './engine-check.ts';
import type { Statement } from './statement.ts';

/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as classes that cannot be constructed */

/**
 * After how long without use a connection is tried before it carries a statement, in milliseconds. NAT devices, firewalls
 * and load balancers forget idle connections without notice.
 */
const untriedFor = 10_000;

/** How many statements wait for their answers at the same time. Each takes milliseconds; more would only queue in Neo4j. */
export const mostStatements = 50;

const driverConfig: Config = {
  // All numbers that are read fit into a double.
  disableLosslessIntegers: true,
  // Whole answers at once: no answer is read in part.
  fetchSize: -1,
  // A connection goes back to the pool a round trip after its answer, or never, if the answer does not come. So a pool
  // that is empty while no more than mostStatements wait has lost connections.
  maxConnectionPoolSize: 2 * mostStatements,
  // A host that cannot be reached fails before the deadline of a call, with a clearer error.
  connectionTimeout: 2_000,
  // The driver tries an idle connection by sending RESET, and waits for the answer without limit. This is the limit: after
  // it, the executor continues with new connections, and enough is left of the deadline of a request to open one.
  connectionAcquisitionTimeout: 1_000,
  connectionLivenessCheckTimeout: untriedFor,
  // Counted from the opening of a connection, and checked when it is taken from the pool. So no connection is used that
  // was idle for longer, and most NAT devices and load balancers forget a connection after 4 minutes or more.
  maxConnectionLifetime: 3 * 60_000,
  // The Executor retries.
  disableAutoCommitRetries: true,
  notificationFilter: { minimumSeverityLevel: 'OFF' },
  telemetryDisabled: true,
  userAgent: 'rolegraph',
};

export type Parameters = Readonly<Record<string, unknown>>;

/**
 * The driver's pool for one database. Its sessions share their bookmarks, so that in a cluster a generation that the
 * pointer on one member names is found on every other member.
 */
export class Connection {
  readonly #driver: Driver;
  readonly #settings: Neo4jSettings;
  readonly #bookmarks: BookmarkManager;
  readonly #openedAt = Date.now();
  #otherEngine: string | undefined;

  /** @param bookmarks may have initial bookmarks, from another connection to the same database. */
  constructor(settings: Neo4jSettings, bookmarks = bookmarkManager()) {
    const { uri, username, password } = settings;
    this.#settings = settings;
    this.#bookmarks = bookmarks;
    const token = password === undefined ? undefined : auth.basic(username ?? 'neo4j', password);
    this.#driver = driver(uri, token, driverConfig);
  }

  /** New connections to the same database, which share the bookmarks of these. */
  reopened(): Connection {
    return new Connection(this.#settings, this.#bookmarks);
  }

  /**
   * Runs a statement as a transaction of its own. The first call also checks the engine.
   *
   * @param timeout milliseconds after which the database ends the transaction.
   * @throws the driver's errors; StoreError MISCONFIGURED if the engine cannot be used.
   */
  async run(statement: Statement<unknown>, parameters: Parameters, timeout: number): Promise<QueryResult> {
    await this.#checked();
    return this.#send(statement, parameters, timeout);
  }

  /** The name of an engine that is not Neo4j, once that is known. */
  get otherEngine(): string | undefined {
    return this.#otherEngine;
  }

  readonly #checked = onceFulfilled(async () => {
    const { database } = this.#settings;
    const { agent } = await this.#driver.getServerInfo(database === undefined ? {} : { database });
    this.#otherEngine = await checkEngine(agent, async (trial) => {
      const { records } = await this.#send(trial, { zero: int(0) }, trial.timeouts.deadline);
      return records.map((record) => record.toObject());
    });
  });

  async #send({ text, access }: Statement<unknown>, parameters: Parameters, timeout: number): Promise<QueryResult> {
    const session = this.session(access);
    try {
      return await session.run(text, parameters, { timeout });
    } finally {
      // Closing is a round trip, too, so nothing waits for it.
      void session.close().catch(() => undefined);
    }
  }

  session(access: 'READ' | 'WRITE'): Session {
    const { database } = this.#settings;
    return this.#driver.session({
      defaultAccessMode: access,
      bookmarkManager: this.#bookmarks,
      ...(database !== undefined && { database }),
    });
  }

  /** Whether there may be connections in the pool that were idle for so long that the network has forgotten them. */
  mayBeForgotten(): boolean {
    // By the clock of the driver.
    return Date.now() - this.#openedAt > untriedFor;
  }

  /** Which state of the database was seen here. */
  async bookmarks(): Promise<readonly string[]> {
    return [...(await this.#bookmarks.getBookmarks())];
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}
