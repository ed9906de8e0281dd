import { compareText } from '../../text/compare-text.ts';
import type { EdgeKind } from '../nodes/edge-kind.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { countAt, type CountedLists } from '../../collections/counted-lists.ts';
import type { Appearance } from '../nodes/appearance.ts';
import { isGroup, type Node, type RoleGroup } from '../nodes/node.ts';
import type { Pillar } from '../nodes/pillar.ts';
import type { Role } from '../nodes/role.ts';
import { overlapsOf } from '../overlaps/group-overlap.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
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

/** The edges that a node is the source of. */
export function* edgesFrom(graph: CatalogGraph, node: Node): Generator<Edge> {
  const { relations } = graph;
  switch (node.kind) {
    case 'ROLE':
      yield* countedEdges('APPEARS_IN', node, graph.pillars, relations.pillarsOfRole);
      yield* countedEdges('IN_CATEGORY', node, graph.categories, relations.categoriesOfRole);
      yield* countedEdges('WORKS_IN', node, graph.organizationTypes, relations.organizationTypesOfRole);
      yield* countedEdges('PERFORMS', node, graph.responsibilities, relations.responsibilitiesOfRole);
      yield* roleOverlapEdges(graph, node, 'SOURCE');
      break;
    case 'CATEGORY':
      for (const owner of node.owners) yield statedEdge('PART_OF', node, owner);
      break;
    case 'RESPONSIBILITY':
      for (const topic of node.topics) yield statedEdge('ABOUT', node, topic);
      break;
    case 'PILLAR':
      yield* pillarOverlapEdges(graph, node, 'SOURCE');
      break;
    case 'TOPIC':
    case 'ORGANIZATION_TYPE':
    case 'SOURCE':
    case 'APPEARANCE':
      break;
  }
}

/** The edges that a node is the target of. */
export function* edgesTo(graph: CatalogGraph, node: Node): Generator<Edge> {
  const { relations } = graph;
  switch (node.kind) {
    case 'ROLE':
      yield* roleOverlapEdges(graph, node, 'TARGET');
      break;
    case 'PILLAR':
      yield* edgesOfGroup(graph, 'APPEARS_IN', node, relations.pillarsOfRole);
      for (const category of node.categories) yield statedEdge('PART_OF', category, node);
      yield* pillarOverlapEdges(graph, node, 'TARGET');
      break;
    case 'CATEGORY':
      yield* edgesOfGroup(graph, 'IN_CATEGORY', node, relations.categoriesOfRole);
      break;
    case 'ORGANIZATION_TYPE':
      yield* edgesOfGroup(graph, 'WORKS_IN', node, relations.organizationTypesOfRole);
      for (const category of node.categories) yield statedEdge('PART_OF', category, node);
      break;
    case 'RESPONSIBILITY':
      for (const role of node.roles) {
        const weight = countAt(relations.responsibilitiesOfRole, role.index, node.index);
        yield { kind: 'PERFORMS', source: role, target: node, weight };
      }
      break;
    case 'TOPIC':
      for (const responsibility of node.responsibilities) {
        yield statedEdge('ABOUT', responsibility, node);
      }
      break;
    case 'SOURCE':
    case 'APPEARANCE':
      break;
  }
}

/** How many edges touch a node in the whole graph, whatever is selected. */
export function degreeOf(graph: CatalogGraph, node: Node): number {
  if (node.kind === 'ROLE') {
    const { pillarCount, categoryCount, organizationTypeCount, responsibilityCount } = node;
    const overlaps = listLength(graph.indexes.listedPairs, node.index);
    return pillarCount + categoryCount + organizationTypeCount + responsibilityCount + overlaps;
  }
  const { responsibilitiesOfTopic, topicsOfResponsibility } = graph.relations;
  if (node.kind === 'RESPONSIBILITY') return node.roleCount + listLength(topicsOfResponsibility, node.index);
  if (node.kind === 'TOPIC') return listLength(responsibilitiesOfTopic, node.index);
  return [...edgesFrom(graph, node), ...edgesTo(graph, node)].length;
}

/** The lines behind an edge, by source, line and role; none behind PART_OF and ABOUT, which the catalog itself states. */
export function appearancesBehind(graph: CatalogGraph, { kind, source, target }: Edge): readonly Appearance[] {
  switch (kind) {
    case 'APPEARS_IN':
    case 'IN_CATEGORY':
    case 'WORKS_IN':
      return source.kind === 'ROLE' && isGroup(target) ? source.appearancesIn(target) : [];
    case 'PERFORMS':
      return source.kind === 'ROLE' && target.kind === 'RESPONSIBILITY' ? source.appearancesNaming(target) : [];
    case 'OVERLAPS_WITH':
      if (source.kind === 'ROLE' && target.kind === 'ROLE') return sharedLines(source, target);
      return source.kind === 'PILLAR' && target.kind === 'PILLAR' ? linesOfShared(graph, source, target) : [];
    case 'PART_OF':
    case 'ABOUT':
      return [];
  }
}

/** The lines of two roles that give them a pillar, an organization type or a responsibility which both have. */
function sharedLines(role: Role, other: Role): readonly Appearance[] {
  const traitsOf = (of: Role) => new Set<Node>([...of.pillars, ...of.organizationTypes, ...of.responsibilities]);
  const shared = traitsOf(role).intersection(traitsOf(other));
  return byLine(
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
  return byLine(graph.rolesIn(shared).flatMap((role) => [...role.appearancesIn(pillar), ...role.appearancesIn(other)]));
}

function byLine(appearances: Appearance[]): readonly Appearance[] {
  return appearances.sort((a, b) => a.source.index - b.source.index || a.line - b.line || a.index - b.index);
}

function statedEdge(kind: 'PART_OF' | 'ABOUT', source: Node, target: Node): Edge {
  return { kind, source, target, weight: 1 };
}

function* countedEdges(kind: EdgeKind, role: Role, targets: readonly Node[], lists: CountedLists): Generator<Edge> {
  const start = lists.offsets[role.index] ?? 0;
  for (const [index, place] of listAt(lists, role.index).entries()) {
    yield { kind, source: role, target: itemAt(targets, place), weight: itemAt(lists.counts, start + index) };
  }
}

function* edgesOfGroup(graph: CatalogGraph, kind: EdgeKind, group: RoleGroup, lists: CountedLists): Generator<Edge> {
  for (const role of graph.rolesIn(group.roleSet)) {
    yield { kind, source: role, target: group, weight: countAt(lists, role.index, group.index) };
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
