import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { resolveName } from '../../graph/names/resolved-name.ts';
import { nodeOf } from '../../graph/named-nodes.ts';
import { groupKinds, type NodeKind } from '../../graph/nodes/node-kind.ts';
import type { Responsibility, Role } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { inWords, numberOf } from '../../text/in-words.ts';
import { quoted } from '../../text/quoted-text.ts';
import { conceptsOf } from '../grain/concepts.ts';
import { graphNodeKinds, type GraphNode, type GraphNodeKind } from '../graph-nodes.ts';

/** Who must not be who: no person may hold one of `roles` and one of `from`. */
export interface KeepApart {
  /** Roles, and nodes that stand for their roles: those of a group, or those that do something. At least one. */
  readonly roles: readonly GraphNode[];
  /** The same; a node that is no role stands for its roles other than those that `roles` means. */
  readonly from: readonly GraphNode[];
}

/** The same by the roles that are assigned. */
export interface Separation {
  readonly named: KeepApart;
  /** By title; at least one. */
  readonly roles: readonly Role[];
  /** By title; at least one. */
  readonly from: readonly Role[];
  /** What is named and means none of the roles that are assigned. */
  readonly withoutEffect: readonly GraphNode[];
}

/** What a name means first in keepApart. */
export const rolesAndGroups = ['ROLE', ...groupKinds] as const satisfies readonly NodeKind[];

/** How many roles an error suggests. */
const mostSuggestions = 5;

/**
 * The node that an id, title or name means in keepApart. Where a group and a topic have the same name, it is the group.
 *
 * @throws ArgumentError if nothing has it, or several do.
 */
export function nodeToKeepApart(graph: CatalogGraph, given: string, argument: string): GraphNode {
  const { kind } = resolveName(graph, given, rolesAndGroups);
  const isNamed = kind === 'FOUND' || kind === 'AMBIGUOUS';
  return nodeOf<GraphNodeKind>(graph, given, argument, isNamed ? rolesAndGroups : graphNodeKinds);
}

/**
 * Which of the roles that are assigned must stay apart.
 *
 * @param roles those that are assigned.
 * @throws ArgumentError for one that would have no effect, with the roles that come closest to what it names.
 */
export function* separationsOf(
  graph: CatalogGraph,
  keepApart: readonly KeepApart[],
  roles: readonly Role[],
): Steps<readonly Separation[]> {
  const separations: Separation[] = [];
  for (const named of keepApart) {
    const apart = yield* assignedOf(named.roles, roles);
    if (apart.length === 0) throw yield* withoutEffectError(graph, 'keepApart.roles', named.roles, roles);
    const others = roles.filter((role) => !apart.includes(role) || named.from.includes(role));
    const from = yield* assignedOf(named.from, others);
    if (from.length === 0) {
      const assigned = yield* assignedOf(named.from, roles);
      if (assigned.length > 0) throw onlyItselfError(named);
      throw yield* withoutEffectError(graph, 'keepApart.from', named.from, roles);
    }
    if (apart.length === 1 && from.length === 1 && apart[0] === from[0]) throw onlyItselfError(named);
    const withoutEffect: GraphNode[] = [];
    for (const node of new Set([...named.roles, ...named.from])) {
      if (!roles.some((role) => means(node, role))) withoutEffect.push(node);
      yield;
    }
    separations.push({ named, roles: apart, from, withoutEffect });
  }
  return separations;
}

/** Whether no person may hold both of two roles. */
export function areApartBy(separations: readonly Separation[]): (one: Role, other: Role) => boolean {
  const sets = separations.map(({ roles, from }) => ({ roles: new Set(roles), from: new Set(from) }));
  return (one, other) =>
    one !== other &&
    sets.some(({ roles, from }) => (roles.has(one) && from.has(other)) || (roles.has(other) && from.has(one)));
}

/** Those of some roles that some nodes mean. */
function* assignedOf(nodes: readonly GraphNode[], roles: readonly Role[]): Steps<readonly Role[]> {
  const meant = new Set<Role>();
  for (const node of nodes) {
    for (const role of roles) if (means(node, role)) meant.add(role);
    yield;
  }
  return roles.filter((role) => meant.has(role));
}

/** Few roles are assigned, and many may be in a group, so each of the few is looked up. */
function means(node: GraphNode, role: Role): boolean {
  if (node.kind === 'ROLE') return node === role;
  return node.kind === 'RESPONSIBILITY' ? role.responsibilities.includes(node) : node.roleSet.has(role.index);
}

function onlyItselfError({ roles, from }: KeepApart): ArgumentError {
  const [one, other] = [namesOf(roles), namesOf(from)];
  return new ArgumentError(
    'keepApart.from',
    `keepApart.from has ${other}, which has no role to assign besides those of keepApart.roles, ${one}; ` +
      'name roles that somebody else is to hold.',
  );
}

function* withoutEffectError(
  graph: CatalogGraph,
  argument: string,
  nodes: readonly GraphNode[],
  roles: readonly Role[],
): Steps<ArgumentError> {
  const similar = yield* similarRoles(graph, nodes, roles);
  const isRole = nodes.every(({ kind }) => kind === 'ROLE');
  const among = `the ${numberOf(roles.length, 'role', 'roles')} to assign`;
  const found = nodes.length === 1 && isRole ? `which is none of ${among}` : `but ${among} include none of that`;
  const closest = similar.map(({ label }) => label);
  const advice = [
    ...(closest.length === 0 ? [] : [`Of these, ${inWords(closest)} ${closest.length === 1 ? 'is' : 'are'} closest.`]),
    ...(isRole ? ['mustInclude adds roles.'] : []),
  ];
  return new ArgumentError(
    argument,
    [`${argument} has ${namesOf(nodes)}, ${found}.`, ...advice].join(' '),
    undefined,
    similar.map(({ id }) => id),
  );
}

function namesOf(nodes: readonly GraphNode[]): string {
  return inWords(nodes.map(({ label }) => quoted(label)));
}

/**
 * The roles that come closest to what some nodes mean, at most 5: those whose title and duties have most of the meanings of
 * the names of these nodes and of what is done there, where rare ones weigh more. Hidden titles count, so that "Auditor", by
 * which people find a Compliance Officer, is close to those who check, verify and test. None that has no such meaning.
 */
function* similarRoles(
  graph: CatalogGraph,
  nodes: readonly GraphNode[],
  roles: readonly Role[],
): Steps<readonly Role[]> {
  const sought = new Set<string>();
  const duties = new Set<Responsibility>();
  for (const node of nodes) {
    for (const name of namesOfNode(node)) for (const each of meaningsOf(name)) sought.add(each);
    for (const role of rolesMeant(graph, node)) for (const each of role.responsibilities) duties.add(each);
    yield;
  }
  const found: { readonly role: Role; readonly shared: readonly string[]; readonly size: number }[] = [];
  const counts = new Map<string, number>();
  for (const role of roles) {
    const own = new Set(meaningsOf(role.label));
    for (const { name } of role.responsibilities.slice(0, mostCompared)) {
      for (const each of meaningsOf(name)) own.add(each);
    }
    const shared = [
      ...own.intersection(sought),
      ...role.responsibilities.filter((each) => duties.has(each)).map(({ id }) => id),
    ];
    for (const each of shared) counts.set(each, (counts.get(each) ?? 0) + 1);
    found.push({ role, shared, size: own.size });
    yield;
  }
  const weightOf = (each: string) => Math.log(1 + roles.length / (counts.get(each) ?? 1));
  return (
    found
      // Who does much has much in common with everybody.
      .map(({ role, shared, size }) => ({
        role,
        weight: shared.reduce((sum, each) => sum + weightOf(each), 0) / Math.sqrt(Math.max(1, size)),
      }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostSuggestions)
      .map(({ role }) => role)
  );
}

/** How many roles of a group, titles and duties are compared with those of the roles to assign. */
const mostCompared = 100;

function namesOfNode(node: GraphNode): readonly string[] {
  if (node.kind !== 'ROLE') return [node.label];
  return [node.label, ...node.alternateTitles, ...node.hiddenTitles].slice(0, mostCompared);
}

/** The first roles that a node means. */
function rolesMeant(graph: CatalogGraph, node: GraphNode): readonly Role[] {
  if (node.kind === 'ROLE') return [node];
  const indexes =
    node.kind === 'RESPONSIBILITY' ? listAt(graph.relations.rolesOfResponsibility, node.index) : node.roleSet;
  const roles: Role[] = [];
  for (const index of indexes) {
    if (roles.push(itemAt(graph.roles, index)) === mostCompared) break;
  }
  return roles;
}

/** Words of titles that say how high somebody stands rather than what they do. */
const ranks = new Set(
  ['officer', 'manager', 'lead', 'head', 'specialist', 'chief', 'senior'].flatMap((each) => [...conceptsOf(each)]),
);

/** The meanings of the words of a name, and of what somebody does who is called so: "audit" of "auditor". */
function meaningsOf(name: string): ReadonlySet<string> {
  const agents = name.replaceAll(/(?<=[a-z]{4})(?:er|or)s?\b/g, '');
  return conceptsOf(name).union(conceptsOf(agents)).difference(ranks);
}
