import { itemAt } from '../../src/collections/item-at.ts';
import { addressOf } from '../../src/exchange/address.ts';
import { fileFormats } from '../../src/exchange/file-formats.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { nodesOf } from '../../src/graph/named-nodes.ts';
import { nodeKinds } from '../../src/graph/nodes/node-kind.ts';
import { appearancesBehind } from '../../src/graph/selection/edges.ts';
import {
  defaultSelection,
  maxDepth,
  mostNodes,
  selectedGraph,
  type GraphSelection,
} from '../../src/graph/selection/graph-selection.ts';
import { edgeId, isDirected } from '../../src/exchange/exchanged-graph.ts';
import { colorOfKind, placesIn, sizeOfNode } from '../../src/graph/layout/node-drawing.ts';
import { collectInSteps, mapInSteps } from '../../src/scheduling/steps.ts';
import { builder } from '../builder.ts';
import { readyLeaves } from '../execution/cooperative-list.ts';
import { selectsAnyOf } from '../execution/selected-fields.ts';
import { NodeKindEnum } from '../nodes/node.ts';
import {
  AppearanceRef,
  GraphEdgeRef,
  GraphLinkRef,
  GraphNodeRef,
  GraphRef,
  type DrawnNode,
  type GraphLink,
} from '../refs.ts';

export const EdgeKindEnum = builder.enumType('EdgeKind', {
  description: 'The kind of an edge of the graph.',
  values: {
    APPEARS_IN: { description: 'A role appears in a pillar. Weight: the number of appearances behind the edge.' },
    IN_CATEGORY: {
      description: 'A role is listed in a category. Weight: the number of appearances behind the edge.',
    },
    PART_OF: { description: 'A category belongs to a pillar or an organization type. Weight: 1.' },
    WORKS_IN: {
      description: 'A role works in or for an organization type. Weight: the number of appearances behind the edge.',
    },
    PERFORMS: { description: 'A role has a responsibility. Weight: the number of appearances behind the edge.' },
    ABOUT: { description: 'A responsibility is about a topic. Weight: 1.' },
    OVERLAPS_WITH: {
      description:
        'Two roles have traits in common (a listed overlap; weight: its score), or two pillars share roles (weight: ' +
        'their Jaccard index). The edge has no direction: its source is the node with the smaller id.',
    },
    CONSULTED_ON: {
      description:
        'A role is consulted on a responsibility. Weight: the number of appearances behind the edge. Only in answers to ' +
        'queries that name this kind.',
    },
    INFORMED_ABOUT: {
      description:
        'A role is informed about a responsibility. Weight: the number of appearances behind the edge. Only in answers to ' +
        'queries that name this kind.',
    },
    OF: {
      description:
        'An appearance is of a role. Weight: 1. Like UNDER, STATED_IN, NAMES and INVOLVES, it starts at an appearance, and ' +
        'is only in graphs that have appearances.',
    },
    UNDER: { description: 'An appearance lists its role under a category. Weight: 1.' },
    STATED_IN: { description: 'An appearance is stated in a source. Weight: 1.' },
    NAMES: { description: 'An appearance names a responsibility that its role has. Weight: 1.' },
    INVOLVES: {
      description:
        'An appearance names a responsibility on which its role is only consulted, or about which it is only informed. ' +
        'Weight: 1. Only in answers to queries that name this kind.',
    },
  } as const,
});

const GraphSelectionInput = builder.inputType('GraphSelection', {
  description:
    'A part of the graph. Edges are followed only through nodes of the selected kinds. Roots are always included. If ' +
    'there are too many nodes, those nearest to the roots are kept, then those of higher degree in the whole graph, then ' +
    'by id. E.g. `{ roots: ["role:devops-engineer"], depth: 2, nodeKinds: [ROLE, PILLAR] }`.',
  fields: (t) => ({
    roots: t.idList({
      description:
        'The nodes to start from, by id, title or name: `["role:devops-engineer", "Security"]`. The whole catalog if it is ' +
        'empty or not given.',
    }),
    depth: t.int({
      required: true,
      defaultValue: defaultSelection.depth,
      description: `The greatest distance from the roots, in edges, 0 to ${maxDepth}.`,
    }),
    nodeKinds: t.field({
      type: [NodeKindEnum],
      description: 'Only nodes of these kinds; all kinds except SOURCE and APPEARANCE if it is not given.',
    }),
    edgeKinds: t.field({
      type: [EdgeKindEnum],
      description: 'Only edges of these kinds; all but CONSULTED_ON, INFORMED_ABOUT and INVOLVES if it is not given.',
    }),
    minOverlap: t.float({
      required: true,
      defaultValue: defaultSelection.minOverlap,
      description: 'The least weight of OVERLAPS_WITH edges, 0 to 1.',
    }),
    maxNodes: t.int({
      required: true,
      defaultValue: defaultSelection.maxNodes,
      description: `The greatest number of nodes, 1 to ${mostNodes.toLocaleString('en-US')}.`,
    }),
  }),
});

const GraphLayoutEnum = builder.enumType('GraphLayout', {
  description: 'Whether the layout of the whole graph is computed.',
  values: {
    READY: { description: 'All nodes have `x`, `y` and `community`.' },
    PENDING: {
      description:
        'The server has opened a catalog of more than 3,000 nodes (not counting sources and appearances) and is still computing ' +
        'the layout: `x`, `y` and `community` are null. Ask again in a minute.',
    },
  },
} as const);

/** The fields of a node that need the layout, which is computed when it is first needed. */
const placeFields: ReadonlySet<string> = new Set(['x', 'y', 'community']);

/** What x, y and community have in common. */
const wholeGraph =
  'It depends on the whole graph and not on the selection, so that a node has the same in every drawing of a catalog. ' +
  'Null while `Graph.layout` is PENDING.';

builder.objectType(GraphRef, {
  description:
    'Nodes and edges in the form that drawing libraries use. A pair of nodes has at most one edge of each kind, and both ' +
    'nodes of every edge are included.',
  fields: (t) => ({
    nodes: t.field({
      type: [GraphNodeRef],
      description:
        'The nodes: those nearer to the roots first, then those of higher degree in the whole graph, then by id.',
      resolve: async ({ nodes, degrees }, _args, { rolegraph: { graph, layout, work } }, info) => {
        const found = selectsAnyOf(info, placeFields) ? await layout() : undefined;
        const placeOf = found && placesIn(graph, found);
        return work.run(
          mapInSteps(nodes, (node, index): DrawnNode => ({ node, degree: itemAt(degrees, index), placeOf })),
        );
      },
    }),
    edges: t.field({
      type: [GraphEdgeRef],
      description: 'All edges of the selected kinds between the nodes, by kind, source and target.',
      resolve: ({ edges }, _args, { rolegraph: { work } }) => work.run(collectInSteps(edges)),
    }),
    truncated: t.exposeBoolean('truncated', { description: 'Whether a limit cut the selection.' }),
    links: t.field({
      type: [GraphLinkRef],
      description:
        'The addresses of the same selection as files that other tools read, one for each format. Files have no limit of ' +
        'nodes, unless `maxNodes` is given and is not the default. Empty if the server offers no files.',
      resolve: ({ selection }, _args, { rolegraph: { graph, offersFiles } }) =>
        offersFiles ? linksOf(graph, selection) : [],
    }),
    layout: t.field({
      type: GraphLayoutEnum,
      description: 'Whether the nodes have positions and communities yet.',
      resolve: async (_graph, _args, { rolegraph: { layout } }) =>
        (await layout()) === undefined ? 'PENDING' : 'READY',
    }),
  }),
});

builder.objectType(GraphLinkRef, {
  description: 'The address of a selection as a file.',
  fields: (t) => ({
    format: t.string({
      description: 'The end of the address and of the name of the file, e.g. `gexf` or `nodes.csv`.',
      resolve: ({ format }) => format.ending,
    }),
    name: t.string({ description: 'The name of the format, e.g. `GEXF`.', resolve: ({ format }) => format.name }),
    readers: t.string({
      description: 'Tools that read the format, e.g. `Gephi, networkx`.',
      resolve: ({ format }) => format.readers,
    }),
    url: t.exposeString('url', {
      description: 'The path on this server, with the query: `/graph.gexf?roots=role:devops-engineer&depth=2`.',
    }),
  }),
});

/** Roots are named by their ids, whatever names the query has. */
function linksOf(graph: CatalogGraph, selection: GraphSelection): readonly GraphLink[] {
  const given = selection.roots ?? [];
  const roots = given.length === 0 ? [] : nodesOf(graph, given, 'select.roots', nodeKinds).map(({ id }) => id);
  return fileFormats.map((format) => ({ format, url: addressOf(format, { ...selection, roots }) }));
}

builder.objectType(GraphNodeRef, {
  extensions: readyLeaves,
  description: 'A node in the form that drawing libraries use.',
  fields: (t) => ({
    nodeId: t.id({
      description:
        'The id of the node, e.g. `role:devops-engineer`. It is not called `id`, because a GraphNode belongs to one ' +
        'drawing: clients that cache objects by `id` would overwrite one drawing with another, or the node itself.',
      resolve: ({ node }) => node.id,
    }),
    kind: t.field({ type: NodeKindEnum, description: 'The kind of the node.', resolve: ({ node }) => node.kind }),
    label: t.string({
      description:
        'The title or name of the node. If several categories have the name of a category, it is followed by the owners, ' +
        'e.g. `Architecture & Engineering (Sustainability)`. The label of an appearance is the title of its role with ' +
        'source and line.',
      resolve: ({ node }) => node.label,
    }),
    degree: t.exposeInt('degree', { description: 'The number of edges of this graph that touch the node.' }),
    x: t.float({
      nullable: true,
      description:
        'The horizontal position of the node: a whole number, from some hundreds to some ten thousands around 0, in units of ' +
        'which nodes are some 20 apart. Computed by ForceAtlas2: what is connected is close to each other, and a role more ' +
        `moves the others little. ${wholeGraph}`,
      resolve: ({ node, placeOf }) => placeOf?.(node).x ?? null,
    }),
    y: t.float({
      nullable: true,
      description: `The vertical position of the node, as \`x\`. ${wholeGraph}`,
      resolve: ({ node, placeOf }) => placeOf?.(node).y ?? null,
    }),
    size: t.float({
      description:
        'The diameter of the node, 4 to 40, in the unit of `x`: its area grows with the number of nodes that the catalog ' +
        'connects it with, overlaps not counted.',
      resolve: ({ node }) => sizeOfNode(node),
    }),
    color: t.string({
      description:
        'The color of the kind of the node, e.g. `#0072b2` for roles. The eight colors are those of Okabe and Ito, which ' +
        'people with any kind of color blindness can tell apart.',
      resolve: ({ node }) => colorOfKind(node.kind),
    }),
    community: t.int({
      nullable: true,
      description:
        'The number of the community of the node, from 0, which is the largest: nodes that are connected with each other ' +
        'more than with others, found by the Louvain method. A number may mean another community in another revision. ' +
        wholeGraph,
      resolve: ({ node, placeOf }) => placeOf?.(node).community ?? null,
    }),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      description: 'The node itself, with all its fields.',
      resolve: ({ node }) => node,
    }),
  }),
});

builder.objectType(GraphEdgeRef, {
  extensions: readyLeaves,
  description: 'An edge in the form that drawing libraries use.',
  fields: (t) => ({
    id: t.id({
      description:
        'An id that is unique in the graph and stays the same across imports, e.g. ' +
        '`APPEARS_IN:role:auditor>pillar:security`.',
      resolve: edgeId,
    }),
    kind: t.expose('kind', { type: EdgeKindEnum, description: 'The kind of the edge.' }),
    source: t.id({ description: 'The id of the node where the edge starts.', resolve: ({ source }) => source.id }),
    target: t.id({ description: 'The id of the node where the edge ends.', resolve: ({ target }) => target.id }),
    directed: t.boolean({
      description:
        'Whether source and target have different parts in the edge. False for OVERLAPS_WITH, which is the same from both ' +
        'ends: its source is the node with the smaller id.',
      resolve: isDirected,
    }),
    weight: t.exposeFloat('weight', {
      description: 'The weight of the edge: a number of appearances, 1, or the score of an overlap; see its kind.',
    }),
    appearances: t.field({
      type: [AppearanceRef],
      description:
        'The lines behind the edge, by source, line, row and role. For OVERLAPS_WITH of roles, the lines that give either of ' +
        'them a trait that both have; of pillars, the lines that put the shared roles into the two. For an edge of an ' +
        'appearance, that appearance. Empty for PART_OF and ABOUT, which the catalog itself states.',
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
        description: 'The part to return. If it is not given, the whole catalog, up to the default limit of nodes.',
      }),
    },
    resolve: async (_root, { select }, { rolegraph: { graph, work } }) => {
      const selection = select ?? defaultSelection;
      return { ...(await work.run(selectedGraph(graph, selection))), selection };
    },
  }),
);
