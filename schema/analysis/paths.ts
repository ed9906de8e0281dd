import {
  edgeKindsOfPaths,
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
        'How specific the path is, in bits, rounded to 6 decimals once: the sum of log2((n - 1) / g) over the nodes between its ' +
        'ends, the self-information (Shannon 1948) of being adjacent to a node that g of the followed edges touch, in a ' +
        'graph of n nodes. A responsibility of two roles counts more than a pillar of forty. 0 for a path of one edge, ' +
        'which has no nodes between its ends.',
    }),
  }),
});

const PathsThroughEnum = builder.enumType('PathsThrough', {
  description: 'What paths may go through between their two ends.',
  values: {
    DUTIES: {
      description:
        'Roles, responsibilities and topics only: what connects the ends is what roles do. No pillar, category or ' +
        'organization type, but as an end.',
    },
    ANY: { description: 'All nodes.' },
  } as const,
});

const PathsRef = builder.objectRef<Paths>('Paths').implement({
  description: 'The shortest paths between two nodes.',
  fields: (t) => ({
    paths: t.expose('paths', {
      type: [PathRef],
      description:
        'The paths, greatest rarity first, then by the ids of their nodes. Empty if there is no path of at most `maxLength` ' +
        'edges, or if the search was truncated.',
    }),
    summary: t.exposeString('summary', {
      description:
        'What was found, in one or two sentences, e.g. `Duties alone connect them in 6 steps, not in 4. The first 3 of the ' +
        'shortest paths through anything, 4 steps each.`',
    }),
    through: t.expose('through', {
      type: PathsThroughEnum,
      description:
        'What the paths go through. ANY if `through` was ANY, or if no path of at most `maxLength` edges goes through DUTIES.',
    }),
    lengthThroughDuties: t.exposeInt('lengthThroughDuties', {
      nullable: true,
      description:
        'The number of edges of the shortest paths through DUTIES, also if it is greater than `maxLength`. Null if there is ' +
        'no such path, or if the search for one was stopped.',
    }),
    lengthThroughAny: t.exposeInt('lengthThroughAny', {
      nullable: true,
      description:
        'The number of edges of the shortest paths through ANY, also if it is greater than `maxLength`; if `paths` is empty, ' +
        'ask for this length. Null if there is no path at all, or if the search for one was stopped.',
    }),
    truncated: t.exposeBoolean('truncated', {
      description:
        `Whether the search was stopped, after visiting ${mostEdgesVisited.toLocaleString('en-US')} edges, before it was ` +
        'known whether there is a path of at most `maxLength` edges. No path is returned then, although there may be some.',
    }),
  }),
});

const defaultKinds = `all but ${edgeKindsOfPaths.filter((kind) => !walkedByDefault.includes(kind)).join(', ')}`;

builder.queryField('paths', (t) =>
  t.field({
    type: PathsRef,
    description:
      'How two nodes are connected: the shortest paths between them, those through the rarest nodes first, each with a ' +
      'sentence. Edges are followed in both directions. Only paths of the shortest length are returned; follow fewer ' +
      'kinds of edges to see others. Paths through what roles do are preferred to shorter ones through groups. E.g. `paths(from: "role:chaos-engineering-specialist", to: "role:finance-analyst")`.',
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
      through: t.arg({
        type: PathsThroughEnum,
        required: true,
        defaultValue: 'DUTIES',
        description:
          'What the paths may go through. With DUTIES, paths through ANY are returned if no path of at most `maxLength` ' +
          'edges goes through DUTIES; `through` of the answer says so.',
      }),
      edgeKinds: t.arg({
        type: [EdgeKindEnum],
        description:
          `Only edges of these kinds; ${defaultKinds} if it is not given. An overlap summarizes what two nodes share, ` +
          'while a path shows what it is. The kinds of edges of appearances (OF, UNDER, STATED_IN, NAMES, INVOLVES) are ' +
          'errors, because no path goes through appearances.',
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
