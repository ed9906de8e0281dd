import { builder, idDescription, proseDescription } from '../builder.ts';
import { CategoryRef, PillarRef, RoleGroupRef } from '../refs.ts';
import { lookUpField } from './look-up.ts';

builder.objectType(PillarRef, {
  description: 'A pillar of well-run systems, e.g. Reliability: the roles listed in its categories.',
  interfaces: [builder.nodeInterfaceRef(), RoleGroupRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    position: t.exposeInt('position', {
      description: "The position of the pillar among all pillars, in the catalog's order, counted from 1.",
    }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: `What the catalog says about the pillar. ${proseDescription} Null if the catalog has none.`,
    }),
    categories: t.expose('categories', {
      type: [CategoryRef],
      description: "The categories of the pillar, in the catalog's order.",
    }),
  }),
});

builder.queryFields((t) => ({
  pillar: t.field({
    type: PillarRef,
    ...lookUpField(
      'PILLAR',
      'The pillar with an id or name: `pillar(by: { name: "Security" })`. Null if there is none.',
    ),
  }),
  pillars: t.field({
    type: [PillarRef],
    description: 'All pillars, by position.',
    resolve: (_root, _args, { rolegraph }) => rolegraph.graph.pillars,
  }),
}));
