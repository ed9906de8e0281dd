import { edgeKinds } from '../../src/graph/nodes/edge-kind.ts';
import {
  mostEdgesLookedAt,
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
  description: 'How two nodes hang together: from the one to the other, no node twice.',
  fields: (t) => ({
    length: t.int({ description: 'How many edges it has, at least 1.', resolve: ({ edges }) => edges.length }),
    nodes: t.field({
      type: [builder.nodeInterfaceRef()],
      description: 'From `from` to `to`, both included; ask for more by type, e.g. `... on Role { title }`.',
      resolve: ({ nodes }) => nodes,
    }),
    edges: t.field({
      type: [GraphEdgeRef],
      description:
        'What joins each node to the next, with its weight and the lines behind it; edges may point either way.',
      resolve: ({ edges }) => edges,
    }),
    sentence: t.exposeString('sentence', {
      description:
        'The path in words, each node by its title or name, e.g. `Chaos Engineering Specialist is listed under Testing, ' +
        'Monitoring & Quality, as is Data Analyst, who stands in Cost Optimization, as does Finance Analyst.`',
    }),
    rarity: t.exposeFloat('rarity', {
      description:
        'How much the path tells, in bits, rounded to 6 decimals: the sum of log2((n - 1) / g) over the nodes between ' +
        'its ends, the self-information (Shannon 1948) of being beside a node that g of the walked edges touch, in a ' +
        'graph of n nodes. A duty of two roles tells more than a pillar of forty. 0 for a single edge, which goes ' +
        'through nothing.',
    }),
  }),
});

const PathsRef = builder.objectRef<Paths>('Paths').implement({
  description: 'The shortest paths between two nodes.',
  fields: (t) => ({
    paths: t.field({
      type: [PathRef],
      description:
        'The paths, in the order of their rarity, the rarest first; none where there is no path of at most ' +
        '`maxLength` edges, or where the search was given up.',
      resolve: ({ paths }) => paths,
    }),
    truncated: t.exposeBoolean('truncated', {
      description:
        `Whether the search was given up, after looking at ${mostEdgesLookedAt.toLocaleString('en-US')} edges, before it ` +
        'knew how long the shortest paths are: then no path is given, although there may be some.',
    }),
  }),
});

const defaultKinds = `all but ${edgeKinds.filter((kind) => !walkedByDefault.includes(kind)).join(', ')}`;

builder.queryField('paths', (t) =>
  t.field({
    type: PathsRef,
    description:
      'How two things hang together: the shortest paths between two nodes, those through the rarest things first, each ' +
      'in words. Edges are taken in both directions. Only paths of the least length are given; walk fewer kinds of edges ' +
      'to see others. E.g. `paths(from: "role:chaos-engineering-specialist", to: "role:finance-analyst")`.',
    args: {
      from: t.arg.id({
        required: true,
        description:
          'Where paths begin: the id of a role, responsibility, topic, pillar, category or organization type.',
      }),
      to: t.arg.id({ required: true, description: 'Where they end: another such id.' }),
      maxLength: t.arg.int({
        required: true,
        defaultValue: 4,
        description: `The most edges that a path may have, 1 to ${mostLength}.`,
      }),
      edgeKinds: t.arg({
        type: [EdgeKindEnum],
        description:
          `Walks edges of these kinds only; ${defaultKinds} where it is not given: an overlap sums up what two nodes ` +
          'share, and a path is to say what that is.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 3,
        description: `The most paths, 1 to ${mostPaths}.`,
      }),
    },
    resolve: (_root, args, { rolegraph: { graph, work } }) => work.run(pathsBetween(graph, args)),
  }),
);
