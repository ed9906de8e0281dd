import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { WeightedEdges } from './force-atlas.ts';

/** A gain of modularity below this is none: rounding must not move a node back and forth. */
const leastGain = 1e-9;
/** More passes change next to nothing; this bounds the work. */
const mostPasses = 32;

/** Edges by node: those of node i are at offsets[i] up to, not including, offsets[i + 1]. */
interface Adjacency {
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
  /** The weight of the edges within each node: those among the nodes that it was made of, counted twice. */
  readonly loops: Float64Array;
}

/**
 * Finds communities: sets of nodes that are connected with each other more than with others, by the method of Louvain
 * (Blondel, Guillaume, Lambiotte, Lefebvre: "Fast unfolding of communities in large networks", 2008). Nodes are visited in
 * the order of their indexes instead of at random, so that the same edges always give the same communities.
 *
 * @returns the community of each node. 0 is the largest; equally large ones are in the order of their first nodes. A node
 *   without edges is a community of its own.
 */
export function* communitiesOf(count: number, edges: WeightedEdges): Steps<Int32Array> {
  let adjacency = yield* adjacencyOf(count, edges, new Float64Array(count));
  const total = edges.weight.reduce((sum, each) => sum + each, 0) * 2;
  let communityOfNode = Int32Array.from({ length: count }, (_, index) => index);
  while (total > 0) {
    const { communities, isChanged } = yield* movedNodes(adjacency, total);
    if (!isChanged) break;
    const { ofEach, size } = renumbered(communities);
    communityOfNode = communityOfNode.map((each) => itemAt(ofEach, each));
    adjacency = yield* merged(adjacency, ofEach, size);
    yield;
  }
  return byLargest(communityOfNode);
}

/** The share of the weight within communities, minus what it would be if edges were drawn at random: -0.5..1. */
export function modularityOf(communities: Int32Array, { source, target, weight }: WeightedEdges): number {
  const total = weight.reduce((sum, each) => sum + each, 0);
  if (total === 0) return 0;
  const degrees = new Map<number, number>();
  let within = 0;
  weight.forEach((each, edge) => {
    const ends = [itemAt(communities, itemAt(source, edge)), itemAt(communities, itemAt(target, edge))];
    if (ends[0] === ends[1]) within += each;
    for (const end of ends) degrees.set(end, (degrees.get(end) ?? 0) + each);
  });
  return [...degrees.values()].reduce((sum, degree) => sum - (degree / (2 * total)) ** 2, within / total);
}

/** Moves each node to the community where it gains most, until none gains anything. */
function* movedNodes({ offsets, targets, weights, loops }: Adjacency, total: number) {
  const count = loops.length;
  const communities = Int32Array.from({ length: count }, (_, index) => index);
  const degrees = loops.map((loop, node) => {
    let degree = loop;
    for (let at = itemAt(offsets, node); at < itemAt(offsets, node + 1); at++) degree += itemAt(weights, at);
    return degree;
  });
  const degreeOf = degrees.slice();
  const weightTo = new Float64Array(count);
  let isChanged = false;
  for (let pass = 0; pass < mostPasses; pass++) {
    let moves = 0;
    for (let node = 0; node < count; node++) {
      const from = itemAt(communities, node);
      const degree = itemAt(degrees, node);
      const neighbours = new Set<number>();
      for (let at = itemAt(offsets, node); at < itemAt(offsets, node + 1); at++) {
        const community = itemAt(communities, itemAt(targets, at));
        neighbours.add(community);
        weightTo[community] = itemAt(weightTo, community) + itemAt(weights, at);
      }
      degreeOf[from] = itemAt(degreeOf, from) - degree;
      const gainOf = (community: number) =>
        itemAt(weightTo, community) - (itemAt(degreeOf, community) * degree) / total;
      let best = from;
      let bestGain = gainOf(from) + leastGain * total;
      for (const community of neighbours) {
        const gain = gainOf(community);
        if (gain > bestGain) [best, bestGain] = [community, gain];
      }
      degreeOf[best] = itemAt(degreeOf, best) + degree;
      for (const community of neighbours) weightTo[community] = 0;
      if (best !== from) {
        communities[node] = best;
        moves++;
      }
      if (node % 128 === 127) yield;
    }
    if (moves === 0) break;
    isChanged = true;
  }
  return { communities, isChanged };
}

/** Makes a node of each community. */
function* merged({ offsets, targets, weights, loops }: Adjacency, ofEach: Int32Array, size: number): Steps<Adjacency> {
  const between = new Map<number, number>();
  const within = new Float64Array(size);
  for (let node = 0; node < loops.length; node++) {
    const community = itemAt(ofEach, node);
    within[community] = itemAt(within, community) + itemAt(loops, node);
    for (let at = itemAt(offsets, node); at < itemAt(offsets, node + 1); at++) {
      const other = itemAt(ofEach, itemAt(targets, at));
      const weight = itemAt(weights, at);
      // An edge is seen from both of its nodes.
      if (other === community) within[community] = itemAt(within, community) + weight;
      else if (community < other) {
        const key = community * size + other;
        between.set(key, (between.get(key) ?? 0) + weight);
      }
    }
    if (node % 128 === 127) yield;
  }
  const keys = [...between.keys()];
  return yield* adjacencyOf(
    size,
    {
      source: Int32Array.from(keys, (key) => Math.floor(key / size)),
      target: Int32Array.from(keys, (key) => key % size),
      weight: Float64Array.from(between.values()),
    },
    within,
  );
}

function* adjacencyOf(count: number, { source, target, weight }: WeightedEdges, loops: Float64Array): Steps<Adjacency> {
  const offsets = new Int32Array(count + 1);
  for (const ends of [source, target]) for (const node of ends) offsets[node + 1] = (offsets[node + 1] ?? 0) + 1;
  for (let node = 0; node < count; node++) offsets[node + 1] = itemAt(offsets, node + 1) + itemAt(offsets, node);
  yield;
  const next = offsets.slice();
  const targets = new Int32Array(weight.length * 2);
  const weights = new Float64Array(weight.length * 2);
  for (let edge = 0; edge < weight.length; edge++) {
    const ends = [itemAt(source, edge), itemAt(target, edge)] as const;
    for (const [from, to] of [ends, [ends[1], ends[0]] as const]) {
      const at = itemAt(next, from);
      targets[at] = to;
      weights[at] = itemAt(weight, edge);
      next[from] = at + 1;
    }
    if (edge % 8_192 === 8_191) yield;
  }
  return { offsets, targets, weights, loops };
}

/** Numbers communities from 0, in the order of their first nodes. */
function renumbered(communities: Int32Array): { readonly ofEach: Int32Array; readonly size: number } {
  const numbers = new Map<number, number>();
  const ofEach = communities.map((community) => {
    const number = numbers.get(community) ?? numbers.size;
    numbers.set(community, number);
    return number;
  });
  return { ofEach, size: numbers.size };
}

function byLargest(communities: Int32Array): Int32Array {
  const { ofEach, size } = renumbered(communities);
  const sizes = new Int32Array(size);
  for (const community of ofEach) sizes[community] = itemAt(sizes, community) + 1;
  const order = [...sizes.keys()].sort((one, other) => itemAt(sizes, other) - itemAt(sizes, one) || one - other);
  const numbers = new Int32Array(size);
  order.forEach((community, number) => (numbers[community] = number));
  return ofEach.map((community) => itemAt(numbers, community));
}
