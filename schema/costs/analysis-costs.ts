import { maxMatrixGroups } from '../../src/analysis/comparisons/group-comparison.ts';
import { maxComparedRoles } from '../../src/analysis/comparisons/role-comparison.ts';
import { mostComparedPositions } from '../../src/analysis/coverage/position-overlaps.ts';
import { mostRoles } from '../../src/analysis/hats/assigned-hats.ts';
import { mostPaths } from '../../src/analysis/paths/paths.ts';
import type { ExpectedSizes } from '../../src/graph/indexes/expected-sizes.ts';
import type { GroupKind, NodeKind } from '../../src/graph/nodes/node-kind.ts';
import {
  categoriesOfRole,
  collectedPage,
  list,
  organizationTypesOfRole,
  page,
  pillarsOfRole,
  rolesOfGroup,
  roleWalk,
  setWork,
  topicsOfRole,
  work,
  type FieldCosts,
} from './cost.ts';

/** How long the lists of an answer are expected to be that depend on the question more than on the catalog. */
const expected = { edgesOfPath: 4, people: 6, rolesOfPerson: 4, rolesKeptApart: 2 };

type List = readonly unknown[];

const comparisonCosts: FieldCosts = {
  'Query.compareGroups': work((_sizes, { of }: { readonly of: List }) => Math.min(of.length, maxMatrixGroups) ** 2),
  'GroupComparison.groups': list(() => maxMatrixGroups),
  'GroupComparison.matrix': list(() => pairs(maxMatrixGroups)),
  'GroupComparison.sharedResponsibilities': page(
    ({ all }) => all.responsibilities,
    (sizes) => namingWork(sizes) + sizes.all.responsibilities / 10,
  ),
  'GroupComparison.distinct': list(() => maxMatrixGroups),
  'GroupDistinction.roles': page(
    rolesOfGroup,
    (sizes) => maxMatrixGroups * setWork(sizes) + roleWalk(rolesOfGroup(sizes)),
  ),
  'GroupDistinction.responsibilities': page(
    ({ all }) => all.responsibilities,
    (sizes) => namingWork(sizes) / maxMatrixGroups + sizes.all.responsibilities / 10,
  ),

  'Query.compareRoles': ({ all, ofRole }, { of }: { readonly of: List }) => {
    const roles = Math.min(of.length, maxComparedRoles);
    return { own: of.length + roles * (all.topics / 10 + (2 + roles) * ofRole.responsibilities), items: 1 };
  },
  'RoleComparison.roles': list(() => maxComparedRoles),
  'RoleComparison.distinct': list(() => maxComparedRoles),
  'RoleComparison.overlaps': list(() => pairs(maxComparedRoles)),
  'RoleTraits.pillars': pillarsOfRole,
  'RoleTraits.organizationTypes': organizationTypesOfRole,
  'RoleTraits.categories': categoriesOfRole,
  'RoleTraits.topics': list(topicsOfRole),
  'RoleTraits.responsibilities': list(({ ofRole }) => ofRole.responsibilities),

  'Query.intersections': (sizes, { kind, of, minRoles, orderBy }: IntersectionArguments) => {
    const { all, ofRole } = sizes;
    const groups = of?.length ?? (kind === 'CATEGORY' ? all.categories : Math.max(all.pillars, all.organizationTypes));
    // Each combination has at least one role of its own, and n groups have 2^n - 1 combinations.
    const items = Math.min(all.roles / Math.max(1, minRoles ?? 1), 2 ** groups - 1);
    const counting = orderBy?.field === 'SHARED_ROLE_COUNT' ? 2 * items * ofRole.categories * setWork(sizes) : 0;
    return { own: 2 * all.roles + counting, items };
  },
};

interface IntersectionArguments {
  readonly kind: GroupKind;
  readonly of?: List | null;
  readonly minRoles?: number | null;
  readonly orderBy?: { readonly field: string } | null;
}

const coverageCosts: FieldCosts = {
  // Coverage.groups is estimated for all pillars and organization types, so more groups multiply what is selected.
  'Query.coverage': (sizes, { roles, of }: { readonly roles: List; readonly of?: List | null }) => {
    const groups = (of?.length ?? 0) / Math.max(1, sizes.all.pillars + sizes.all.organizationTypes);
    return { own: coverageWork(sizes) + roles.length, items: Math.max(1, groups) };
  },
  'Coverage.roles': page(
    ({ all }) => all.roles,
    ({ all }) => roleWalk(all.roles / 10),
  ),
  'Coverage.groups': list(({ all }) => all.pillars + all.organizationTypes, coverageWork),
  'Coverage.additions': page(({ all }) => all.roles, teamWork),
  'GroupCoverage.roles': page(rolesOfGroup, (sizes) => roleWalk(rolesOfGroup(sizes))),
  'Addition.adds': work((sizes) => coverageWork(sizes) / 5),

  'CoverageItems.categories': page(({ all }) => all.categories),
  'CoverageItems.responsibilities': page(({ all }) => all.responsibilities),
  'CoverageItems.topics': page(({ all }) => all.topics),
  'CoverageItemEdge.carrierCount': work(({ all }) => roleWalk(all.roles / 10)),
  'CoverageItemEdge.carriers': page(
    ({ all, ofResponsibility }) => Math.max(ofResponsibility.roles, all.roles / 10),
    ({ all }) => roleWalk(all.roles / 10),
  ),
  'CoverageItemEdge.appearances': page(
    ({ all, ofRole }) => (all.roles / 10) * ofRole.appearancesNaming,
    ({ all, ofRole }) => roleWalk((all.roles / 10) * ofRole.appearances),
  ),

  'Query.singlePoints': page(({ all }) => all.roles, teamWork),
  'SinglePoint.roles': list(() => 1),

  'Query.whatIf': work((sizes) => 2 * teamWork(sizes)),
  'Position.roles': list(() => 1),
  'PositionOverlap.positions': list(() => 2),
  'TeamState.positions': page(({ all }) => all.roles),
  'TeamState.coverage': work(coverageWork),
  'TeamState.singlePoints': page(({ all }) => all.roles, coverageWork),
  'TeamState.overlaps': page((sizes) => comparedPositions(sizes) ** 2 / 2, positionOverlapWork),
  'TeamState.meanOverlap': work(positionOverlapWork),
};

const planCosts: FieldCosts = {
  'Query.invitePlan': work(planWork),
  'InvitePlan.invites': page(({ all }) => all.roles / 4),
  'InvitePlan.uncovered': page(({ all }) => all.categories),
  'InviteEdge.adds': page(({ ofRole }) => ofRole.responsibilities),
  'InviteEdge.covers': page(({ ofRole }) => ofRole.responsibilities),
  'InviteEdge.alternates': page(
    ({ all }) => all.roles / 20,
    ({ all }) => all.roles / 10,
  ),
  'InviteAlternatesEdge.alsoCovers': collectedPage(({ ofRole }) => ofRole.responsibilities),

  'Query.hats': (sizes, { of, mustInclude }: { readonly of: List; readonly mustInclude?: List | null }) => {
    // A plan invites at most one role for each category.
    const roles = Math.min(mostRoles, sizes.categoriesOfOwner * of.length + (mustInclude?.length ?? 0));
    return { own: planWork(sizes) + 20_000 + 10 * roles ** 2, items: 1 };
  },
  'Hats.persons': list(() => expected.people),
  'Hats.uncovered': page(
    () => 1,
    ({ categoriesOfOwner }) => 3 * categoriesOfOwner,
  ),
  'HeldRole.keptApartFrom': list(() => expected.rolesKeptApart),
  'Person.roles': list(() => expected.rolesOfPerson),
  'Person.sharedPillars': list(
    ({ ofRole }) => ofRole.pillars,
    ({ ofRole }) => expected.rolesOfPerson * ofRole.pillars,
  ),
  'Person.sharedCategories': list(
    ({ ofRole }) => ofRole.categories,
    ({ ofRole }) => expected.rolesOfPerson * ofRole.categories,
  ),
  'Person.sharedTopics': list(
    ({ ofRole }) => ofRole.responsibilities,
    ({ all, ofRole }) => expected.rolesOfPerson * (all.topics + ofRole.responsibilities),
  ),
  'Person.sharedResponsibilities': list(
    ({ ofRole }) => ofRole.responsibilities,
    ({ ofRole }) => expected.rolesOfPerson * ofRole.responsibilities,
  ),
  'Person.covers': list(
    ({ categoriesOfOwner }) => categoriesOfOwner,
    ({ categoriesOfOwner }) => 3 * categoriesOfOwner,
  ),
};

const connectionCosts: FieldCosts = {
  'Query.paths': ({ all }, { first }: { readonly first: number }) => ({
    own: 20 + all.roles / 10 + all.edges / 10,
    items: Math.min(Math.max(first, 0), mostPaths),
  }),
  // Query.paths already multiplies the selection by the number of paths.
  'Paths.paths': list(() => 1),
  'Path.nodes': list(() => expected.edgesOfPath + 1),
  'Path.edges': list(() => expected.edgesOfPath),

  'Query.related': page(relatedNodes, (sizes, { kinds }: RelatedArguments) => {
    const { edges, roles } = sizes.all;
    const walked = edges / 8 + (kinds == null || kinds.includes('ROLE') ? roles / 2 : 0);
    return 20 + walked + 2 * relatedNodes(sizes);
  }),
};

interface RelatedArguments {
  readonly kinds?: readonly NodeKind[] | null;
}

/** The fields of the analyses. */
export const analysisCosts: FieldCosts = { ...comparisonCosts, ...coverageCosts, ...planCosts, ...connectionCosts };

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

/** The cost of going once through the lines of all compared groups. */
function namingWork({ all, ofAppearance }: ExpectedSizes): number {
  return (all.appearances * (1 + ofAppearance.responsibilities)) / 10;
}

/** The cost of finding the items of groups and the roles that carry them. */
function coverageWork({ all }: ExpectedSizes): number {
  return (all.responsibilities + all.categories + all.topics) / 5 + all.appearances / 10;
}

/** The cost of coverage and of a walk through the roles of a team. */
function teamWork(sizes: ExpectedSizes): number {
  return coverageWork(sizes) + roleWalk(sizes.all.roles);
}

function comparedPositions({ all }: ExpectedSizes): number {
  return Math.min(all.roles, mostComparedPositions);
}

function positionOverlapWork(sizes: ExpectedSizes): number {
  return 2 * comparedPositions(sizes) ** 2;
}

/** The cost of the longest search for a plan: the search is bounded. */
function planWork({ all }: ExpectedSizes): number {
  return 5_000 + Math.min(100 * all.roles, 800_000);
}

function relatedNodes({ all }: ExpectedSizes): number {
  return all.roles + all.responsibilities + all.categories + all.topics;
}
