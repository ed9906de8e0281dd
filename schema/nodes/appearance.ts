import type { Appearance } from '../../src/graph/nodes/appearance.ts';
import { builder, idDescription } from '../builder.ts';
import {
  AppearanceRef,
  CategoryRef,
  OrganizationTypeRef,
  PillarRef,
  ResponsibilityRef,
  RoleRef,
  SourceRef,
} from '../refs.ts';

const SourceReference = builder.objectRef<Appearance>('SourceReference').implement({
  description: 'A place in a source.',
  fields: (t) => ({
    source: t.field({
      type: SourceRef,
      description: 'The source.',
      resolve: ({ source }) => source,
    }),
    line: t.exposeInt('line', { description: 'The line of its document: they count from 1, blank ones too.' }),
  }),
});

builder.objectType(AppearanceRef, {
  description: 'One line of a source that names a role under a heading: by which titles, doing what.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    role: t.field({
      type: RoleRef,
      description: 'The role that is named.',
      resolve: ({ role }) => role,
    }),
    category: t.field({
      type: CategoryRef,
      description: 'The heading it stands under.',
      resolve: ({ category }) => category,
    }),
    pillar: t.field({
      type: PillarRef,
      nullable: true,
      description: 'The pillar of the heading; null under a heading of organization types.',
      resolve: ({ pillar }) => pillar,
    }),
    organizationTypes: t.field({
      type: [OrganizationTypeRef],
      description: "The organization types of the heading, in the catalog's order; none under a pillar's.",
      resolve: ({ organizationTypes }) => organizationTypes,
    }),
    titles: t.field({
      type: ['String'],
      description: 'The titles of the role that the line uses.',
      resolve: async ({ index }, _args, { rolegraph }) => (await rolegraph.texts.appearance(index)).titles,
    }),
    summary: t.string({
      nullable: true,
      description: "What the line says of the role as a whole, in the catalog's words.",
      resolve: async ({ index }, _args, { rolegraph }) => (await rolegraph.texts.appearance(index)).summary,
    }),
    note: t.string({
      nullable: true,
      description: 'What the line adds beyond duties, e.g. that the role is optional.',
      resolve: async ({ index }, _args, { rolegraph }) => (await rolegraph.texts.appearance(index)).note,
    }),
    responsibilities: t.field({
      type: [ResponsibilityRef],
      description: 'What the line says the role does, by name.',
      resolve: ({ responsibilities }) => responsibilities,
    }),
    source: t.field({
      type: SourceReference,
      description: 'Where the line stands.',
      resolve: (appearance) => appearance,
    }),
  }),
});
