import { quoted } from '../../text/quoted-text.ts';
import { edgeKinds, edgeKindsOfDoing, edgeKindsOfEvidence, type EdgeKind } from '../../graph/nodes/edge-kind.ts';
import { itemAt } from '../../collections/item-at.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import { edgesFrom, type Edge } from '../../graph/selection/edges.ts';
import type { Node } from '../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { graphNodeOf } from '../graph-nodes.ts';
import { sentenceOf } from './path-sentence.ts';
import { summaryOf } from './paths-summary.ts';
import { rarestPaths } from './rarest-paths.ts';
import { searchedFromBothEnds, type Meeting, type NoMeeting } from './shortest-length.ts';
import { WalkedGraph } from './walked-graph.ts';

/** The most edges that a path can be asked to have. */
export const mostLength = 6;
/** The most paths that can be asked for. */
export const mostPaths = 20;
/** How many edges a search visits before it is given up: several times as many as a catalog of 50,000 roles has. */
export const mostEdgesVisited = 10_000_000;
/** The kinds that paths can follow: no path goes through appearances, which are where a source names the others. */
export const edgeKindsOfPaths: readonly EdgeKind[] = edgeKinds.filter((kind) => !edgeKindsOfEvidence.includes(kind));
/**
 * The kinds of what is done, but OVERLAPS_WITH: an overlap only sums up what two nodes share, and a path names what that is.
 */
export const walkedByDefault: readonly EdgeKind[] = edgeKindsOfPaths.filter(
  (kind) => kind !== 'OVERLAPS_WITH' && edgeKindsOfDoing.includes(kind),
);

/**
 * What paths may go through between their ends. DUTIES: no pillar, category or organization type, so that the connection is
 * what roles do. ANY: everything.
 */
export const throughs = ['DUTIES', 'ANY'] as const;
export type Through = (typeof throughs)[number];

/** Which paths are wanted. Fields are those of the arguments in GraphQL. */
export interface PathsAsked {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly through: Through;
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
  /** Whether a search was given up before it knew whether there are paths; then there are none here. */
  readonly truncated: boolean;
  /** What the paths go through: ANY also where DUTIES was asked for and no path of at most maxLength edges does so. */
  readonly through: Through;
  /** The length of the shortest paths through duties, maxLength or not; null where there are none or the search was given up. */
  readonly lengthThroughDuties: number | null;
  /** The same of the shortest paths through anything. */
  readonly lengthThroughAny: number | null;
  /** The answer in words. */
  readonly summary: string;
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
  const followed = asked.edgeKinds ?? walkedByDefault;
  checkedEdgeKinds(followed);
  const edges = new Set(followed);
  const throughDuties = new WalkedGraph(graph, edges, [from, to]);
  const throughAny = new WalkedGraph(graph, edges);
  const [start, end] = [throughAny.numberOf(from), throughAny.numberOf(to)];
  const byDuties = yield* searchedFromBothEnds(throughDuties, start, end, mostEdges);
  const byAny = yield* searchedFromBothEnds(throughAny, start, end, mostEdges);

  const isGivenUp = (found: Meeting | NoMeeting) => found.length === null && found.exceeds < asked.maxLength;
  const isNear = (found: Meeting | NoMeeting): found is Meeting =>
    found.length !== null && found.length <= asked.maxLength;
  const usesDuties = asked.through === 'DUTIES' && (isNear(byDuties) || isGivenUp(byDuties));
  const [walked, found] = usesDuties ? [throughDuties, byDuties] : [throughAny, byAny];
  const paths: Path[] = [];
  if (isNear(found)) {
    for (const { nodes: numbers, rarity } of yield* rarestPaths(walked, found, asked.first)) {
      const nodes = numbers.map((node) => walked.nodeAt(node));
      const joining = nodes.slice(1).map((node, index) => edgeBetween(graph, itemAt(nodes, index), node, edges));
      paths.push({ nodes, edges: joining, rarity: roundScore(rarity), sentence: sentenceOf(nodes, joining) });
      yield;
    }
  }
  const answer = {
    paths,
    truncated: isGivenUp(found),
    through: usesDuties ? ('DUTIES' as const) : ('ANY' as const),
    lengthThroughDuties: byDuties.length,
    lengthThroughAny: byAny.length,
  };
  return { ...answer, summary: summaryOf(answer, asked) };
}

/** The first edge of some kinds that joins two nodes, whichever is its source. */
function edgeBetween(graph: CatalogGraph, a: Node, b: Node, kinds: ReadonlySet<EdgeKind>): Edge {
  for (const [source, target] of [[a, b] as const, [b, a] as const]) {
    for (const edge of edgesFrom(graph, source)) if (edge.target === target && kinds.has(edge.kind)) return edge;
  }
  throw new RangeError(`no edge joins ${a.id} and ${b.id}`);
}

function checkedEdgeKinds(given: readonly EdgeKind[]): void {
  if (given.length === 0) {
    throw new ArgumentError('edgeKinds', 'edgeKinds is an empty list; name at least one kind or leave it out.');
  }
  const refused = given.find((kind) => !edgeKindsOfPaths.includes(kind));
  if (refused === undefined) return;
  throw new ArgumentError(
    'edgeKinds',
    `edgeKinds has ${refused}, an edge of appearances, and no path goes through these. ` +
      `Allowed: ${edgeKindsOfPaths.join(', ')}. To see the lines that name a node, ask graph with this kind.`,
  );
}

function checkedRange(argument: string, given: number, most: number): void {
  if (given >= 1 && given <= most) return;
  throw new ArgumentError(argument, `${argument} is ${given}; it must be between 1 and ${most}.`);
}
