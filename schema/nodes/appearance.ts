import { itemAt } from '../../src/collections/item-at.ts';
import type { AppearanceEntry } from '../../src/graph/nodes/entries.ts';
import type { Context } from '../context.ts';
import { builder, idDescription } from '../builder.ts';
import { costBy, textCost } from '../execution/field-cost.ts';
import {
  AppearanceRef,
  CategoryRef,
  OrganizationTypeRef,
  PillarRef,
  ResponsibilityRef,
  RoleRef,
  SourceRef,
} from '../refs.ts';

const SourceReference = builder.objectRef<AppearanceEntry>('SourceReference').implement({
  description: 'A place in a source.',
  fields: (t) => ({
    source: t.field({
      type: SourceRef,
      description: 'The source.',
      resolve: ({ source }, _args, { rolegraph }) => itemAt(rolegraph.open.membership.entries.sources, source),
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
      resolve: ({ role }, _args, { rolegraph }) => itemAt(rolegraph.open.membership.entries.roles, role),
    }),
    category: t.field({ type: CategoryRef, description: 'The heading it stands under.', resolve: categoryOf }),
    pillar: t.field({
      type: PillarRef,
      nullable: true,
      description: 'The pillar of the heading; null under a heading of organization types.',
      resolve: (appearance, args, context) => {
        const { pillar } = categoryOf(appearance, args, context);
        return pillar === null ? null : itemAt(context.rolegraph.open.membership.entries.pillars, pillar);
      },
    }),
    organizationTypes: t.field({
      type: [OrganizationTypeRef],
      description: "The organization types of the heading, in the catalog's order; none under a pillar's.",
      complexity: costBy(({ ofRole }) => ({ items: ofRole.organizationTypes })),
      resolve: (appearance, args, context) => {
        const { entries } = context.rolegraph.open.membership;
        return categoryOf(appearance, args, context).organizationTypes.map((place) =>
          itemAt(entries.organizationTypes, place),
        );
      },
    }),
    titles: t.field({
      type: ['String'],
      description: 'The titles of the role that the line uses.',
      complexity: textCost,
      resolve: async ({ place }, _args, { rolegraph }) => (await rolegraph.texts.appearance(place)).titles,
    }),
    summary: t.string({
      nullable: true,
      description: "What the line says of the role as a whole, in the catalog's words.",
      complexity: textCost,
      resolve: async ({ place }, _args, { rolegraph }) => (await rolegraph.texts.appearance(place)).summary,
    }),
    note: t.string({
      nullable: true,
      description: 'What the line adds beyond duties, e.g. that the role is optional.',
      complexity: textCost,
      resolve: async ({ place }, _args, { rolegraph }) => (await rolegraph.texts.appearance(place)).note,
    }),
    responsibilities: t.field({
      type: [ResponsibilityRef],
      description: 'What the line says the role does, by name.',
      complexity: costBy(({ ofAppearance }) => ({ items: ofAppearance.responsibilities })),
      resolve: (appearance, _args, { rolegraph }) => rolegraph.open.membership.responsibilitiesOfAppearance(appearance),
    }),
    source: t.field({
      type: SourceReference,
      description: 'Where the line stands.',
      resolve: (appearance) => appearance,
    }),
  }),
});

function categoryOf({ category }: AppearanceEntry, _args: unknown, { rolegraph }: Context) {
  return itemAt(rolegraph.open.membership.entries.categories, category);
}
