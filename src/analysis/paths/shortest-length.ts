import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { WalkedGraph } from './walked-graph.ts';

/** How many edges are visited between two yields. */
export const edgesPerStep = 16_384;

/** What was reached from one end, breadth first. */
export interface Reached {
  /** How far each node is from this end, in edges; -1 where it was not reached. */
  readonly distances: Int32Array;
  /** The nodes at each distance. */
  readonly layers: readonly (readonly number[])[];
}

/** Two connected ends: all shortest paths go through the nodes where the two searches met. */
export interface Meeting {
  /** The number of edges of the shortest paths, at least 1. */
  readonly length: number;
  readonly from: Reached;
  readonly to: Reached;
  readonly met: readonly number[];
}

/** Two ends of which the search did not find a path. */
export interface NoMeeting {
  readonly length: null;
  /** No path has at most so many edges; infinite where there is none at all. */
  readonly exceeds: number;
}

/**
 * Finds where searches from two distinct nodes meet on the shortest paths between them (bidirectional breadth-first
 * search, Pohl, Bi-directional Search, 1971). The search that has fewer edges to visit next goes on.
 *
 * @param mostEdges the limit of edges to visit; a search that would need more is given up.
 */
export function* searchedFromBothEnds(
  graph: WalkedGraph,
  from: number,
  to: number,
  mostEdges: number,
): Steps<Meeting | NoMeeting> {
  const ends = { from: startingAt(graph, from), to: startingAt(graph, to) };
  let visits = 0;
  for (;;) {
    const exceeds = ends.from.layers.length + ends.to.layers.length - 2;
    const [side, other] =
      (yield* nextEdges(graph, ends.from)) <= (yield* nextEdges(graph, ends.to))
        ? [ends.from, ends.to]
        : [ends.to, ends.from];
    const distance = side.layers.length;
    const next: number[] = [];
    const met: number[] = [];
    for (const node of itemAt(side.layers, distance - 1)) {
      const before = visits;
      visits += graph.degreeOf(node);
      if (visits > mostEdges) return { length: null, exceeds };
      graph.forEachNeighbour(node, (neighbour) => {
        if (side.distances[neighbour] !== -1) return;
        side.distances[neighbour] = distance;
        next.push(neighbour);
        if (other.distances[neighbour] !== -1) met.push(neighbour);
      });
      if (Math.floor(visits / edgesPerStep) > Math.floor(before / edgesPerStep)) yield;
    }
    side.layers.push(next);
    if (met.length > 0) return { ...ends, length: exceeds + 1, met };
    if (next.length === 0) return { length: null, exceeds: Infinity };
  }
}

interface Search extends Reached {
  readonly layers: number[][];
}

function startingAt(graph: WalkedGraph, node: number): Search {
  const distances = new Int32Array(graph.size).fill(-1);
  distances[node] = 0;
  return { distances, layers: [[node]] };
}

/** How many edges touch the nodes that were reached last. */
function* nextEdges(graph: WalkedGraph, { layers }: Reached): Steps<number> {
  let edges = 0;
  for (const [index, node] of (layers.at(-1) ?? []).entries()) {
    edges += graph.degreeOf(node);
    if (index % 1024 === 1023) yield;
  }
  return edges;
}
