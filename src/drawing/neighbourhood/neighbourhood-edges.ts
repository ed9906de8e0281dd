import { wordsTo } from '../../analysis/paths/path-sentence.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import type { Node } from '../../graph/nodes/node.ts';
import { roleOverlapOf } from '../../graph/overlaps/role-overlaps.ts';
import type { Edge } from '../../graph/selection/edges.ts';
import { filterInSteps, forEachInSteps, mapInSteps, type Steps } from '../../scheduling/steps.ts';

/** A line of the picture. Nodes are given by their positions in the list of nodes. */
export interface NeighbourhoodEdge {
  readonly kind: EdgeKind;
  readonly source: number;
  readonly target: number;
  /** As the graph gives it: a score for OVERLAPS_WITH, otherwise a number of places. */
  readonly weight: number;
  /** From the source to the target, e.g. "appears in". */
  readonly verb: string;
  /** Whether it connects a neighbour with a node that was asked for, perhaps through a category of that node. */
  readonly isMain: boolean;
  /** What two roles that overlap both do, by name; empty for edges that are not main. */
  readonly shared: readonly string[];
}

const memberships: readonly EdgeKind[] = ['APPEARS_IN', 'IN_CATEGORY', 'WORKS_IN'];

/**
 * The edges among some nodes that a picture draws as lines, so that few lines say most:
 *
 * - All edges of the nodes that were asked for. If these are groups, roles under their categories are connected with the categories
 *   in place of the group.
 * - Of what two neighbours have to do with each other, who does what and, near a role, the strongest overlap of each role. What
 *   neighbours are members of would be most of the lines, and the signatures of roles say most of it.
 *
 * @param nodes all nodes; the first `rootCount` of them were asked for.
 * @param edges all edges among them.
 */
export function* drawnEdges(
  graph: CatalogGraph,
  nodes: readonly Node[],
  rootCount: number,
  edges: readonly Edge[],
): Steps<readonly NeighbourhoodEdge[]> {
  const positions = new Map(nodes.map((node, position) => [node, position]));
  const roots = new Set(nodes.slice(0, rootCount));
  const hasRole = [...roots].some(({ kind }) => kind === 'ROLE');
  const isOfRoot = ({ source, target }: Edge) => roots.has(source) || roots.has(target);
  const isOfRootsCategory = ({ kind, target }: Edge) =>
    kind === 'IN_CATEGORY' && target.kind === 'CATEGORY' && target.owners.some((owner) => roots.has(owner));
  const inCategories = new Map<Node, Set<Node>>();
  const strongest = new Map<Node, Edge>();
  yield* forEachInSteps(edges, (edge) => {
    const { kind, source, target, weight } = edge;
    if (isOfRootsCategory(edge) && target.kind === 'CATEGORY') {
      const owners = inCategories.get(source) ?? new Set();
      for (const owner of target.owners) owners.add(owner);
      inCategories.set(source, owners);
    }
    if (!hasRole || kind !== 'OVERLAPS_WITH' || source.kind !== 'ROLE' || isOfRoot(edge)) return;
    for (const role of [source, target]) if (weight > (strongest.get(role)?.weight ?? 0)) strongest.set(role, edge);
  });
  const isDrawn = (edge: Edge) => {
    const { kind, source, target } = edge;
    if (isOfRootsCategory(edge)) return true;
    // Its line goes through the category.
    if (memberships.includes(kind) && roots.has(target) && inCategories.get(source)?.has(target) === true) return false;
    if (isOfRoot(edge)) return true;
    if (kind === 'OVERLAPS_WITH') return strongest.get(source) === edge || strongest.get(target) === edge;
    return kind !== 'PART_OF' && !memberships.includes(kind);
  };
  const drawn = yield* filterInSteps(edges, isDrawn);
  return yield* mapInSteps(drawn, (edge): NeighbourhoodEdge => {
    const { kind, source, target, weight } = edge;
    const isMain = isOfRoot(edge) || isOfRootsCategory(edge);
    return {
      kind,
      source: positions.get(source) ?? -1,
      target: positions.get(target) ?? -1,
      weight,
      verb: wordsTo(edge, source),
      isMain,
      shared: isMain ? sharedDuties(graph, edge) : [],
    };
  });
}

function sharedDuties(graph: CatalogGraph, { source, target }: Edge): readonly string[] {
  if (source.kind !== 'ROLE' || target.kind !== 'ROLE') return [];
  return roleOverlapOf(graph, source, target).sharedResponsibilities.map(({ name }) => name);
}
