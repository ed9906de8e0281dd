import type { Appearance } from '../../src/graph/nodes/appearance.ts';
import type { RoleGroup } from '../../src/graph/nodes/node.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import { overlapsOf } from '../../src/graph/overlaps/group-overlap.ts';
import { checkedFirst, defaultPageSize, maxPageSize } from '../../src/graph/lists/page.ts';
import { builder, cursorDescription } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import { ResponsibilityConnection, responsibilityPage } from '../lists/connections.ts';
import { AppearanceRef, GroupOverlapRef, RoleGroupRef, RoleRef } from '../refs.ts';
import { facetsField, type RoleList } from '../lists/role-facets.ts';
import { roleListArguments, roleListPage } from '../lists/role-list.ts';
import { typeNameOf } from './type-names.ts';

const RoleGroupRolesEdge = builder
  .objectRef<{
    readonly cursor: string;
    readonly node: Role;
    readonly appearances: () => readonly Appearance[];
  }>('RoleGroupRolesEdge')
  .implement({
    description: 'A role of a group, at its place in the list.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: cursorDescription }),
      node: t.field({ type: RoleRef, description: 'The role.', resolve: ({ node }) => node }),
      appearances: t.field({
        type: [AppearanceRef],
        description: 'The lines that put the role into this group, by source and line.',
        resolve: ({ appearances }) => appearances(),
      }),
    }),
  });

const RoleGroupRolesConnection = builder.connectionObject<typeof RoleRef, RoleList>(
  {
    name: 'RoleGroupRolesConnection',
    description: 'A page of the roles of a group.',
    type: RoleRef,
    fields: (t) => ({ facets: t.field(facetsField) }),
  },
  RoleGroupRolesEdge,
);

builder.interfaceType(RoleGroupRef, {
  description:
    'A set of roles that can be compared with other such sets: a pillar, a category or an organization type.',
  interfaces: [builder.nodeInterfaceRef()],
  resolveType: (group) => typeNameOf(group),
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: "The last part of the id, e.g. `security`; a category's slug is unique within its owner only.",
    }),
    name: t.exposeString('name', { description: 'The name that the sources use, e.g. `Cost Optimization`.' }),
    roleCount: t.int({
      description: 'How many roles the group has.',
      resolve: ({ roleCount }) => roleCount,
    }),
    roles: t.field({
      type: RoleGroupRolesConnection,
      description:
        'The roles of the group, each with the lines that put it there. E.g. everybody in Security who is in no other ' +
        'of two pillars: `roles(filter: { inNone: ["pillar:reliability", "pillar:cost-optimization"] })`.',
      args: roleListArguments,
      resolve: (group: RoleGroup, args, { rolegraph: { graph } }) => {
        return connectionOf(roleListPage(graph, group.roleSet, args), (node) => ({
          node,
          appearances: () => node.appearancesIn(group),
        }));
      },
    }),
    responsibilities: t.field({
      type: ResponsibilityConnection,
      description: 'What the lines of the group say its roles do, by name.',
      args: t.arg.connectionArgs(),
      resolve: (group, args) => responsibilityPage(group.responsibilities, args),
    }),
    overlaps: t.field({
      type: [GroupOverlapRef],
      description:
        'The groups of the same kind that share a role with this one, most shared roles first; this group is the ' +
        'first of each.',
      args: {
        first: t.arg.int({ description: `How many, 1 to ${maxPageSize}; ${defaultPageSize} where it is not given.` }),
      },
      resolve: (group, { first }, { rolegraph }) => overlapsOf(rolegraph.graph, group).slice(0, checkedFirst(first)),
    }),
  }),
});
