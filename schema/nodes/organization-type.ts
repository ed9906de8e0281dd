import { builder, idDescription } from '../builder.ts';
import { NamedByInput, nodeOfKind } from './look-up.ts';
import { CategoryRef, OrganizationTypeRef, RoleGroupRef } from '../refs.ts';

builder.objectType(OrganizationTypeRef, {
  description:
    'The kind of organization that roles work in or for: a data organization, a managed service provider, a vendor.',
  interfaces: [builder.nodeInterfaceRef(), RoleGroupRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: 'What kind of organization it is, in a sentence.',
    }),
    categories: t.field({
      type: [CategoryRef],
      description: "The headings that belong to it, in the catalog's order.",
      resolve: ({ categories }) => categories,
    }),
  }),
});

builder.queryFields((t) => ({
  organizationType: t.field({
    type: OrganizationTypeRef,
    nullable: true,
    description:
      'One organization type, by its id or name: `organizationType(by: { id: "organization-type:msp" })`. Null where there is none.',
    args: { by: t.arg({ type: NamedByInput, required: true, description: 'Which organization type.' }) },
    resolve: (_root, { by }, { rolegraph: { graph } }) =>
      by.id === undefined ? graph.names.organizationType(by.name) : nodeOfKind(graph, by.id, 'ORGANIZATION_TYPE'),
  }),
  organizationTypes: t.field({
    type: [OrganizationTypeRef],
    description: "All organization types, in the catalog's order.",
    resolve: (_root, _args, { rolegraph }) => rolegraph.graph.organizationTypes,
  }),
}));
