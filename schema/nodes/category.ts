import type { Node, RoleGroup } from '../../src/graph/nodes/node.ts';
import { nodeOf } from '../../src/graph/named-nodes.ts';
import { builder, idDescription } from '../builder.ts';
import { nodeOfKind } from './look-up.ts';
import { CategoryRef, OrganizationTypeRef, PillarRef, RoleGroupRef } from '../refs.ts';

const OrganizationRelationEnum = builder.enumType('OrganizationRelation', {
  description: 'How the roles of a category relate to its organization types.',
  values: {
    INSIDE: { description: 'The role works inside the organization.' },
    SUPPORTS: { description: 'The role supports it without being managed in it.' },
  } as const,
});

builder.objectType(CategoryRef, {
  description:
    'A heading under which a source lists roles; it belongs to one pillar or to one or more organization types.',
  interfaces: [builder.nodeInterfaceRef(), RoleGroupRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: idDescription }),
    pillar: t.field({
      type: PillarRef,
      nullable: true,
      description: 'The pillar that it is part of; null where it belongs to organization types.',
      resolve: ({ pillar }) => pillar,
    }),
    organizationTypes: t.field({
      type: [OrganizationTypeRef],
      description:
        "The organization types that it belongs to, in the catalog's order; none where it is part of a pillar.",
      resolve: ({ organizationTypes }) => organizationTypes,
    }),
    relation: t.field({
      type: OrganizationRelationEnum,
      nullable: true,
      description: "How its roles relate to the organization types; null for a pillar's category.",
      resolve: ({ relation }) => relation,
    }),
  }),
});

const CategoryNameInput = builder.inputType('CategoryName', {
  description: 'Names a category by the words of its heading.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description:
        'The heading, compared by matching key. One that several owners have is an error that lists them, unless `in` is given.',
    }),
    in: t.id({ description: 'The pillar or organization type that it belongs to, by its id, e.g. `pillar:security`.' }),
  }),
});

const CategoryByInput = builder.inputType('CategoryBy', {
  description:
    'Names a category by exactly one of these. E.g. `{ named: { name: "Architecture & Engineering", in: "pillar:sustainability" } }`.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'The id, e.g. `category:security/infrastructure-and-network`.' }),
    named: t.field({ type: CategoryNameInput, description: 'The heading and, where it takes one to tell, its owner.' }),
  }),
});

const owners = {
  accepts: (entry: Node): entry is Exclude<RoleGroup, { kind: 'CATEGORY' }> =>
    entry.kind === 'PILLAR' || entry.kind === 'ORGANIZATION_TYPE',
  called: 'a pillar or organization type',
  example: 'pillar:security',
};

builder.queryFields((t) => ({
  category: t.field({
    type: CategoryRef,
    nullable: true,
    description: 'One category, by its id or by its name and owner. Null where there is none.',
    args: { by: t.arg({ type: CategoryByInput, required: true, description: 'Which category.' }) },
    resolve: (_root, { by }, { rolegraph: { graph } }) => {
      if (by.id !== undefined) return nodeOfKind(graph, by.id, 'CATEGORY');
      const { name, in: owner } = by.named;
      const ownerNode = owner == null ? undefined : nodeOf(graph, owner, 'by.named.in', owners);
      return graph.names.category(name, ownerNode, 'by.named.name');
    },
  }),
  categories: t.field({
    type: [CategoryRef],
    description: "All categories, in the catalog's order.",
    resolve: (_root, _args, { rolegraph }) => rolegraph.graph.categories,
  }),
}));
