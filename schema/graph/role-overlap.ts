import { itemAt } from '../../src/collections/item-at.ts';
import { pageOf, type PageArguments } from '../../src/graph/lists/page.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import {
  listedOverlapsInOrder,
  overlapOrder,
  roleOverlapOf,
  strongestFirst,
  type OverlapFilter,
  type OverlapOrder,
  type RoleOverlap,
} from '../../src/graph/overlaps/role-overlaps.ts';
import { builder } from '../builder.ts';
import type { RequestGraph } from '../context.ts';
import { connectionOf, type ConnectionWith } from '../lists/connection.ts';
import { OrderDirectionEnum } from '../lists/role-list.ts';
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
    overlapCoefficient: t.exposeFloat('overlapCoefficient', {
      description:
        'sharedWeight / the weight of all traits of the lighter role (Szymkiewicz-Simpson): 0 to 1, rounded to 6 decimals. ' +
        '1 if one role has all traits of the other, however many more it has; the score is low then. 0 if the lighter role ' +
        'has no trait.',
    }),
    lineCount: t.int({
      description:
        'On how many lines the overlap rests: the number of distinct lines that put one of the roles into a category, or ' +
        'give it a responsibility, that both have. A line that names both roles counts once, so a score of 1 because of one ' +
        'shared line has 1 here, and one because of ten lines has 10. An appearance without a line counts as a line of ' +
        'its own. 0 if the roles share neither a responsibility nor a category.',
      resolve: (overlap, _args, { rolegraph: { work } }) => work.run(overlap.lineCount()),
    }),
    neverToldApart: t.exposeBoolean('neverToldApart', {
      description:
        'Whether every line that names one of the roles names the other. The sources then say nothing that distinguishes ' +
        'them, and a high score means only that their titles stand together. An appearance without a line counts as a line ' +
        'of its own, so roles with one are told apart.',
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

const RoleOverlapOrderFieldEnum = builder.enumType('RoleOverlapOrderField', {
  description: 'A number by which the overlaps of a role can be ordered.',
  values: {
    SCORE: { description: 'The score: how similar the roles are.' },
    OVERLAP_COEFFICIENT: { description: 'The overlap coefficient: how much of the lighter role both have.' },
    SHARED_WEIGHT: { description: 'The weight of what both roles have: how much they have in common, in all.' },
  } as const,
});

const RoleOverlapOrderInput = builder.inputType('RoleOverlapOrder', {
  description:
    'An order of overlaps. Equal overlaps are ordered by the title of the other role, then by its id. ' +
    'E.g. `{ field: OVERLAP_COEFFICIENT, direction: DESC }`.',
  fields: (t) => ({
    field: t.field({ type: RoleOverlapOrderFieldEnum, required: true, description: 'The number to order by.' }),
    direction: t.field({
      type: OrderDirectionEnum,
      required: true,
      defaultValue: 'ASC',
      description: 'The direction of the order.',
    }),
  }),
});

/** The arguments of a list of overlaps. */
export const overlapListArguments = builder.args((t) => ({
  ...t.connectionArgs(),
  minScore: t.float({ description: 'Only overlaps with at least this score, 0 to 1.' }),
  excludeUniversal: t.boolean({ description: 'Whether to leave out roles that appear in every pillar.' }),
  orderBy: t.field({
    type: RoleOverlapOrderInput,
    description: 'The order; by score, strongest first, if it is not given.',
  }),
}));

interface OverlapListArguments extends PageArguments, OverlapFilter {
  readonly orderBy?: OverlapOrder | null | undefined;
}

/** The requested page of a role's listed overlaps; at once where they need no sorting. */
export function overlapPage({ graph, work }: RequestGraph, role: Role, given: OverlapListArguments) {
  const orderBy = given.orderBy ?? strongestFirst;
  const order = overlapOrder(orderBy);
  const pageIn = (overlaps: readonly RoleOverlap[]) =>
    connectionOf(pageOf(overlaps, order, given), (overlap) => ({ node: overlap.roles[1], overlap }));
  const overlaps = work.run(listedOverlapsInOrder(graph, role, given, orderBy));
  return overlaps instanceof Promise ? overlaps.then(pageIn) : pageIn(overlaps);
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
