import type { Appearance } from '../../src/graph/nodes/appearance.ts';
import { builder, idDescription, proseDescription } from '../builder.ts';
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
  description: 'A line of a source.',
  fields: (t) => ({
    source: t.expose('source', { type: SourceRef, description: 'The source.' }),
    line: t.exposeInt('line', {
      description: 'The number of the line in the document, counted from 1; blank lines count.',
    }),
  }),
});

builder.objectType(AppearanceRef, {
  description:
    'A line of a source that names a role under a category, with the titles and responsibilities that it gives.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    role: t.expose('role', { type: RoleRef, description: 'The role that the line names.' }),
    category: t.expose('category', { type: CategoryRef, description: 'The category under which the line stands.' }),
    pillar: t.expose('pillar', {
      type: PillarRef,
      nullable: true,
      description: 'The pillar of the category. Null if the category belongs to organization types.',
    }),
    organizationTypes: t.expose('organizationTypes', {
      type: [OrganizationTypeRef],
      description: "The organization types of the category, in the catalog's order. Empty if it belongs to a pillar.",
    }),
    titles: t.stringList({
      description: 'The titles that the line uses for the role.',
      resolve: async ({ index }, _args, { rolegraph }) => (await rolegraph.texts.appearance(index)).titles,
    }),
    summary: t.string({
      nullable: true,
      description: `What the line says about the role as a whole, in the catalog's words. ${proseDescription} Null if it says nothing.`,
      resolve: async ({ index }, _args, { rolegraph }) => (await rolegraph.texts.appearance(index)).summary,
    }),
    note: t.string({
      nullable: true,
      description: `A remark of the line other than responsibilities, e.g. that the role is optional. ${proseDescription} Null if it has none.`,
      resolve: async ({ index }, _args, { rolegraph }) => (await rolegraph.texts.appearance(index)).note,
    }),
    responsibilities: t.expose('responsibilities', {
      type: [ResponsibilityRef],
      description: 'The responsibilities that the line gives to the role, by name.',
    }),
    source: t.field({
      type: SourceReference,
      description: 'The source and number of the line.',
      resolve: (appearance) => appearance,
    }),
  }),
});
