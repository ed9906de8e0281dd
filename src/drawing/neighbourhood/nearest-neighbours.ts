import { graphNodeKinds, type GraphNode, type GraphNodeKind } from '../../analysis/graph-nodes.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { isOfKinds } from '../../graph/nodes/node.ts';
import { degreeOf, edgesFrom, edgesTo, type Edge } from '../../graph/selection/edges.ts';
import { mapInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { compareText } from '../../text/compare-text.ts';

/** How many neighbours of a kind are not drawn. */
export interface LeftOut {
  readonly kind: GraphNodeKind;
  readonly count: number;
}

export interface Neighbours {
  /** The nearest, at most as many as were asked for. */
  readonly neighbours: readonly GraphNode[];
  /** Of how many roots each is a neighbour. */
  readonly meets: ReadonlyMap<GraphNode, number>;
  /** Of all neighbours, those that all roots have, the nearest first. */
  readonly common: readonly GraphNode[];
  readonly leftOut: readonly LeftOut[];
}

interface Neighbour {
  readonly node: GraphNode;
  /** Of how many roots it is a neighbour. */
  meets: number;
}

interface Weighted {
  readonly neighbour: Neighbour;
  readonly weight: number;
}

/** How many edges are looked at between two yields. */
const edgesPerStep = 512;

/**
 * The neighbours of some nodes. If there are more than may be drawn, each root and each kind of nodes takes a turn, so that the
 * many roles of a pillar do not displace its categories. Of one root and kind, those come first that are neighbours of more
 * roots, then those of greater weight, of higher degree in the whole graph, and of smaller id.
 */
export function* nearestNeighbours(
  graph: CatalogGraph,
  roots: readonly GraphNode[],
  follows: (edge: Edge) => boolean,
  most: number,
): Steps<Neighbours> {
  const all = new Map<GraphNode, Neighbour>();
  const found: Weighted[][] = [];
  for (const root of roots) {
    const weights = yield* weightsOfNeighbours(graph, root, follows);
    const ofKinds = new Map<GraphNodeKind, Weighted[]>(graphNodeKinds.map((kind) => [kind, []]));
    for (const [node, weight] of weights) {
      if (roots.includes(node)) continue;
      const neighbour = all.get(node) ?? { node, meets: 0 };
      neighbour.meets++;
      all.set(node, neighbour);
      ofKinds.get(node.kind)?.push({ neighbour, weight });
    }
    found.push(...ofKinds.values());
  }
  const queues: (readonly Neighbour[])[] = [];
  for (const ofKind of found) queues.push(yield* nearestFirst(graph, ofKind));
  const order = yield* takingTurns(queues);
  const drawn = order.slice(0, most);
  const left = Map.groupBy(order.slice(most), ({ node }) => node.kind);
  return {
    neighbours: drawn.map(({ node }) => node),
    meets: new Map(drawn.map(({ node, meets }) => [node, meets])),
    common: order.filter(({ meets }) => meets === roots.length).map(({ node }) => node),
    leftOut: graphNodeKinds.flatMap((kind) => {
      const count = left.get(kind)?.length ?? 0;
      return count === 0 ? [] : [{ kind, count }];
    }),
  };
}

/** The greatest weight of the edges between a node and each of its neighbours. */
function* weightsOfNeighbours(
  graph: CatalogGraph,
  root: GraphNode,
  follows: (edge: Edge) => boolean,
): Steps<ReadonlyMap<GraphNode, number>> {
  const weights = new Map<GraphNode, number>();
  let visited = 0;
  for (const edges of [edgesFrom(graph, root), edgesTo(graph, root)]) {
    for (const edge of edges) {
      if (++visited % edgesPerStep === 0) yield;
      const other = edge.source === root ? edge.target : edge.source;
      if (!follows(edge) || !isOfKinds(other, graphNodeKinds)) continue;
      weights.set(other, Math.max(edge.weight, weights.get(other) ?? 0));
    }
  }
  return weights;
}

function* nearestFirst(graph: CatalogGraph, ofKind: readonly Weighted[]): Steps<readonly Neighbour[]> {
  const ranked = yield* mapInSteps(ofKind, (each) => ({ ...each, degree: degreeOf(graph, each.neighbour.node) }));
  const sorted = yield* sortInSteps(
    ranked,
    (a, b) =>
      b.neighbour.meets - a.neighbour.meets ||
      b.weight - a.weight ||
      b.degree - a.degree ||
      compareText(a.neighbour.node.id, b.neighbour.node.id),
  );
  return sorted.map(({ neighbour }) => neighbour);
}

/** The distinct items of all queues: the first of each, then the second of each, and so on. */
function* takingTurns(queues: readonly (readonly Neighbour[])[]): Steps<readonly Neighbour[]> {
  const taken = new Set<Neighbour>();
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  for (let turn = 0; turn < longest; turn++) {
    for (const queue of queues) {
      const next = queue[turn];
      if (next !== undefined) taken.add(next);
    }
    if (turn % edgesPerStep === edgesPerStep - 1) yield;
  }
  return [...taken];
}
