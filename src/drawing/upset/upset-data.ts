import { intersectionsOf, type IntersectionSelection } from '../../analysis/comparisons/intersections.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { nodesOf } from '../../graph/named-nodes.ts';
import { groupKinds, type GroupKind } from '../../graph/nodes/node-kind.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import type { GroupOverlap } from '../../graph/overlaps/group-overlap.ts';
import { mapInSteps, type Steps } from '../../scheduling/steps.ts';
import { huePosition } from '../nodes/picture-node.ts';

/** The most combinations in the data, and so the most columns. */
export const mostUpsetColumns = 100;
/** The most groups that have a row: with more groups, only those of the first combinations have one. */
export const mostUpsetRows = 40;
/** The most roles of a combination whose names are in the data. */
const mostRolesOfEach = 50;

/** Which combinations are drawn; ranges are those of `intersectionsOf`. */
export interface UpsetParameters extends Partial<
  Pick<IntersectionSelection, 'of' | 'minRoles' | 'minGroups' | 'maxGroups'>
> {
  /** What is compared; the first kind of groups of which the catalog has two where it is not given. */
  readonly kind?: IntersectionSelection['kind'] | undefined;
  /** At most so many columns, 1 to 100; as many as fit the width where it is not given. */
  readonly columns?: number | null | undefined;
}

/**
 * The combinations of groups that roles are in: each role is in one of them, of all the compared groups that it is in. Plain data,
 * so that a server can send it to a page.
 */
export interface UpsetData {
  readonly kind: GroupKind;
  /** Whether all groups of the kind are compared. */
  readonly isWhole: boolean;
  /** How many groups are compared. */
  readonly groupCount: number;
  /** The groups that have a row, up to 40 or all of the first combination, in the catalog's order. */
  readonly groups: readonly UpsetGroup[];
  /** Those that are drawn, most roles first, up to 100. */
  readonly combinations: readonly Combination[];
  /** How many there are of all combinations, whether they are wanted or not. */
  readonly all: CombinationTotals;
  /** How many there are of the wanted ones. */
  readonly wanted: CombinationTotals;
  /** Which combinations are wanted; null if all are. */
  readonly selection: UpsetSelection | null;
  /** How many roles of the catalog are in none of the compared groups. */
  readonly outsideRoleCount: number;
  /** Of all combinations, the one with the most roles; null if several have as many, or if there is none. */
  readonly greatest: NamedCombination | null;
  /** The roles that are in every one of the compared groups; null if there is none or only one group is compared. */
  readonly inAll: NamedCombination | null;
}

export interface UpsetGroup {
  readonly id: string;
  readonly label: string;
  /** All roles of the group, whatever else they are in. */
  readonly roleCount: number;
  /** The position of its hue, which is that of its pillar; null for a group without a hue. */
  readonly huePosition: number | null;
}

export interface Combination {
  /** Positions in the list of groups, ascending. */
  readonly groups: readonly number[];
  /** How many roles are in exactly these of the compared groups. */
  readonly exclusiveRoleCount: number;
  /** How many roles are in all of these, and possibly in others. */
  readonly sharedRoleCount: number;
  /** The first 50 of the exclusive roles, by title. */
  readonly roles: readonly { readonly id: string; readonly label: string }[];
}

export interface NamedCombination {
  readonly groupLabels: readonly string[];
  readonly exclusiveRoleCount: number;
  /** The titles of the first 50 of the exclusive roles. */
  readonly roleLabels: readonly string[];
}

export interface CombinationTotals {
  readonly combinationCount: number;
  /** The roles in them. */
  readonly roleCount: number;
  /** Of these, the roles that are in one of the compared groups only. */
  readonly singleRoleCount: number;
}

export interface UpsetSelection {
  readonly minRoles: number;
  readonly minGroups: number;
  /** Null if there is no limit. */
  readonly maxGroups: number | null;
}

/**
 * The combinations of the groups of a kind, most roles first.
 *
 * @throws ArgumentError for a number of columns out of its range, and what `intersectionsOf` throws.
 */
export function* upsetData(graph: CatalogGraph, parameters: UpsetParameters): Steps<UpsetData> {
  const { of, columns } = parameters;
  const kind =
    parameters.kind ?? groupKinds.find((each) => graph.groupsOfKind(each).length > 1) ?? groupKinds[0] ?? 'PILLAR';
  if (columns != null && !(Number.isInteger(columns) && columns >= 1 && columns <= mostUpsetColumns)) {
    throw new ArgumentError('columns', `columns is ${columns}; it takes 1 to ${mostUpsetColumns}.`);
  }
  const selection = selectionOf(parameters);
  const overlaps = yield* intersectionsOf(graph, { ...parameters, kind });
  const all = selection === null ? overlaps : yield* intersectionsOf(graph, { kind, of });
  // intersectionsOf has thrown for a kind that is no group's.
  const groupKind = groupKinds.find((each) => each === kind) ?? 'PILLAR';
  const compared = comparedGroups(graph, groupKind, of);
  const drawn = withinRows(overlaps.slice(0, columns ?? mostUpsetColumns), compared.length);
  const used = new Set(drawn.flatMap(({ groups }) => groups));
  const groups = compared.length <= mostUpsetRows ? compared : compared.filter((group) => used.has(group));
  const positions = new Map(groups.map((group, position) => [group, position]));
  const combinations = yield* mapInSteps(drawn, (overlap): Combination => ({
    groups: overlap.groups.flatMap((group) => positions.get(group) ?? []),
    exclusiveRoleCount: overlap.exclusiveRoleCount,
    sharedRoleCount: overlap.sharedRoleCount,
    roles: overlap.exclusiveRoles.slice(0, mostRolesOfEach).map(({ id, label }) => ({ id, label })),
  }));
  const totals = totalsOf(all);
  const inAll = all.find((overlap) => overlap.groups.length === compared.length && compared.length > 1);
  return {
    kind: groupKind,
    isWhole: compared.length === graph.groupsOfKind(groupKind).length,
    groupCount: compared.length,
    groups: groups.map((group) => ({
      id: group.id,
      label: group.label,
      roleCount: group.roleCount,
      huePosition: huePosition(graph, group) ?? null,
    })),
    combinations,
    all: totals,
    wanted: totalsOf(overlaps),
    selection,
    outsideRoleCount: graph.roles.length - totals.roleCount,
    greatest: namedCombination(greatestOf(all)),
    inAll: namedCombination(inAll),
  };
}

function selectionOf({ minRoles, minGroups, maxGroups }: UpsetParameters): UpsetSelection | null {
  const selection = { minRoles: minRoles ?? 1, minGroups: minGroups ?? 1, maxGroups: maxGroups ?? null };
  return selection.minRoles === 1 && selection.minGroups === 1 && selection.maxGroups === null ? null : selection;
}

/** In the catalog's order. */
function comparedGroups(graph: CatalogGraph, kind: GroupKind, of: UpsetParameters['of']): readonly RoleGroup[] {
  const ofKind = graph.groupsOfKind(kind);
  if (of == null) return ofKind;
  const compared = new Set<RoleGroup>(nodesOf(graph, of, 'of', [kind]));
  return ofKind.filter((group) => compared.has(group));
}

/** The first combinations, at least one, as many as have no more groups than there may be rows. */
function withinRows(overlaps: readonly GroupOverlap[], groupCount: number): readonly GroupOverlap[] {
  if (groupCount <= mostUpsetRows) return overlaps;
  const rows = new Set<RoleGroup>();
  const end = overlaps.findIndex(({ groups }, index) => {
    for (const group of groups) rows.add(group);
    return index > 0 && rows.size > mostUpsetRows;
  });
  return end === -1 ? overlaps : overlaps.slice(0, end);
}

function totalsOf(overlaps: readonly GroupOverlap[]): CombinationTotals {
  let [roleCount, singleRoleCount] = [0, 0];
  for (const { groups, exclusiveRoleCount } of overlaps) {
    roleCount += exclusiveRoleCount;
    if (groups.length === 1) singleRoleCount += exclusiveRoleCount;
  }
  return { combinationCount: overlaps.length, roleCount, singleRoleCount };
}

function greatestOf([first, second]: readonly GroupOverlap[]): GroupOverlap | undefined {
  return first?.exclusiveRoleCount === second?.exclusiveRoleCount ? undefined : first;
}

function namedCombination(overlap: GroupOverlap | undefined): NamedCombination | null {
  if (overlap === undefined) return null;
  const { groups, exclusiveRoles } = overlap;
  return {
    groupLabels: groups.map(({ label }) => label),
    exclusiveRoleCount: exclusiveRoles.length,
    roleLabels: exclusiveRoles.slice(0, mostRolesOfEach).map(({ label }) => label),
  };
}
