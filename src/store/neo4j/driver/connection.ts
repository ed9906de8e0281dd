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
  // Every number of ours fits into a double.
  disableLosslessIntegers: true,
  // Whole answers at once: no answer of ours is read in part.
  fetchSize: -1,
  // A server has some requests in flight; each holds a connection for milliseconds. More would only queue in Neo4j.
  maxConnectionPoolSize: 50,
  // A host that cannot be reached fails before the deadline of a call does, with a clearer error.
  connectionTimeout: 2_000,
  // After the deadline of what requests wait for: the executor ends that, and goes on with new connections.
  connectionAcquisitionTimeout: 3_000,
  // One that was idle for 10 s is tried before it is used: firewalls and load balancers drop idle ones silently.
  connectionLivenessCheckTimeout: 10_000,
  // Aura and load balancers close connections after an hour at most.
  maxConnectionLifetime: 50 * 60_000,
  // Retries are ours: see Executor.
  disableAutoCommitRetries: true,
  notificationFilter: { minimumSeverityLevel: 'OFF' },
  telemetryDisabled: true,
  userAgent: 'rolegraph',
};

/**
 * The driver's pool for one database. Its sessions share their bookmarks, so that in a cluster whoever has read the
 * pointer from one member finds that generation on every other.
 */
export class Connection {
  readonly #driver: Driver;
  readonly #database: string | undefined;
  readonly #bookmarks: BookmarkManager;

  /** @param bookmarks to begin with: of another connection with the same database. */
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

  /** What of the database's past was seen here. */
  async bookmarks(): Promise<readonly string[]> {
    return [...(await this.#bookmarks.getBookmarks())];
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}
