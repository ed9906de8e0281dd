import { intersectionsOf } from '../../src/analysis/comparisons/intersections.ts';
import { builder } from '../builder.ts';
import { OrderDirectionEnum } from '../lists/role-list.ts';
import { NodeKindEnum } from '../nodes/node.ts';
import { GroupOverlapRef } from '../refs.ts';

const IntersectionOrderFieldEnum = builder.enumType('IntersectionOrderField', {
  description: 'A property by which intersections can be ordered.',
  values: {
    EXCLUSIVE_ROLE_COUNT: {
      description: 'The number of roles that are in exactly these of the compared groups.',
    },
    SHARED_ROLE_COUNT: { description: 'The number of roles that are in all of the groups, and possibly in others.' },
    GROUP_COUNT: { description: 'The number of groups.' },
  } as const,
});

const IntersectionOrderInput = builder.inputType('IntersectionOrder', {
  description:
    "An order of intersections. Equal intersections are ordered by the number of groups, fewer first, then by the groups in the catalog's " +
    'order. E.g. `{ field: SHARED_ROLE_COUNT, direction: DESC }`.',
  fields: (t) => ({
    field: t.field({ type: IntersectionOrderFieldEnum, required: true, description: 'The property to order by.' }),
    direction: t.field({
      type: OrderDirectionEnum,
      required: true,
      defaultValue: 'ASC',
      description: 'The direction of the order.',
    }),
  }),
});

builder.queryField('intersections', (t) =>
  t.field({
    type: [GroupOverlapRef],
    description:
      'The intersections of an UpSet plot (Lex and others, 2014): every combination of groups, also of a single group, ' +
      'that has at least one role in exactly these groups, with exclusive and shared counts and roles. Each role that is ' +
      'in any of the groups is exclusive to one combination, so the exclusive counts add up to the number of these roles. ' +
      'For example, how roles spread over the pillars: `intersections { groups { name } exclusiveRoleCount sharedRoleCount }`.',
    args: {
      kind: t.arg({
        type: NodeKindEnum,
        required: true,
        defaultValue: 'PILLAR',
        description: 'The kind of the groups: PILLAR, CATEGORY or ORGANIZATION_TYPE.',
      }),
      of: t.arg.idList({
        description:
          'The groups to compare, by id or name, all of the given kind: `["Security", "pillar:reliability"]`. All groups of ' +
          'the kind if it is not given. Groups outside the list are ignored: exclusive roles may be in them.',
      }),
      minRoles: t.arg.int({
        description: 'The least number of exclusive roles of a combination, from 1; 1 if it is not given.',
      }),
      minGroups: t.arg.int({
        description: 'The least number of groups of a combination, from 1; 1 if it is not given.',
      }),
      maxGroups: t.arg.int({
        description: 'The greatest number of groups of a combination, from minGroups; no limit if it is not given.',
      }),
      orderBy: t.arg({
        type: IntersectionOrderInput,
        description: 'The order; by EXCLUSIVE_ROLE_COUNT, greatest first, if it is not given.',
      }),
    },
    resolve: (_root, args, { rolegraph: { graph, work } }) => work.run(intersectionsOf(graph, args)),
  }),
);
