import { holdersByEvidence, holdersOf, type Holder } from '../../src/graph/lists/holders.ts';
import { rolesByTitle } from '../../src/graph/lists/orders.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import { groupOf } from '../../src/graph/named-nodes.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import { builder, externalIdDescription, idDescription, proseDescription, sameAsDescription } from '../builder.ts';
import { connectionOf, evidenceField, type ConnectionWith, type Evidence } from '../lists/connection.ts';
import { ResponsibilityConnection, responsibilityPage } from '../lists/connections.ts';
import { facetsField } from '../lists/role-facets.ts';
import { ResponsibilityRef, RoleRef, TopicRef } from '../refs.ts';
import { lookUpField } from './look-up.ts';

const ResponsibilityRolesConnection = builder.connectionObject<typeof RoleRef, ConnectionWith<Role, Evidence, Role>>(
  {
    name: 'ResponsibilityRolesConnection',
    description: 'A page of the roles that have a responsibility.',
    type: RoleRef,
    fields: (t) => ({ facets: t.field(facetsField) }),
  },
  {
    name: 'ResponsibilityRolesEdge',
    description: 'A role that has a responsibility.',
    fields: (t) => ({
      appearances: t.field(
        evidenceField(
          'The lines that say that the role has this responsibility, by source and line. With `in`, only the lines of that group.',
        ),
      ),
    }),
  },
);

const ResponsibilityHoldersConnection = builder.connectionObject<
  typeof RoleRef,
  ConnectionWith<Role, Evidence & Omit<Holder, 'role'>>
>(
  {
    name: 'ResponsibilityHoldersConnection',
    description: 'A page of the roles that have a responsibility, the one with most evidence first.',
    type: RoleRef,
  },
  {
    name: 'ResponsibilityHoldersEdge',
    description: 'A role that has a responsibility, and how much of the evidence names it.',
    fields: (t) => ({
      lineCount: t.exposeInt('lineCount', {
        description:
          'The number of distinct lines that say that the role has this responsibility, at least 1. An appearance without a ' +
          'line counts as a line of its own.',
      }),
      share: t.exposeFloat('share', {
        description:
          'lineCount / the number of distinct lines that name this responsibility for any role: above 0, to 1, rounded to ' +
          '6 decimals. 1 if every such line names the role. A line may name several roles, so the shares of all holders ' +
          'may add up to more than 1.',
      }),
      appearances: t.field(evidenceField('These lines, by source and line. With `in`, only the lines of that group.')),
    }),
  },
);

builder.objectType(ResponsibilityRef, {
  description:
    "Something that roles do, in the catalog's own words, e.g. `Verify backups`. All roles that do it share one node.",
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    slug: t.exposeString('slug', { description: 'The id without its kind, e.g. `verify-backups`.' }),
    name: t.exposeString('name', { description: 'A short phrase in the imperative.' }),
    externalId: t.exposeString('externalId', { nullable: true, description: externalIdDescription }),
    sameAs: t.exposeStringList('sameAs', { description: sameAsDescription }),
    summary: t.string({
      nullable: true,
      description: `What the catalog says about the duty beyond its name. ${proseDescription} Null if the catalog has none.`,
      resolve: ({ index }, _args, { rolegraph }) => rolegraph.texts.responsibilitySummary(index),
    }),
    topics: t.expose('topics', {
      type: [TopicRef],
      description: "The topics of the responsibility, in the catalog's order.",
    }),
    roleCount: t.exposeInt('roleCount', { description: 'The number of roles that have the responsibility.' }),
    roles: t.field({
      type: ResponsibilityRolesConnection,
      description: 'The roles that have the responsibility, by title, each with the lines that say so.',
      args: {
        ...t.arg.connectionArgs(),
        in: t.arg.id({
          description:
            'A pillar, category or organization type, by id or name, e.g. `pillar:security` or `Security`: only roles that ' +
            'have the responsibility in that group.',
        }),
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
    holders: t.field({
      type: ResponsibilityHoldersConnection,
      description:
        'The same roles, ranked by how much of the evidence names them: who mainly has this responsibility. The role that ' +
        'most lines name for it comes first; of equals, the one with fewer responsibilities in all, of which this one is a ' +
        'greater part; then by title. E.g. `responsibility(by: { name: "Verify backups" }) { holders(first: 3) { edges { ' +
        'node { title } lineCount share } } }`.',
      args: {
        ...t.arg.connectionArgs(),
        in: t.arg.id({
          description:
            'A pillar, category or organization type, by id or name, e.g. `pillar:security` or `Security`: only roles that ' +
            'have the responsibility in that group, and only the lines of that group are counted.',
        }),
      },
      resolve: async (responsibility, args, { rolegraph: { graph, work } }) => {
        const group = args.in == null ? undefined : groupOf(graph, args.in, 'in');
        const holders = await work.run(holdersOf(responsibility, group));
        return connectionOf(pageOf(holders, holdersByEvidence, args), ({ role, lineCount, share }) => ({
          node: role,
          lineCount,
          share,
          appearances: () => role.appearancesNaming(responsibility, group),
        }));
      },
    }),
  }),
});

builder.queryFields((t) => ({
  responsibility: t.field({
    type: ResponsibilityRef,
    ...lookUpField('RESPONSIBILITY', 'The responsibility with an id or name. Null if there is none.'),
  }),
  responsibilities: t.field({
    type: ResponsibilityConnection,
    description: 'All responsibilities, by name.',
    args: t.arg.connectionArgs(),
    resolve: (_root, args, { rolegraph: { graph } }) => responsibilityPage(graph.responsibilities, args),
  }),
}));
