import type { GroupKind } from '../../src/graph/nodes/node-kind.ts';
import {
  appearancesNaming,
  categoriesOfRole,
  collected,
  collectedPage,
  list,
  organizationTypesOfRole,
  page,
  pillarsOfRole,
  roleWalk,
  setWork,
  textCost,
  topicsOfRole,
  work,
  type FieldCosts,
} from './cost.ts';
import { roleListWork, type RoleListArguments } from './role-list-work.ts';

/** The fields of nodes and of the edges between them, and the fields of Query that return nodes. */
export const nodeCosts: FieldCosts = {
  'Query.nodes': (_sizes, { ids }: { readonly ids: readonly unknown[] }) => ({ own: ids.length, items: ids.length }),
  'Query.roles': page(
    ({ all }) => all.roles,
    (sizes, args: RoleListArguments) => roleListWork(sizes, 0, args),
  ),
  'Query.responsibilities': page(({ all }) => all.responsibilities),
  'Query.topics': list(({ all }) => all.topics),
  'Query.pillars': list(({ all }) => all.pillars),
  'Query.categories': list(({ all }) => all.categories),
  'Query.organizationTypes': list(({ all }) => all.organizationTypes),
  'Catalog.sources': list(({ all }) => all.sources),

  'Role.summary': textCost,
  'Role.pillars': pillarsOfRole,
  'Role.organizationTypes': organizationTypesOfRole,
  'Role.categories': categoriesOfRole,
  'Role.topics': list(topicsOfRole, ({ all, ofRole }) => ofRole.responsibilities + all.topics / 10),
  'Role.appearances': collected(({ ofRole }) => ofRole.appearances),
  'Role.responsibilities': collectedPage(({ ofRole }) => ofRole.responsibilities),
  'Role.overlaps': collectedPage(({ ofRole }) => ofRole.overlaps),
  'RoleResponsibilitiesEdge.appearances': appearancesNaming,

  'Responsibility.topics': list(({ ofResponsibility }) => ofResponsibility.topics),
  'Responsibility.roles': page(
    ({ ofResponsibility }) => ofResponsibility.roles,
    ({ ofResponsibility: { roles }, ofRole }, args: { readonly in?: string | null }) =>
      args.in == null ? roleWalk(roles) : roles * ofRole.appearances,
  ),
  'ResponsibilityRolesEdge.appearances': appearancesNaming,

  'Topic.roleCount': work(setWork),
  'Topic.responsibilities': page(
    ({ ofTopic }) => ofTopic.responsibilities,
    ({ ofTopic }) => ofTopic.responsibilities / 30,
  ),
  'Topic.roles': page(
    ({ all }) => all.roles,
    ({ all }) => roleWalk(all.roles),
  ),

  'Appearance.titles': textCost,
  'Appearance.summary': textCost,
  'Appearance.note': textCost,
  'Appearance.organizationTypes': organizationTypesOfRole,
  'Appearance.responsibilities': list(({ ofAppearance }) => ofAppearance.responsibilities),

  'Category.organizationTypes': organizationTypesOfRole,
  ...ownerCosts('Pillar'),
  ...ownerCosts('OrganizationType'),
  ...groupCosts('Pillar', 'PILLAR', 'pillars'),
  ...groupCosts('Category', 'CATEGORY', 'categories'),
  ...groupCosts('OrganizationType', 'ORGANIZATION_TYPE', 'organizationTypes'),
  'RoleGroupRolesEdge.appearances': list(
    ({ ofRole }) => ofRole.appearancesInGroup,
    ({ ofRole }) => ofRole.appearances,
  ),
};

function ownerCosts(type: string): FieldCosts {
  return {
    [`${type}.categories`]: list(
      ({ categoriesOfOwner }) => categoriesOfOwner,
      ({ all }) => all.categories / 30,
    ),
  };
}

/** The fields that a type has as a RoleGroup. */
function groupCosts(type: string, kind: GroupKind, groups: 'pillars' | 'categories' | 'organizationTypes'): FieldCosts {
  return {
    [`${type}.roleCount`]: work(setWork),
    [`${type}.roles`]: page(
      ({ rolesOf }) => rolesOf[kind],
      (sizes, args: RoleListArguments) => roleListWork(sizes, sizes.rolesOf[kind], args),
    ),
    // The first request for a group goes through its lines.
    [`${type}.responsibilities`]: page(
      ({ all }) => all.responsibilities,
      ({ all, ofAppearance }) => {
        // A category may belong to all organization types, so that each of them has all lines.
        const parts = kind === 'ORGANIZATION_TYPE' ? 1 : Math.max(1, all[groups]);
        return ((all.appearances / parts) * (1 + ofAppearance.responsibilities)) / 10;
      },
    ),
    [`${type}.overlaps`]: page(
      ({ all }) => all[groups],
      (sizes) => sizes.all[groups] * (5 + 15 * setWork(sizes)),
    ),
  };
}
