import { itemAt } from '../../src/collections/item-at.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import {
  listedOverlapsOf,
  overlapsByScore,
  roleOverlapOf,
  type OverlapFilter,
  type RoleOverlap,
} from '../../src/graph/overlaps/role-overlaps.ts';
import { builder, cursorDescription } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import { comparedRoles, RoleByInput } from '../nodes/look-up.ts';
import { CategoryRef, OrganizationTypeRef, PillarRef, ResponsibilityRef, RoleOverlapRef, RoleRef } from '../refs.ts';

builder.objectType(RoleOverlapRef, {
  description:
    'What two roles have in common, and the arithmetic behind the score, so that nobody has to believe a number.',
  fields: (t) => ({
    roles: t.field({
      type: [RoleRef],
      description: 'The two, in the order asked.',
      resolve: ({ roles }) => roles,
    }),
    score: t.exposeFloat('score', {
      description:
        'sharedWeight / totalWeight, 0 to 1, rounded to 6 decimals; 0 where neither has a trait. A trait is a ' +
        'responsibility, category, pillar or organization type; it weighs ln(1 + N / n), where n of the N roles have ' +
        'it: what few do says more.',
    }),
    sharedWeight: t.exposeFloat('sharedWeight', {
      description: 'The weights of the traits that both have, added up; rounded to 6 decimals.',
    }),
    totalWeight: t.exposeFloat('totalWeight', {
      description: 'The weights of the traits that at least one of them has, added up; rounded to 6 decimals.',
    }),
    sharedPillars: t.field({
      type: [PillarRef],
      description: 'The pillars that both stand in, by position.',
      resolve: (overlap) => overlap.sharedPillars,
    }),
    sharedCategories: t.field({
      type: [CategoryRef],
      description: "The headings under which both are listed, in the catalog's order.",
      resolve: (overlap) => overlap.sharedCategories,
    }),
    sharedOrganizationTypes: t.field({
      type: [OrganizationTypeRef],
      description: "The kinds of organization that both work in or for, in the catalog's order.",
      resolve: (overlap) => overlap.sharedOrganizationTypes,
    }),
    sharedResponsibilities: t.field({
      type: [ResponsibilityRef],
      description: 'What both do, by name.',
      resolve: (overlap) => overlap.sharedResponsibilities,
    }),
  }),
});

const RoleOverlapsEdge = builder
  .objectRef<{ readonly cursor: string; readonly node: Role; readonly overlap: RoleOverlap }>('RoleOverlapsEdge')
  .implement({
    description: 'An overlap of a role, at its place in the list.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: cursorDescription }),
      node: t.field({ type: RoleRef, description: 'The other role.', resolve: ({ node }) => node }),
      overlap: t.field({
        type: RoleOverlapRef,
        description: 'What the two have in common; the role asked comes first.',
        resolve: ({ overlap }) => overlap,
      }),
    }),
  });

export const RoleOverlapsConnection = builder.connectionObject(
  { name: 'RoleOverlapsConnection', description: 'A page of the overlaps of a role.', type: RoleRef },
  RoleOverlapsEdge,
);

/** The page of a role's listed overlaps that the arguments ask for. */
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
      'What two distinct roles have in common, whether or not they share anything; the same numbers as their edge has. ' +
      'E.g. `roleOverlap(of: [{ title: "Cloud Architect" }, { title: "Solutions Architect" }])`.',
    args: {
      of: t.arg({ type: [RoleByInput], required: true, description: 'Two distinct roles.' }),
    },
    resolve: (_root, args, { rolegraph: { graph } }) => {
      const roles = comparedRoles(graph, args.of, 'of', { least: 2, most: 2 });
      return roleOverlapOf(graph, itemAt(roles, 0), itemAt(roles, 1));
    },
  }),
);
