import { Neo4jError } from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { isConnectionLoss, isRolledBack, neo4jFailure } from '../../../src/store/neo4j/driver/neo4j-failure.ts';
import { StoreError, type StoreErrorCode } from '../../../src/store/store-error.ts';

function driverError(code: string, message = 'bolt://secret-host:7687 refuses user secret-user'): Neo4jError {
  return new Neo4jError(message, code, '50N42', 'error');
}

const meanings: readonly (readonly [code: string, meaning: StoreErrorCode, says: string])[] = [
  ['Neo.ClientError.Security.Unauthorized', 'UNAUTHORIZED', 'NEO4J_PASSWORD'],
  ['Neo.ClientError.Security.AuthenticationRateLimit', 'UNAUTHORIZED', 'several times'],
  ['Neo.ClientError.Security.CredentialsExpired', 'UNAUTHORIZED', 'must be changed'],
  ['Neo.ClientError.Security.Forbidden', 'UNAUTHORIZED', 'the right to read and write'],
  ['Neo.ClientError.Database.DatabaseNotFound', 'MISCONFIGURED', 'NEO4J_DATABASE'],
  ['Neo.DatabaseError.Schema.ConstraintCreationFailed', 'MISCONFIGURED', 'label Rolegraph'],
  ['Neo.ClientError.Schema.ConstraintValidationFailed', 'MISCONFIGURED', 'side by side'],
  ['Neo.ClientError.Schema.IndexAlreadyExists', 'MISCONFIGURED', '(:Rolegraph).key'],
  ['Neo.ClientError.Schema.IndexWithNameAlreadyExists', 'MISCONFIGURED', 'rolegraph_key'],
  ['Neo.ClientError.Cluster.NotALeader', 'MISCONFIGURED', 'neo4j://'],
  ['Neo.ClientError.General.ForbiddenOnReadOnlyDatabase', 'MISCONFIGURED', 'read-only'],
  ['Neo.ClientError.General.WriteOnReadOnlyAccessDatabase', 'MISCONFIGURED', 'read-only'],
  ['Neo.ClientError.Transaction.TransactionTimedOut', 'TIMEOUT', 'Try again'],
  ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', 'TIMEOUT', 'Try again'],
  ['ServiceUnavailable', 'UNAVAILABLE', 'NEO4J_URI'],
  ['SessionExpired', 'UNAVAILABLE', 'NEO4J_URI'],
  ['N/A', 'UNAVAILABLE', 'NEO4J_URI'],
  ['Neo.TransientError.General.DatabaseUnavailable', 'UNAVAILABLE', 'NEO4J_URI'],
  ['Neo.TransientError.Transaction.DeadlockDetected', 'UNAVAILABLE', 'NEO4J_URI'],
  ['Neo.DatabaseError.General.UnknownError', 'UNAVAILABLE', 'NEO4J_URI'],
];

describe('a failure of Neo4j', () => {
  test.each(meanings)('the failure %s of Neo4j is %s', (code, meaning, says) => {
    const cause = driverError(code);
    const failure = neo4jFailure(cause);
    expect(failure).toBeInstanceOf(StoreError);
    expect(failure).toMatchObject({ code: meaning, cause });
    expect(failure).toHaveProperty('message', expect.stringContaining(says));
    // Clients read the message; hosts and users are for those who run the server.
    expect(failure).toHaveProperty('message', expect.not.stringContaining('secret'));
  });

  test('a failure that is a fault of Rolegraph stays what it is', () => {
    for (const fault of [driverError('Neo.ClientError.Statement.SyntaxError'), new TypeError('x is undefined')]) {
      expect(neo4jFailure(fault)).toBe(fault);
    }
  });

  test('a failure has surely changed nothing only if Neo4j says so, or if it was not sent', () => {
    for (const code of [
      'Neo.TransientError.Transaction.DeadlockDetected',
      'Neo.ClientError.Transaction.Terminated',
      'Neo.ClientError.Transaction.LockClientStopped',
      'Neo.ClientError.Transaction.InvalidBookmark',
      'Neo.TransientError.Transaction.BookmarkTimeout',
    ]) {
      expect([code, isRolledBack(driverError(code))]).toEqual([code, true]);
    }
    for (const code of ['ServiceUnavailable', 'SessionExpired']) {
      expect([code, isRolledBack(driverError(code)), isConnectionLoss(driverError(code))]).toEqual([code, false, true]);
    }
    // The driver found no connection in time, and has sent nothing.
    const unsent = driverError('N/A', 'Connection acquisition timed out in 1000 ms. Pool status: …');
    expect([isRolledBack(unsent), isConnectionLoss(unsent)]).toEqual([true, true]);
    expect(isRolledBack(driverError('N/A', 'Pool is closed'))).toBe(false);
    expect(isRolledBack(new Error('other'))).toBe(false);
  });
});
