import { isRetryableError, Neo4jError } from 'neo4j-driver';
import { StoreError, type StoreErrorCode } from '../../store-error.ts';

const readOnly = 'The Neo4j database is read-only. Make it writable, or name another one in NEO4J_DATABASE.';

const removed =
  'What this import had written was removed while it paused, as if it had been killed; nothing was changed. Import again.';

/** What a code of Neo4j's, or the beginning of one, means to us; the first that fits holds. */
const meanings: readonly (readonly [code: string, meaning: StoreErrorCode, message: string])[] = [
  [
    'Neo.ClientError.Security.AuthenticationRateLimit',
    'UNAUTHORIZED',
    'Neo4j has been given a wrong user or password several times and refuses all for a moment. ' +
      'Put right NEO4J_USERNAME and NEO4J_PASSWORD, then try again.',
  ],
  [
    'Neo.ClientError.Security.Forbidden',
    'UNAUTHORIZED',
    'Neo4j does not let its user do this. Give the user of NEO4J_USERNAME the right to read and write the database, ' +
      'to create constraints, and to create new labels, types and property names.',
  ],
  [
    'Neo.ClientError.Security.',
    'UNAUTHORIZED',
    'Neo4j refuses the user or the password. Put right NEO4J_USERNAME and NEO4J_PASSWORD; a first password that must ' +
      'be changed has to be changed in Neo4j before.',
  ],
  [
    'Neo.ClientError.Database.DatabaseNotFound',
    'MISCONFIGURED',
    'Neo4j has no database of the name in NEO4J_DATABASE. Name one that it has (SHOW DATABASES lists them), or unset it ' +
      "for the user's own.",
  ],
  [
    'Neo.ClientError.Schema.ConstraintValidationFailed',
    'MISCONFIGURED',
    'A constraint in the database forbids what the import writes: while one catalog takes the place of another, both stand ' +
      'side by side. Drop constraints on the labels Role, Responsibility, Topic, Pillar, Category, OrganizationType, Source ' +
      'and Appearance (SHOW CONSTRAINTS names them), or use another database.',
  ],
  [
    'Neo.DatabaseError.Schema.ConstraintCreationFailed',
    'MISCONFIGURED',
    'The database has nodes with the label Rolegraph and equal values of key that are not ours, so that ours cannot be ' +
      'kept apart from them. Use another database, or rename that label.',
  ],
  [
    'Neo.ClientError.Schema.IndexAlreadyExists',
    'MISCONFIGURED',
    'The database has an index on (:Rolegraph).key that is not ours. Drop it (SHOW INDEXES names it), or use another ' +
      'database.',
  ],
  [
    'Neo.ClientError.Schema.IndexWithNameAlreadyExists',
    'MISCONFIGURED',
    'The database has an index named rolegraph_key that is not ours. Drop it, or use another database.',
  ],
  [
    'Neo.ClientError.Cluster.NotALeader',
    'MISCONFIGURED',
    'This member of the Neo4j cluster cannot be written to. Use neo4j:// instead of bolt:// in NEO4J_URI, which finds ' +
      'the one that can.',
  ],
  // The one division of ours, at the end of create-nodes and of both that create overlaps; and what was deleted under them.
  ['Neo.ClientError.Statement.ArithmeticError', 'CONFLICT', removed],
  ['Neo.ClientError.Statement.EntityNotFound', 'CONFLICT', removed],
  ['Neo.ClientError.General.ForbiddenOnReadOnlyDatabase', 'MISCONFIGURED', readOnly],
  ['Neo.ClientError.General.WriteOnReadOnlyAccessDatabase', 'MISCONFIGURED', readOnly],
  [
    'Neo.ClientError.Transaction.TransactionTimedOut',
    'TIMEOUT',
    'Neo4j ended this as it took longer than db.transaction.timeout, or our own deadline of up to a minute, allows. Try ' +
      'again; if that does not help, see what else keeps the database busy.',
  ],
];

/** Errors whose statement has surely changed nothing, beside those that Neo4j itself calls transient. */
const staleBookmark = /^Neo\.(ClientError\.Transaction\.InvalidBookmark|TransientError\.Transaction\.Bookmark)/;

/**
 * What Neo4j ends itself, rolling it back: when it stops, closes a connection, or is told to by somebody. The driver takes
 * these for errors of the client's, as whoever ends its own transaction does not want it repeated; we never end ours.
 */
const ended = /^Neo\.(Client|Transient)Error\.Transaction\.(Terminated|LockClientStopped)$/;

/** What a failed call of the driver means; a failure that nobody can expect is given back as it is. */
export function neo4jFailure(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const found = meanings.find(([code]) => error.code.startsWith(code));
  if (found !== undefined) return new StoreError(found[1], found[2], { cause: error });
  if (isConnectionLoss(error) || isRolledBack(error) || error.code.startsWith('Neo.DatabaseError.')) {
    return unavailable(error);
  }
  return error;
}

/** Another process assumed that an import was killed, and has begun to remove what it had written. */
export function removedMeanwhile(): StoreError {
  return new StoreError('CONFLICT', removed);
}

export function unavailable(cause?: unknown): StoreError {
  return new StoreError(
    'UNAVAILABLE',
    'Neo4j does not answer. Try again in a moment; if it stays so, see whether the database runs and can be reached ' +
      "under NEO4J_URI, and what the server's log says.",
    { cause },
  );
}

/** What was read is not what was written: something is missing, or is of another kind. */
export function damagedGraph(what: string, cause?: unknown): StoreError {
  return new StoreError(
    'DAMAGED',
    `The graph in Neo4j is not what Rolegraph wrote, and has been changed by others: ${what}. Import the catalog again ` +
      '("rolegraph import"), and leave nodes with the label Rolegraph to Rolegraph.',
    { cause },
  );
}

export function timedOut(milliseconds: number): StoreError {
  return new StoreError(
    'TIMEOUT',
    `Neo4j did not answer within ${milliseconds / 1_000} seconds. Try again in a moment; if it stays so, see whether the ` +
      'database is overloaded or stopped.',
  );
}

/**
 * Whether the connection was lost or not had, so that nobody knows whether a write was carried out. Codes that do not begin
 * with "Neo." are the driver's own: ServiceUnavailable, SessionExpired, ProtocolError, N/A.
 */
export function isConnectionLoss(error: unknown): boolean {
  return error instanceof Neo4jError && !error.code.startsWith('Neo.');
}

/** Whether a statement has surely changed nothing and may succeed when it is sent again. */
export function isRolledBack(error: unknown): boolean {
  if (!(error instanceof Neo4jError) || isConnectionLoss(error)) return false;
  return isRetryableError(error) || isStaleBookmark(error) || ended.test(error.code);
}

/** Whether the database is another one, or an older state of it, than the one that we have last seen. */
export function isStaleBookmark(error: unknown): boolean {
  return error instanceof Neo4jError && staleBookmark.test(error.code);
}
