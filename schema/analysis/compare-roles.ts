import {
  comparisonOfRoles,
  maxComparedRoles,
  minComparedRoles,
  type RoleComparison,
  type RoleDistinction,
  type RoleTraits,
} from '../../src/analysis/comparisons/role-comparison.ts';
import { builder } from '../builder.ts';
import { comparedRoles, RoleByInput } from '../nodes/look-up.ts';
import {
  CategoryRef,
  OrganizationTypeRef,
  PillarRef,
  ResponsibilityRef,
  RoleOverlapRef,
  RoleRef,
  TopicRef,
} from '../refs.ts';

const RoleTraitsRef = builder.objectRef<RoleTraits>('RoleTraits').implement({
  description: 'Traits of roles: where they appear, their responsibilities, and the topics of these.',
  fields: (t) => ({
    pillars: t.expose('pillars', { type: [PillarRef], description: 'Pillars, by position.' }),
    organizationTypes: t.expose('organizationTypes', {
      type: [OrganizationTypeRef],
      description: "Kinds of organization, in the catalog's order.",
    }),
    categories: t.expose('categories', { type: [CategoryRef], description: "Categories, in the catalog's order." }),
    topics: t.expose('topics', { type: [TopicRef], description: "Topics, in the catalog's order." }),
    responsibilities: t.expose('responsibilities', {
      type: [ResponsibilityRef],
      description: 'Responsibilities, by name.',
    }),
  }),
});

const RoleDistinctionRef = builder.objectRef<RoleDistinction>('RoleDistinction').implement({
  description: 'What only one of several roles has.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleRef, description: 'The role.' }),
    traits: t.expose('traits', {
      type: RoleTraitsRef,
      description: 'The traits that this role has and none of the other compared roles has.',
    }),
  }),
});

const RoleComparisonRef = builder.objectRef<RoleComparison>('RoleComparison').implement({
  description: 'The similarities and differences of several roles.',
  fields: (t) => ({
    roles: t.expose('roles', { type: [RoleRef], description: 'The roles, in the order of the request.' }),
    shared: t.expose('shared', { type: RoleTraitsRef, description: 'The traits that all of the roles have.' }),
    distinct: t.expose('distinct', {
      type: [RoleDistinctionRef],
      description: 'The traits that only one of the roles has, for each role in the order of the request.',
    }),
    overlaps: t.expose('overlaps', {
      type: [RoleOverlapRef],
      description:
        'The overlap of every pair of the roles, in the order of the request: the first with the second, the first with ' +
        'the third, and so on. The numbers are the same as those of roleOverlap.',
    }),
  }),
});

builder.queryField('compareRoles', (t) =>
  t.field({
    type: RoleComparisonRef,
    description:
      `The traits that ${minComparedRoles} to ${maxComparedRoles} distinct roles share, the traits that only one of them ` +
      'has, and the overlap of every pair. E.g. `compareRoles(of: [{ title: "SRE" }, { title: "DevOps Engineer" }, ' +
      '{ title: "DBA" }]) { shared { responsibilities { name } } distinct { role { title } traits { responsibilities { name } } } }`.',
    args: {
      of: t.arg({
        type: [RoleByInput],
        required: true,
        description: `The roles: ${minComparedRoles} to ${maxComparedRoles}, all distinct.`,
      }),
    },
    resolve: (_root, { of }, { rolegraph: { graph } }) => {
      const limits = { least: minComparedRoles, most: maxComparedRoles };
      return comparisonOfRoles(graph, comparedRoles(graph, of, 'of', limits));
    },
  }),
);
