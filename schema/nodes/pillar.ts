import { builder, idDescription } from '../builder.ts';
import { NamedByInput, nodeOfKind } from './look-up.ts';
import { CategoryRef, PillarRef, RoleGroupRef } from '../refs.ts';

builder.objectType(PillarRef, {
  description: 'A pillar of well-run systems, e.g. Reliability: a set of roles under the headings that are part of it.',
  interfaces: [builder.nodeInterfaceRef(), RoleGroupRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    position: t.int({
      description: "Its place among the pillars in the catalog's order, from 1.",
      resolve: ({ position }) => position,
    }),
    summary: t.exposeString('summary', { nullable: true, description: 'What the pillar is about, in a sentence.' }),
    categories: t.field({
      type: [CategoryRef],
      description: "The headings that are part of it, in the catalog's order.",
      resolve: ({ categories }) => categories,
    }),
  }),
});

builder.queryFields((t) => ({
  pillar: t.field({
    type: PillarRef,
    nullable: true,
    description: 'One pillar, by its id or name: `pillar(by: { name: "Security" })`. Null where there is none.',
    args: { by: t.arg({ type: NamedByInput, required: true, description: 'Which pillar.' }) },
    resolve: (_root, { by }, { rolegraph: { graph } }) =>
      by.id === undefined ? graph.names.pillar(by.name) : nodeOfKind(graph, by.id, 'PILLAR'),
  }),
  pillars: t.field({
    type: [PillarRef],
    description: 'All pillars, by position.',
    resolve: (_root, _args, { rolegraph }) => rolegraph.graph.pillars,
  }),
}));
