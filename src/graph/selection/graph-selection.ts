import { itemAt } from '../../collections/item-at.ts';
import { forEachInSteps, mapInSteps, repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { compareText } from '../../text/compare-text.ts';
import { grouped } from '../../text/quoted-text.ts';
import { ArgumentError } from '../argument-error.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import { nodesOf } from '../named-nodes.ts';
import { edgeKindsOfDoing, type EdgeKind } from '../nodes/edge-kind.ts';
import { nodeKinds, type NodeKind } from '../nodes/node-kind.ts';
import { NodeNumbers } from '../nodes/node-numbers.ts';
import type { Node } from '../nodes/node.ts';
import { checkedScore } from '../overlaps/role-overlaps.ts';
import { EdgeCollector, type EdgeList } from './edge-list.ts';
import { degreeOf, edgesFrom, edgesTo, evidenceFrom, evidenceTo, mostEdgesOf, type Edge } from './edges.ts';

/** The greatest distance from the roots that a selection can have, in edges. */
export const maxDepth = 4;
/** The greatest number of nodes that a query can request. */
export const mostNodes = 10_000;
/** The kinds that are shown unless others are named. */
const shownByDefault: readonly NodeKind[] = nodeKinds.filter((kind) => kind !== 'SOURCE' && kind !== 'APPEARANCE');

/** The selection where none is given. */
export const defaultSelection: GraphSelection = { depth: 1, minOverlap: 0.1, maxNodes: 500 };

/** Which part of the graph is wanted. Fields are those of the GraphQL input of the same name. */
export interface GraphSelection {
  readonly roots?: readonly string[] | null | undefined;
  readonly depth: number;
  readonly nodeKinds?: readonly NodeKind[] | null | undefined;
  /** All but CONSULTED_ON, INFORMED_ABOUT and INVOLVES where none are given. */
  readonly edgeKinds?: readonly EdgeKind[] | null | undefined;
  readonly minOverlap: number;
  readonly maxNodes: number;
}

/** How large a selection may be, and what it is called. */
export interface SelectionLimits {
  /** What messages write before the names of the fields, e.g. "select.". */
  readonly prefix: string;
  /** The greatest maxNodes. */
  readonly mostNodes: number;
  /** The most nodes and edges together. Beyond it, nodes are left out until the others and their edges are as few. */
  readonly mostElements: number;
  /** Called with the number of nodes and edges that were added; may throw to end the work. */
  readonly onGrowth?: (elements: number) => void;
}

/** The limits of queries. */
export const queryLimits: SelectionLimits = { prefix: 'select.', mostNodes, mostElements: Infinity };

export interface SelectedGraph {
  /** Nearer to the roots first, then those of higher degree in the whole graph, then by id. */
  readonly nodes: readonly Node[];
  /** For each of the nodes, how many of the edges touch it. */
  readonly degrees: Int32Array;
  /** By kind, then source and target id; none without both its nodes. */
  readonly edges: EdgeList;
  /** Whether a limit left out nodes that the selection reached. */
  readonly truncated: boolean;
}

interface Reached {
  readonly node: Node;
  /** From the nearest root, in edges. */
  readonly distance: number;
  /** In the whole graph. */
  readonly degree: number;
}

/**
 * The part of the graph within `depth` edges of the roots, or all of it where no root is given, walking and showing the
 * selected kinds only. The roots are always part of it, whatever their kind and maxNodes.
 *
 * @throws ArgumentError naming the field, e.g. "select.depth", for an unknown root or a number out of its range.
 */
export function* selectedGraph(
  graph: CatalogGraph,
  selection: GraphSelection,
  limits = queryLimits,
): Steps<SelectedGraph> {
  const wants = checkedSelection(graph, selection, limits);
  const { nodes, isCut } = yield* chosenNodes(graph, wants, limits.mostElements);
  limits.onGrowth?.(nodes.length);
  const found = yield* edgesAmong(graph, nodes, wants, limits.onGrowth);
  return { nodes, degrees: found.degrees, edges: found.list(), truncated: isCut };
}

/** The first nodes of those that the selection reaches, in order. What they are chosen from is gone when edges are made. */
function* chosenNodes(
  graph: CatalogGraph,
  wants: Wants,
  mostElements: number,
): Steps<{ readonly nodes: readonly Node[]; readonly isCut: boolean }> {
  const reached = wants.roots.length > 0 ? yield* walked(graph, wants) : yield* everything(graph, wants);
  const inOrder = yield* sortInSteps(
    reached,
    (a, b) => a.distance - b.distance || b.degree - a.degree || compareText(a.node.id, b.node.id),
  );
  const allowed = yield* mapInSteps(inOrder.slice(0, wants.limit), ({ node }) => node);
  const nodes = yield* withinElements(graph, allowed, wants, mostElements);
  return { nodes, isCut: reached.length > nodes.length };
}

interface Wants {
  readonly roots: readonly Node[];
  readonly depth: number;
  readonly limit: number;
  readonly shows: (kind: NodeKind) => boolean;
  /** Whether any node can be an appearance. If none can, no appearance is looked at: there are several for each role. */
  readonly hasAppearances: boolean;
  follows(edge: Edge): boolean;
}

function checkedSelection(graph: CatalogGraph, selection: GraphSelection, limits: SelectionLimits): Wants {
  const { prefix } = limits;
  const { depth, maxNodes } = selection;
  checkedRange(`${prefix}depth`, depth, 0, maxDepth);
  checkedRange(`${prefix}maxNodes`, maxNodes, 1, limits.mostNodes);
  const minOverlap = checkedScore(`${prefix}minOverlap`, selection.minOverlap);
  if (selection.nodeKinds?.length === 0) {
    const argument = `${prefix}nodeKinds`;
    throw new ArgumentError(argument, `${argument} is an empty list; name at least one kind or leave it out.`);
  }
  const given = selection.roots ?? [];
  const roots = given.length === 0 ? [] : nodesOf(graph, given, `${prefix}roots`, nodeKinds);
  const shown = new Set(selection.nodeKinds ?? shownByDefault);
  const followed = new Set(selection.edgeKinds ?? edgeKindsOfDoing);
  return {
    roots,
    depth,
    limit: Math.max(maxNodes, roots.length),
    shows: (kind) => shown.has(kind),
    hasAppearances: shown.has('APPEARANCE') || roots.some(({ kind }) => kind === 'APPEARANCE'),
    follows: ({ kind, weight }) => followed.has(kind) && (kind !== 'OVERLAPS_WITH' || weight >= minOverlap),
  };
}

function checkedRange(argument: string, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return;
  throw new ArgumentError(
    argument,
    `${argument} is ${given}; it must be between ${grouped(least)} and ${grouped(most)}.`,
  );
}

/** How many nodes or edges are looked at between two yields. */
const visitsPerStep = 512;

/**
 * Breadth first, until the limit is passed: nearer nodes come first in the answer, so those that are farther away than the
 * first distance past the limit are not needed.
 */
function* walked(graph: CatalogGraph, wants: Wants): Steps<readonly Reached[]> {
  const reached: Reached[] = wants.roots.map((node) => ({ node, distance: 0, degree: degreeOf(graph, node) }));
  const isReached = new NodeNumbers(graph);
  for (const node of wants.roots) isReached.set(node, 1);
  let frontier: readonly Node[] = wants.roots;
  let visited = 0;
  for (let distance = 1; distance <= wants.depth && reached.length <= wants.limit; distance++) {
    const next: Node[] = [];
    for (const node of frontier) {
      for (const neighbour of neighbours(graph, node, wants)) {
        // A pillar may have as many neighbours as there are roles.
        if (++visited % visitsPerStep === 0) yield;
        if (isReached.of(neighbour) > 0 || !wants.shows(neighbour.kind)) continue;
        isReached.set(neighbour, 1);
        reached.push({ node: neighbour, distance, degree: degreeOf(graph, neighbour) });
        next.push(neighbour);
      }
      yield;
    }
    frontier = next;
  }
  return reached;
}

function* neighbours(graph: CatalogGraph, node: Node, wants: Wants): Generator<Node> {
  for (const edge of outgoing(graph, node, wants)) if (wants.follows(edge)) yield edge.target;
  for (const edge of edgesTo(graph, node)) if (wants.follows(edge)) yield edge.source;
  if (!wants.hasAppearances) return;
  for (const edge of evidenceTo(graph, node)) if (wants.follows(edge)) yield edge.source;
}

/** The edges that a node is the source of. */
function outgoing(graph: CatalogGraph, node: Node, { hasAppearances }: Wants): Generator<Edge> {
  return hasAppearances && node.kind === 'APPEARANCE' ? evidenceFrom(node) : edgesFrom(graph, node);
}

function* everything(graph: CatalogGraph, { shows }: Wants): Steps<readonly Reached[]> {
  const reached: Reached[] = [];
  for (const node of graph.nodes(shows)) {
    reached.push({ node, distance: 0, degree: degreeOf(graph, node) });
    if (reached.length % visitsPerStep === 0) yield;
  }
  return reached;
}

/**
 * As many of the first nodes as make, together with the edges among them, at most so many elements. All edges of the nodes
 * that remain are there, so that nothing in the answer looks less connected than it is.
 */
function* withinElements(
  graph: CatalogGraph,
  nodes: readonly Node[],
  wants: Wants,
  most: number,
): Steps<readonly Node[]> {
  if (nodes.length + mostEdgesOf(graph) <= most) return nodes;
  const ranks = yield* ranksOf(graph, nodes);
  /** For each node, the number of edges that are there as soon as it is: those to nodes before it. */
  const added = new Int32Array(nodes.length);
  let visited = 0;
  for (const [rank, node] of nodes.entries()) {
    for (const edge of outgoing(graph, node, wants)) {
      if (++visited % visitsPerStep === 0) yield;
      const other = ranks.of(edge.target) - 1;
      if (other < 0 || !wants.follows(edge)) continue;
      const later = Math.max(rank, other);
      added[later] = itemAt(added, later) + 1;
    }
    if (++visited % visitsPerStep === 0) yield;
  }
  let elements = 0;
  let count = 0;
  yield* repeatInSteps(nodes.length, (rank) => {
    elements += 1 + itemAt(added, rank);
    if (elements <= most) count = rank + 1;
  });
  return nodes.slice(0, Math.max(count, wants.roots.length));
}

/** The place of each node in a list, from 1; 0 for nodes that are not in it. */
function* ranksOf(graph: CatalogGraph, nodes: readonly Node[]): Steps<NodeNumbers> {
  const ranks = new NodeNumbers(graph);
  yield* forEachInSteps(nodes, (node, index) => {
    ranks.set(node, index + 1);
  });
  return ranks;
}

/** By kind, source and target. The nodes are visited in the order of their ids, so only the few edges of each are sorted. */
function* edgesAmong(
  graph: CatalogGraph,
  nodes: readonly Node[],
  wants: Wants,
  onGrowth: SelectionLimits['onGrowth'],
): Steps<EdgeCollector> {
  const ranks = yield* ranksOf(graph, nodes);
  const collector = new EdgeCollector(nodes);
  const byId = yield* sortInSteps(nodes, (a, b) => compareText(a.id, b.id));
  let [visited, found] = [0, 0];
  for (const node of byId) {
    const edges: Edge[] = [];
    for (const edge of outgoing(graph, node, wants)) {
      visited++;
      if (ranks.of(edge.target) > 0 && wants.follows(edge)) edges.push(edge);
    }
    edges.sort((a, b) => compareText(a.target.id, b.target.id));
    const source = ranks.of(node) - 1;
    for (const { kind, target, weight } of edges) collector.add(kind, source, ranks.of(target) - 1, weight);
    found += edges.length;
    if (++visited < visitsPerStep) continue;
    onGrowth?.(found);
    [visited, found] = [0, 0];
    yield;
  }
  onGrowth?.(found);
  return collector;
}
