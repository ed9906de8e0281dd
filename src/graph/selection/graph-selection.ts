import { collectInSteps, forEachInSteps, mapInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { compareText } from '../../text/compare-text.ts';
import { ArgumentError } from '../argument-error.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import { nodesOf } from '../named-nodes.ts';
import { edgeKinds, edgeKindsOfDoing, type EdgeKind } from '../nodes/edge-kind.ts';
import { nodeKinds, type NodeKind } from '../nodes/node-kind.ts';
import type { Node } from '../nodes/node.ts';
import { checkedScore } from '../overlaps/role-overlaps.ts';
import { degreeOf, edgesFrom, edgesTo, type Edge } from './edges.ts';

/** The greatest distance from the roots that a selection can have, in edges. */
export const maxDepth = 4;
/** The greatest number of nodes that a selection can request. */
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
  /** All but CONSULTED_ON and INFORMED_ABOUT where none are given. */
  readonly edgeKinds?: readonly EdgeKind[] | null | undefined;
  readonly minOverlap: number;
  readonly maxNodes: number;
}

export interface SelectedGraph {
  /** Nearer to the roots first, then those of higher degree in the whole graph, then by id. */
  readonly nodes: readonly { readonly node: Node; readonly degree: number }[];
  /** By kind, then source and target id; none without both its nodes. */
  readonly edges: readonly Edge[];
  /** Whether maxNodes left out nodes that the selection reached. */
  readonly truncated: boolean;
}

interface Reached {
  readonly node: Node;
  readonly distance: number;
}

/**
 * The part of the graph within `depth` edges of the roots, or all of it where no root is given, walking and showing the
 * selected kinds only. The roots are always part of it, whatever their kind and maxNodes.
 *
 * @throws ArgumentError naming the field, e.g. "select.depth", for an unknown root or a number out of its range.
 */
export function* selectedGraph(graph: CatalogGraph, selection: GraphSelection): Steps<SelectedGraph> {
  const wants = checkedSelection(graph, selection);
  const reached = wants.roots.length > 0 ? yield* walked(graph, wants) : yield* everything(graph, wants);
  const ranked = yield* mapInSteps(reached, (each) => ({ ...each, degree: degreeOf(graph, each.node) }));
  const inOrder = yield* sortInSteps(
    ranked,
    (a, b) => a.distance - b.distance || b.degree - a.degree || compareText(a.node.id, b.node.id),
  );
  const nodes = inOrder.slice(0, wants.limit).map(({ node }) => node);
  const edges = yield* edgesAmong(graph, nodes, wants);
  const degrees = new Map<Node, number>();
  yield* forEachInSteps(edges, ({ source, target }) => {
    degrees.set(source, (degrees.get(source) ?? 0) + 1);
    degrees.set(target, (degrees.get(target) ?? 0) + 1);
  });
  return {
    nodes: nodes.map((node) => ({ node, degree: degrees.get(node) ?? 0 })),
    edges,
    truncated: reached.length > nodes.length,
  };
}

interface Wants {
  readonly roots: readonly Node[];
  readonly depth: number;
  readonly limit: number;
  readonly shows: (kind: NodeKind) => boolean;
  follows(edge: Edge): boolean;
}

function checkedSelection(graph: CatalogGraph, selection: GraphSelection): Wants {
  const { depth, maxNodes } = selection;
  checkedRange('select.depth', depth, 0, maxDepth);
  checkedRange('select.maxNodes', maxNodes, 1, mostNodes);
  const minOverlap = checkedScore('select.minOverlap', selection.minOverlap);
  if (selection.nodeKinds?.length === 0) {
    throw new ArgumentError(
      'select.nodeKinds',
      'select.nodeKinds is an empty list; name at least one kind or leave it out.',
    );
  }
  const given = selection.roots ?? [];
  const roots = given.length === 0 ? [] : nodesOf(graph, given, 'select.roots', nodeKinds);
  const shown = new Set(selection.nodeKinds ?? shownByDefault);
  const followed = new Set(selection.edgeKinds ?? edgeKindsOfDoing);
  return {
    roots,
    depth,
    limit: Math.max(maxNodes, roots.length),
    shows: (kind) => shown.has(kind),
    follows: ({ kind, weight }) => followed.has(kind) && (kind !== 'OVERLAPS_WITH' || weight >= minOverlap),
  };
}

function checkedRange(argument: string, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return;
  const allowed = `${least} and ${most.toLocaleString('en-US')}`;
  throw new ArgumentError(argument, `${argument} is ${given}; it must be between ${allowed}.`);
}

/**
 * Breadth first, until the limit is passed: nearer nodes come first in the answer, so those that are farther away than the
 * first distance past the limit are not needed.
 */
function* walked(graph: CatalogGraph, wants: Wants): Steps<readonly Reached[]> {
  const reached = new Map<string, Reached>(wants.roots.map((node) => [node.id, { node, distance: 0 }]));
  let frontier: readonly Node[] = wants.roots;
  let visited = 0;
  for (let distance = 1; distance <= wants.depth && reached.size <= wants.limit; distance++) {
    const next: Node[] = [];
    for (const node of frontier) {
      for (const neighbour of neighbours(graph, node, wants)) {
        // A pillar may have as many neighbours as there are roles.
        if (++visited % 512 === 0) yield;
        if (reached.has(neighbour.id) || !wants.shows(neighbour.kind)) continue;
        reached.set(neighbour.id, { node: neighbour, distance });
        next.push(neighbour);
      }
      yield;
    }
    frontier = next;
  }
  return [...reached.values()];
}

function* neighbours(graph: CatalogGraph, node: Node, wants: Wants): Generator<Node> {
  for (const edge of edgesFrom(graph, node)) if (wants.follows(edge)) yield edge.target;
  for (const edge of edgesTo(graph, node)) if (wants.follows(edge)) yield edge.source;
}

function everything(graph: CatalogGraph, { shows }: Wants): Steps<readonly Reached[]> {
  return collectInSteps(graph.nodes(shows).map((node) => ({ node, distance: 0 })));
}

/** By kind, source and target. The nodes are visited in the order of their ids, so only the few edges of each are sorted. */
function* edgesAmong(graph: CatalogGraph, nodes: readonly Node[], wants: Wants): Steps<readonly Edge[]> {
  const selected = new Set(nodes);
  const ofKinds = new Map<EdgeKind, Edge[]>(edgeKinds.map((kind) => [kind, []]));
  const byId = yield* sortInSteps(nodes, (a, b) => compareText(a.id, b.id));
  for (const node of byId) {
    const edges = [...edgesFrom(graph, node)].filter((edge) => selected.has(edge.target) && wants.follows(edge));
    edges.sort((a, b) => compareText(a.target.id, b.target.id));
    for (const edge of edges) ofKinds.get(edge.kind)?.push(edge);
    yield;
  }
  return [...ofKinds.values()].flat();
}
