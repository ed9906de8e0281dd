import { compareText } from '../catalog/compare-text.ts';
import { edgeKinds, type EdgeKind } from '../graph/edge-kind.ts';
import { nodeKinds, type NodeKind } from '../graph/node-kind.ts';
import { quoted } from '../catalog/quoted-text.ts';
import { ArgumentError } from './argument-error.ts';
import { degreeOf, edgesFrom, edgesTo, type Edge } from './edges.ts';
import type { NodeEntry } from './entries.ts';
import type { Membership } from './membership.ts';
import { checkedScore } from './role-overlaps.ts';

/** How far from the roots a selection can go, in edges. */
export const maxDepth = 4;
/** The most nodes that a selection can ask for. */
export const mostNodes = 10_000;
/** The kinds that are shown unless others are named. */
export const shownByDefault: readonly NodeKind[] = nodeKinds.filter(
  (kind) => kind !== 'SOURCE' && kind !== 'APPEARANCE',
);

/** Which part of the graph is wanted. Fields are those of the GraphQL input of the same name. */
export interface GraphSelection {
  readonly roots?: readonly string[] | null | undefined;
  readonly depth: number;
  readonly nodeKinds?: readonly NodeKind[] | null | undefined;
  readonly edgeKinds?: readonly EdgeKind[] | null | undefined;
  readonly minOverlap: number;
  readonly maxNodes: number;
}

export interface SelectedGraph {
  /** Nearer to the roots first, then those of higher degree in the whole graph, then by id. */
  readonly nodes: readonly { readonly node: NodeEntry; readonly degree: number }[];
  /** By kind, then source and target id; none without both its nodes. */
  readonly edges: readonly Edge[];
  /** Whether maxNodes left out nodes that the selection reached. */
  readonly truncated: boolean;
}

interface Reached {
  readonly node: NodeEntry;
  readonly distance: number;
}

/**
 * The part of the graph within `depth` edges of the roots, or all of it where no root is given, walking and showing the
 * selected kinds only. Roots are kept whatever their kind and the cut.
 *
 * @throws ArgumentError naming the field, e.g. "select.depth", for an unknown root or a number out of its range.
 */
export function selectedGraph(membership: Membership, selection: GraphSelection): SelectedGraph {
  const wants = checkedSelection(membership, selection);
  const reached = wants.roots.length > 0 ? walked(membership, wants) : everything(membership, wants);
  const nodes = [...reached.values()]
    .map(({ node, distance }) => ({ node, distance, degree: degreeOf(membership, node) }))
    .sort((a, b) => a.distance - b.distance || b.degree - a.degree || compareText(a.node.id, b.node.id))
    .slice(0, wants.limit)
    .map(({ node }) => node);
  // Edges are most of the work, and not every question is for them.
  let edges: readonly Edge[] | undefined;
  let degrees: ReadonlyMap<string, number> | undefined;
  const selected: SelectedGraph = {
    nodes: nodes.map((node) => ({
      node,
      get degree() {
        degrees ??= degreesOf(selected.edges);
        return degrees.get(node.id) ?? 0;
      },
    })),
    get edges() {
      edges ??= edgesAmong(membership, nodes, wants);
      return edges;
    },
    truncated: reached.size > nodes.length,
  };
  return selected;
}

function degreesOf(edges: readonly Edge[]): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { source, target } of edges) {
    for (const { id } of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  return degrees;
}

interface Wants {
  readonly roots: readonly NodeEntry[];
  readonly depth: number;
  readonly limit: number;
  shows(node: NodeEntry): boolean;
  follows(edge: Edge): boolean;
}

function checkedSelection(membership: Membership, selection: GraphSelection): Wants {
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
  const roots = [...new Set(selection.roots ?? [])].map((id) => rootOf(membership, id));
  const shown = new Set(selection.nodeKinds ?? shownByDefault);
  const followed = new Set(selection.edgeKinds ?? edgeKinds);
  return {
    roots,
    depth,
    limit: Math.max(maxNodes, roots.length),
    shows: ({ kind }) => shown.has(kind),
    follows: ({ kind, weight }) => followed.has(kind) && (kind !== 'OVERLAPS_WITH' || weight >= minOverlap),
  };
}

function rootOf(membership: Membership, id: string): NodeEntry {
  const node = membership.node(id);
  if (node !== undefined) return node;
  throw new ArgumentError(
    'select.roots',
    `select.roots has ${quoted(id)}, which nothing here has as its id; ids look like "role:devops-engineer" or "pillar:security".`,
  );
}

function checkedRange(argument: string, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return;
  const allowed = `${least} and ${most.toLocaleString('en-US')}`;
  throw new ArgumentError(argument, `${argument} is ${given}; it must be between ${allowed}.`);
}

/** Breadth first, as far as needed: nearer nodes are kept first, so a step past the limit tells all that there is to know. */
function walked(membership: Membership, wants: Wants): ReadonlyMap<string, Reached> {
  const reached = new Map<string, Reached>(wants.roots.map((node) => [node.id, { node, distance: 0 }]));
  let frontier: readonly NodeEntry[] = wants.roots;
  for (let distance = 1; distance <= wants.depth && reached.size <= wants.limit; distance++) {
    const next: NodeEntry[] = [];
    for (const node of frontier) {
      for (const neighbour of neighbours(membership, node, wants)) {
        if (reached.has(neighbour.id) || !wants.shows(neighbour)) continue;
        reached.set(neighbour.id, { node: neighbour, distance });
        next.push(neighbour);
      }
    }
    frontier = next;
  }
  return reached;
}

function* neighbours(membership: Membership, node: NodeEntry, wants: Wants): Generator<NodeEntry> {
  for (const edge of edgesFrom(membership, node)) if (wants.follows(edge)) yield edge.target;
  for (const edge of edgesTo(membership, node)) if (wants.follows(edge)) yield edge.source;
}

function everything(membership: Membership, wants: Wants): ReadonlyMap<string, Reached> {
  const reached = new Map<string, Reached>();
  for (const node of membership.allNodes()) if (wants.shows(node)) reached.set(node.id, { node, distance: 0 });
  return reached;
}

/** By kind, source and target: the nodes are gone through by id, so that only the few edges of each need to be sorted. */
function edgesAmong(membership: Membership, nodes: readonly NodeEntry[], wants: Wants): readonly Edge[] {
  const kept = new Set(nodes);
  const ofKinds = new Map<EdgeKind, Edge[]>(edgeKinds.map((kind) => [kind, []]));
  for (const node of nodes.toSorted((a, b) => compareText(a.id, b.id))) {
    const edges = [...edgesFrom(membership, node)].filter((edge) => kept.has(edge.target) && wants.follows(edge));
    edges.sort((a, b) => compareText(a.target.id, b.target.id));
    for (const edge of edges) ofKinds.get(edge.kind)?.push(edge);
  }
  return [...ofKinds.values()].flat();
}
