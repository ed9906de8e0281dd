import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { groupKinds, type GroupKind, type NodeKind } from '../../graph/nodes/node-kind.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import { GroupOverlap } from '../../graph/overlaps/group-overlap.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { nodesOf } from '../../graph/named-nodes.ts';
import type { OrderDirection } from '../../graph/lists/orders.ts';
import { groupsOfRole } from '../../graph/indexes/relations.ts';
import { forEachInSteps, mapInSteps, sortInSteps, repeatInSteps, type Steps } from '../../scheduling/steps.ts';

export const intersectionOrderFields = ['EXCLUSIVE_ROLE_COUNT', 'SHARED_ROLE_COUNT', 'GROUP_COUNT'] as const;
export type IntersectionOrderField = (typeof intersectionOrderFields)[number];

export interface IntersectionOrder {
  readonly field: IntersectionOrderField;
  readonly direction: OrderDirection;
}

/** The order of the columns in a drawing: those with most roles of their own first. */
const byExclusiveRoles: IntersectionOrder = { field: 'EXCLUSIVE_ROLE_COUNT', direction: 'DESC' };

/** Which intersections are wanted. Fields are the arguments of the GraphQL field of the same name. */
export interface IntersectionSelection {
  /** PILLAR, CATEGORY or ORGANIZATION_TYPE. */
  readonly kind: NodeKind;
  /** Only these groups, by their ids or names; all of the kind where it is not given. */
  readonly of?: readonly string[] | null | undefined;
  /** The least exclusive roles of a combination; 1 where it is not given. */
  readonly minRoles?: number | null | undefined;
  /** The least groups of a combination; 1 where it is not given. */
  readonly minGroups?: number | null | undefined;
  /** The most groups of a combination; any number where it is not given. */
  readonly maxGroups?: number | null | undefined;
  readonly orderBy?: IntersectionOrder | null | undefined;
}

/** The compared groups that some roles are in, and all these roles; both by their indexes, ascending. */
interface Combination {
  readonly groups: Int32Array;
  readonly roles: number[];
}

/**
 * The exclusive intersections of the groups of a kind, as UpSet draws them (Lex, Gehlenborg, Strobelt, Vuillemot and
 * Pfister, "UpSet: Visualization of Intersecting Sets", IEEE TVCG, 2014): every combination of the compared groups such
 * that some role is in all of these and in no other. Each role that is in any of the groups is in one combination, so that
 * there are at most as many combinations as roles, of the 2^n that n groups have.
 *
 * Ties: fewer groups first, then by the groups in the catalog's order.
 *
 * @throws ArgumentError for a kind that is no group's, a group of `of` that is not of the kind, or a number out of its range.
 */
export function* intersectionsOf(
  graph: CatalogGraph,
  selection: IntersectionSelection,
): Steps<readonly GroupOverlap[]> {
  const kind = checkedKind(selection.kind);
  const { minRoles, minGroups, maxGroups } = checkedRanges(selection);
  const compared = selection.of == null ? undefined : nodesOf(graph, selection.of, 'of', [kind]);
  const combinations = yield* combinationsOf(graph, kind, compared);
  const wanted = combinations.filter(
    ({ groups, roles }) => groups.length >= minGroups && groups.length <= maxGroups && roles.length >= minRoles,
  );
  const all = graph.groupsOfKind(kind);
  const overlaps = yield* mapInSteps(wanted, ({ groups, roles: exclusive }) => {
    const combined = Array.from(groups, (index) => itemAt(all, index));
    return new GroupOverlap(graph, combined, { exclusive });
  });
  return yield* inOrder(overlaps, selection.orderBy ?? byExclusiveRoles);
}

/** The combinations that roles are in, by one pass over all roles. */
function* combinationsOf(
  graph: CatalogGraph,
  kind: GroupKind,
  compared: readonly RoleGroup[] | undefined,
): Steps<readonly Combination[]> {
  const groupsOf = groupsOfRole(graph.relations, kind);
  const indexes = compared && new Set(compared.map(({ index }) => index));
  const combinations = new Map<string, Combination>();
  yield* forEachInSteps(graph.roles, (role) => {
    const all = listAt(groupsOf, role.index);
    const groups = indexes === undefined ? all : all.filter((index) => indexes.has(index));
    if (groups.length === 0) return;
    const key = groups.join();
    const combination = combinations.get(key);
    if (combination === undefined) combinations.set(key, { groups, roles: [role.index] });
    else combination.roles.push(role.index);
  });
  return [...combinations.values()];
}

/** How many overlaps have their shared roles counted between two yields: each takes some 20 microseconds of 50,000 roles. */
const countedPerStep = 8;

const rankBy: Readonly<Record<IntersectionOrderField, (overlap: GroupOverlap) => number>> = {
  EXCLUSIVE_ROLE_COUNT: ({ exclusiveRoles }) => exclusiveRoles.length,
  SHARED_ROLE_COUNT: ({ sharedRoleCount }) => sharedRoleCount,
  GROUP_COUNT: ({ groups }) => groups.length,
};

function* inOrder(
  overlaps: readonly GroupOverlap[],
  { field, direction }: IntersectionOrder,
): Steps<readonly GroupOverlap[]> {
  const ranks = new Map<GroupOverlap, number>();
  const rank = (index: number) => {
    const overlap = itemAt(overlaps, index);
    ranks.set(overlap, rankBy[field](overlap));
  };
  yield* repeatInSteps(overlaps.length, rank, countedPerStep);
  const rankOf = (overlap: GroupOverlap) => ranks.get(overlap) ?? 0;
  const sign = direction === 'ASC' ? 1 : -1;
  return yield* sortInSteps(overlaps, (a, b) => sign * (rankOf(a) - rankOf(b)) || compareGroups(a.groups, b.groups));
}

/** Fewer groups first, then by the first group, in the catalog's order, that differs. */
function compareGroups(a: readonly RoleGroup[], b: readonly RoleGroup[]): number {
  const differing = a.findIndex((group, index) => group !== b[index]);
  if (a.length !== b.length || differing === -1) return a.length - b.length;
  return itemAt(a, differing).index - itemAt(b, differing).index;
}

function checkedKind(kind: NodeKind): GroupKind {
  const groupKind = groupKinds.find((each) => each === kind);
  if (groupKind !== undefined) return groupKind;
  throw new ArgumentError('kind', `kind is ${kind}, which is not a kind of groups; it takes ${groupKinds.join(', ')}.`);
}

function checkedRanges({ minRoles, minGroups, maxGroups }: IntersectionSelection) {
  const least = { minRoles: minRoles ?? 1, minGroups: minGroups ?? 1 };
  for (const [argument, given] of Object.entries(least)) {
    if (given < 1) throw new ArgumentError(argument, `${argument} is ${given}; it must be at least 1.`);
  }
  const most = maxGroups ?? Infinity;
  if (most < least.minGroups) {
    throw new ArgumentError('maxGroups', `maxGroups is ${most}; it must be at least minGroups, ${least.minGroups}.`);
  }
  return { ...least, maxGroups: most };
}
