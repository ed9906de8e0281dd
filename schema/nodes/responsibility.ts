import { holdersByEvidence, holdersOf, type Holder } from '../../src/graph/lists/holders.ts';
import { involvedByRank, involvedRolesOf } from '../../src/graph/lists/involved-roles.ts';
import { rolesByTitle } from '../../src/graph/lists/orders.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import { checkedInvolvement, groupOf } from '../../src/graph/named-nodes.ts';
import { doing } from '../../src/graph/nodes/involvement.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import { builder, externalIdDescription, idDescription, proseDescription, sameAsDescription } from '../builder.ts';
import { connectionOf, evidenceField, type ConnectionWith } from '../lists/connection.ts';
import { ResponsibilityConnection, responsibilityPage } from '../lists/connections.ts';
import { facetsField } from '../lists/role-facets.ts';
import { ResponsibilityRef, RoleRef, TopicRef } from '../refs.ts';
import { InvolvementEnum, involvementEvidence, involvementField, type InvolvementEvidence } from './involvement.ts';
import { lookUpField } from './look-up.ts';

const ResponsibilityRolesConnection = builder.connectionObject<
  typeof RoleRef,
  ConnectionWith<Role, InvolvementEvidence, Role>
>(
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
      involvement: t.field(involvementField),
      appearances: t.field(
        evidenceField(
          'The lines that say that the role has this responsibility, by source and line. With `in`, only the lines of that group.',
        ),
      ),
    }),
  },
);

const ResponsibilityInvolvedConnection = builder.connectionObject<
  typeof RoleRef,
  ConnectionWith<Role, InvolvementEvidence>
>(
  {
    name: 'ResponsibilityInvolvedConnection',
    description: 'A page of the roles that are involved in a responsibility.',
    type: RoleRef,
  },
  {
    name: 'ResponsibilityInvolvedEdge',
    description: 'A role that is involved in a responsibility.',
    fields: (t) => ({
      involvement: t.field(involvementField),
      appearances: t.field(
        evidenceField(
          'The lines that say so, by source and line. With `as`, only those that say one of these; with `in`, only the lines ' +
            'of that group.',
        ),
      ),
    }),
  },
);

const ResponsibilityHoldersConnection = builder.connectionObject<
  typeof RoleRef,
  ConnectionWith<Role, InvolvementEvidence & Omit<Holder, 'role'>>
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
      involvement: t.field(involvementField),
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
    roleCount: t.exposeInt('roleCount', {
      description:
        'The number of roles that have the responsibility: that are responsible or accountable for it. 0 if roles are only consulted or informed.',
    }),
    roles: t.field({
      type: ResponsibilityRolesConnection,
      description:
        'The roles that have the responsibility, by title, each with the lines that say so: those that are responsible or ' +
        'accountable. `involved` has those that are consulted and informed, too.',
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
          ...involvementEvidence(node, responsibility, doing, group),
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
          ...involvementEvidence(role, responsibility, doing, group),
        }));
      },
    }),
    involved: t.field({
      type: ResponsibilityInvolvedConnection,
      description:
        'All roles that are involved in the responsibility, each with how, and with the lines that say so: those who are ' +
        'accountable first, then the responsible, the consulted and the informed; equals by title. For example, who is ' +
        'accountable, and where does it say so: `responsibility(by: { name: "Verify backups" }) { involved(as: ' +
        '[ACCOUNTABLE]) { edges { node { title } involvement appearances { source { source { title } line quote } } } } }`. ' +
        'Empty if nobody is.',
      args: {
        ...t.arg.connectionArgs(),
        as: t.arg({
          type: [InvolvementEnum],
          description: 'Only roles that are involved in one of these ways; in any way if it is not given.',
        }),
        in: t.arg.id({
          description:
            'A pillar, category or organization type, by id or name, e.g. `pillar:security` or `Security`: only by the lines ' +
            'of that group.',
        }),
      },
      resolve: async (responsibility, args, { rolegraph: { graph, work } }) => {
        const as = checkedInvolvement(args.as, 'as');
        const group = args.in == null ? undefined : groupOf(graph, args.in, 'in');
        const involved = await work.run(involvedRolesOf(graph, responsibility, as, group));
        return connectionOf(pageOf(involved, involvedByRank, args), ({ role }) => ({
          node: role,
          ...involvementEvidence(role, responsibility, as, group),
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
