import { builder } from '../builder.ts';

builder.queryFields((t) => ({
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'The node with an id: `node(id: "role:devops-engineer")`. Null if there is none.',
    args: { id: t.arg.id({ required: true, description: 'The id, e.g. `role:devops-engineer`.' }) },
    resolve: (_root, { id }, { rolegraph: { graph } }) => graph.node(id),
  }),
  nodes: t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description: 'The nodes with the given ids, in the same order, with null for each id that does not exist.',
    args: { ids: t.arg.idList({ required: true, description: 'Ids of nodes of any kinds.' }) },
    resolve: (_root, { ids }, { rolegraph: { graph } }) => ids.map((id) => graph.node(id)),
  }),
}));
