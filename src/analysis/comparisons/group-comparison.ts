import { itemAt } from '../../collections/item-at.ts';
import type { GroupEntry, ResponsibilityEntry, RoleEntry } from '../../graph/nodes/entries.ts';
import { groupOverlap, minComparedGroups, type GroupOverlap } from '../../graph/overlaps/group-overlap.ts';
import type { Membership } from '../../graph/catalog-graph.ts';
import { comparedGroups } from '../../graph/named-nodes.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';

/** The most groups of which every pair is compared. */
export const maxMatrixGroups = 8;

export interface GroupComparison {
  /** In the order asked. */
  readonly groups: readonly GroupEntry[];
  /** All of them. */
  readonly overlap: GroupOverlap;
  /** Every pair, the one that was asked earlier first, in the order asked. */
  readonly matrix: readonly GroupOverlap[];
  /** Each against the others, in the order asked. */
  readonly distinct: readonly GroupDistinction[];
}

/** A group, and those that it is told apart from. */
export interface GroupDistinction {
  readonly group: GroupEntry;
  readonly others: readonly GroupEntry[];
}

/**
 * Compares distinct groups by their ids, 2 to 8 of any kinds.
 *
 * @throws ArgumentError for an unknown id, a group given twice or a wrong number of them.
 */
export function comparisonOfGroups(membership: Membership, ids: readonly string[], argument: string): GroupComparison {
  const groups = comparedGroups(membership, ids, argument, { least: minComparedGroups, most: maxMatrixGroups });
  return {
    groups,
    overlap: groupOverlap(membership, groups),
    matrix: groups.flatMap((group, index) =>
      groups.slice(index + 1).map((other) => groupOverlap(membership, [group, other])),
    ),
    distinct: groups.map((group) => ({ group, others: groups.filter((other) => other !== group) })),
  };
}

/** The roles that are in a group and in none of the others; by title. */
export function distinctRoles(membership: Membership, { group, others }: GroupDistinction): readonly RoleEntry[] {
  const roles = others.reduce(
    (rest, other) => rest.difference(membership.rolesOfGroup(other)),
    membership.rolesOfGroup(group),
  );
  return membership.rolesIn(roles);
}

/** What the lines of every one of some groups say that its roles do; by name. */
export function* sharedResponsibilities(
  membership: Membership,
  groups: readonly GroupEntry[],
): Steps<readonly ResponsibilityEntry[]> {
  const counts = yield* namingCounts(membership, groups);
  const [first] = groups;
  if (first === undefined) return [];
  return membership.responsibilitiesOfGroup(first).filter(({ place }) => counts[place] === groups.length);
}

/** What the lines of a group say that its roles do, and the lines of none of the others; by name. */
export function* distinctResponsibilities(
  membership: Membership,
  { group, others }: GroupDistinction,
): Steps<readonly ResponsibilityEntry[]> {
  const counts = yield* namingCounts(membership, [group, ...others]);
  return membership.responsibilitiesOfGroup(group).filter(({ place }) => counts[place] === 1);
}

/** By how many of some groups each responsibility is named. */
function* namingCounts(membership: Membership, groups: readonly GroupEntry[]): Steps<Uint8Array> {
  const counts = new Uint8Array(membership.entries.responsibilities.length);
  const count = (index: number) => {
    for (const { place } of membership.responsibilitiesOfGroup(itemAt(groups, index))) {
      counts[place] = (counts[place] ?? 0) + 1;
    }
  };
  // The first time that a group is asked, its lines are gone through: a rest after each.
  yield* repeatInSteps(groups.length, count, 1);
  return counts;
}
