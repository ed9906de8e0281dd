import { appearancesBehind } from '../../src/graph/selection/edges.ts';
import { defaultSelection, maxDepth, mostNodes, selectedGraph } from '../../src/graph/selection/graph-selection.ts';
import { builder } from '../builder.ts';
import { NodeKindEnum } from '../nodes/node-kind.ts';
import { AppearanceRef, GraphEdgeRef, GraphNodeRef, GraphRef } from '../refs.ts';

export const EdgeKindEnum = builder.enumType('EdgeKind', {
  description: 'What an edge of the graph says of its source and target.',
  values: {
    APPEARS_IN: { description: 'A role stands in a pillar. Weight: the number of appearances behind it.' },
    IN_CATEGORY: { description: 'A role is listed in a category. Weight: the number of appearances behind it.' },
    PART_OF: { description: 'A category is part of its pillar or organization type. Weight: 1.' },
    WORKS_IN: {
      description: 'A role works in or for an organization type. Weight: the number of appearances behind it.',
    },
    PERFORMS: { description: 'A role has a responsibility. Weight: the number of appearances behind it.' },
    ABOUT: { description: 'A responsibility is about a topic. Weight: 1.' },
    OVERLAPS_WITH: {
      description:
        'Two roles have something in common (a listed overlap; weight: its score), or two pillars share roles (weight: ' +
        'their Jaccard index). Without direction: the smaller id is the source.',
    },
  } as const,
});

const GraphSelectionInput = builder.inputType('GraphSelection', {
  description:
    'Which part of the graph is wanted. Only the selected kinds are walked and shown (all but SOURCE and APPEARANCE by ' +
    'default). Roots are always kept; the cut keeps nearer nodes first, then those of higher degree in the whole graph, ' +
    'then by id. E.g. `{ roots: ["role:devops-engineer"], depth: 2, nodeKinds: [ROLE, PILLAR] }`.',
  fields: (t) => ({
    roots: t.idList({ description: 'Start here, at nodes by their ids; nothing given is the whole catalog.' }),
    depth: t.int({
      required: true,
      defaultValue: defaultSelection.depth,
      description: `How many edges away from the roots to go, 0 to ${maxDepth}.`,
    }),
    nodeKinds: t.field({
      type: [NodeKindEnum],
      description: 'Only nodes of these kinds; all but SOURCE and APPEARANCE where it is not given.',
    }),
    edgeKinds: t.field({ type: [EdgeKindEnum], description: 'Only edges of these kinds; all where it is not given.' }),
    minOverlap: t.float({
      required: true,
      defaultValue: defaultSelection.minOverlap,
      description: 'Leaves out OVERLAPS_WITH below this weight, 0 to 1.',
    }),
    maxNodes: t.int({
      required: true,
      defaultValue: defaultSelection.maxNodes,
      description: `The most nodes, 1 to ${mostNodes.toLocaleString('en-US')}.`,
    }),
  }),
});

builder.objectType(GraphRef, {
  description:
    'Nodes and edges as drawing libraries take them. One edge a kind and pair; no edge without both its nodes.',
  fields: (t) => ({
    nodes: t.field({
      type: [GraphNodeRef],
      description: 'Nearer to the roots first, then those of higher degree in the whole graph, then by id.',
      resolve: ({ nodes }) => nodes,
    }),
    edges: t.field({
      type: [GraphEdgeRef],
      description: 'All edges of the selected kinds among the nodes, by kind, source and target.',
      resolve: ({ edges }) => edges,
    }),
    truncated: t.exposeBoolean('truncated', { description: 'Whether a limit cut the selection.' }),
  }),
});

builder.objectType(GraphNodeRef, {
  description: 'A node as drawing libraries take it.',
  fields: (t) => ({
    nodeId: t.id({
      description:
        'The id of the node, e.g. `role:devops-engineer`. Not called `id`, because a GraphNode is part of one drawing: clients ' +
        'that cache objects by their `id` would overwrite one drawing with another, or the node itself.',
      resolve: ({ node }) => node.id,
    }),
    kind: t.field({ type: NodeKindEnum, description: 'What it is.', resolve: ({ node }) => node.kind }),
    label: t.string({
      description: "Its title or name; an appearance's is its role's title with source and line.",
      resolve: ({ node }) => node.label,
    }),
    degree: t.exposeInt('degree', { description: "How many of this graph's edges touch it." }),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      description: 'The node itself, for whatever else is wanted of it.',
      resolve: ({ node }) => node,
    }),
  }),
});

builder.objectType(GraphEdgeRef, {
  description: 'An edge as drawing libraries take it.',
  fields: (t) => ({
    id: t.id({
      description: 'Unique in the graph and stable across imports, e.g. `APPEARS_IN:role:auditor>pillar:security`.',
      resolve: ({ kind, source, target }) => `${kind}:${source.id}>${target.id}`,
    }),
    kind: t.field({ type: EdgeKindEnum, description: 'What it says.', resolve: ({ kind }) => kind }),
    source: t.id({ description: 'The id of the node it goes out from.', resolve: ({ source }) => source.id }),
    target: t.id({ description: 'The id of the node it leads to.', resolve: ({ target }) => target.id }),
    weight: t.exposeFloat('weight', {
      description: 'How much is behind it: a number of appearances, 1, or the score of an overlap; see its kind.',
    }),
    appearances: t.field({
      type: [AppearanceRef],
      description:
        'The lines behind it, by source, line and role. Behind OVERLAPS_WITH of roles, the lines that give either of them ' +
        'something both have; of pillars, those that put the shared roles into the two. None behind PART_OF and ABOUT, ' +
        'which the catalog itself states.',
      resolve: (edge, _args, { rolegraph }) => appearancesBehind(rolegraph.graph, edge),
    }),
  }),
});

builder.queryField('graph', (t) =>
  t.field({
    type: GraphRef,
    description:
      'A part of the graph to draw: `graph(select: { roots: ["pillar:security"], nodeKinds: [PILLAR, CATEGORY, ROLE] })`.',
    args: {
      select: t.arg({
        type: GraphSelectionInput,
        description: 'Which part; the whole catalog, cut, where it is not given.',
      }),
    },
    resolve: (_root, { select }, { rolegraph: { graph, work } }) =>
      work.run(selectedGraph(graph, select ?? defaultSelection)),
  }),
);
