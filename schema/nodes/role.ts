import { RoleSet } from '../../src/collections/role-set.ts';
import { responsibilitiesByName } from '../../src/graph/lists/orders.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import { checkedInvolvement, groupOf } from '../../src/graph/named-nodes.ts';
import { doing } from '../../src/graph/nodes/involvement.ts';
import type { Responsibility } from '../../src/graph/nodes/responsibility.ts';
import { builder, externalIdDescription, idDescription, proseDescription, sameAsDescription } from '../builder.ts';
import { RoleOverlapsConnection, overlapListArguments, overlapPage } from '../graph/role-overlap.ts';
import { connectionOf, evidenceField, type ConnectionWith } from '../lists/connection.ts';
import { RoleConnection } from '../lists/connections.ts';
import { roleListArguments, roleListPage } from '../lists/role-list.ts';
import {
  AppearanceRef,
  CategoryRef,
  OrganizationTypeRef,
  PillarRef,
  ResponsibilityRef,
  RoleRef,
  TopicRef,
} from '../refs.ts';
import { InvolvementEnum, involvementEvidence, involvementField, type InvolvementEvidence } from './involvement.ts';
import { RoleByInput, roleBy } from './look-up.ts';

const RoleResponsibilitiesConnection = builder.connectionObject<
  typeof ResponsibilityRef,
  ConnectionWith<Responsibility, InvolvementEvidence>
>(
  {
    name: 'RoleResponsibilitiesConnection',
    description: 'A page of the responsibilities of a role.',
    type: ResponsibilityRef,
  },
  {
    name: 'RoleResponsibilitiesEdge',
    description: 'A responsibility of a role.',
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

const RoleInvolvedInConnection = builder.connectionObject<
  typeof ResponsibilityRef,
  ConnectionWith<Responsibility, InvolvementEvidence>
>(
  {
    name: 'RoleInvolvedInConnection',
    description: 'A page of the responsibilities that a role is involved in.',
    type: ResponsibilityRef,
  },
  {
    name: 'RoleInvolvedInEdge',
    description: 'A responsibility that a role is involved in.',
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

builder.objectType(RoleRef, {
  description:
    'A job that people hold, with all titles that the sources give it, e.g. Site Reliability Engineer, also found as SRE.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    slug: t.exposeString('slug', { description: 'The id without its kind, e.g. `devops-engineer`.' }),
    title: t.exposeString('title', { description: 'The main title of the role.' }),
    qualifier: t.exposeString('qualifier', {
      nullable: true,
      description:
        'What tells the role apart from others with the same title, e.g. a level or a department: `L3`. Null if the catalog ' +
        'gives none.',
    }),
    label: t.exposeString('label', {
      description:
        'The title, followed by the qualifier in brackets if there is one, e.g. `Engineer (L3)`. For lists and drawings in ' +
        'which roles must be told apart.',
    }),
    alternateTitles: t.exposeStringList('alternateTitles', {
      description: "Other titles and abbreviations of the same job, in the catalog's order.",
    }),
    externalId: t.exposeString('externalId', { nullable: true, description: externalIdDescription }),
    sameAs: t.exposeStringList('sameAs', { description: sameAsDescription }),
    summary: t.string({
      nullable: true,
      description: `What the catalog says about the purpose of the role. ${proseDescription} Null if the catalog has none.`,
      resolve: (role, _args, { rolegraph }) => rolegraph.texts.roleSummary(role.index),
    }),
    pillars: t.expose('pillars', {
      type: [PillarRef],
      description: 'The pillars in which the role appears, by position.',
    }),
    pillarCount: t.exposeInt('pillarCount', { description: 'The number of pillars in which the role appears.' }),
    isUniversal: t.exposeBoolean('isUniversal', {
      description: 'Whether the role appears in every pillar. Always false if the catalog has fewer than two pillars.',
    }),
    specificity: t.exposeFloat('specificity', {
      description:
        'How specialized the role is, 0 to 1, rounded to 6 decimals: the mean of ln(N / n) / ln(N) over the traits of ' +
        'the role (its responsibilities, categories, pillars and organization types), where n of the N roles have the ' +
        'trait (Shannon 1948; Spärck Jones 1972). 0 if every role has all of its traits, or if it is the only role; 1 ' +
        'if it shares no trait with another role.',
    }),
    organizationTypes: t.expose('organizationTypes', {
      type: [OrganizationTypeRef],
      description: "The kinds of organization in which or for which the role works, in the catalog's order.",
    }),
    categories: t.expose('categories', {
      type: [CategoryRef],
      description: "The categories in which the sources list the role, in the catalog's order.",
    }),
    topics: t.expose('topics', {
      type: [TopicRef],
      description: "The topics of the role's responsibilities, in the catalog's order.",
    }),
    appearances: t.field({
      type: [AppearanceRef],
      description:
        'All lines that name the role, by source, line and row; those without a line, or without a source, last.',
      args: {
        in: t.arg.id({
          description:
            'A pillar, category or organization type, by id or name, e.g. `pillar:security` or `Security`: only its lines.',
        }),
      },
      resolve: (role, args, { rolegraph: { graph } }) =>
        role.appearancesIn(args.in == null ? undefined : groupOf(graph, args.in, 'in')),
    }),
    responsibilities: t.field({
      type: RoleResponsibilitiesConnection,
      description:
        'The responsibilities that the sources give to the role, by name: those that it is responsible or accountable for.',
      args: {
        ...t.arg.connectionArgs(),
        in: t.arg.id({
          description:
            'A pillar, category or organization type, by id or name, e.g. `pillar:security` or `Security`: only the ' +
            'responsibilities of the role in it.',
        }),
      },
      resolve: (role, args, { rolegraph: { graph } }) => {
        const group = args.in == null ? undefined : groupOf(graph, args.in, 'in');
        const page = pageOf(role.responsibilitiesIn(group), responsibilitiesByName, args);
        return connectionOf(page, (node) => ({ node, ...involvementEvidence(role, node, doing, group) }));
      },
    }),
    involvedIn: t.field({
      type: RoleInvolvedInConnection,
      description:
        'Every responsibility that the role is involved in, by name, with how, and with the lines that say so: those included ' +
        'on which it is only consulted or informed, which it does not have.',
      args: {
        ...t.arg.connectionArgs(),
        as: t.arg({
          type: [InvolvementEnum],
          description:
            'Only responsibilities in which it is involved in one of these ways; in any way if it is not given.',
        }),
        in: t.arg.id({
          description:
            'A pillar, category or organization type, by id or name, e.g. `pillar:security` or `Security`: only by the lines ' +
            'of that group.',
        }),
      },
      resolve: (role, args, { rolegraph: { graph } }) => {
        const as = checkedInvolvement(args.as, 'as');
        const group = args.in == null ? undefined : groupOf(graph, args.in, 'in');
        const page = pageOf(role.responsibilitiesInvolving(as, group), responsibilitiesByName, args);
        return connectionOf(page, (node) => ({ node, ...involvementEvidence(role, node, as, group) }));
      },
    }),
    overlaps: t.field({
      type: RoleOverlapsConnection,
      description:
        'Roles that share responsibilities or categories with this role, by default strongest overlap first. All pairs that ' +
        'share at least one are listed; in catalogs of more than 1,000 roles only the strongest of these. For a role that ' +
        'does much, order by the overlap coefficient: its scores are all low.',
      args: overlapListArguments,
      resolve: (role, args, { rolegraph }) => overlapPage(rolegraph, role, args),
    }),
  }),
});

builder.queryFields((t) => ({
  role: t.field({
    type: RoleRef,
    nullable: true,
    description: 'The role with an id or with any of its titles: `role(by: { title: "SRE" })`. Null if there is none.',
    args: { by: t.arg({ type: RoleByInput, required: true, description: 'The id or a title of the role.' }) },
    resolve: (_root, { by }, { rolegraph: { graph, suggestions } }, { path }) =>
      roleBy(graph, by, 'by') ??
      (by.title === undefined ? undefined : suggestions.note(path, 'by.title', by.title, 'ROLE')),
  }),
  roles: t.field({
    type: RoleConnection,
    description:
      'All roles, or those that match a filter. For example, roles in at least six pillars: ' +
      '`roles(filter: { pillarCount: { min: 6 } })`.',
    args: roleListArguments,
    resolve: (_root, args, { rolegraph: { graph } }) =>
      connectionOf(roleListPage(graph, RoleSet.all(graph.roles.length), args), (node) => ({ node })),
  }),
}));
