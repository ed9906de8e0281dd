import { builder, idDescription, proseDescription } from '../builder.ts';
import { CategoryRef, OrganizationTypeRef, RoleGroupRef } from '../refs.ts';
import { lookUpField } from './look-up.ts';

builder.objectType(OrganizationTypeRef, {
  description:
    'A kind of organization in which or for which roles work, e.g. a data organization, a managed service provider or a vendor.',
  interfaces: [builder.nodeInterfaceRef(), RoleGroupRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: `What the catalog says about this kind of organization. ${proseDescription} Null if the catalog has none.`,
    }),
    categories: t.expose('categories', {
      type: [CategoryRef],
      description: "The categories of the organization type, in the catalog's order.",
    }),
  }),
});

builder.queryFields((t) => ({
  organizationType: t.field({
    type: OrganizationTypeRef,
    ...lookUpField(
      'ORGANIZATION_TYPE',
      'The organization type with an id or name: `organizationType(by: { id: "organization-type:msp" })`. Null if there is none.',
    ),
  }),
  organizationTypes: t.field({
    type: [OrganizationTypeRef],
    description: "All organization types, in the catalog's order.",
    resolve: (_root, _args, { rolegraph }) => rolegraph.graph.organizationTypes,
  }),
}));
