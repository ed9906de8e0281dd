import {
  comparisonOfGroups,
  distinctResponsibilities,
  distinctRoles,
  maxMatrixGroups,
  sharedResponsibilities,
  type GroupComparison,
  type GroupDistinction,
} from '../../src/analysis/comparisons/group-comparison.ts';
import { minComparedGroups } from '../../src/graph/overlaps/group-overlap.ts';
import { builder } from '../builder.ts';
import { ResponsibilityConnection, responsibilityPage, RoleConnection, rolePage } from '../lists/connections.ts';
import { GroupOverlapRef, RoleGroupRef } from '../refs.ts';

const GroupDistinctionRef = builder.objectRef<GroupDistinction>('GroupDistinction').implement({
  description: 'What only one of several groups has.',
  fields: (t) => ({
    group: t.expose('group', { type: RoleGroupRef, description: 'The group.' }),
    roles: t.field({
      type: RoleConnection,
      description: 'The roles that are in this group and in none of the other compared groups, by title.',
      args: t.arg.connectionArgs(),
      resolve: (distinction, args, { rolegraph: { graph } }) => rolePage(distinctRoles(graph, distinction), args),
    }),
    responsibilities: t.field({
      type: ResponsibilityConnection,
      description:
        'The responsibilities that the lines of this group give to its roles and the lines of the other compared groups ' +
        'do not, by name.',
      args: t.arg.connectionArgs(),
      resolve: async (distinction, args, { rolegraph: { graph, work } }) =>
        responsibilityPage(await work.run(distinctResponsibilities(graph, distinction)), args),
    }),
  }),
});

const GroupComparisonRef = builder.objectRef<GroupComparison>('GroupComparison').implement({
  description: 'The similarities and differences of several groups of roles.',
  fields: (t) => ({
    groups: t.expose('groups', { type: [RoleGroupRef], description: 'The groups, in the order of the request.' }),
    overlap: t.expose('overlap', {
      type: GroupOverlapRef,
      description: 'The overlap of all groups together: the roles that are in every one of them.',
    }),
    matrix: t.expose('matrix', {
      type: [GroupOverlapRef],
      description:
        'The overlap of every pair of the groups, in the order of the request: the first with the second, the first with ' +
        'the third, and so on (the half of the matrix above its diagonal). Each is the same as `overlap(of:)` of the pair.',
    }),
    sharedResponsibilities: t.field({
      type: ResponsibilityConnection,
      description:
        'The responsibilities that the lines of every one of the groups give to its roles, by name. They may be different roles.',
      args: t.arg.connectionArgs(),
      resolve: async ({ groups }, args, { rolegraph: { graph, work } }) =>
        responsibilityPage(await work.run(sharedResponsibilities(graph, groups)), args),
    }),
    distinct: t.expose('distinct', {
      type: [GroupDistinctionRef],
      description: 'What only one of the groups has, for each group in the order of the request.',
    }),
  }),
});

builder.queryField('compareGroups', (t) =>
  t.field({
    type: GroupComparisonRef,
    description:
      `The roles and responsibilities that ${minComparedGroups} to ${maxMatrixGroups} distinct groups of any kinds share, ` +
      'and those that only one of them has. For example, what an MSP and a vendor have in common: ' +
      '`compareGroups(of: ["organization-type:msp", "organization-type:vendor"]) ' +
      '{ overlap { roles { nodes { title } } } sharedResponsibilities { nodes { name } } }`.',
    args: {
      of: t.arg.idList({
        required: true,
        description:
          `The groups, by id or name: ${minComparedGroups} to ${maxMatrixGroups} distinct pillars, categories and organization ` +
          'types. E.g. `["Managed Service Provider", "organization-type:vendor"]`.',
      }),
    },
    resolve: (_root, { of }, { rolegraph: { graph } }) => comparisonOfGroups(graph, of, 'of'),
  }),
);
