import { countAt, type CountedLists } from '../../collections/counted-lists.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { compareText } from '../../text/compare-text.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import {
  type Appearance,
  isGroup,
  type Node,
  type Pillar,
  type Responsibility,
  type Role,
  type RoleGroup,
} from '../nodes/node.ts';
import type { EdgeKind } from '../nodes/edge-kind.ts';
import { overlapsOf } from '../overlaps/group-overlap.ts';
import { byPlace } from '../structure/source-lines.ts';
import { otherOfPair } from '../overlaps/role-overlaps.ts';

/** A connection of two nodes: there is at most one of a kind between two. */
export interface Edge {
  readonly kind: EdgeKind;
  /** Of OVERLAPS_WITH, which has no direction, the node with the smaller id. */
  readonly source: Node;
  readonly target: Node;
  /** The number of appearances behind it; 1 for PART_OF and ABOUT; the score or Jaccard index for OVERLAPS_WITH. */
  readonly weight: number;
}

/** The kinds of edges from roles that have appearances behind them, and the relation that each is made from. */
const roleEdges = [
  { kind: 'APPEARS_IN', targetKind: 'PILLAR', relation: 'pillarsOfRole' },
  { kind: 'IN_CATEGORY', targetKind: 'CATEGORY', relation: 'categoriesOfRole' },
  { kind: 'WORKS_IN', targetKind: 'ORGANIZATION_TYPE', relation: 'organizationTypesOfRole' },
  { kind: 'PERFORMS', targetKind: 'RESPONSIBILITY', relation: 'responsibilitiesOfRole' },
] as const;

/** The kinds of edges from roles to responsibilities that they do not do, and the involvement that each stands for. */
export const involvementEdges = [
  { kind: 'CONSULTED_ON', involvement: 'CONSULTED' },
  { kind: 'INFORMED_ABOUT', involvement: 'INFORMED' },
] as const;

/** The edges that a node is the source of. */
export function* edgesFrom(graph: CatalogGraph, node: Node): Generator<Edge> {
  if (node.kind === 'ROLE') {
    const { relations } = graph;
    for (const { kind, targetKind, relation } of roleEdges) {
      yield* edgesOfRole(kind, node, graph.nodesOfKind(targetKind), relations[relation]);
    }
    for (const { kind, involvement } of involvementEdges) {
      yield* edgesOfRole(kind, node, graph.responsibilities, relations.involvedOfRole[involvement]);
    }
    yield* roleOverlapEdges(graph, node, 'SOURCE');
  }
  if (node.kind === 'CATEGORY') for (const owner of node.owners) yield statedEdge('PART_OF', node, owner);
  if (node.kind === 'RESPONSIBILITY') for (const topic of node.topics) yield statedEdge('ABOUT', node, topic);
  if (node.kind === 'PILLAR') yield* pillarOverlapEdges(graph, node, 'SOURCE');
}

/** The edges that a node is the target of. */
export function* edgesTo(graph: CatalogGraph, node: Node): Generator<Edge> {
  if (node.kind === 'ROLE') yield* roleOverlapEdges(graph, node, 'TARGET');
  if (isGroup(node) || node.kind === 'RESPONSIBILITY') yield* edgesFromRoles(graph, node);
  if (node.kind === 'RESPONSIBILITY') yield* edgesFromInvolved(graph, node);
  if (node.kind === 'PILLAR' || node.kind === 'ORGANIZATION_TYPE') {
    for (const category of node.categories) yield statedEdge('PART_OF', category, node);
  }
  if (node.kind === 'PILLAR') yield* pillarOverlapEdges(graph, node, 'TARGET');
  if (node.kind === 'TOPIC') {
    for (const responsibility of node.responsibilities) yield statedEdge('ABOUT', responsibility, node);
  }
}

/** How many edges touch a node in the whole graph, whatever is selected; without CONSULTED_ON and INFORMED_ABOUT. */
export function degreeOf(graph: CatalogGraph, node: Node): number {
  if (node.kind === 'ROLE') {
    const { pillarCount, categoryCount, organizationTypeCount, responsibilityCount } = node;
    const overlaps = listLength(graph.indexes.listedPairs, node.index);
    return pillarCount + categoryCount + organizationTypeCount + responsibilityCount + overlaps;
  }
  if (node.kind === 'RESPONSIBILITY') {
    return node.roleCount + listLength(graph.relations.topicsOfResponsibility, node.index);
  }
  if (node.kind === 'TOPIC') return node.responsibilityCount;
  return [...edgesFrom(graph, node), ...edgesTo(graph, node)].length;
}

/** The lines behind an edge, by source, line and role; none behind PART_OF and ABOUT, which the catalog itself states. */
export function appearancesBehind(graph: CatalogGraph, { kind, source, target }: Edge): readonly Appearance[] {
  if (source.kind === 'ROLE') {
    if (isGroup(target)) return source.appearancesIn(target);
    if (target.kind === 'RESPONSIBILITY') {
      const involved = involvementEdges.find((each) => each.kind === kind);
      return involved === undefined
        ? source.appearancesNaming(target)
        : source.appearancesInvolving(target, [involved.involvement]);
    }
    if (target.kind === 'ROLE') return sharedLines(graph, source, target);
  }
  return source.kind === 'PILLAR' && target.kind === 'PILLAR' ? linesOfShared(graph, source, target) : [];
}

/** The lines of two roles that give them a pillar, an organization type or a responsibility which both have. */
function sharedLines(graph: CatalogGraph, role: Role, other: Role): readonly Appearance[] {
  const traitsOf = (of: Role) => new Set<Node>([...of.pillars, ...of.organizationTypes, ...of.responsibilities]);
  const shared = traitsOf(role).intersection(traitsOf(other));
  return inOrderOfPlaces(
    graph,
    [...role.appearances, ...other.appearances].filter(
      (appearance) =>
        appearance.category.owners.some((owner) => shared.has(owner)) ||
        appearance.responsibilities.some((responsibility) => shared.has(responsibility)),
    ),
  );
}

/** The lines that put the roles of two pillars into each of them. */
function linesOfShared(graph: CatalogGraph, pillar: Pillar, other: Pillar): readonly Appearance[] {
  const shared = pillar.roleSet.intersection(other.roleSet);
  return inOrderOfPlaces(
    graph,
    graph.rolesIn(shared).flatMap((role) => [...role.appearancesIn(pillar), ...role.appearancesIn(other)]),
  );
}

function inOrderOfPlaces({ structure }: CatalogGraph, appearances: Appearance[]): readonly Appearance[] {
  const compare = byPlace(structure.appearances);
  return appearances.sort((a, b) => compare(a.index, b.index));
}

function statedEdge(kind: 'PART_OF' | 'ABOUT', source: Node, target: Node): Edge {
  return { kind, source, target, weight: 1 };
}

function* edgesOfRole(kind: EdgeKind, role: Role, nodes: readonly Node[], targets: CountedLists): Generator<Edge> {
  const start = targets.offsets[role.index] ?? 0;
  for (const [position, index] of listAt(targets, role.index).entries()) {
    yield { kind, source: role, target: itemAt(nodes, index), weight: itemAt(targets.counts, start + position) };
  }
}

function* edgesFromRoles(graph: CatalogGraph, target: RoleGroup | Responsibility): Generator<Edge> {
  for (const { kind, targetKind, relation } of roleEdges) {
    if (targetKind !== target.kind) continue;
    const targets = graph.relations[relation];
    for (const role of target.roles) {
      yield { kind, source: role, target, weight: countAt(targets, role.index, target.index) };
    }
  }
}

function* edgesFromInvolved(graph: CatalogGraph, target: Responsibility): Generator<Edge> {
  const { involvedOfRole, rolesInvolvedIn } = graph.relations;
  for (const { kind, involvement } of involvementEdges) {
    for (const role of listAt(rolesInvolvedIn[involvement], target.index)) {
      const weight = countAt(involvedOfRole[involvement], role, target.index);
      yield { kind, source: itemAt(graph.roles, role), target, weight };
    }
  }
}

function* roleOverlapEdges(graph: CatalogGraph, role: Role, end: 'SOURCE' | 'TARGET'): Generator<Edge> {
  const { score } = graph.structure.overlaps;
  for (const pair of listAt(graph.indexes.listedPairs, role.index)) {
    const other = itemAt(graph.roles, otherOfPair(graph, pair, role.index));
    yield* undirectedEdge(role, other, itemAt(score, pair), end);
  }
}

function* pillarOverlapEdges(graph: CatalogGraph, pillar: Pillar, end: 'SOURCE' | 'TARGET'): Generator<Edge> {
  for (const overlap of overlapsOf(graph, pillar)) {
    yield* undirectedEdge(pillar, itemAt(overlap.groups, 1), overlap.jaccard, end);
  }
}

/** The edge of two nodes if the given one is that end of it. */
function* undirectedEdge(node: Node, other: Node, weight: number, end: 'SOURCE' | 'TARGET'): Generator<Edge> {
  const isSource = compareText(node.id, other.id) < 0;
  if (isSource !== (end === 'SOURCE')) return;
  const [source, target] = isSource ? [node, other] : [other, node];
  yield { kind: 'OVERLAPS_WITH', source, target, weight };
}
