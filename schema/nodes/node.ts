import { builder } from '../builder.ts';

export const NodeKindEnum = builder.enumType('NodeKind', {
  description: 'The kind of a node of the graph.',
  values: {
    ROLE: { description: 'A job that people hold, e.g. DevOps Engineer.' },
    RESPONSIBILITY: { description: 'Something that roles do, e.g. verify backups.' },
    TOPIC: { description: 'A subject of responsibilities, e.g. backup.' },
    PILLAR: { description: 'A pillar of well-run systems, e.g. Security.' },
    CATEGORY: { description: 'A heading under which a source lists roles, e.g. Infrastructure & Network.' },
    ORGANIZATION_TYPE: { description: 'A kind of organization in which or for which roles work, e.g. a vendor.' },
    SOURCE: { description: 'A document that names roles.' },
    APPEARANCE: { description: 'A line of a source that names a role under a category.' },
  } as const,
});

builder.queryFields((t) => ({
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description:
      'The node with an id: `node(id: "role:devops-engineer")`. Null if there is none. ' +
      'An id that is no longer used leads to what replaces it, if that is exactly one node; `extensions.replaced` of the ' +
      'response names both.',
    args: { id: t.arg.id({ required: true, description: 'The id, e.g. `role:devops-engineer`.' }) },
    resolve: (_root, { id }, { rolegraph: { graph } }) => graph.currentNode(id),
  }),
  nodes: t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description:
      'The nodes with the given ids, in the same order, with null for each id that does not exist. An id that is ' +
      'no longer used leads to the one node that replaces it, see `Query.node`.',
    args: { ids: t.arg.idList({ required: true, description: 'Ids of nodes of any kinds.' }) },
    resolve: (_root, { ids }, { rolegraph: { graph } }) => ids.map((id) => graph.currentNode(id)),
  }),
}));
