import { Neo4jError } from 'neo4j-driver';
import { z } from 'zod';
import { StoreError } from '../../store-error.ts';
import { isConnectionLoss, isRolledBack } from './neo4j-failure.ts';
import { readStatement, writeStatement, type Statement } from './statement.ts';

/** The oldest supported version: 5.26, which has long-term support. */
const oldest = [5, 26] as const;
const wanted = `Neo4j ${oldest.join('.')} or newer`;

const holds = z.object({ holds: z.literal(true) });
const divisionByZero = z.object({ code: z.literal('Neo.ClientError.Statement.ArithmeticError') });

/** What Rolegraph needs of an engine, with a statement that tries it, and its row or error. */
const needs = [
  ['subqueries, CALL () { … }', readStatement('check-subqueries', holds)],
  ['COLLECT { … } and COUNT { … }', readStatement('check-lists', holds)],
  ['datetime(), datetime.realtime() and duration()', readStatement('check-times', holds)],
  ['FOREACH whose labels and relationships the same statement can read', writeStatement('check-writes', holds)],
  [
    'the error Neo.ClientError.Statement.ArithmeticError for a division by zero',
    readStatement('check-division', divisionByZero),
  ],
] as const;

/**
 * Checks that a server is a Neo4j that is new enough, or another engine that has what Rolegraph needs.
 *
 * @param agent as the server calls itself, e.g. "Neo4j/5.26.30" or "Neo4j/2026.08.1".
 * @param ask sends a statement and returns its rows.
 * @returns the name of an engine that is not Neo4j.
 * @throws StoreError MISCONFIGURED with what is missing; or the error of a lost connection.
 */
export async function checkEngine(
  agent: string | undefined,
  ask: (statement: Statement<unknown>) => Promise<readonly object[]>,
): Promise<string | undefined> {
  // Others begin with the version of Neo4j that they imitate, e.g. "Neo4j/5.26.0 compatible (ArcadeDB 26.10.2)".
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)[\w.+-]*$/.exec(agent ?? '') ?? [];
  if (major !== undefined) {
    if (Number(major) > oldest[0] || (Number(major) === oldest[0] && Number(minor) >= oldest[1])) return undefined;
    throw new StoreError(
      'MISCONFIGURED',
      `The database is Neo4j ${major}.${minor}; Rolegraph needs ${wanted}. Upgrade it, or name another in NEO4J_URI.`,
    );
  }
  const name = (agent ?? 'nothing').replaceAll(/[^ -~]/g, '?').slice(0, 100);
  const missing: string[] = [];
  let cause: unknown;
  for (const [need, trial] of needs) {
    const outcome: unknown = await ask(trial).then(
      ([row]) => row,
      (error: unknown) => error,
    );
    if (outcome instanceof Neo4jError && (isConnectionLoss(outcome) || isRolledBack(outcome))) throw outcome;
    if (trial.row.safeParse(outcome).success) continue;
    missing.push(need);
    cause ??= outcome;
  }
  if (missing.length > 0) throw otherEngine(name, `It lacks what Rolegraph needs: ${missing.join('; ')}`, cause);
  return name;
}

/** The failure of an engine that is not Neo4j. */
export function otherEngine(name: string, problem: string, cause: unknown): StoreError {
  return new StoreError(
    'MISCONFIGURED',
    `The database is not Neo4j; it calls itself "${name}". ${problem}. Set NEO4J_URI to ${wanted}.`,
    { cause },
  );
}
