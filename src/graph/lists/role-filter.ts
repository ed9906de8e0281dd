import { matchingKey } from '../../text/matching-key.ts';
import { quoted } from '../../text/quoted-text.ts';
import { listAt } from '../../collections/lists.ts';
import { ArgumentError } from '../argument-error.ts';
import type { Node } from '../nodes/node.ts';
import type { Responsibility } from '../nodes/responsibility.ts';
import type { Role } from '../nodes/role.ts';
import type { Topic } from '../nodes/topic.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import { groupsOf, nodesOf } from '../named-nodes.ts';
import { RoleSet } from '../../collections/role-set.ts';

/** Which roles are wanted: all that is given must hold. Fields are those of the GraphQL input of the same name. */
export interface RoleFilter {
  readonly inAll?: readonly string[] | null | undefined;
  readonly inAny?: readonly string[] | null | undefined;
  readonly inNone?: readonly string[] | null | undefined;
  readonly performsAll?: readonly string[] | null | undefined;
  readonly performsAny?: readonly string[] | null | undefined;
  readonly pillarCount?:
    { readonly min?: number | null | undefined; readonly max?: number | null | undefined } | null | undefined;
  readonly titleContains?: string | null | undefined;
}

/**
 * The roles of a set that pass a filter.
 *
 * @throws ArgumentError naming the field, e.g. "filter.inAll", that has an unknown id, an empty list, an impossible range
 *   or a text without anything to compare.
 */
export function filtered(graph: CatalogGraph, roles: RoleSet, filter: RoleFilter): RoleSet {
  const groupSets = (field: 'inAll' | 'inAny' | 'inNone') =>
    groupsOf(graph, filter[field] ?? [], `filter.${field}`).map((group) => group.roleSet);
  const performerSets = (field: 'performsAll' | 'performsAny') =>
    nodesOf(graph, filter[field] ?? [], `filter.${field}`, dutiesOrTopics).map((node) => performersOf(graph, node));
  const { pillarCount, titleContains } = filter;
  let kept = roles;
  if (filter.inAll != null) kept = groupSets('inAll').reduce((set, group) => set.intersection(group), kept);
  if (filter.inAny != null) kept = kept.intersection(unionOf(graph, groupSets('inAny')));
  if (filter.inNone != null) kept = kept.difference(unionOf(graph, groupSets('inNone')));
  if (filter.performsAll != null) kept = performerSets('performsAll').reduce((set, by) => set.intersection(by), kept);
  if (filter.performsAny != null) kept = kept.intersection(unionOf(graph, performerSets('performsAny')));
  if (pillarCount != null) {
    const { min, max } = checkedRange(pillarCount, 'filter.pillarCount');
    kept = rolesWhere(graph, kept, (role) => role.pillarCount >= min && role.pillarCount <= max);
  }
  if (titleContains != null) {
    const key = checkedKey(titleContains, 'filter.titleContains');
    const names = graph.names;
    kept = rolesWhere(graph, kept, (role) => names.hasTitleContaining(role, key));
  }
  return kept;
}

const dutiesOrTopics = {
  accepts: (entry: Node): entry is Responsibility | Topic => entry.kind === 'RESPONSIBILITY' || entry.kind === 'TOPIC',
  called: 'a responsibility or topic',
  example: 'topic:backup',
};

function performersOf(graph: CatalogGraph, node: Responsibility | Topic): RoleSet {
  if (node.kind === 'TOPIC') return node.roleSet;
  const performers = listAt(graph.relations.rolesOfResponsibility, node.index);
  return new RoleSet(graph.roles.length, performers);
}

function unionOf(graph: CatalogGraph, sets: readonly RoleSet[]): RoleSet {
  return sets.reduce((union, set) => union.union(set), new RoleSet(graph.roles.length));
}

function rolesWhere(graph: CatalogGraph, roles: RoleSet, holds: (role: Role) => boolean): RoleSet {
  const kept = graph.rolesIn(roles).filter(holds);
  return new RoleSet(
    roles.capacity,
    kept.map(({ index }) => index),
  );
}

function checkedRange(
  range: NonNullable<RoleFilter['pillarCount']>,
  argument: string,
): { readonly min: number; readonly max: number } {
  const min = range.min ?? -Infinity;
  const max = range.max ?? Infinity;
  if (min <= max) return { min, max };
  throw new ArgumentError(argument, `${argument} has min ${min} above max ${max}; min must not exceed max.`);
}

function checkedKey(text: string, argument: string): string {
  const key = matchingKey(text);
  if (key !== '') return key;
  throw new ArgumentError(
    argument,
    `${argument} is ${quoted(text)}, which has nothing to compare titles with; give at least one letter or digit outside brackets.`,
  );
}
