import { maxComparedRoles } from '../../src/analysis/comparisons/role-comparison.ts';
import { mostComparedPositions } from '../../src/analysis/coverage/position-overlaps.ts';
import { mostRoles } from '../../src/analysis/hats/assigned-hats.ts';
import type { ExpectedSizes } from '../../src/graph/indexes/expected-sizes.ts';
import type { OrderDirection, RoleOrderField } from '../../src/graph/lists/orders.ts';
import type { PageArguments } from '../../src/graph/lists/page.ts';
import type { RoleFilter } from '../../src/graph/lists/role-filter.ts';
import type { GroupKind, NodeKind } from '../../src/graph/nodes/node-kind.ts';
import { defaultSelection, shownByDefault, type GraphSelection } from '../../src/graph/selection/graph-selection.ts';
import { setWork, walk, type Cost } from './cost.ts';

type List = readonly unknown[];

export interface RoleListArguments extends PageArguments {
  readonly filter?: RoleFilter | null | undefined;
  readonly orderBy?: { readonly field: RoleOrderField; readonly direction: OrderDirection } | null | undefined;
}

/**
 * The cost of filtering and ordering a set of roles.
 *
 * @param roles how many roles the set has; 0 for all roles of the catalog, whose order is precomputed.
 */
export function roleListWork(sizes: ExpectedSizes, roles: number, { filter, orderBy }: RoleListArguments): number {
  const { all } = sizes;
  const ordering = orderBy == null ? walk(roles) : 4 * walk(all.roles);
  if (filter == null) return ordering;
  const { inAll, inAny, inNone, performsAll, performsAny, pillarCount, titleContains } = filter;
  const sets = [inAll, inAny, inNone, performsAll, performsAny].reduce((sum, ids) => sum + (ids?.length ?? 0), 0);
  const walks = 1 + (pillarCount == null ? 0 : 8) + (titleContains == null ? 0 : 24);
  return ordering + walks * walk(roles === 0 ? all.roles : roles) + sets * setWork(sizes);
}

/** The graph to draw. */
export function graphCost(sizes: ExpectedSizes, { select }: { readonly select?: GraphSelection | null }): Cost {
  const { nodeKinds, roots, maxNodes } = select ?? defaultSelection;
  const shown = nodeCount(sizes, nodeKinds ?? shownByDefault);
  const rootCount = roots?.length ?? 0;
  const items = Math.max(rootCount, Math.min(1.25 * maxNodes, shown));
  // Without roots, all nodes are ranked by degree. The edges are found whether or not they are selected.
  return { own: shown * (rootCount === 0 ? 10 : 2) + 5 * edgesPerNode(sizes) * items, items };
}

export function edgesPerNode(sizes: ExpectedSizes): number {
  return sizes.all.edges / Math.max(1, nodeCount(sizes, shownByDefault));
}

function nodeCount({ all }: ExpectedSizes, kinds: readonly NodeKind[]): number {
  const counts: Readonly<Record<NodeKind, number>> = {
    ROLE: all.roles,
    RESPONSIBILITY: all.responsibilities,
    TOPIC: all.topics,
    PILLAR: all.pillars,
    CATEGORY: all.categories,
    ORGANIZATION_TYPE: all.organizationTypes,
    SOURCE: all.sources,
    APPEARANCE: all.appearances,
  };
  return kinds.reduce((sum, kind) => sum + counts[kind], 0);
}

/** The cost of going once through the lines of all groups of a comparison. */
export function linesWork({ all, ofAppearance }: ExpectedSizes): number {
  return (all.appearances * (1 + ofAppearance.responsibilities)) / 10;
}

export function roleComparisonWork({ all, ofRole }: ExpectedSizes, { of }: { readonly of: List }): number {
  const roles = Math.min(of.length, maxComparedRoles);
  return of.length + roles * (all.topics / 10 + (2 + roles) * ofRole.responsibilities);
}

interface IntersectionArguments {
  readonly kind: GroupKind;
  readonly of?: List | null;
  readonly minRoles?: number | null;
  readonly orderBy?: { readonly field: string } | null;
}

export function intersectionsCost(sizes: ExpectedSizes, { kind, of, minRoles, orderBy }: IntersectionArguments): Cost {
  const { all, ofRole } = sizes;
  const groups = of?.length ?? (kind === 'CATEGORY' ? all.categories : Math.max(all.pillars, all.organizationTypes));
  // Each combination has at least one role of its own, and n groups have 2^n - 1 combinations.
  const items = Math.min(all.roles / Math.max(1, minRoles ?? 1), 2 ** groups - 1);
  const counting = orderBy?.field === 'SHARED_ROLE_COUNT' ? 2 * items * ofRole.categories * setWork(sizes) : 0;
  return { own: 2 * all.roles + counting, items };
}

/** Coverage.groups is estimated for all pillars and organization types, so more groups multiply what is selected. */
export function coverageCost(
  sizes: ExpectedSizes,
  { roles, of }: { readonly roles: List; readonly of?: List | null },
): Cost {
  const groups = (of?.length ?? 0) / Math.max(1, sizes.all.pillars + sizes.all.organizationTypes);
  return { own: coverageWork(sizes) + roles.length, items: Math.max(1, groups) };
}

/** The cost of finding the items of groups and the roles that carry them. */
export function coverageWork({ all }: ExpectedSizes): number {
  return (all.responsibilities + all.categories + all.topics) / 5 + all.appearances / 10;
}

/** The cost of comparing each two positions of a team. */
export function positionOverlapWork(sizes: ExpectedSizes): number {
  return 4 * positionPairs(sizes);
}

export function positionPairs({ all }: ExpectedSizes): number {
  return Math.min(all.roles, mostComparedPositions) ** 2 / 2;
}

/** The cost of the longest search for a plan: the search is bounded. */
export function planWork({ all }: ExpectedSizes): number {
  return 5_000 + Math.min(100 * all.roles, 800_000);
}

export function hatsWork(
  sizes: ExpectedSizes,
  { of, mustInclude }: { readonly of: List; readonly mustInclude?: List | null },
): number {
  // A plan invites at most one role for each category.
  const roles = Math.min(mostRoles, sizes.categoriesOfOwner * of.length + (mustInclude?.length ?? 0));
  return planWork(sizes) + 20_000 + 10 * roles ** 2;
}

export function relatedNodes({ all }: ExpectedSizes): number {
  return all.roles + all.responsibilities + all.categories + all.topics;
}

/** The cost of walking from a node to all related nodes. */
export function relatedWork(sizes: ExpectedSizes, { kinds }: { readonly kinds?: readonly NodeKind[] | null }): number {
  const { edges, roles } = sizes.all;
  const walked = edges / 8 + (kinds == null || kinds.includes('ROLE') ? roles / 2 : 0);
  return 20 + walked + 2 * relatedNodes(sizes);
}
