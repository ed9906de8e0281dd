import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { compareText } from '../../text/compare-text.ts';
import { edgesPerStep, type Meeting } from './shortest-length.ts';
import type { WalkedGraph } from './walked-graph.ts';

/**
 * Informations are whole numbers of these parts of a bit, so that sums are exact and equal ones are seen to be equal. They
 * are so small that a rarity is rounded only once, to 6 decimals, and so large that sums stay below 2^53.
 */
const unitsPerBit = 2 ** 40;

/** A path by the numbers of its nodes. */
export interface FoundPath {
  readonly nodes: readonly number[];
  /** The information of its inner nodes, in bits; not rounded. */
  readonly rarity: number;
}

/**
 * The rarest of all shortest paths between two nodes, rarest first, equals by the ids of their nodes.
 *
 * In a graph of n nodes, a node that g edges touch is a neighbour of a node chosen at random with the probability
 * g / (n - 1), and has the information log2((n - 1) / g) bits (Shannon 1948). The rarity of a path is the sum over its
 * inner nodes. For each node on a shortest path the rarest rest is found first (dynamic programming from the far end).
 * Then paths grow from the near end, the most promising first, so that only those grow that are among the best (A* with
 * an exact heuristic: Hart, Nilsson and Raphael, 1968).
 */
export function* rarestPaths(graph: WalkedGraph, meeting: Meeting, count: number): Steps<readonly FoundPath[]> {
  const rests = yield* rarestRests(graph, meeting);
  const start = itemAt(itemAt(meeting.from.layers, 0), 0);
  const found: FoundPath[] = [];
  /** The best so far, in order, at most as many as are still wanted: each of them becomes at least one path. */
  const open: Growing[] = [{ nodes: [start], information: 0, total: itemAt(rests.rarest, start) }];
  while (found.length < count) {
    const best = open.shift();
    if (best === undefined) break;
    const last = itemAt(best.nodes, best.nodes.length - 1);
    const left = itemAt(rests.lengths, last);
    if (left === 0) {
      found.push({ nodes: best.nodes, rarity: best.total / unitsPerBit });
      continue;
    }
    graph.forEachNeighbour(last, (next) => {
      const rest = rests.rarest[next] ?? -1;
      if (rest < 0 || rests.lengths[next] !== left - 1) return;
      const information = best.information + rests.informationOf(next);
      insert({ nodes: [...best.nodes, next], information, total: information + rest });
    });
    yield;
  }
  return found;

  function insert(growing: Growing): void {
    let position = open.length;
    while (position > 0 && comesBefore(graph, growing, itemAt(open, position - 1))) position--;
    open.splice(position, 0, growing);
    if (open.length > count - found.length) open.pop();
  }
}

/** The beginning of a path. */
interface Growing {
  readonly nodes: readonly number[];
  /** The information of its inner nodes. */
  readonly information: number;
  /** The same with that of the rarest rest. */
  readonly total: number;
}

function comesBefore(graph: WalkedGraph, a: Growing, b: Growing): boolean {
  if (a.total !== b.total) return a.total > b.total;
  const differing = a.nodes.findIndex((node, index) => node !== b.nodes[index]);
  const [ours, theirs] = [a.nodes[differing], b.nodes[differing]];
  if (ours === undefined || theirs === undefined) return false;
  return compareText(graph.nodeAt(ours).id, graph.nodeAt(theirs).id) < 0;
}

/** For each node on a shortest path, the rest of the path from there to the far end. */
interface Rests {
  /** How many edges it has; of other nodes, anything. */
  readonly lengths: Int32Array;
  /** The information of the inner nodes of the rarest; -1 for nodes from which none was found. */
  readonly rarest: Float64Array;
  /** The information of a node, 0 for both ends. */
  readonly informationOf: (node: number) => number;
}

function* rarestRests(graph: WalkedGraph, { from, to, met }: Meeting): Steps<Rests> {
  const end = itemAt(itemAt(to.layers, 0), 0);
  const lengths = to.distances.slice();
  const rarest = new Float64Array(graph.size).fill(-1);
  rarest[end] = 0;
  const informationOf = (node: number) =>
    node === end || from.distances[node] === 0
      ? 0
      : Math.round(unitsPerBit * Math.log2((graph.size - 1) / graph.degreeOf(node)));

  function* spread(layer: readonly number[], isWanted: (neighbour: number) => boolean): Steps<void> {
    let visits = 0;
    for (const node of layer) {
      const through = itemAt(rarest, node) + informationOf(node);
      graph.forEachNeighbour(node, (neighbour) => {
        visits++;
        if (isWanted(neighbour) && through > itemAt(rarest, neighbour)) rarest[neighbour] = through;
      });
      if (visits < edgesPerStep) continue;
      visits = 0;
      yield;
    }
  }

  for (const [distance, layer] of to.layers.slice(0, -1).entries()) {
    yield* spread(layer, (neighbour) => to.distances[neighbour] === distance + 1);
  }
  // From where they met on, only towards the near end: what leads elsewhere is no part of a shortest path.
  let layer = met;
  for (let distance = from.layers.length - 2; distance >= 0; distance--) {
    const length = to.layers.length + from.layers.length - 2 - distance;
    const next: number[] = [];
    yield* spread(layer, (neighbour) => {
      if (from.distances[neighbour] !== distance) return false;
      if (lengths[neighbour] === -1) {
        lengths[neighbour] = length;
        next.push(neighbour);
      }
      return true;
    });
    layer = next;
  }
  return { lengths, rarest, informationOf };
}
