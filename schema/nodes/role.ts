import type { Appearance } from '../../src/graph/nodes/appearance.ts';
import type { Responsibility } from '../../src/graph/nodes/responsibility.ts';
import { groupOf } from '../../src/graph/named-nodes.ts';
import { responsibilitiesByName } from '../../src/graph/lists/orders.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import { RoleSet } from '../../src/collections/role-set.ts';
import { builder, cursorDescription, idDescription } from '../builder.ts';
import { connectionOf } from '../lists/connection.ts';
import { RoleConnection } from '../lists/connections.ts';
import { RoleByInput, roleBy } from './look-up.ts';
import {
  AppearanceRef,
  CategoryRef,
  OrganizationTypeRef,
  PillarRef,
  ResponsibilityRef,
  RoleRef,
  TopicRef,
} from '../refs.ts';
import { roleListArguments, roleListPage } from '../lists/role-list.ts';
import { RoleOverlapsConnection, overlapPage } from '../graph/role-overlap.ts';

const RoleResponsibilitiesEdge = builder
  .objectRef<{
    readonly cursor: string;
    readonly node: Responsibility;
    readonly appearances: () => readonly Appearance[];
  }>('RoleResponsibilitiesEdge')
  .implement({
    description: 'A responsibility of a role, at its place in the list.',
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: cursorDescription }),
      node: t.field({ type: ResponsibilityRef, description: 'The responsibility.', resolve: ({ node }) => node }),
      appearances: t.field({
        type: [AppearanceRef],
        description:
          'The lines where this role is said to do it, by source and line; those of the group where `in` is given.',
        resolve: ({ appearances }) => appearances(),
      }),
    }),
  });

const RoleResponsibilitiesConnection = builder.connectionObject(
  {
    name: 'RoleResponsibilitiesConnection',
    description: 'A page of the responsibilities of a role.',
    type: ResponsibilityRef,
  },
  RoleResponsibilitiesEdge,
);

builder.objectType(RoleRef, {
  description:
    'A job that people hold, under every title that the sources give it, e.g. Site Reliability Engineer, also found as SRE.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    slug: t.exposeString('slug', { description: 'The id without its kind, e.g. `devops-engineer`.' }),
    title: t.exposeString('title', { description: 'The title that the role is listed by.' }),
    alternateTitles: t.field({
      type: ['String'],
      description: 'Other titles of the same job, abbreviations among them, in the order of the catalog.',
      resolve: (role) => role.alternateTitles,
    }),
    summary: t.string({
      nullable: true,
      description: 'What the role is for, in a sentence that speaks for all its lines.',
      resolve: (role, _args, { rolegraph }) => rolegraph.texts.roleSummary(role.index),
    }),
    pillars: t.field({
      type: [PillarRef],
      description: 'The pillars that it stands in, by position.',
      resolve: ({ pillars }) => pillars,
    }),
    pillarCount: t.exposeInt('pillarCount', { description: 'How many pillars it stands in.' }),
    isUniversal: t.exposeBoolean('isUniversal', {
      description: 'Whether it stands in every pillar, where the catalog has at least two.',
    }),
    specificity: t.exposeFloat('specificity', {
      description:
        'How special it is, 0 to 1, rounded to 6 decimals: the mean of ln(N / n) / ln(N) over its traits ' +
        '(responsibilities, categories, pillars, organization types), where n of the N roles have the trait (Shannon ' +
        '1948; Spärck Jones 1972). 0 where every role has all that it has, or where it is the only one; 1 where it ' +
        'shares nothing with another.',
    }),
    organizationTypes: t.field({
      type: [OrganizationTypeRef],
      description: "The kinds of organization that it works in or for, in the catalog's order.",
      resolve: ({ organizationTypes }) => organizationTypes,
    }),
    categories: t.field({
      type: [CategoryRef],
      description: "The headings under which sources list it, in the catalog's order.",
      resolve: ({ categories }) => categories,
    }),
    topics: t.field({
      type: [TopicRef],
      description: "What its responsibilities are about, in the catalog's order.",
      resolve: ({ topics }) => topics,
    }),
    appearances: t.field({
      type: [AppearanceRef],
      description: 'Every place where a source names the role, by source and line.',
      args: {
        in: t.arg.id({ description: 'Only the places in this pillar, category or organization type, by its id.' }),
      },
      resolve: (role, args, { rolegraph: { graph } }) =>
        role.appearancesIn(args.in == null ? undefined : groupOf(graph, args.in, 'in')),
    }),
    responsibilities: t.field({
      type: RoleResponsibilitiesConnection,
      description: 'What the sources say it does, by name.',
      args: {
        ...t.arg.connectionArgs(),
        in: t.arg.id({
          description:
            'Only what it does in this pillar, category or organization type, by its id, e.g. `pillar:security`.',
        }),
      },
      resolve: (role, args, { rolegraph: { graph } }) => {
        const group = args.in == null ? undefined : groupOf(graph, args.in, 'in');
        const page = pageOf(role.responsibilitiesIn(group), responsibilitiesByName, args);
        return connectionOf(page, (node) => ({
          node,
          appearances: () => role.appearancesNaming(node, group),
        }));
      },
    }),
    overlaps: t.field({
      type: RoleOverlapsConnection,
      description:
        'Roles that share duties or headings with this one, strongest overlap first. Listed are the pairs that share a ' +
        'responsibility or a category; in catalogs of over 1,000 roles the strongest of those.',
      args: {
        ...t.arg.connectionArgs(),
        minScore: t.arg.float({ description: 'Only overlaps of at least this score, 0 to 1.' }),
        excludeUniversal: t.arg.boolean({ description: 'Leaves out roles that stand in every pillar.' }),
      },
      resolve: (role, args, { rolegraph: { graph } }) => overlapPage(graph, role, args),
    }),
  }),
});

builder.queryFields((t) => ({
  role: t.field({
    type: RoleRef,
    nullable: true,
    description: 'One role, by its id or by any of its titles: `role(by: { title: "SRE" })`. Null where there is none.',
    args: { by: t.arg({ type: RoleByInput, required: true, description: 'Which role.' }) },
    resolve: (_root, { by }, { rolegraph: { graph } }) => roleBy(graph, by, 'by'),
  }),
  roles: t.field({
    type: RoleConnection,
    description:
      'Roles, all of them or those that pass a filter. E.g. those in every pillar of six: ' +
      '`roles(filter: { pillarCount: { min: 6 } })`.',
    args: roleListArguments,
    resolve: (_root, args, { rolegraph: { graph } }) => {
      const all = RoleSet.all(graph.roles.length);
      return connectionOf(roleListPage(graph, all, args), (node) => ({ node }));
    },
  }),
}));
