import { quoted } from '../../text/quoted-text.ts';
import { edgeKindsOfDoing, type EdgeKind } from '../../graph/nodes/edge-kind.ts';
import { itemAt } from '../../collections/item-at.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import { edgesFrom, type Edge } from '../../graph/selection/edges.ts';
import type { Node } from '../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { graphNodeOf } from '../graph-nodes.ts';
import { sentenceOf } from './path-sentence.ts';
import { rarestPaths } from './rarest-paths.ts';
import { searchedFromBothEnds } from './shortest-length.ts';
import { WalkedGraph } from './walked-graph.ts';

/** The most edges that a path can be asked to have. */
export const mostLength = 6;
/** The most paths that can be asked for. */
export const mostPaths = 20;
/** How many edges a search visits before it is given up: several times as many as a catalog of 50,000 roles has. */
export const mostEdgesVisited = 10_000_000;
/**
 * The kinds of what is done, but OVERLAPS_WITH: an overlap only sums up what two nodes share, and a path names what that is.
 */
export const walkedByDefault: readonly EdgeKind[] = edgeKindsOfDoing.filter((kind) => kind !== 'OVERLAPS_WITH');

/** Which paths are wanted. Fields are those of the arguments in GraphQL. */
export interface PathsAsked {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly edgeKinds?: readonly EdgeKind[] | null | undefined;
  readonly first: number;
}

/** How two nodes are connected. */
export interface Path {
  /** From one end to the other, both included; no node twice. */
  readonly nodes: readonly Node[];
  /** The edges between each node and the next; they may point either way. */
  readonly edges: readonly Edge[];
  /** The information of its inner nodes, in bits. */
  readonly rarity: number;
  readonly sentence: string;
}

/** The shortest paths between two nodes. */
export interface Paths {
  /** The rarest first, equals by the ids of their nodes. */
  readonly paths: readonly Path[];
  /** Whether the search was given up before it knew; then there are no paths. */
  readonly truncated: boolean;
}

/**
 * The rarest of the shortest paths between two nodes, edges taken in both directions.
 *
 * @throws ArgumentError for an unknown id, one node given twice, or a number or list out of its range.
 */
export function* pathsBetween(graph: CatalogGraph, asked: PathsAsked, mostEdges = mostEdgesVisited): Steps<Paths> {
  const from = graphNodeOf(graph, asked.from, 'from');
  const to = graphNodeOf(graph, asked.to, 'to');
  if (from === to) {
    throw new ArgumentError('to', `to is ${quoted(to.id)}, which from is as well; a path takes two distinct nodes.`);
  }
  checkedRange('maxLength', asked.maxLength, mostLength);
  checkedRange('first', asked.first, mostPaths);
  if (asked.edgeKinds?.length === 0) {
    throw new ArgumentError('edgeKinds', 'edgeKinds is an empty list; name at least one kind or leave it out.');
  }
  const kinds = new Set(asked.edgeKinds ?? walkedByDefault);
  const walked = new WalkedGraph(graph, kinds);
  const [start, end] = [walked.numberOf(from), walked.numberOf(to)];
  const meeting = yield* searchedFromBothEnds(walked, start, end, asked.maxLength, mostEdges);
  if (meeting === undefined || meeting === 'GIVEN_UP') return { paths: [], truncated: meeting === 'GIVEN_UP' };
  const paths: Path[] = [];
  for (const found of yield* rarestPaths(walked, meeting, asked.first)) {
    const nodes = found.nodes.map((node) => walked.nodeAt(node));
    const edges = nodes.slice(1).map((node, index) => edgeBetween(graph, itemAt(nodes, index), node, kinds));
    paths.push({ nodes, edges, rarity: roundScore(found.rarity), sentence: sentenceOf(nodes, edges) });
    yield;
  }
  return { paths, truncated: false };
}

/** The first edge of some kinds that joins two nodes, whichever is its source. */
function edgeBetween(graph: CatalogGraph, a: Node, b: Node, kinds: ReadonlySet<EdgeKind>): Edge {
  for (const [source, target] of [[a, b] as const, [b, a] as const]) {
    for (const edge of edgesFrom(graph, source)) if (edge.target === target && kinds.has(edge.kind)) return edge;
  }
  throw new RangeError(`no edge joins ${a.id} and ${b.id}`);
}

function checkedRange(argument: string, given: number, most: number): void {
  if (given >= 1 && given <= most) return;
  throw new ArgumentError(argument, `${argument} is ${given}; it must be between 1 and ${most}.`);
}
