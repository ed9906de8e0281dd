import { edgeKinds } from '../../src/graph/nodes/edge-kind.ts';
import {
  mostEdgesVisited,
  mostLength,
  mostPaths,
  pathsBetween,
  walkedByDefault,
  type Path,
  type Paths,
} from '../../src/analysis/paths/paths.ts';
import { builder } from '../builder.ts';
import { EdgeKindEnum } from '../graph/graph.ts';
import { GraphEdgeRef } from '../refs.ts';

const PathRef = builder.objectRef<Path>('Path').implement({
  description: 'A path from one node to another, without repeated nodes.',
  fields: (t) => ({
    length: t.int({ description: 'The number of edges, at least 1.', resolve: ({ edges }) => edges.length }),
    nodes: t.field({
      type: [builder.nodeInterfaceRef()],
      description:
        'The nodes from `from` to `to`, both included. Select fields of their types, e.g. `... on Role { title }`.',
      resolve: ({ nodes }) => nodes,
    }),
    edges: t.expose('edges', {
      type: [GraphEdgeRef],
      description:
        'The edges between consecutive nodes, each with its weight and the lines behind it. An edge may point in either ' +
        'direction.',
    }),
    sentence: t.exposeString('sentence', {
      description:
        'The path in words, each node by its title or name, e.g. `Chaos Engineering Specialist is listed under Testing, ' +
        'Monitoring & Quality, as is Data Analyst, who appears in Cost Optimization, as does Finance Analyst.`',
    }),
    rarity: t.exposeFloat('rarity', {
      description:
        'How specific the path is, in bits, rounded to 6 decimals: the sum of log2((n - 1) / g) over the nodes between its ' +
        'ends, the self-information (Shannon 1948) of being adjacent to a node that g of the followed edges touch, in a ' +
        'graph of n nodes. A responsibility of two roles counts more than a pillar of forty. 0 for a path of one edge, ' +
        'which has no nodes between its ends.',
    }),
  }),
});

const PathsRef = builder.objectRef<Paths>('Paths').implement({
  description: 'The shortest paths between two nodes.',
  fields: (t) => ({
    paths: t.expose('paths', {
      type: [PathRef],
      description:
        'The paths, greatest rarity first. Empty if there is no path of at most `maxLength` edges, or if the search was ' +
        'truncated.',
    }),
    truncated: t.exposeBoolean('truncated', {
      description:
        `Whether the search was stopped, after visiting ${mostEdgesVisited.toLocaleString('en-US')} edges, before the ` +
        'length of the shortest paths was known. No path is returned then, although there may be some.',
    }),
  }),
});

const defaultKinds = `all but ${edgeKinds.filter((kind) => !walkedByDefault.includes(kind)).join(', ')}`;

builder.queryField('paths', (t) =>
  t.field({
    type: PathsRef,
    description:
      'How two nodes are connected: the shortest paths between them, those through the rarest nodes first, each with a ' +
      'sentence. Edges are followed in both directions. Only paths of the shortest length are returned; follow fewer ' +
      'kinds of edges to see others. E.g. `paths(from: "role:chaos-engineering-specialist", to: "role:finance-analyst")`.',
    args: {
      from: t.arg.id({
        required: true,
        description:
          'The node where the paths start: a role, responsibility, topic, pillar, category or organization type, by id, ' +
          'title or name. E.g. `role:site-reliability-engineer` or `SRE`.',
      }),
      to: t.arg.id({
        required: true,
        description: 'Another such node, where the paths end. E.g. `topic:backup` or `Backup`.',
      }),
      maxLength: t.arg.int({
        required: true,
        defaultValue: 4,
        description: `The greatest number of edges of a path, 1 to ${mostLength}.`,
      }),
      edgeKinds: t.arg({
        type: [EdgeKindEnum],
        description:
          `Only edges of these kinds; ${defaultKinds} if it is not given. An overlap summarizes what two nodes share, ` +
          'while a path shows what it is.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 3,
        description: `The greatest number of paths, 1 to ${mostPaths}.`,
      }),
    },
    resolve: (_root, args, { rolegraph: { graph, work } }) => work.run(pathsBetween(graph, args)),
  }),
);
