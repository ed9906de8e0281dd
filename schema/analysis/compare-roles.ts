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
  description: 'What roles have: where they stand, what they do, and what that is about.',
  fields: (t) => ({
    pillars: t.field({
      type: [PillarRef],
      description: 'Pillars, by position.',
      resolve: ({ pillars }) => pillars,
    }),
    organizationTypes: t.field({
      type: [OrganizationTypeRef],
      description: "Kinds of organization, in the catalog's order.",
      resolve: ({ organizationTypes }) => organizationTypes,
    }),
    categories: t.field({
      type: [CategoryRef],
      description: "Headings under which sources list roles, in the catalog's order.",
      resolve: ({ categories }) => categories,
    }),
    topics: t.field({
      type: [TopicRef],
      description: "What responsibilities are about, in the catalog's order.",
      resolve: ({ topics }) => topics,
    }),
    responsibilities: t.field({
      type: [ResponsibilityRef],
      description: 'Responsibilities, by name.',
      resolve: ({ responsibilities }) => responsibilities,
    }),
  }),
});

const RoleDistinctionRef = builder.objectRef<RoleDistinction>('RoleDistinction').implement({
  description: 'What one of several roles has alone.',
  fields: (t) => ({
    role: t.field({ type: RoleRef, description: 'The role.', resolve: ({ role }) => role }),
    traits: t.field({
      type: RoleTraitsRef,
      description: 'What it has and no other of the roles compared.',
      resolve: ({ traits }) => traits,
    }),
  }),
});

const RoleComparisonRef = builder.objectRef<RoleComparison>('RoleComparison').implement({
  description: 'What several roles have in common, and what tells them apart.',
  fields: (t) => ({
    roles: t.field({
      type: [RoleRef],
      description: 'The roles, in the order asked.',
      resolve: ({ roles }) => roles,
    }),
    shared: t.field({
      type: RoleTraitsRef,
      description: 'What all of them have.',
      resolve: ({ shared }) => shared,
    }),
    distinct: t.field({
      type: [RoleDistinctionRef],
      description: 'What each of them brings alone, in the order asked.',
      resolve: ({ distinct }) => distinct,
    }),
    overlaps: t.field({
      type: [RoleOverlapRef],
      description:
        'Every pair of them, in the order asked: the first with the second, the first with the third, and so on; the ' +
        'same numbers as roleOverlap has.',
      resolve: ({ overlaps }) => overlaps,
    }),
  }),
});

builder.queryField('compareRoles', (t) =>
  t.field({
    type: RoleComparisonRef,
    description:
      `What ${minComparedRoles} to ${maxComparedRoles} distinct roles share, what each alone brings, and how much every ` +
      'pair overlaps. E.g. `compareRoles(of: [{ title: "SRE" }, { title: "DevOps Engineer" }, { title: "DBA" }]) ' +
      '{ shared { responsibilities { name } } distinct { role { title } traits { responsibilities { name } } } }`.',
    args: {
      of: t.arg({
        type: [RoleByInput],
        required: true,
        description: `The roles: ${minComparedRoles} to ${maxComparedRoles}, no one twice.`,
      }),
    },
    resolve: (_root, { of }, { rolegraph: { graph } }) => {
      const limits = { least: minComparedRoles, most: maxComparedRoles };
      return comparisonOfRoles(graph, comparedRoles(graph, of, 'of', limits));
    },
  }),
);
