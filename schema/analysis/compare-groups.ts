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
  description: 'What one of several groups has alone.',
  fields: (t) => ({
    group: t.field({ type: RoleGroupRef, description: 'The group.', resolve: ({ group }) => group }),
    roles: t.field({
      type: RoleConnection,
      description: 'The roles in it and in none of the other groups compared, by title.',
      args: t.arg.connectionArgs(),
      resolve: (distinction, args, { rolegraph: { graph } }) => rolePage(distinctRoles(graph, distinction), args),
    }),
    responsibilities: t.field({
      type: ResponsibilityConnection,
      description:
        'What its own lines say that its roles do, and the lines of none of the other groups compared; by name.',
      args: t.arg.connectionArgs(),
      resolve: async (distinction, args, { rolegraph: { graph, work } }) =>
        responsibilityPage(await work.run(distinctResponsibilities(graph, distinction)), args),
    }),
  }),
});

const GroupComparisonRef = builder.objectRef<GroupComparison>('GroupComparison').implement({
  description: 'What several groups of roles have in common, and what tells them apart.',
  fields: (t) => ({
    groups: t.field({
      type: [RoleGroupRef],
      description: 'The groups, in the order asked.',
      resolve: ({ groups }) => groups,
    }),
    overlap: t.field({
      type: GroupOverlapRef,
      description: 'All of the groups together: the roles that are in every one, and how many.',
      resolve: ({ overlap }) => overlap,
    }),
    matrix: t.field({
      type: [GroupOverlapRef],
      description:
        'Every pair of the groups, in the order asked: the first with the second, the first with the third, and so on; ' +
        'the half of the matrix above its diagonal. The same as `overlap(of:)` says of the pair.',
      resolve: ({ matrix }) => matrix,
    }),
    sharedResponsibilities: t.field({
      type: ResponsibilityConnection,
      description:
        'What the lines of every one of the groups say that its roles do, by name, whichever roles these are.',
      args: t.arg.connectionArgs(),
      resolve: async ({ groups }, args, { rolegraph: { graph, work } }) =>
        responsibilityPage(await work.run(sharedResponsibilities(graph, groups)), args),
    }),
    distinct: t.field({
      type: [GroupDistinctionRef],
      description: 'What each of the groups has alone, in the order asked.',
      resolve: ({ distinct }) => distinct,
    }),
  }),
});

builder.queryField('compareGroups', (t) =>
  t.field({
    type: GroupComparisonRef,
    description:
      `What ${minComparedGroups} to ${maxMatrixGroups} distinct groups of any kinds share, in roles and in ` +
      'responsibilities, and what each alone has. E.g. what an MSP and a vendor have in common: ' +
      '`compareGroups(of: ["organization-type:msp", "organization-type:vendor"]) ' +
      '{ overlap { roles { nodes { title } } } sharedResponsibilities { nodes { name } } }`.',
    args: {
      of: t.arg.idList({
        required: true,
        description:
          `The groups: ${minComparedGroups} to ${maxMatrixGroups} ids of pillars, categories and organization types, no ` +
          'one twice.',
      }),
    },
    resolve: (_root, { of }, { rolegraph: { graph } }) => comparisonOfGroups(graph, of, 'of'),
  }),
);
