import { nodeOf } from '../../src/graph/named-nodes.ts';
import { builder, idDescription } from '../builder.ts';
import { nodeOfKind } from './look-up.ts';
import { CategoryRef, OrganizationTypeRef, PillarRef, RoleGroupRef } from '../refs.ts';

const OrganizationRelationEnum = builder.enumType('OrganizationRelation', {
  description: 'The relation of the roles of a category to its organization types.',
  values: {
    INSIDE: { description: 'The roles work inside the organization.' },
    SUPPORTS: { description: 'The roles support the organization without being managed in it.' },
  } as const,
});

builder.objectType(CategoryRef, {
  description:
    'A heading under which a source lists roles. It belongs to one pillar or to one or more organization types.',
  interfaces: [builder.nodeInterfaceRef(), RoleGroupRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    pillar: t.expose('pillar', {
      type: PillarRef,
      nullable: true,
      description: 'The pillar of the category. Null if it belongs to organization types.',
    }),
    organizationTypes: t.expose('organizationTypes', {
      type: [OrganizationTypeRef],
      description: "The organization types of the category, in the catalog's order. Empty if it belongs to a pillar.",
    }),
    relation: t.expose('relation', {
      type: OrganizationRelationEnum,
      nullable: true,
      description: 'The relation of its roles to its organization types. Null if it belongs to a pillar.',
    }),
  }),
});

const CategoryNameInput = builder.inputType('CategoryName', {
  description: 'The name of a category and, if needed, its owner.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description:
        'The name, compared without regard to case, spaces and punctuation. A name that several owners use is an error that lists them, unless `in` is given. If no category has the name, `extensions.suggestions` of the response has up to 5 ids.',
    }),
    in: t.id({
      description:
        'The pillar or organization type to which the category belongs, by id or name: `pillar:security` or `Security`.',
    }),
  }),
});

const CategoryByInput = builder.inputType('CategoryBy', {
  description:
    'Exactly one way to name a category. E.g. `{ named: { name: "Architecture & Engineering", in: "pillar:sustainability" } }`.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id, e.g. `category:security/infrastructure-and-network`.' }),
    named: t.field({
      type: CategoryNameInput,
      description: 'The name and, if several owners have a category with this name, the owner.',
    }),
  }),
});

builder.queryFields((t) => ({
  category: t.field({
    type: CategoryRef,
    nullable: true,
    description: 'The category with an id, or with a name and owner. Null if there is none.',
    args: { by: t.arg({ type: CategoryByInput, required: true, description: 'The id, or the name and owner.' }) },
    resolve: (_root, { by }, { rolegraph: { graph, suggestions } }, { path }) => {
      if (by.id !== undefined) return nodeOfKind(graph, by.id, 'CATEGORY');
      const { name, in: owner } = by.named;
      const ownerNode =
        owner == null ? undefined : nodeOf(graph, owner, 'by.named.in', ['PILLAR', 'ORGANIZATION_TYPE']);
      return (
        graph.names.category(name, ownerNode, 'by.named.name') ??
        suggestions.note(path, 'by.named.name', name, 'CATEGORY')
      );
    },
  }),
  categories: t.field({
    type: [CategoryRef],
    description: "All categories, in the catalog's order.",
    resolve: (_root, _args, { rolegraph }) => rolegraph.graph.categories,
  }),
}));
