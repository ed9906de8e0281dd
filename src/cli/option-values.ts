import { statSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { matchingKey } from '../text/matching-key.ts';
import { edgeKinds, type EdgeKind } from '../graph/nodes/edge-kind.ts';
import { groupKinds, nodeKinds, type GroupKind, type NodeKind } from '../graph/nodes/node-kind.ts';
import { kindNames, pluralNames } from '../graph/nodes/node.ts';
import { instantOf, isDate } from '../text/instants.ts';
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
 * @throws UsageError
 */
export function wholeNumberArgument(given: string, name: string): number {
  const number = wholeNumberOf(given);
  if (number !== undefined) return number;
  throw new UsageError(`${name} is ${quoted(given)}. ${wholeNumberWanted}`);
}

function wholeNumberOf(given: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined;
}

/** Parses a whole number of at least 0. */
export function wholeNumberOrZero(given: string): number {
  const number = given === '0' ? 0 : wholeNumberOf(given);
  if (number !== undefined) return number;
  throw new InvalidArgumentError('Give a whole number of at least 0.');
}

/** Parses a number of at least 0; the question that it is for checks the upper limit. */
export function decimalNumber(given: string): number {
  if (/^\d{1,9}(\.\d{1,9})?$/.test(given)) return Number(given);
  throw new InvalidArgumentError('Give a number, e.g. 0.1.');
}

/** Parses a range of whole numbers, both ends included: "2..4", "2..", "..4" or "3". */
export function wholeNumberRange(given: string): { readonly min?: number; readonly max?: number } {
  const [, min = '', dots, max = ''] = /^(\d{0,9})(\.\.)?(\d{0,9})$/.exec(given) ?? [];
  if (min === '' && max === '') {
    throw new InvalidArgumentError('Give a whole number or a range, e.g. 3, 2..4, 2.. or ..4.');
  }
  if (dots === undefined) return { min: Number(min), max: Number(min) };
  return { ...(min !== '' && { min: Number(min) }), ...(max !== '' && { max: Number(max) }) };
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

/** Collects names of people, separated by commas. */
export function collectNames(given: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...partsOf(given).map((name) => name.trim())];
}

/** Parses a day, as YYYY-MM-DD. */
export function dayValue(given: string): string {
  if (isDate(given)) return given;
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD, e.g. 2027-03-31.');
}

/** Parses a day, which begins at midnight UTC, or an instant with its time zone. */
export function instantValue(given: string): Date {
  const instant = instantOf(given);
  if (instant !== undefined) return instant;
  throw new InvalidArgumentError(
    'Give a day as YYYY-MM-DD, e.g. 2027-03-31, or an instant, e.g. 2027-03-31T12:00:00Z.',
  );
}

/** Collects kinds of nodes, in singular or plural, separated by commas, e.g. "roles,organization type". */
export function collectKinds(given: string, before: readonly NodeKind[] = []): readonly NodeKind[] {
  return [...new Set([...before, ...partsOf(given).map((part) => kindOf(part, nodeKinds))])];
}

/** Collects kinds of edges, separated by commas, e.g. "performs,overlaps-with"; "none" alone is an empty list. */
export function collectEdgeKinds(given: string, before: readonly EdgeKind[] = []): readonly EdgeKind[] {
  if (matchingKey(given) === 'none' && before.length === 0) return [];
  return [...new Set([...before, ...partsOf(given).map(edgeKindOf)])];
}

/** Parses a kind of groups, in singular or plural. */
export function groupKind(given: string): GroupKind {
  return kindOf(given, groupKinds);
}

function partsOf(given: string): readonly string[] {
  const parts = given.split(',').filter((part) => part.trim() !== '');
  return parts.length === 0 ? [given] : parts;
}

function kindOf<K extends NodeKind>(given: string, kinds: readonly K[]): K {
  const key = matchingKey(given);
  const kind = kinds.find((known) =>
    [kindNames[known], pluralNames[known]].some((accepted) => matchingKey(accepted) === key),
  );
  if (kind !== undefined) return kind;
  throw new InvalidArgumentError(`Allowed: ${kinds.map((known) => kindNames[known]).join(', ')}.`);
}

function edgeKindOf(given: string): EdgeKind {
  const key = matchingKey(given);
  const kind = edgeKinds.find((known) => matchingKey(known) === key);
  if (kind !== undefined) return kind;
  throw new InvalidArgumentError(`Allowed: ${edgeKinds.join(', ')}; or "none" alone, for no edges.`);
}
