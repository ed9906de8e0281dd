import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { RoleSet } from '../../collections/role-set.ts';
import { bracketKeys, matchingKey } from '../../text/matching-key.ts';
import { quoted } from '../../text/quoted-text.ts';
import { ArgumentError } from '../argument-error.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import { checkedInvolvement, groupsOf, nodesOf } from '../named-nodes.ts';
import type { Involvement } from '../nodes/involvement.ts';
import type { Role } from '../nodes/node.ts';

/** Which roles are wanted: all that is given must hold. Fields are those of the GraphQL input of the same name. */
export interface RoleFilter {
  readonly inAll?: readonly string[] | null | undefined;
  readonly inAny?: readonly string[] | null | undefined;
  readonly inNone?: readonly string[] | null | undefined;
  readonly performsAll?: readonly string[] | null | undefined;
  readonly performsAny?: readonly string[] | null | undefined;
  readonly involvement?:
    | { readonly as?: readonly Involvement[] | null | undefined; readonly for?: readonly string[] | null | undefined }
    | null
    | undefined;
  readonly pillarCount?:
    { readonly min?: number | null | undefined; readonly max?: number | null | undefined } | null | undefined;
  readonly titleContains?: string | null | undefined;
}

/**
 * The roles of a set that pass a filter.
 *
 * @throws ArgumentError naming the field, e.g. "filter.inAll", that has an unknown or ambiguous name, an empty list, an impossible range
 *   or a text without anything to compare.
 */
export function filtered(graph: CatalogGraph, roles: RoleSet, filter: RoleFilter): RoleSet {
  const groupSets = (field: 'inAll' | 'inAny' | 'inNone') =>
    groupsOf(graph, filter[field] ?? [], `filter.${field}`).map(({ roleSet }) => roleSet);
  const performerSets = (field: 'performsAll' | 'performsAny') =>
    nodesOf(graph, filter[field] ?? [], `filter.${field}`, ['TOPIC', 'RESPONSIBILITY']).map(({ roleSet }) => roleSet);
  const { pillarCount, titleContains } = filter;
  let remaining = roles;
  const keepAll = (sets: readonly RoleSet[]) => sets.reduce((set, each) => set.intersection(each), remaining);
  if (filter.inAll != null) remaining = keepAll(groupSets('inAll'));
  if (filter.inAny != null) remaining = remaining.intersection(unionOf(graph, groupSets('inAny')));
  if (filter.inNone != null) remaining = remaining.difference(unionOf(graph, groupSets('inNone')));
  if (filter.performsAll != null) remaining = keepAll(performerSets('performsAll'));
  if (filter.performsAny != null) remaining = remaining.intersection(unionOf(graph, performerSets('performsAny')));
  if (filter.involvement != null) remaining = remaining.intersection(involvedRoles(graph, filter.involvement));
  if (pillarCount != null) {
    const { min, max } = checkedRange(pillarCount, 'filter.pillarCount');
    remaining = rolesWhere(graph, remaining, (role) => role.pillarCount >= min && role.pillarCount <= max);
  }
  if (titleContains != null) {
    const key = checkedKey(titleContains, 'filter.titleContains');
    remaining = remaining.intersection(rolesWithTitle(graph, key, bracketKeys(titleContains)?.outside ?? ''));
  }
  return remaining;
}

/** The roles that are involved in one of some ways in one of some responsibilities and topics, or in any. */
function involvedRoles(graph: CatalogGraph, given: NonNullable<RoleFilter['involvement']>): RoleSet {
  const kinds = checkedInvolvement(given.as, 'filter.involvement.as');
  if (given.for == null) {
    const { involvedOfRole } = graph.relations;
    return rolesWhere(graph, RoleSet.all(graph.roles.length), ({ index }) =>
      kinds.some((kind) => listLength(involvedOfRole[kind], index) > 0),
    );
  }
  const involved = new RoleSet(graph.roles.length);
  const nodes = nodesOf(graph, given.for, 'filter.involvement.for', ['TOPIC', 'RESPONSIBILITY']);
  // Topics share responsibilities: each is looked at once.
  for (const { index } of new Set(nodes.flatMap((node) => (node.kind === 'TOPIC' ? node.responsibilities : [node])))) {
    for (const kind of kinds) {
      for (const role of listAt(graph.relations.rolesInvolvedIn[kind], index)) involved.add(role);
    }
  }
  return involved;
}

function unionOf(graph: CatalogGraph, sets: readonly RoleSet[]): RoleSet {
  return sets.reduce((union, set) => union.union(set), new RoleSet(graph.roles.length));
}

function rolesWhere(graph: CatalogGraph, roles: RoleSet, holds: (role: Role) => boolean): RoleSet {
  const indexes = Array.from(roles).filter((index) => holds(itemAt(graph.roles, index)));
  return new RoleSet(roles.capacity, indexes);
}

/**
 * The roles with a title that contains a key, or else another key: what stands in brackets counts in the text that is looked
 * for only if some title has it.
 */
function rolesWithTitle(graph: CatalogGraph, key: string, otherKey: string): RoleSet {
  const { titleKeys } = graph.indexes;
  const withKey = (wanted: string) =>
    rolesWhere(graph, RoleSet.all(graph.roles.length), ({ index }) =>
      itemAt(titleKeys, index).some((each) => each.includes(wanted)),
    );
  const found = withKey(key);
  return found.size > 0 || otherKey === '' ? found : withKey(otherKey);
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
    `${argument} is ${quoted(text)}, which has nothing to compare titles with; give at least one letter or digit.`,
  );
}
