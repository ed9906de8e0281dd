import { maxComparedGroups, minComparedGroups, overlapOf } from '../../src/graph/overlaps/group-overlap.ts';
import { builder } from '../builder.ts';
import { RoleConnection, rolePage } from '../lists/connections.ts';
import { GroupOverlapRef, RoleGroupRef } from '../refs.ts';

builder.objectType(GroupOverlapRef, {
  description:
    'A comparison of groups of roles: of a pair, of a cell of a matrix, or of a column of an UpSet plot, which may have only one group.',
  fields: (t) => ({
    groups: t.expose('groups', {
      type: [RoleGroupRef],
      description: "The groups, in the order of the request; those of an intersection in the catalog's order.",
    }),
    sharedRoleCount: t.exposeInt('sharedRoleCount', {
      description: 'The number of roles that are in all of the groups. They may be in other groups, too.',
    }),
    exclusiveRoleCount: t.exposeInt('exclusiveRoleCount', {
      description:
        'The number of roles that are in all of the groups and in no other group of the same kinds: for two pillars, the ' +
        'roles in these two pillars and in no third. If `intersections` is restricted by `of`, only the groups in `of` ' +
        'count as others.',
    }),
    unionRoleCount: t.exposeInt('unionRoleCount', {
      description: 'The number of roles that are in at least one of the groups.',
    }),
    jaccard: t.exposeFloat('jaccard', {
      description:
        'The Jaccard index: shared roles / roles of the union, 0 to 1, rounded to 6 decimals. 0 if the union is empty.',
    }),
    overlapCoefficient: t.exposeFloat('overlapCoefficient', {
      description:
        'The overlap coefficient (Szymkiewicz-Simpson): shared roles / roles of the smallest group, 0 to 1, rounded to 6 ' +
        'decimals. 0 if that group is empty; 1 if all of its roles are in the other groups.',
    }),
    roles: t.field({
      type: RoleConnection,
      description: 'The roles that are in all of the groups, by title.',
      args: {
        ...t.arg.connectionArgs(),
        exclusive: t.arg.boolean({ description: 'Whether to return only the roles that `exclusiveRoleCount` counts.' }),
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
      `The roles that ${minComparedGroups} to ${maxComparedGroups} distinct groups of any kinds share: two pillars, five ` +
      'pillars, a pillar and an organization type. E.g. `overlap(of: ["pillar:reliability", "pillar:performance-efficiency"])`.',
    args: {
      of: t.arg.idList({
        required: true,
        description:
          'The groups: pillars, categories and organization types, by id or name. E.g. `["Security", "pillar:reliability"]`.',
      }),
    },
    resolve: (_root, args, { rolegraph: { graph } }) => overlapOf(graph, args.of, 'of'),
  }),
);
