import { maxComparedGroups, minComparedGroups, overlapOf } from '../../src/graph/overlaps/group-overlap.ts';
import { builder } from '../builder.ts';
import { RoleConnection, rolePage } from '../lists/connections.ts';
import { GroupOverlapRef, RoleGroupRef } from '../refs.ts';

builder.objectType(GroupOverlapRef, {
  description:
    'Groups of roles compared: one shape for a pair, a matrix cell and an UpSet column, which may have one group only.',
  fields: (t) => ({
    groups: t.field({
      type: [RoleGroupRef],
      description: "The groups, in the order asked; those of an intersection in the catalog's order.",
      resolve: ({ groups }) => groups,
    }),
    sharedRoleCount: t.int({
      description: 'How many roles are in all of the groups, whatever else they are in.',
      resolve: ({ sharedRoleCount }) => sharedRoleCount,
    }),
    exclusiveRoleCount: t.int({
      description:
        'How many roles are in all of the groups and in no other group whose kind is one of theirs: of two pillars, ' +
        'those in these two pillars and in no third. Where `intersections` is asked `of` some groups, in no other of ' +
        'these.',
      resolve: ({ exclusiveRoleCount }) => exclusiveRoleCount,
    }),
    unionRoleCount: t.int({
      description: 'How many roles are in at least one of the groups.',
      resolve: ({ unionRoleCount }) => unionRoleCount,
    }),
    jaccard: t.float({
      description: 'shared / union (the Jaccard index), 0 to 1, rounded to 6 decimals; 0 where the union is empty.',
      resolve: (overlap) => overlap.jaccard,
    }),
    overlapCoefficient: t.float({
      description:
        'shared / smallest group (Szymkiewicz-Simpson), 0 to 1, rounded to 6 decimals; 0 where that group is empty. ' +
        '1 says that the smallest group is whole in the others.',
      resolve: (overlap) => overlap.overlapCoefficient,
    }),
    roles: t.field({
      type: RoleConnection,
      description: 'The roles in all of the groups, by title.',
      args: {
        ...t.arg.connectionArgs(),
        exclusive: t.arg.boolean({
          description: 'Only the roles that `exclusiveRoleCount` counts.',
        }),
      },
      resolve: (overlap, args, { rolegraph: { graph } }) =>
        rolePage(args.exclusive === true ? overlap.exclusiveRoles : graph.rolesIn(overlap.shared), args),
    }),
  }),
});

builder.queryField('overlap', (t) =>
  t.field({
    type: GroupOverlapRef,
    description:
      `What ${minComparedGroups} to ${maxComparedGroups} distinct groups of any kinds share: two pillars, five pillars, a ` +
      'pillar and an organization type. E.g. `overlap(of: ["pillar:reliability", "pillar:performance-efficiency"])`.',
    args: {
      of: t.arg.idList({
        required: true,
        description: 'The groups: ids of pillars, categories and organization types.',
      }),
    },
    resolve: (_root, args, { rolegraph: { graph } }) => overlapOf(graph, args.of, 'of'),
  }),
);
