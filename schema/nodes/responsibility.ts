import type { Appearance } from '../../src/graph/nodes/appearance.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import { groupOf } from '../../src/graph/named-nodes.ts';
import { rolesByTitle } from '../../src/graph/lists/orders.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import { builder, cursorDescription, idDescription } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import { ResponsibilityConnection, responsibilityPage } from '../lists/connections.ts';
import { NamedByInput, nodeOfKind } from './look-up.ts';
import { AppearanceRef, ResponsibilityRef, RoleRef, TopicRef } from '../refs.ts';
import { facetsField, type RoleList } from '../lists/role-facets.ts';

const ResponsibilityRolesEdge = builder
  .objectRef<{
    readonly cursor: string;
    readonly node: Role;
    readonly appearances: () => readonly Appearance[];
  }>('ResponsibilityRolesEdge')
  .implement({
    description: 'A role with a responsibility, at its place in the list.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: cursorDescription }),
      node: t.field({ type: RoleRef, description: 'The role.', resolve: ({ node }) => node }),
      appearances: t.field({
        type: [AppearanceRef],
        description:
          'The lines where the role is said to do this, by source and line; those of the group where `in` is given.',
        resolve: ({ appearances }) => appearances(),
      }),
    }),
  });

const ResponsibilityRolesConnection = builder.connectionObject<typeof RoleRef, RoleList>(
  {
    name: 'ResponsibilityRolesConnection',
    description: 'A page of the roles with a responsibility.',
    type: RoleRef,
    fields: (t) => ({ facets: t.field(facetsField) }),
  },
  ResponsibilityRolesEdge,
);

builder.objectType(ResponsibilityRef, {
  description:
    "Something that roles do, in the catalog's own words, e.g. `Verify backups`: one node however many roles share it.",
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    slug: t.exposeString('slug', { description: 'The id without its kind, e.g. `verify-backups`.' }),
    name: t.exposeString('name', { description: 'A short phrase in the imperative.' }),
    topics: t.field({
      type: [TopicRef],
      description: "What it is about, in the catalog's order.",
      resolve: ({ topics }) => topics,
    }),
    roleCount: t.exposeInt('roleCount', { description: 'How many roles do it.' }),
    roles: t.field({
      type: ResponsibilityRolesConnection,
      description: 'Who does it, by title, each with the lines that say so.',
      args: {
        ...t.arg.connectionArgs(),
        in: t.arg.id({ description: 'Only those who do it in this pillar, category or organization type, by its id.' }),
      },
      resolve: (responsibility, args, { rolegraph: { graph } }) => {
        const group = args.in == null ? undefined : groupOf(graph, args.in, 'in');
        const page = pageOf(responsibility.rolesIn(group), rolesByTitle, args);
        return connectionOf(page, (node) => ({
          node,
          appearances: () => node.appearancesNaming(responsibility, group),
        }));
      },
    }),
  }),
});

builder.queryFields((t) => ({
  responsibility: t.field({
    type: ResponsibilityRef,
    nullable: true,
    description: 'One responsibility, by its id or name. Null where there is none.',
    args: { by: t.arg({ type: NamedByInput, required: true, description: 'Which responsibility.' }) },
    resolve: (_root, { by }, { rolegraph: { graph } }) =>
      by.id === undefined ? graph.names.responsibility(by.name) : nodeOfKind(graph, by.id, 'RESPONSIBILITY'),
  }),
  responsibilities: t.field({
    type: ResponsibilityConnection,
    description: 'Everything that roles do, by name.',
    args: t.arg.connectionArgs(),
    resolve: (_root, args, { rolegraph: { graph } }) => responsibilityPage(graph.responsibilities, args),
  }),
}));
