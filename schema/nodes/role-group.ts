import { checkedFirst } from '../../src/graph/lists/page.ts';
import type { Role, RoleGroup } from '../../src/graph/nodes/node.ts';
import { overlapsOf } from '../../src/graph/overlaps/group-overlap.ts';
import { builder, externalIdDescription, firstDescription, sameAsDescription } from '../builder.ts';
import { connectionOf, evidenceField, type ConnectionWith, type Evidence } from '../lists/connection.ts';
import { ResponsibilityConnection, responsibilityPage } from '../lists/connections.ts';
import { facetsField } from '../lists/role-facets.ts';
import { roleListArguments, roleListPage } from '../lists/role-list.ts';
import { GroupOverlapRef, RoleGroupRef, RoleRef } from '../refs.ts';
import { typeNameOf } from './type-names.ts';

const RoleGroupRolesConnection = builder.connectionObject<typeof RoleRef, ConnectionWith<Role, Evidence, Role>>(
  {
    name: 'RoleGroupRolesConnection',
    description: 'A page of the roles of a group.',
    type: RoleRef,
    fields: (t) => ({ facets: t.field(facetsField) }),
  },
  {
    name: 'RoleGroupRolesEdge',
    description: 'A role of a group.',
    fields: (t) => ({
      appearances: t.field(evidenceField('The lines that put the role into this group, by source and line.')),
    }),
  },
);

builder.interfaceType(RoleGroupRef, {
  description:
    'A set of roles that can be compared with other such sets: a pillar, a category or an organization type.',
  interfaces: [builder.nodeInterfaceRef()],
  resolveType: (group) => typeNameOf(group),
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: 'The last part of the id, e.g. `security`. The slug of a category is unique only within its owner.',
    }),
    name: t.exposeString('name', { description: 'The name as the sources write it, e.g. `Cost Optimization`.' }),
    label: t.exposeString('label', {
      description:
        'The name; if several categories have the name of a category, followed by its owners, e.g. ' +
        '`Architecture & Engineering (Sustainability)`. For lists and drawings in which groups must be told apart.',
    }),
    externalId: t.exposeString('externalId', { nullable: true, description: externalIdDescription }),
    sameAs: t.exposeStringList('sameAs', { description: sameAsDescription }),
    roleCount: t.exposeInt('roleCount', { description: 'The number of roles in the group.' }),
    roles: t.field({
      type: RoleGroupRolesConnection,
      description:
        'The roles of the group, each with the lines that put it there. For example, the roles of Security that are in ' +
        'neither of two other pillars: `roles(filter: { inNone: ["pillar:reliability", "pillar:cost-optimization"] })`.',
      args: roleListArguments,
      resolve: (group: RoleGroup, args, { rolegraph: { graph } }) =>
        connectionOf(roleListPage(graph, group.roleSet, args), (node) => ({
          node,
          appearances: () => node.appearancesIn(group),
        })),
    }),
    responsibilities: t.field({
      type: ResponsibilityConnection,
      description: 'The responsibilities that the lines of the group give to its roles, by name.',
      args: t.arg.connectionArgs(),
      resolve: (group, args) => responsibilityPage(group.responsibilities, args),
    }),
    overlaps: t.field({
      type: [GroupOverlapRef],
      description:
        'Overlaps with the groups of the same kind that share at least one role with this group, most shared roles ' +
        'first. This group comes first in each overlap.',
      args: { first: t.arg.int({ description: firstDescription }) },
      resolve: (group, { first }, { rolegraph }) => overlapsOf(rolegraph.graph, group).slice(0, checkedFirst(first)),
    }),
  }),
});
