import { statSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { matchingKey } from '../text/matching-key.ts';
import { nodeKinds, type NodeKind } from '../graph/nodes/node-kind.ts';
import { kindNames } from '../graph/nodes/node.ts';
import { quoted } from '../text/quoted-text.ts';
import { UsageError } from './command-error.ts';

const wholeNumberWanted = 'Give a whole number of at least 1.';

/** Parses a whole number of at least 1. The question that it is for checks the upper limit. */
export function wholeNumber(given: string): number {
  const number = wholeNumberOf(given);
  if (number !== undefined) return number;
  throw new InvalidArgumentError(wholeNumberWanted);
}

/**
 * The same for an argument that is not an option.
 *
 * @param name e.g. "<people>".
 */
export function wholeNumberArgument(name: string): (given: string) => number {
  return (given) => {
    const number = wholeNumberOf(given);
    if (number !== undefined) return number;
    throw new UsageError(`${name} is ${quoted(given)}. ${wholeNumberWanted}`);
  };
}

function wholeNumberOf(given: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined;
}

/** Parses the path of a folder that exists. */
export function folderValue(given: string): string {
  if (statSync(given, { throwIfNoEntry: false })?.isDirectory() === true) return given;
  throw new InvalidArgumentError('Give a folder that exists.');
}

/** Collects the values of an option that may be repeated. */
export function collectValues(given: string, before: readonly string[] = []): readonly string[] {
  return [...before, given];
}

/** Collects kinds of nodes, in singular or plural, separated by commas, e.g. "roles,organization type". */
export function collectKinds(given: string, before: readonly NodeKind[] = []): readonly NodeKind[] {
  const parts = given.split(',').filter((part) => part.trim() !== '');
  return [...new Set([...before, ...(parts.length === 0 ? [given] : parts).map(kindOf)])];
}

function kindOf(given: string): NodeKind {
  const key = matchingKey(given);
  const kind = nodeKinds.find((known) => {
    const name = kindNames[known];
    return [name, pluralOf(name)].some((accepted) => matchingKey(accepted) === key);
  });
  if (kind !== undefined) return kind;
  throw new InvalidArgumentError(`Allowed: ${Object.values(kindNames).join(', ')}.`);
}

function pluralOf(name: string): string {
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}
