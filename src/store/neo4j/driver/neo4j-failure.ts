import { isRetryableError, Neo4jError } from 'neo4j-driver';
import { StoreError, type StoreErrorCode } from '../../store-error.ts';

const readOnly = 'The Neo4j database is read-only. Make it writable, or name another one in NEO4J_DATABASE.';

const removed =
  'This import paused for so long that its data was removed, as if it had been killed; nothing was changed. Import again.';

const otherProtocol =
  'Whatever listens at NEO4J_URI is not Neo4j 5.26 or newer: it does not speak its protocol, Bolt. Fix the host and the port ' +
  '(7687 is the usual one; 7474 is for browsers).';

const noRouting =
  'The database cannot say which servers it consists of, as Neo4j can. Use bolt:// instead of neo4j:// in NEO4J_URI.';

/** The meaning of each code of Neo4j, or of the beginning of one; the first match applies. */
const meanings: readonly (readonly [code: string, meaning: StoreErrorCode, message: string])[] = [
  [
    'Neo.ClientError.Security.AuthenticationRateLimit',
    'UNAUTHORIZED',
    'Neo4j was given a wrong user or password several times and refuses every sign-in for a moment. ' +
      'Fix NEO4J_USERNAME and NEO4J_PASSWORD, then try again.',
  ],
  [
    'Neo.ClientError.Security.Forbidden',
    'UNAUTHORIZED',
    'Neo4j does not permit its user to do this. Give the user of NEO4J_USERNAME the right to read and write the database, ' +
      'to create constraints, and to create new labels, types and property names.',
  ],
  [
    'Neo.ClientError.Security.',
    'UNAUTHORIZED',
    'Neo4j refuses the user or the password. Fix NEO4J_USERNAME and NEO4J_PASSWORD; an initial password that must be ' +
      'changed has to be changed in Neo4j first.',
  ],
  [
    'Neo.ClientError.Database.DatabaseNotFound',
    'MISCONFIGURED',
    'Neo4j has no database with the name in NEO4J_DATABASE. Set it to an existing one (SHOW DATABASES lists them), or ' +
      "unset it for the user's home database.",
  ],
  [
    'Neo.ClientError.Schema.ConstraintValidationFailed',
    'MISCONFIGURED',
    'A constraint in the database forbids what the import writes: while one catalog replaces another, both exist ' +
      'side by side. Drop constraints on the labels Role, Responsibility, Topic, Pillar, Category, OrganizationType, Source ' +
      'and Appearance (SHOW CONSTRAINTS lists them), or use another database.',
  ],
  [
    'Neo.DatabaseError.Schema.ConstraintCreationFailed',
    'MISCONFIGURED',
    'The database has nodes with the label Rolegraph and equal values of key that Rolegraph did not write, so that the ' +
      'two cannot be distinguished. Use another database, or rename that label.',
  ],
  [
    'Neo.ClientError.Schema.IndexAlreadyExists',
    'MISCONFIGURED',
    'The database has an index on (:Rolegraph).key that Rolegraph did not create. Drop it (SHOW INDEXES lists it), or use another ' +
      'database.',
  ],
  [
    'Neo.ClientError.Schema.IndexWithNameAlreadyExists',
    'MISCONFIGURED',
    'The database has an index named rolegraph_key that Rolegraph did not create. Drop it, or use another database.',
  ],
  [
    'Neo.ClientError.Cluster.NotALeader',
    'MISCONFIGURED',
    'This member of the Neo4j cluster cannot be written to. Use neo4j:// instead of bolt:// in NEO4J_URI, which finds ' +
      'the one that can.',
  ],
  // The division at the end of create-nodes and both create-…-overlaps; and nodes that were deleted meanwhile.
  ['Neo.ClientError.Statement.ArithmeticError', 'CONFLICT', removed],
  ['Neo.ClientError.Statement.EntityNotFound', 'CONFLICT', removed],
  ['Neo.ClientError.General.ForbiddenOnReadOnlyDatabase', 'MISCONFIGURED', readOnly],
  ['Neo.ClientError.General.WriteOnReadOnlyAccessDatabase', 'MISCONFIGURED', readOnly],
  [
    'Neo.ClientError.Transaction.TransactionTimedOut',
    'TIMEOUT',
    'Neo4j ended this because it took longer than db.transaction.timeout, or than the deadline of up to a minute, allows. ' +
      'Try again; if that does not help, check what else keeps the database busy.',
  ],
];

/** Errors whose statement has certainly changed nothing, besides those that Neo4j itself calls transient. */
const staleBookmark = /^Neo\.(ClientError\.Transaction\.InvalidBookmark|TransientError\.Transaction\.Bookmark)/;

/**
 * Transactions that Neo4j ends itself and rolls back: when it stops, closes a connection, or an administrator ends them.
 * The driver does not retry these, because a client that ends its own transaction does not want it repeated; Rolegraph
 * never does that.
 */
const ended = /^Neo\.(Client|Transient)Error\.Transaction\.(Terminated|LockClientStopped)$/;

const unsent = /^(Connection acquisition timed out|Could not perform discovery)/;

/** Explains a failed call of the driver; an unexpected failure is returned as it is. */
export function neo4jFailure(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (isOtherProtocol(error)) return new StoreError('MISCONFIGURED', otherProtocol, { cause: error });
  if (cannotRoute(error)) return new StoreError('MISCONFIGURED', noRouting, { cause: error });
  const found = meanings.find(([code]) => error.code.startsWith(code));
  if (found !== undefined) return new StoreError(found[1], found[2], { cause: error });
  if (isConnectionLoss(error) || isRolledBack(error) || error.code.startsWith('Neo.DatabaseError.')) {
    return unavailable(error);
  }
  return error;
}

/** The failure of an import that another process takes for killed and has begun to remove. */
export function removedMeanwhile(): StoreError {
  return new StoreError('CONFLICT', removed);
}

export function unavailable(cause?: unknown): StoreError {
  return new StoreError(
    'UNAVAILABLE',
    'Neo4j does not answer. Try again in a moment; if this continues, check that the database is running and can be ' +
      "reached at NEO4J_URI, and read the server's log.",
    { cause },
  );
}

/** The failure of reading something that is not what was written: a part is missing or has another type. */
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
    `Neo4j did not answer within ${milliseconds / 1_000} seconds. Try again in a moment; if this continues, check whether ` +
      'the database is overloaded or stopped.',
  );
}

/** The codes of the driver's own errors. Those of Neo4j begin with "Neo.", those of other engines with other words. */
const ofDriver: ReadonlySet<string> = new Set(['ServiceUnavailable', 'SessionExpired', 'ProtocolError', 'N/A']);

/** Whether there was no connection or it was lost, so that the outcome of a write is unknown. */
export function isConnectionLoss(error: unknown): boolean {
  return error instanceof Neo4jError && ofDriver.has(error.code) && !isOtherProtocol(error) && !cannotRoute(error);
}

/**
 * Whether an engine refuses a statement, or fails at it, for another reason than the user, the database's name, or what
 * else happens at the same time.
 */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof Neo4jError) || ofDriver.has(error.code) || isRolledBack(error)) return false;
  return !/^Neo\.ClientError\.(Security|Database|Transaction|Cluster)\.|ArithmeticError$/.test(error.code);
}

/** Whether whatever listens at the address does not speak a version of Bolt that the driver knows. */
function isOtherProtocol(error: Neo4jError): boolean {
  return /^(Server responded HTTP|Unknown Bolt protocol version)/.test(innermost(error).message);
}

/** Whether the driver asked which servers there are, and got a refusal instead of a list. A Neo4j that starts may fail at it. */
function cannotRoute(error: Neo4jError): boolean {
  const reason = innermost(error);
  return ofDriver.has(error.code) && isRefusal(reason) && !reason.code.startsWith('Neo.DatabaseError.');
}

/** The error that made the driver give up asking which servers there are, where there is one. */
function innermost(error: Neo4jError): Neo4jError {
  return error.cause instanceof Neo4jError ? innermost(error.cause) : error;
}

/**
 * Whether the driver got no connection for a statement in time, so that it was not sent. These errors of the driver have no
 * code of their own.
 */
export function isUnsent(error: unknown): boolean {
  return isConnectionLoss(error) && error instanceof Error && unsent.test(error.message);
}

/** Whether a statement has certainly changed nothing and may succeed when it is sent again. */
export function isRolledBack(error: unknown): boolean {
  if (isUnsent(error)) return true;
  if (!(error instanceof Neo4jError) || isConnectionLoss(error)) return false;
  return isRetryableError(error) || isStaleBookmark(error) || ended.test(error.code);
}

/** Whether this is another database, or an older state of it, than the one last seen. */
export function isStaleBookmark(error: unknown): boolean {
  return error instanceof Neo4jError && staleBookmark.test(error.code);
}
