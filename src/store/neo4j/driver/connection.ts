import {
  auth,
  bookmarkManager,
  driver,
  type BookmarkManager,
  type Config,
  type Driver,
  type Session,
} from 'neo4j-driver';
import type { Neo4jSettings } from '../../../config/config.ts';

/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as classes that cannot be constructed */

const driverConfig: Config = {
  // All numbers that are read fit into a double.
  disableLosslessIntegers: true,
  // Whole answers at once: no answer is read in part.
  fetchSize: -1,
  // A server has some requests in flight; each holds a connection for milliseconds. More would only queue in Neo4j.
  maxConnectionPoolSize: 50,
  // A host that cannot be reached fails before the deadline of a call, with a clearer error.
  connectionTimeout: 2_000,
  // Longer than the deadline of requests: the executor ends those, and continues with new connections.
  connectionAcquisitionTimeout: 3_000,
  // A connection that was idle for 10 s is tested before use: firewalls and load balancers drop idle ones silently.
  connectionLivenessCheckTimeout: 10_000,
  // Aura and load balancers close connections after an hour at most.
  maxConnectionLifetime: 50 * 60_000,
  // The Executor retries.
  disableAutoCommitRetries: true,
  notificationFilter: { minimumSeverityLevel: 'OFF' },
  telemetryDisabled: true,
  userAgent: 'rolegraph',
};

/**
 * The driver's pool for one database. Its sessions share their bookmarks, so that in a cluster a generation that the
 * pointer on one member names is found on every other member.
 */
export class Connection {
  readonly #driver: Driver;
  readonly #database: string | undefined;
  readonly #bookmarks: BookmarkManager;

  /** @param bookmarks initial bookmarks, from another connection to the same database. */
  constructor({ uri, username, password, database }: Neo4jSettings, bookmarks: Iterable<string> = []) {
    this.#bookmarks = bookmarkManager({ initialBookmarks: bookmarks });
    const token = password === undefined ? undefined : auth.basic(username ?? 'neo4j', password);
    this.#driver = driver(uri, token, driverConfig);
    this.#database = database;
  }

  session(access: 'READ' | 'WRITE'): Session {
    return this.#driver.session({
      defaultAccessMode: access,
      bookmarkManager: this.#bookmarks,
      ...(this.#database !== undefined && { database: this.#database }),
    });
  }

  /** Which state of the database was seen here. */
  async bookmarks(): Promise<readonly string[]> {
    return [...(await this.#bookmarks.getBookmarks())];
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}
