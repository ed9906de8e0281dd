import { quoted } from '../text/quoted-text.ts';
import { ambiguousName, ArgumentError, retiredId, UnknownNameError } from './argument-error.ts';
import { involvements, type Involvement } from './nodes/involvement.ts';
import { groupKinds, type NodeKind } from './nodes/node-kind.ts';
import { calledOf, nameOfKind, ownNameOf, type Node, type NodeOfKind, type RoleGroup } from './nodes/node.ts';
import { resolveName } from './names/resolved-name.ts';
import type { CatalogGraph } from './catalog-graph.ts';

/** The group that an argument means by an id or a name. */
export function groupOf(graph: CatalogGraph, given: string, argument: string): RoleGroup {
  return nodeOf(graph, given, argument, groupKinds);
}

/** The distinct groups of a list of ids and names, which must not be empty. */
export function groupsOf(graph: CatalogGraph, given: readonly string[], argument: string): readonly RoleGroup[] {
  return nodesOf(graph, given, argument, groupKinds);
}

/** The kinds of involvement that an argument has; all where it is not given. @throws ArgumentError for an empty list. */
export function checkedInvolvement(
  given: readonly Involvement[] | null | undefined,
  argument: string,
): readonly Involvement[] {
  if (given?.length !== 0) return given ?? involvements;
  throw new ArgumentError(
    argument,
    `${argument} is an empty list; name at least one of ${involvements.join(', ')}, or leave it out.`,
  );
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

/** The distinct groups that a comparison is about, by their ids or names, in the order given. */
export function comparedGroups(
  graph: CatalogGraph,
  given: readonly string[],
  argument: string,
  limits: Limits,
): readonly RoleGroup[] {
  return comparedNodes(given, argument, 'group', limits, (each) => groupOf(graph, each, argument));
}

/**
 * The node that an argument means.
 *
 * @param given an id, a title or a name; see resolveName.
 * @param kinds the kinds of nodes that the argument accepts.
 * @throws ArgumentError with candidates if several acceptable nodes have the title or name; UnknownNameError if none has.
 */
export function nodeOf<K extends NodeKind>(
  graph: CatalogGraph,
  given: string,
  argument: string,
  kinds: readonly K[],
): NodeOfKind<K> {
  const resolved = resolveName(graph, given, kinds);
  switch (resolved.kind) {
    case 'FOUND':
      return resolved.node;
    case 'AMBIGUOUS':
      throw ambiguousName(argument, given, resolved.nodes, waysToWrite(resolved.nodes));
    case 'RETIRED':
      throw retiredId(argument, given, resolved.replacedBy);
    case 'OTHER_KIND':
    case 'UNKNOWN': {
      const found =
        resolved.kind === 'UNKNOWN'
          ? 'which nothing here has as its id, title or name'
          : `which is ${nameOfKind(resolved.node.kind)}`;
      const message = `${argument} has ${quoted(given)}, ${found}; it takes the id or name of ${calledOf(kinds)}, e.g. ${exampleOf(kinds)}.`;
      throw new UnknownNameError(argument, message, given, kinds);
    }
  }
}

/** The distinct nodes of a list of ids, titles and names, which must not be empty, in the order given. */
export function nodesOf<K extends NodeKind>(
  graph: CatalogGraph,
  given: readonly string[],
  argument: string,
  kinds: readonly K[],
): readonly NodeOfKind<K>[] {
  if (given.length === 0) {
    throw new ArgumentError(
      argument,
      `${argument} is an empty list; give at least one id or name of ${calledOf(kinds)}, e.g. ${exampleOf(kinds)}, or leave it out.`,
    );
  }
  return [...new Set(given.map((each) => nodeOf(graph, each, argument, kinds)))];
}

/** How to say which of several nodes is meant: by its id and, if all have labels of their own, by these. */
function waysToWrite(nodes: readonly Node[]): string {
  const [first] = nodes;
  const hasLabels = first !== undefined && nodes.every((node) => node.label !== ownNameOf(node));
  return hasLabels
    ? `give one of these ids, or the name with its owner, e.g. "${first.label}"`
    : 'give one of these ids';
}

const examples: Readonly<Record<NodeKind, readonly string[]>> = {
  ROLE: ['role:devops-engineer', 'DevOps Engineer'],
  RESPONSIBILITY: ['responsibility:verify-backups', 'Verify backups'],
  TOPIC: ['topic:backup', 'Backup'],
  PILLAR: ['pillar:security', 'Security'],
  CATEGORY: ['category:security/infrastructure-and-network', 'Infrastructure & Network'],
  ORGANIZATION_TYPE: ['organization-type:msp', 'Managed Service Provider'],
  SOURCE: ['source:001', 'Roles'],
  APPEARANCE: ['appearance:security/engineering-devops-and-app-security/devops-engineer/001-60'],
};

/** An id and a name of the first kind, e.g. `"pillar:security" or "Security"`. */
function exampleOf([kind]: readonly NodeKind[]): string {
  return kind === undefined ? '' : examples[kind].map((each) => `"${each}"`).join(' or ');
}
