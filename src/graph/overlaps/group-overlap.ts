import { itemAt } from '../../collections/item-at.ts';
import { roundScore } from '../structure/overlap-arithmetic.ts';
import { bySortKey, sortKey } from '../../text/sort-key.ts';
import type { GroupEntry, RoleEntry } from '../nodes/entries.ts';
import type { Membership } from '../catalog-graph.ts';
import { comparedGroups } from '../named-nodes.ts';
import type { RoleSet } from '../../collections/role-set.ts';

/** The least and the most groups that one comparison takes. */
export const minComparedGroups = 2;
export const maxComparedGroups = 16;

/** Groups of roles compared as sets: one alone, a pair, or any more. */
export interface GroupOverlap {
  /** In the order asked. */
  readonly groups: readonly GroupEntry[];
  /** Roles in all of the groups. */
  readonly shared: RoleSet;
  /** How many those are. */
  readonly sharedRoleCount: number;
  /** Roles in at least one of the groups. */
  readonly union: RoleSet;
  readonly unionRoleCount: number;
  /**
   * Roles in all of the groups and in no other of those that these stand among: all whose kind is one of theirs, unless
   * whoever compares says otherwise; by title.
   */
  readonly exclusiveRoles: readonly RoleEntry[];
}

/** What is known of an overlap before its sets are made. */
interface KnownOfOverlap {
  readonly sharedRoleCount?: number;
  readonly unionRoleCount?: number;
  /** The places of the exclusive roles, ascending: for who compares among some groups only, and has found them. */
  readonly exclusive?: readonly number[];
}

/** The overlap of distinct groups. Of many, few are looked at: what is not known is made for those. */
export function groupOverlap(
  membership: Membership,
  groups: readonly GroupEntry[],
  known: KnownOfOverlap = {},
): GroupOverlap {
  const sets = () => groups.map((group) => membership.rolesOfGroup(group));
  const countShared = () => {
    const [first, ...others] = sets();
    return first?.intersectionSize(others) ?? 0;
  };
  const countUnion = () => {
    const [first, ...others] = sets();
    return first?.unionSize(others) ?? 0;
  };
  let shared: RoleSet | undefined;
  let union: RoleSet | undefined;
  let { sharedRoleCount, unionRoleCount } = known;
  let exclusiveRoles: readonly RoleEntry[] | undefined;
  return {
    groups,
    get shared() {
      return (shared ??= sets().reduce((both, set) => both.intersection(set)));
    },
    get sharedRoleCount() {
      return (sharedRoleCount ??= countShared());
    },
    get union() {
      return (union ??= sets().reduce((all, set) => all.union(set)));
    },
    get unionRoleCount() {
      return (unionRoleCount ??= countUnion());
    },
    get exclusiveRoles() {
      return (exclusiveRoles ??=
        known.exclusive === undefined
          ? inNoOther(groups, membership.rolesIn(this.shared))
          : membership.rolesIn(known.exclusive));
    },
  };
}

/**
 * The overlap of distinct groups by their ids, 2 to 16 of any kinds.
 *
 * @throws ArgumentError for an unknown id, a group given twice or a wrong number of them.
 */
export function overlapOf(membership: Membership, ids: readonly string[], argument: string): GroupOverlap {
  const limits = { least: minComparedGroups, most: maxComparedGroups };
  return groupOverlap(membership, comparedGroups(membership, ids, argument, limits));
}

/** The groups of the same kind that share a role with a group, most shared roles first, then by name, then id. */
export function overlapsOf(membership: Membership, group: GroupEntry): readonly GroupOverlap[] {
  const counts = membership.sharedRoleCounts(group);
  const shared = (other: GroupEntry) => itemAt(counts, other.place);
  return membership
    .groupsOfKind(group.kind)
    .filter((other) => other !== group && shared(other) > 0)
    .map((other) => ({ other, shared: shared(other), sortKey: sortKey(other.label), id: other.id }))
    .sort((a, b) => b.shared - a.shared || bySortKey(a, b))
    .map(({ other, shared }) => {
      const unionRoleCount = membership.roleCountOf(group) + membership.roleCountOf(other) - shared;
      return groupOverlap(membership, [group, other], { sharedRoleCount: shared, unionRoleCount });
    });
}

/** shared / union, the Jaccard index: 0..1, rounded to 6 decimals; 0 where the union is empty. */
export function jaccard({ sharedRoleCount, unionRoleCount }: GroupOverlap): number {
  return ratio(sharedRoleCount, unionRoleCount);
}

/** shared / smallest group (Szymkiewicz-Simpson): 0..1, rounded to 6 decimals; 0 where that group is empty. */
export function overlapCoefficient(membership: Membership, { groups, sharedRoleCount }: GroupOverlap): number {
  return ratio(sharedRoleCount, Math.min(...groups.map((group) => membership.roleCountOf(group))));
}

/** Of the roles that all of the groups have, those in no other group whose kind is one of theirs. */
function inNoOther(groups: readonly GroupEntry[], shared: readonly RoleEntry[]): readonly RoleEntry[] {
  // A role of every given group is in no other of a kind exactly when it is in as many of that kind as were given.
  const given = { PILLAR: 0, CATEGORY: 0, ORGANIZATION_TYPE: 0 };
  for (const { kind } of groups) given[kind]++;
  return shared.filter(
    (role) =>
      (given.PILLAR === 0 || role.pillarCount === given.PILLAR) &&
      (given.CATEGORY === 0 || role.categoryCount === given.CATEGORY) &&
      (given.ORGANIZATION_TYPE === 0 || role.organizationTypeCount === given.ORGANIZATION_TYPE),
  );
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : roundScore(part / whole);
}
