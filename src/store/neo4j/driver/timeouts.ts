/** How long a call to the database may take, in milliseconds by the clock of this process. */
export interface Timeouts {
  /** For the whole answer; the transaction in the database has the same limit. */
  readonly deadline: number;
  /** For how long it is retried if that may help and cannot do anything twice. */
  readonly retryFor: number;
  /** Whether to check regularly that the database still answers at all, so that a frozen one is noticed sooner. */
  readonly isWatched: boolean;
}

/** For requests: short, so that a client soon learns that the database is gone. */
export const requestTimeouts: Timeouts = { deadline: 2_300, retryFor: 2_000, isWatched: false };
/** For a server's start and for commands: Neo4j takes some seconds for its first statement after a start. */
export const startupTimeouts: Timeouts = { deadline: 15_000, retryFor: 2_000, isWatched: false };
/** For reading that happens once for each generation and grows with the catalog. */
export const bulkTimeouts: Timeouts = { deadline: 60_000, retryFor: 10_000, isWatched: true };
/** For one part of an import or of a removal: other writers may block it more than once. */
export const writeTimeouts: Timeouts = { deadline: 30_000, retryFor: 15_000, isWatched: false };
