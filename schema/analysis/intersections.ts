import { intersectionsOf } from '../../src/analysis/comparisons/intersections.ts';
import { builder } from '../builder.ts';
import { NodeKindEnum } from '../nodes/node-kind.ts';
import { GroupOverlapRef } from '../refs.ts';
import { OrderDirectionEnum } from '../lists/role-list.ts';

const IntersectionOrderFieldEnum = builder.enumType('IntersectionOrderField', {
  description: 'What intersections can be ordered by.',
  values: {
    EXCLUSIVE_ROLE_COUNT: { description: 'How many roles are in these of the compared groups and in no other.' },
    SHARED_ROLE_COUNT: { description: 'How many roles are in all of the groups, whatever else they are in.' },
    GROUP_COUNT: { description: 'How many groups are combined.' },
  } as const,
});

const IntersectionOrderInput = builder.inputType('IntersectionOrder', {
  description:
    "An order of intersections; equals stand by the number of groups, fewer first, then by the groups in the catalog's " +
    'order. E.g. `{ field: SHARED_ROLE_COUNT, direction: DESC }`.',
  fields: (t) => ({
    field: t.field({ type: IntersectionOrderFieldEnum, required: true, description: 'What to order by.' }),
    direction: t.field({
      type: OrderDirectionEnum,
      required: true,
      defaultValue: 'ASC',
      description: 'Which way.',
    }),
  }),
});

builder.queryField('intersections', (t) =>
  t.field({
    type: [GroupOverlapRef],
    description:
      'The UpSet of a kind of groups (Lex and others, 2014): every combination of groups that is all that some role is ' +
      'in, a single group too, with its exclusive and inclusive counts and members. Each role that is in any of the ' +
      'groups is exclusive to one combination, so the exclusive counts add up to how many these are. E.g. where the ' +
      'roles of six pillars stand: `intersections { groups { name } exclusiveRoleCount sharedRoleCount }`.',
    args: {
      kind: t.arg({
        type: NodeKindEnum,
        required: true,
        defaultValue: 'PILLAR',
        description: 'Which groups are combined: PILLAR, CATEGORY or ORGANIZATION_TYPE.',
      }),
      of: t.arg.idList({
        description:
          'Compares these groups of the kind only, by their ids: a combination is then what roles are in of these, and ' +
          'exclusive to it are those in no other of these. All groups of the kind where it is not given.',
      }),
      minRoles: t.arg.int({
        description: 'Only combinations with at least so many exclusive roles, from 1; 1 where it is not given.',
      }),
      minGroups: t.arg.int({
        description: 'Only combinations of at least so many groups, from 1; 1 where it is not given.',
      }),
      maxGroups: t.arg.int({
        description: 'Only combinations of at most so many groups, from minGroups; any number where it is not given.',
      }),
      orderBy: t.arg({
        type: IntersectionOrderInput,
        description: 'By EXCLUSIVE_ROLE_COUNT, most first, where it is not given.',
      }),
    },
    resolve: (_root, args, { rolegraph: { graph, work } }) => work.run(intersectionsOf(graph, args)),
  }),
);
