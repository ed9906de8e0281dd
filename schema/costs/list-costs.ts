import type { ExpectedSizes } from '../../src/graph/indexes/expected-sizes.ts';
import type { NodeKind } from '../../src/graph/nodes/node-kind.ts';
import { minComparedGroups } from '../../src/graph/overlaps/group-overlap.ts';
import { defaultSelection, shownByDefault, type GraphSelection } from '../../src/graph/selection/graph-selection.ts';
import {
  categoriesOfRole,
  collected,
  list,
  organizationTypesOfRole,
  page,
  pillarsOfRole,
  rolesOfGroup,
  roleWalk,
  setWork,
  work,
  type FieldCosts,
} from './cost.ts';

/** The fields of facets, overlaps, the search and the graph to draw. */
export const listCosts: FieldCosts = {
  // One walk through the list for each of the four kinds of facets.
  'RoleConnection.facets': work(({ all }) => 2 * all.roles),
  'RoleGroupRolesConnection.facets': work((sizes) => 2 * rolesOfGroup(sizes)),
  'ResponsibilityRolesConnection.facets': work(({ ofResponsibility }) => 2 * ofResponsibility.roles),
  'RoleFacets.pillars': list(({ all }) => all.pillars),
  'RoleFacets.organizationTypes': list(({ all }) => all.organizationTypes),
  'RoleFacets.categories': list(({ all }) => all.categories),
  'RoleFacets.topics': list(({ all }) => all.topics),

  'RoleOverlap.roles': list(() => 2),
  'RoleOverlap.sharedPillars': pillarsOfRole,
  'RoleOverlap.sharedCategories': categoriesOfRole,
  'RoleOverlap.sharedOrganizationTypes': organizationTypesOfRole,
  'RoleOverlap.sharedResponsibilities': collected(({ ofRole }) => ofRole.responsibilities),

  'Query.overlap': work((sizes, { of }: { readonly of: readonly string[] }) => 2 * of.length * setWork(sizes)),
  'GroupOverlap.groups': list(({ ofRole }) =>
    Math.max(minComparedGroups, ofRole.pillars, ofRole.categories, ofRole.organizationTypes),
  ),
  'GroupOverlap.sharedRoleCount': work(setWork),
  'GroupOverlap.exclusiveRoleCount': work((sizes) => 2 * roleWalk(rolesOfGroup(sizes))),
  'GroupOverlap.unionRoleCount': work(setWork),
  'GroupOverlap.jaccard': work((sizes) => 2 * setWork(sizes)),
  'GroupOverlap.overlapCoefficient': work((sizes) => 3 * setWork(sizes)),
  'GroupOverlap.roles': page(rolesOfGroup, (sizes) => 2 * roleWalk(rolesOfGroup(sizes))),

  'Query.search': page(
    ({ all }) => all.roles,
    ({ all }) => 2 * (all.roles + all.responsibilities),
  ),

  'Query.graph': (sizes, { select }: { readonly select?: GraphSelection | null }) => {
    const { nodeKinds, roots, maxNodes } = select ?? defaultSelection;
    const shown = nodeCount(sizes, nodeKinds ?? shownByDefault);
    const rootCount = roots?.length ?? 0;
    const items = Math.max(rootCount, Math.min(1.25 * maxNodes, shown));
    // Without roots, all nodes are ranked by degree. The edges are found whether or not they are selected.
    return { own: shown * (rootCount === 0 ? 10 : 2) + 5 * edgesPerNode(sizes) * items, items };
  },
  'Graph.edges': list(edgesPerNode),
  'GraphEdge.appearances': collected(({ ofRole }) => ofRole.appearances),
};

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

function edgesPerNode(sizes: ExpectedSizes): number {
  return sizes.all.edges / Math.max(1, nodeCount(sizes, shownByDefault));
}
