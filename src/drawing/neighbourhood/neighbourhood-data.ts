import { graphNodeOf, type GraphNode, type GraphNodeKind } from '../../analysis/graph-nodes.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { comparedNodes } from '../../graph/named-nodes.ts';
import { edgeKinds, edgeKindsOfEvidence, type EdgeKind } from '../../graph/nodes/edge-kind.ts';
import { isGroup, kindNames, ownNameOf } from '../../graph/nodes/node.ts';
import { checkedScore } from '../../graph/overlaps/role-overlaps.ts';
import type { Edge } from '../../graph/selection/edges.ts';
import { defaultSelection, selectedGraph } from '../../graph/selection/graph-selection.ts';
import { collectInSteps, mapInSteps, type Steps } from '../../scheduling/steps.ts';
import { pictureNode, type PictureNode } from '../nodes/picture-node.ts';
import { neighbourCaption } from './neighbour-caption.ts';
import { neighbourhoodFacts, type NeighbourhoodFacts } from './neighbourhood-facts.ts';
import { drawnEdges, type NeighbourhoodEdge } from './neighbourhood-edges.ts';
import { nearestNeighbours, type LeftOut } from './nearest-neighbours.ts';

/** The most nodes whose neighbours one picture can show. */
export const mostRoots = 3;
/** The most nodes that can be asked for. */
export const mostNeighbourhoodNodes = 150;
/** The most nodes where nothing else is asked for. */
export const usualNeighbourhoodNodes = 60;

/** What can connect neighbours: everything but the edges of appearances, which are no nodes of these pictures. */
export const neighbourhoodEdgeKinds = edgeKinds.filter((kind) => !edgeKindsOfEvidence.includes(kind));

/** Which neighbourhood is wanted. */
export interface NeighbourhoodParameters {
  /** One to three distinct nodes by their ids, titles or names: all but sources and appearances. */
  readonly of: readonly string[];
  /** How nodes must be connected to be neighbours; by the kind of each node where it is not given, see usualEdgeKinds. */
  readonly edgeKinds?: readonly EdgeKind[] | undefined;
  /** The least score of an overlap that counts, 0 to 1; 0.1 where it is not given. */
  readonly minOverlap?: number | undefined;
  /** The most nodes that are drawn, 1 to 150; 60 where it is not given. Those of `of` are always drawn. */
  readonly maxNodes?: number | undefined;
}

/**
 * How the neighbours of a node are connected with it, unless something else is asked for. What a role does is left out: roles
 * that do the same overlap, and the lines between them name what they share.
 */
const usualEdgeKinds: Readonly<Record<GraphNodeKind, readonly EdgeKind[]>> = {
  ROLE: ['OVERLAPS_WITH', 'APPEARS_IN', 'WORKS_IN'],
  PILLAR: ['OVERLAPS_WITH', 'APPEARS_IN', 'PART_OF', 'IN_CATEGORY'],
  CATEGORY: ['IN_CATEGORY', 'PART_OF'],
  ORGANIZATION_TYPE: ['WORKS_IN', 'PART_OF', 'IN_CATEGORY'],
  RESPONSIBILITY: ['PERFORMS', 'ABOUT'],
  TOPIC: ['ABOUT'],
};

/** A node of the picture. */
export interface NeighbourhoodNode extends PictureNode {
  /** What it has to do with the only node that was asked for; see neighbourCaption. Where several were, the kind of a group. */
  readonly caption: string;
  /** How many of the nodes that were asked for it is next to. */
  readonly meets: number;
}

/** One to three nodes and what is next to them. */
export interface NeighbourhoodData {
  /** Those that were asked for come first, in the order given; then the others, the nearest first. */
  readonly nodes: readonly NeighbourhoodNode[];
  readonly rootCount: number;
  /** What is drawn as lines; see drawnEdges. */
  readonly edges: readonly NeighbourhoodEdge[];
  /** How many neighbours of each kind were left out, because there may not be so many nodes; kinds without any are not listed. */
  readonly leftOut: readonly LeftOut[];
  readonly facts: NeighbourhoodFacts;
}

/**
 * One to three nodes, the nearest of their neighbours, and the edges among them.
 *
 * @throws ArgumentError for unknown or ambiguous names, too many or equal nodes, edges of appearances, or a number out of its range.
 */
export function* neighbourhoodData(graph: CatalogGraph, parameters: NeighbourhoodParameters): Steps<NeighbourhoodData> {
  const { of, maxNodes = usualNeighbourhoodNodes } = parameters;
  const roots = comparedNodes(of, 'of', 'node', { least: 1, most: mostRoots }, (given) =>
    graphNodeOf(graph, given, 'of'),
  );
  const kinds = checkedKinds(parameters.edgeKinds) ?? [...new Set(roots.flatMap(({ kind }) => usualEdgeKinds[kind]))];
  const minOverlap = checkedScore('minOverlap', parameters.minOverlap ?? defaultSelection.minOverlap);
  if (maxNodes < 1 || maxNodes > mostNeighbourhoodNodes) {
    throw new ArgumentError('maxNodes', `maxNodes is ${maxNodes}; it must be between 1 and ${mostNeighbourhoodNodes}.`);
  }
  const wanted = new Set(kinds);
  const follows = ({ kind, weight }: Edge) => wanted.has(kind) && (kind !== 'OVERLAPS_WITH' || weight >= minOverlap);
  const room = Math.max(0, maxNodes - roots.length);
  const { neighbours, meets, common, leftOut } = yield* nearestNeighbours(graph, roots, follows, room);
  const nodes = [...roots, ...neighbours];
  const selection = {
    roots: nodes.map(({ id }) => id),
    depth: 0,
    edgeKinds: kinds,
    minOverlap,
    maxNodes: nodes.length,
  };
  const selected = yield* selectedGraph(graph, selection);
  const edges = yield* collectInSteps(selected.edges);
  return {
    nodes: yield* mapInSteps(nodes, (node) => {
      const caption = captionOf(graph, roots, node);
      // A category is called by its owner, too, if others have its name; next to the owner, the name is enough.
      const isNextToOwner = node.kind === 'CATEGORY' && node.owners.some((owner) => roots.includes(owner));
      const label = isNextToOwner ? ownNameOf(node) : node.label;
      return { ...pictureNode(graph, node), label, caption, meets: meets.get(node) ?? 0 };
    }),
    rootCount: roots.length,
    edges: yield* drawnEdges(graph, nodes, roots.length, edges),
    leftOut,
    facts: neighbourhoodFacts(graph, roots, common, minOverlap),
  };
}

function captionOf(graph: CatalogGraph, roots: readonly GraphNode[], node: GraphNode): string {
  const [root, ...others] = roots;
  if (root !== undefined && others.length === 0 && node !== root) return neighbourCaption(graph, root, node);
  return isGroup(node) ? kindNames[node.kind] : '';
}

function checkedKinds(given: readonly EdgeKind[] | undefined): readonly EdgeKind[] | undefined {
  if (given === undefined) return undefined;
  const wrong = given.find((kind) => !neighbourhoodEdgeKinds.includes(kind));
  if (wrong === undefined && given.length > 0) return given;
  throw new ArgumentError(
    'edgeKinds',
    `edgeKinds ${wrong === undefined ? 'is an empty list' : `has ${wrong}`}; name some of ${neighbourhoodEdgeKinds.join(', ')}, or leave it out.`,
  );
}
