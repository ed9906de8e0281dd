import { itemAt } from '../../collections/item-at.ts';
import type { Responsibility, Role, RoleGroup } from '../../graph/nodes/node.ts';
import { GroupOverlap, minComparedGroups } from '../../graph/overlaps/group-overlap.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { comparedGroups } from '../../graph/named-nodes.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';

/** The most groups of which every pair is compared. */
export const maxMatrixGroups = 8;

export interface GroupComparison {
  /** In the order asked. */
  readonly groups: readonly RoleGroup[];
  /** All of them. */
  readonly overlap: GroupOverlap;
  /** Every pair, the one that was asked earlier first, in the order asked. */
  readonly matrix: readonly GroupOverlap[];
  /** Each against the others, in the order asked. */
  readonly distinct: readonly GroupDistinction[];
}

/** A group, and those that it is compared with. */
export interface GroupDistinction {
  readonly group: RoleGroup;
  readonly others: readonly RoleGroup[];
}

/**
 * Compares distinct groups by their ids, 2 to 8 of any kinds.
 *
 * @throws ArgumentError for an unknown id, a group given twice or a wrong number of them.
 */
export function comparisonOfGroups(graph: CatalogGraph, ids: readonly string[], argument: string): GroupComparison {
  const groups = comparedGroups(graph, ids, argument, { least: minComparedGroups, most: maxMatrixGroups });
  return {
    groups,
    overlap: new GroupOverlap(graph, groups),
    matrix: groups.flatMap((group, index) =>
      groups.slice(index + 1).map((other) => new GroupOverlap(graph, [group, other])),
    ),
    distinct: groups.map((group) => ({ group, others: groups.filter((other) => other !== group) })),
  };
}

/** The roles that are in a group and in none of the others; by title. */
export function distinctRoles(graph: CatalogGraph, { group, others }: GroupDistinction): readonly Role[] {
  const roles = others.reduce((rest, other) => rest.difference(other.roleSet), group.roleSet);
  return graph.rolesIn(roles);
}

/** What the lines of every one of some groups say that its roles do; by name. */
export function* sharedResponsibilities(
  graph: CatalogGraph,
  groups: readonly RoleGroup[],
): Steps<readonly Responsibility[]> {
  const counts = yield* namingCounts(graph, groups);
  const [first] = groups;
  if (first === undefined) return [];
  return first.responsibilities.filter(({ index }) => counts[index] === groups.length);
}

/** What the lines of a group say that its roles do, and the lines of none of the others; by name. */
export function* distinctResponsibilities(
  graph: CatalogGraph,
  { group, others }: GroupDistinction,
): Steps<readonly Responsibility[]> {
  const counts = yield* namingCounts(graph, [group, ...others]);
  return group.responsibilities.filter(({ index }) => counts[index] === 1);
}

/** By how many of some groups each responsibility is named. */
function* namingCounts(graph: CatalogGraph, groups: readonly RoleGroup[]): Steps<Uint8Array> {
  const counts = new Uint8Array(graph.responsibilities.length);
  const countNames = (index: number) => {
    for (const responsibility of itemAt(groups, index).responsibilities) {
      counts[responsibility.index] = itemAt(counts, responsibility.index) + 1;
    }
  };
  // A group goes through its lines when it is first asked for its responsibilities: a yield after each.
  yield* repeatInSteps(groups.length, countNames, 1);
  return counts;
}
