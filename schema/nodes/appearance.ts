import type { SourceReference } from '../../src/graph/nodes/appearance.ts';
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
import { AppearanceInvolvementRef } from './involvement.ts';

const SourceReferenceRef = builder.objectRef<SourceReference>('SourceReference').implement({
  description: 'A place in a source: a line, a row, a part with an anchor, or the source as a whole.',
  fields: (t) => ({
    source: t.expose('source', { type: SourceRef, description: 'The source.' }),
    line: t.exposeInt('line', {
      nullable: true,
      description:
        'The number of the line in the document, counted from 1; blank lines count. Null if the catalog gives no line.',
    }),
    row: t.exposeInt('row', {
      nullable: true,
      description:
        'The number of the row in the sheet or table, counted from 1; the heading counts. Null if the catalog gives no row.',
    }),
    anchor: t.exposeString('anchor', {
      nullable: true,
      description:
        'The part of the document, as its address names it after "#", e.g. `on-call`. Null if the catalog gives none.',
    }),
    quote: t.string({
      nullable: true,
      description:
        "The source's own words at that place. Null if the catalog has none; `rolegraph import --sources` reads them from " +
        'the documents.',
      resolve: async ({ appearance }, _args, { rolegraph }) =>
        (await rolegraph.texts.appearance(appearance.index)).quote,
    }),
    url: t.exposeString('url', {
      nullable: true,
      description:
        'The URL at which the place can be read: that of the source, with the line, row and anchor filled in. If one that ' +
        'stands in its fragment is not given, the URL has no fragment. Null if the source has no URL, or if one that ' +
        'stands elsewhere in it is not given.',
    }),
  }),
});

builder.objectType(AppearanceRef, {
  description:
    'A place, usually one line of a source, that names a role under a category, with the titles and responsibilities that ' +
    'it gives. Below, "the line" is this place, whether or not the catalog gives its number.',
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
      description:
        'The responsibilities that the line gives to the role, by name: those that it is responsible or accountable for.',
    }),
    involvements: t.field({
      type: [AppearanceInvolvementRef],
      description:
        'Every responsibility that the line names, by name, with how the role is involved in it: those included on which it is ' +
        'only consulted or informed.',
      resolve: ({ involvements }) => involvements,
    }),
    source: t.field({
      type: SourceReferenceRef,
      nullable: true,
      description: 'Where it stands. Null if the catalog gives no source for it.',
      resolve: ({ reference }) => reference,
    }),
  }),
});
