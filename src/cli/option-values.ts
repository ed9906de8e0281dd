import { InvalidArgumentError } from 'commander';
import { matchingKey } from '../catalog/matching-key.ts';
import { nodeKinds, type NodeKind } from '../graph/node-kind.ts';
import { kindNames } from '../membership/entries.ts';

/** Reads a whole number of at least 1. What is too much, the schema says. */
export function wholeNumber(given: string): number {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new InvalidArgumentError('Give a whole number of at least 1.');
}

/** Gathers the values of an option that may be given several times. */
export function gathered(given: string, before: readonly string[] = []): readonly string[] {
  return [...before, given];
}

/** Gathers kinds of nodes, which may be separated by commas, e.g. "role,organization type". */
export function gatheredKinds(given: string, before: readonly NodeKind[] = []): readonly NodeKind[] {
  return [...new Set([...before, ...given.split(',').map(kindOf)])];
}

function kindOf(given: string): NodeKind {
  const key = matchingKey(given);
  const kind = nodeKinds.find((known) => matchingKey(kindNames[known]) === key);
  if (kind !== undefined) return kind;
  throw new InvalidArgumentError(`Allowed: ${Object.values(kindNames).join(', ')}.`);
}
