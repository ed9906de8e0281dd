import { itemAt } from '../../src/collections/item-at.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import {
  listedOverlapsOf,
  overlapsByScore,
  roleOverlapOf,
  type OverlapFilter,
  type RoleOverlap,
} from '../../src/graph/overlaps/role-overlaps.ts';
import { builder } from '../builder.ts';
import { connectionOf, type ConnectionWith } from '../lists/connection.ts';
import { comparedRoles, RoleByInput } from '../nodes/look-up.ts';
import { CategoryRef, OrganizationTypeRef, PillarRef, ResponsibilityRef, RoleOverlapRef, RoleRef } from '../refs.ts';

builder.objectType(RoleOverlapRef, {
  description: 'What two roles have in common, with a score and the numbers from which it is computed.',
  fields: (t) => ({
    roles: t.field({
      type: [RoleRef],
      description: 'The two roles, in the order of the request.',
      resolve: ({ roles }) => roles,
    }),
    score: t.exposeFloat('score', {
      description:
        'sharedWeight / totalWeight, 0 to 1, rounded to 6 decimals. 0 if neither role has a trait. Traits are ' +
        'responsibilities, categories, pillars and organization types. The weight of a trait is ln(1 + N / n), where n ' +
        'of the N roles have it, so that rare traits count more.',
    }),
    sharedWeight: t.exposeFloat('sharedWeight', {
      description: 'The sum of the weights of the traits that both roles have, rounded to 6 decimals.',
    }),
    totalWeight: t.exposeFloat('totalWeight', {
      description: 'The sum of the weights of the traits that at least one of the roles has, rounded to 6 decimals.',
    }),
    sharedPillars: t.expose('sharedPillars', {
      type: [PillarRef],
      description: 'The pillars in which both roles appear, by position.',
    }),
    sharedCategories: t.expose('sharedCategories', {
      type: [CategoryRef],
      description: "The categories that list both roles, in the catalog's order.",
    }),
    sharedOrganizationTypes: t.expose('sharedOrganizationTypes', {
      type: [OrganizationTypeRef],
      description: "The kinds of organization in which or for which both roles work, in the catalog's order.",
    }),
    sharedResponsibilities: t.expose('sharedResponsibilities', {
      type: [ResponsibilityRef],
      description: 'The responsibilities that both roles have, by name.',
    }),
  }),
});

export const RoleOverlapsConnection = builder.connectionObject<
  typeof RoleRef,
  ConnectionWith<Role, { readonly overlap: RoleOverlap }>
>(
  { name: 'RoleOverlapsConnection', description: 'A page of the overlaps of a role.', type: RoleRef },
  {
    name: 'RoleOverlapsEdge',
    description: 'An overlap of a role with another role.',
    nodeField: { description: 'The other role.' },
    fields: (t) => ({
      overlap: t.expose('overlap', {
        type: RoleOverlapRef,
        description: 'What the two roles have in common. The role whose overlaps are listed comes first.',
      }),
    }),
  },
);

/** The requested page of a role's listed overlaps. */
export function overlapPage(graph: CatalogGraph, role: Role, given: PageArguments & OverlapFilter) {
  return connectionOf(pageOf(listedOverlapsOf(graph, role, given), overlapsByScore, given), (overlap) => ({
    node: overlap.roles[1],
    overlap,
  }));
}

builder.queryField('roleOverlap', (t) =>
  t.field({
    type: RoleOverlapRef,
    description:
      'What two distinct roles have in common, even if they share nothing. The numbers are the same as in `Role.overlaps`. ' +
      'E.g. `roleOverlap(of: [{ title: "Cloud Architect" }, { title: "Solutions Architect" }])`.',
    args: { of: t.arg({ type: [RoleByInput], required: true, description: 'Two distinct roles.' }) },
    resolve: (_root, args, { rolegraph: { graph } }) => {
      const roles = comparedRoles(graph, args.of, 'of', { least: 2, most: 2 });
      return roleOverlapOf(graph, itemAt(roles, 0), itemAt(roles, 1));
    },
  }),
);
