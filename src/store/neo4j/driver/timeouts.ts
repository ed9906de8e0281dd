/** How long a call to the database may take, in milliseconds by our own clock. */
export interface Timeouts {
  /** For its whole answer; the database gets the same limit for its transaction. */
  readonly deadline: number;
  /** For how long it is tried again where that may help and cannot do anything twice. */
  readonly retryFor: number;
  /** Whether the database is asked now and then if it still answers at all, so that a frozen one is noticed sooner. */
  readonly isWatched: boolean;
}

/** For what every request waits for: short, so that a client soon learns that the database is gone. */
export const requestTimeouts: Timeouts = { deadline: 2_300, retryFor: 2_000, isWatched: false };
/** For a server's start and for commands: Neo4j itself takes some seconds for its first statement after a start. */
export const startupTimeouts: Timeouts = { deadline: 15_000, retryFor: 2_000, isWatched: false };
/** For what is read once a generation and grows with the catalog. */
export const bulkTimeouts: Timeouts = { deadline: 60_000, retryFor: 2_000, isWatched: true };
/** For one part of an import or of a removal: it may meet others in the database and have to give way more than once. */
export const writeTimeouts: Timeouts = { deadline: 30_000, retryFor: 15_000, isWatched: false };
