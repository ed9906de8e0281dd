import { maxMatrixGroups } from '../../src/analysis/comparisons/group-comparison.ts';
import { maxComparedRoles } from '../../src/analysis/comparisons/role-comparison.ts';
import { mostPaths } from '../../src/analysis/paths/paths.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import type { ExpectedSizes } from '../../src/graph/indexes/expected-sizes.ts';
import type { GroupKind } from '../../src/graph/nodes/node-kind.ts';
import { minComparedGroups } from '../../src/graph/overlaps/group-overlap.ts';
import {
  coverageCost,
  coverageWork,
  edgesPerNode,
  graphCost,
  hatsWork,
  intersectionsCost,
  linesWork,
  planWork,
  positionOverlapWork,
  positionPairs,
  relatedNodes,
  relatedWork,
  roleComparisonWork,
  roleListWork,
  type RoleListArguments,
} from './catalog-work.ts';
import { list, page, setWork, walk, work, type Cost, type FieldCosts } from './cost.ts';

/** The cost of a text, which is loaded from the store. */
const textCost = 4;

const pillarsOfRole = list((sizes) => sizes.ofRole.pillars);
const categoriesOfRole = list((sizes) => sizes.ofRole.categories);
const organizationTypesOfRole = list((sizes) => sizes.ofRole.organizationTypes);

/**
 * The costs of all fields that cost more than 1, by coordinate, e.g. `Role.overlaps`. A field of an interface has an
 * entry for each object type that implements it.
 */
export const fieldCosts: FieldCosts = {
  'Query.nodes': (_sizes, { ids }: { readonly ids: readonly unknown[] }) => ({ own: ids.length, items: ids.length }),
  'Query.roles': page(
    (sizes) => sizes.all.roles,
    (sizes, args: RoleListArguments) => roleListWork(sizes, 0, args),
  ),
  'Query.responsibilities': page((sizes) => sizes.all.responsibilities),
  'Query.topics': list((sizes) => sizes.all.topics),
  'Query.pillars': list((sizes) => sizes.all.pillars),
  'Query.categories': list((sizes) => sizes.all.categories),
  'Query.organizationTypes': list((sizes) => sizes.all.organizationTypes),
  'Catalog.sources': list((sizes) => sizes.all.sources),

  'Role.summary': textCost,
  'Role.pillars': pillarsOfRole,
  'Role.organizationTypes': organizationTypesOfRole,
  'Role.categories': categoriesOfRole,
  'Role.topics': list(topicsOfRole, (sizes) => sizes.ofRole.responsibilities + sizes.all.topics / 10),
  'Role.appearances': list(appearancesOfRole),
  'Role.responsibilities': page((sizes) => sizes.ofRole.responsibilities),
  // Each overlap is weighed before it is listed.
  'Role.overlaps': page(overlapsOfRole, overlapsOfRole),
  'RoleResponsibilitiesEdge.appearances': list((sizes) => sizes.ofRole.appearancesNaming),

  'Responsibility.topics': list((sizes) => sizes.ofResponsibility.topics),
  'Responsibility.roles': page(
    (sizes) => sizes.ofResponsibility.roles,
    ({ ofResponsibility: { roles }, ofRole }, args: { readonly in?: string | null }) =>
      args.in == null ? walk(roles) : roles * ofRole.appearances,
  ),
  'ResponsibilityRolesEdge.appearances': list((sizes) => sizes.ofRole.appearancesNaming),

  'Topic.roleCount': work(setWork),
  'Topic.responsibilities': page((sizes) => sizes.ofTopic.responsibilities),
  'Topic.roles': page((sizes) => sizes.all.roles),

  'Appearance.titles': textCost,
  'Appearance.summary': textCost,
  'Appearance.note': textCost,
  'Appearance.organizationTypes': organizationTypesOfRole,
  'Appearance.responsibilities': list((sizes) => sizes.ofAppearance.responsibilities),

  'Category.organizationTypes': organizationTypesOfRole,
  'Pillar.categories': list((sizes) => sizes.categoriesOfOwner),
  'OrganizationType.categories': list((sizes) => sizes.categoriesOfOwner),
  ...groupCosts('Pillar', 'PILLAR', 'pillars'),
  ...groupCosts('Category', 'CATEGORY', 'categories'),
  ...groupCosts('OrganizationType', 'ORGANIZATION_TYPE', 'organizationTypes'),
  'RoleGroupRolesEdge.appearances': list((sizes) => sizes.ofRole.appearancesInGroup),

  // One walk through the list for each of the four kinds of facets.
  'RoleConnection.facets': work((sizes) => 2 * sizes.all.roles),
  'RoleGroupRolesConnection.facets': work((sizes) => 2 * rolesOfGroup(sizes)),
  'ResponsibilityRolesConnection.facets': work((sizes) => 2 * sizes.ofResponsibility.roles),
  'RoleFacets.pillars': list((sizes) => sizes.all.pillars),
  'RoleFacets.organizationTypes': list((sizes) => sizes.all.organizationTypes),
  'RoleFacets.categories': list((sizes) => sizes.all.categories),
  'RoleFacets.topics': list((sizes) => sizes.all.topics),

  'RoleOverlap.roles': list(() => 2),
  'RoleOverlap.sharedPillars': pillarsOfRole,
  'RoleOverlap.sharedCategories': categoriesOfRole,
  'RoleOverlap.sharedOrganizationTypes': organizationTypesOfRole,
  'RoleOverlap.sharedResponsibilities': list((sizes) => sizes.ofRole.responsibilities),

  'Query.overlap': work((sizes, { of }: { readonly of: readonly string[] }) => 2 * of.length * setWork(sizes)),
  'GroupOverlap.groups': list(({ ofRole }) =>
    Math.max(minComparedGroups, ofRole.pillars, ofRole.categories, ofRole.organizationTypes),
  ),
  'GroupOverlap.sharedRoleCount': work(setWork),
  'GroupOverlap.exclusiveRoleCount': work((sizes) => 2 * walk(rolesOfGroup(sizes))),
  'GroupOverlap.unionRoleCount': work(setWork),
  'GroupOverlap.jaccard': work((sizes) => 2 * setWork(sizes)),
  'GroupOverlap.overlapCoefficient': work((sizes) => 3 * setWork(sizes)),
  'GroupOverlap.roles': page(rolesOfGroup),

  'Query.search': page(
    (sizes) => sizes.all.roles,
    (sizes) => 2 * (sizes.all.roles + sizes.all.responsibilities),
  ),
  'Query.graph': graphCost,
  'Graph.edges': list(edgesPerNode),
  'GraphEdge.appearances': list(appearancesOfRole, appearancesOfRole),

  'Query.compareGroups': work(
    (_sizes, { of }: { readonly of: readonly unknown[] }) => Math.min(of.length, maxMatrixGroups) ** 2,
  ),
  'GroupComparison.groups': list(() => maxMatrixGroups),
  'GroupComparison.matrix': list(() => pairs(maxMatrixGroups)),
  'GroupComparison.sharedResponsibilities': page((sizes) => sizes.all.responsibilities, linesWork),
  'GroupComparison.distinct': list(() => maxMatrixGroups),
  'GroupDistinction.roles': page(rolesOfGroup),
  'GroupDistinction.responsibilities': page(
    (sizes) => sizes.all.responsibilities,
    (sizes) => linesWork(sizes) / maxMatrixGroups,
  ),

  'Query.compareRoles': work(roleComparisonWork),
  'RoleComparison.roles': list(() => maxComparedRoles),
  'RoleComparison.distinct': list(() => maxComparedRoles),
  'RoleComparison.overlaps': list(() => pairs(maxComparedRoles)),
  'RoleTraits.pillars': pillarsOfRole,
  'RoleTraits.organizationTypes': organizationTypesOfRole,
  'RoleTraits.categories': categoriesOfRole,
  'RoleTraits.topics': list(topicsOfRole),
  'RoleTraits.responsibilities': list((sizes) => sizes.ofRole.responsibilities),

  'Query.intersections': intersectionsCost,

  'Query.coverage': coverageCost,
  'Coverage.roles': page((sizes) => sizes.all.roles),
  'Coverage.groups': list((sizes) => sizes.all.pillars + sizes.all.organizationTypes, coverageWork),
  'Coverage.additions': page((sizes) => sizes.all.roles, coverageWork),
  'GroupCoverage.roles': page(rolesOfGroup),
  'Addition.adds': work((sizes) => coverageWork(sizes) / 5),
  'CoverageItems.categories': page((sizes) => sizes.all.categories),
  'CoverageItems.responsibilities': page((sizes) => sizes.all.responsibilities),
  'CoverageItems.topics': page((sizes) => sizes.all.topics),
  'CoverageItemEdge.carrierCount': work((sizes) => walk(sizes.all.roles / 10)),
  'CoverageItemEdge.carriers': page(({ all, ofResponsibility }) => Math.max(ofResponsibility.roles, all.roles / 10)),
  'CoverageItemEdge.appearances': page(({ all, ofRole }) => (all.roles / 10) * ofRole.appearancesNaming),

  'Query.singlePoints': page((sizes) => sizes.all.roles, coverageWork),
  'SinglePoint.roles': list(() => 1),

  'Query.whatIf': work((sizes) => 2 * (coverageWork(sizes) + walk(sizes.all.roles))),
  'Position.roles': list(() => 1),
  'PositionOverlap.positions': list(() => 2),
  'TeamState.positions': page((sizes) => sizes.all.roles),
  'TeamState.coverage': work(coverageWork),
  'TeamState.singlePoints': page((sizes) => sizes.all.roles, coverageWork),
  'TeamState.overlaps': page(positionPairs, positionOverlapWork),
  'TeamState.meanOverlap': work(positionOverlapWork),

  'Query.invitePlan': work(planWork),
  'InvitePlan.invites': page((sizes) => sizes.all.roles / 4),
  'InvitePlan.uncovered': page((sizes) => sizes.all.categories),
  'InviteEdge.adds': page((sizes) => sizes.ofRole.responsibilities),
  'InviteEdge.covers': page((sizes) => sizes.ofRole.responsibilities),
  'InviteEdge.alternates': page(
    (sizes) => sizes.all.roles / 20,
    (sizes) => sizes.all.roles / 10,
  ),
  'InviteAlternatesEdge.alsoCovers': page((sizes) => sizes.ofRole.responsibilities),

  // The lengths of these lists depend on the question more than on the catalog: each is a typical one.
  'Query.hats': work(hatsWork),
  'Hats.persons': list(() => 6),
  'Hats.uncovered': page((sizes) => sizes.categoriesOfOwner),
  'HeldRole.keptApartFrom': list(() => 2),
  'Person.roles': list(() => 4),
  'Person.sharedPillars': pillarsOfRole,
  'Person.sharedCategories': categoriesOfRole,
  'Person.sharedTopics': list(topicsOfRole, (sizes) => sizes.all.topics),
  'Person.sharedResponsibilities': list((sizes) => sizes.ofRole.responsibilities),
  'Person.covers': list((sizes) => sizes.categoriesOfOwner),

  'Query.paths': ({ all }, { first }: { readonly first: number }) => ({
    own: 20 + all.roles / 10 + all.edges / 10,
    items: Math.min(Math.max(first, 0), mostPaths),
  }),
  // Query.paths already multiplies the selection by the number of paths.
  'Paths.paths': list(() => 1),
  'Path.nodes': list(() => 5),
  'Path.edges': list(() => 4),

  'Query.related': page(relatedNodes, relatedWork),
};

/** The fields that a type has as a RoleGroup. */
function groupCosts(type: string, kind: GroupKind, groups: 'pillars' | 'categories' | 'organizationTypes'): FieldCosts {
  return {
    [`${type}.roleCount`]: work(setWork),
    [`${type}.roles`]: page(
      (sizes) => sizes.rolesOf[kind],
      (sizes, args: RoleListArguments) => roleListWork(sizes, sizes.rolesOf[kind], args),
    ),
    // The first request for a group goes through its lines. A category may belong to all organization types, so that each
    // of them has all lines.
    [`${type}.responsibilities`]: page(
      (sizes) => sizes.all.responsibilities,
      (sizes) => linesWork(sizes) / (kind === 'ORGANIZATION_TYPE' ? 1 : Math.max(1, sizes.all[groups])),
    ),
    [`${type}.overlaps`]: page(
      (sizes) => sizes.all[groups],
      (sizes) => sizes.all[groups] * (5 + 15 * setWork(sizes)),
    ),
  };
}

function overlapsOfRole({ ofRole }: ExpectedSizes): number {
  return ofRole.overlaps;
}

function appearancesOfRole({ ofRole }: ExpectedSizes): number {
  return ofRole.appearances;
}

function topicsOfRole({ all, ofRole, ofResponsibility }: ExpectedSizes): number {
  return Math.min(all.topics, ofRole.responsibilities * ofResponsibility.topics);
}

/** The expected number of roles of a group of the kind that has most: a catalog may have no groups of one kind. */
function rolesOfGroup({ rolesOf }: ExpectedSizes): number {
  return Math.max(...Object.values(rolesOf));
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

/** The cost of one field of a query, by its coordinate and its arguments, which must be valid. */
export type CostOfField = (coordinate: string, args: unknown) => Cost;

/** The costs of fields in a catalog. A field without an entry costs 1, and its selection is executed once. */
export function costsIn(graph: CatalogGraph): CostOfField {
  return (coordinate, args) => {
    const cost = fieldCosts[coordinate] ?? 1;
    if (typeof cost === 'number') return { own: cost, items: 1 };
    const { own, items } = cost(graph.expectedSizes, args);
    // An argument that is out of range must not make the total smaller.
    return { own: Math.max(1, Math.round(own)), items: Math.max(0, items) };
  };
}
