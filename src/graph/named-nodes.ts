import { quoted } from '../text/quoted-text.ts';
import { ArgumentError } from './argument-error.ts';
import { isGroup, nameOfKind, type Node, type RoleGroup } from './nodes/node.ts';
import type { CatalogGraph } from './catalog-graph.ts';

/** What an argument of ids accepts, and how its errors call it. */
interface Accepted<T extends Node> {
  readonly accepts: (entry: Node) => entry is T;
  /** E.g. "a pillar, category or organization type". */
  readonly called: string;
  /** E.g. "pillar:security". */
  readonly example: string;
}

const groups: Accepted<RoleGroup> = {
  accepts: isGroup,
  called: 'a pillar, category or organization type',
  example: 'pillar:security',
};

/** The group of an id that must be one. */
export function groupOf(graph: CatalogGraph, id: string, argument: string): RoleGroup {
  return nodeOf(graph, id, argument, groups);
}

/** The distinct groups of a list of ids, which must not be empty. */
export function groupsOf(graph: CatalogGraph, ids: readonly string[], argument: string): readonly RoleGroup[] {
  return nodesOf(graph, ids, argument, groups);
}

/** How many there are to be. */
interface Limits {
  readonly least: number;
  readonly most: number;
}

/**
 * The distinct nodes that a comparison is about, in the order given.
 *
 * @param kind what they are called, e.g. "group".
 * @param find the node of each that is given.
 * @throws ArgumentError for a wrong number of them, or one given twice; and what `find` throws.
 */
export function comparedNodes<Given, T extends Node>(
  given: readonly Given[],
  argument: string,
  kind: string,
  { least, most }: Limits,
  find: (each: Given) => T,
): readonly T[] {
  if (given.length < least || given.length > most) {
    throw new ArgumentError(
      argument,
      `${argument} has ${given.length} ${given.length === 1 ? kind : `${kind}s`}; ` +
        `it takes ${least === most ? least : `${least} to ${most}`} distinct ${kind}s.`,
    );
  }
  const nodes = given.map(find);
  const twice = nodes.find((node, index) => nodes.indexOf(node) !== index);
  if (twice === undefined) return nodes;
  throw new ArgumentError(argument, `${argument} has "${twice.id}" twice; give distinct ${kind}s.`);
}

/** The distinct groups that a comparison is about, by their ids, in the order given. */
export function comparedGroups(
  graph: CatalogGraph,
  ids: readonly string[],
  argument: string,
  limits: Limits,
): readonly RoleGroup[] {
  return comparedNodes(ids, argument, 'group', limits, (id) => groupOf(graph, id, argument));
}

export function nodeOf<T extends Node>(
  graph: CatalogGraph,
  id: string,
  argument: string,
  { accepts, called, example }: Accepted<T>,
): T {
  const entry = graph.node(id);
  if (entry !== undefined && accepts(entry)) return entry;
  const found = entry === undefined ? 'which nothing here has as its id' : `which is ${nameOfKind(entry.kind)}`;
  throw new ArgumentError(
    argument,
    `${argument} has ${quoted(id)}, ${found}; it takes the id of ${called}, e.g. "${example}".`,
  );
}

export function nodesOf<T extends Node>(
  graph: CatalogGraph,
  ids: readonly string[],
  argument: string,
  accepted: Accepted<T>,
): readonly T[] {
  if (ids.length === 0) {
    throw new ArgumentError(
      argument,
      `${argument} is an empty list; give at least one id of ${accepted.called}, e.g. "${accepted.example}", or leave it out.`,
    );
  }
  return [...new Set(ids.map((id) => nodeOf(graph, id, argument, accepted)))];
}
