import type { CatalogGraph } from '../graph/catalog-graph.ts';
import { resolveName } from '../graph/names/resolved-name.ts';
import { edgeKinds, type EdgeKind } from '../graph/nodes/edge-kind.ts';
import { nodeKinds, type NodeKind } from '../graph/nodes/node-kind.ts';
import { kindNames, pluralNames } from '../graph/nodes/node.ts';
import { ArgumentError } from '../graph/argument-error.ts';
import { matchingKey } from '../text/matching-key.ts';
import { suggestion } from '../text/nearest-text.ts';
import { quoted } from '../text/quoted-text.ts';

/** The values of each parameter of an address, in the order in which they are given. */
export type AddressParameters = ReadonlyMap<string, readonly string[]>;

/** The only value of a parameter; undefined if it is not given. @throws ArgumentError if it is given twice. */
export function onlyValue(given: AddressParameters, name: string): string | undefined {
  const [value, ...others] = given.get(name) ?? [];
  if (others.length === 0) return value;
  throw new ArgumentError(name, `${name} is given ${others.length + 1} times; give it once.`);
}

/** The values of a list: separated by commas, in one or several parameters of the name. Undefined if it is not given. */
export function listValues(given: AddressParameters, name: string): readonly string[] | undefined {
  return given.get(name)?.flatMap(partsOf);
}

/** The parts of a text that commas separate, without spaces around them. */
function partsOf(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim());
}

/**
 * The ids, titles and names in a value. One with commas is a list, unless it is a name as a whole, as some names of categories
 * are.
 */
export function namesIn(value: string, graph: CatalogGraph): readonly string[] {
  if (!value.includes(',') || resolveName(graph, value, nodeKinds).kind !== 'UNKNOWN') return [value];
  return partsOf(value).filter((part) => part !== '');
}

/** @throws ArgumentError if a parameter that is given has no value. */
export function refuseEmptyValues(given: AddressParameters): void {
  for (const [name, values] of given) {
    if (values.every((value) => value.trim() !== '')) continue;
    throw new ArgumentError(name, `${name} is empty; give it a value, or leave it out.`);
  }
}

/** Yes or no, as the parameters of addresses say it. */
export function switchIn(name: string, given: string): boolean {
  const text = choiceIn(name, given, ['1', '0', 'true', 'false']);
  return text === '1' || text === 'true';
}

/** @throws ArgumentError unless it is digits alone; whoever uses the number checks its range. */
export function wholeNumberIn(name: string, given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new ArgumentError(name, `${name} is ${quoted(given)}; it takes a whole number, e.g. 2.`);
}

/** @throws ArgumentError unless it is a decimal number, e.g. "0.1"; whoever uses the number checks its range. */
export function decimalIn(name: string, given: string): number {
  if (/^(\d{1,9}(\.\d{1,17})?|\.\d{1,17})$/.test(given)) return Number(given);
  throw new ArgumentError(name, `${name} is ${quoted(given)}; it takes a number from 0 to 1, e.g. 0.1.`);
}

/** One of some texts, whatever the case of its letters. @throws ArgumentError with what is allowed. */
export function choiceIn<T extends string>(name: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each.toLowerCase() === given.toLowerCase());
  if (found !== undefined) return found;
  throw new ArgumentError(
    name,
    `${name} is ${quoted(given)}${suggestion(given, allowed)}; it takes ${allowed.length === 1 ? '' : 'one of '}${allowed.join(', ')}.`,
  );
}

/** Kinds of nodes, see `nodeKindIn`. */
export function nodeKindsIn(name: string, given: readonly string[]): readonly NodeKind[] {
  return given.map((each) => nodeKindIn(name, each, nodeKinds));
}

/**
 * One of some kinds of nodes, by the name of the GraphQL enum or in words, e.g. "ROLE", "roles" or "organization type".
 *
 * @throws ArgumentError with what is allowed.
 */
export function nodeKindIn<K extends NodeKind>(name: string, given: string, allowed: readonly K[]): K {
  const key = matchingKey(given);
  const kind = allowed.find((each) =>
    [each, kindNames[each], pluralNames[each]].some((accepted) => matchingKey(accepted) === key),
  );
  return kind ?? choiceIn(name, given, allowed);
}

/** Kinds of edges by the names of the GraphQL enum, e.g. "OVERLAPS_WITH" or "overlaps-with". */
export function edgeKindsIn(name: string, given: readonly string[]): readonly EdgeKind[] {
  return given.map((each) => {
    const key = matchingKey(each);
    return edgeKinds.find((known) => matchingKey(known) === key) ?? choiceIn(name, each, edgeKinds);
  });
}
