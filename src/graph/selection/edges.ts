import { compareText } from '../../text/compare-text.ts';
import type { EdgeKind } from '../nodes/edge-kind.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { countAt, type CountedLists } from '../../collections/counted-lists.ts';
import {
  isGroup,
  type AppearanceEntry,
  type GroupEntry,
  type NodeEntry,
  type PillarEntry,
  type RoleEntry,
} from '../nodes/entries.ts';
import { jaccard, overlapsOf } from '../overlaps/group-overlap.ts';
import type { Membership } from '../catalog-graph.ts';
import { otherOfPair } from '../overlaps/role-overlaps.ts';

/** A connection of two nodes: there is at most one of a kind between two. */
export interface Edge {
  readonly kind: EdgeKind;
  /** Of OVERLAPS_WITH, which has no direction, the node with the smaller id. */
  readonly source: NodeEntry;
  readonly target: NodeEntry;
  /** The number of appearances behind it; 1 for PART_OF and ABOUT; the score or Jaccard index for OVERLAPS_WITH. */
  readonly weight: number;
}

/** The edges that a node is the source of. */
export function* edgesFrom(membership: Membership, node: NodeEntry): Generator<Edge> {
  const { entries, relations } = membership;
  switch (node.kind) {
    case 'ROLE':
      yield* countedEdges('APPEARS_IN', node, entries.pillars, relations.pillarsOfRole);
      yield* countedEdges('IN_CATEGORY', node, entries.categories, relations.categoriesOfRole);
      yield* countedEdges('WORKS_IN', node, entries.organizationTypes, relations.organizationTypesOfRole);
      yield* countedEdges('PERFORMS', node, entries.responsibilities, relations.responsibilitiesOfRole);
      yield* roleOverlapEdges(membership, node, 'SOURCE');
      break;
    case 'CATEGORY':
      if (node.pillar !== null) yield statedEdge('PART_OF', node, itemAt(entries.pillars, node.pillar));
      for (const place of node.organizationTypes) {
        yield statedEdge('PART_OF', node, itemAt(entries.organizationTypes, place));
      }
      break;
    case 'RESPONSIBILITY':
      for (const topic of membership.topicsOfResponsibility(node)) yield statedEdge('ABOUT', node, topic);
      break;
    case 'PILLAR':
      yield* pillarOverlapEdges(membership, node, 'SOURCE');
      break;
    case 'TOPIC':
    case 'ORGANIZATION_TYPE':
    case 'SOURCE':
    case 'APPEARANCE':
      break;
  }
}

/** The edges that a node is the target of. */
export function* edgesTo(membership: Membership, node: NodeEntry): Generator<Edge> {
  const { relations } = membership;
  switch (node.kind) {
    case 'ROLE':
      yield* roleOverlapEdges(membership, node, 'TARGET');
      break;
    case 'PILLAR':
      yield* edgesOfGroup(membership, 'APPEARS_IN', node, relations.pillarsOfRole);
      for (const category of membership.categoriesUnder(node)) yield statedEdge('PART_OF', category, node);
      yield* pillarOverlapEdges(membership, node, 'TARGET');
      break;
    case 'CATEGORY':
      yield* edgesOfGroup(membership, 'IN_CATEGORY', node, relations.categoriesOfRole);
      break;
    case 'ORGANIZATION_TYPE':
      yield* edgesOfGroup(membership, 'WORKS_IN', node, relations.organizationTypesOfRole);
      for (const category of membership.categoriesUnder(node)) yield statedEdge('PART_OF', category, node);
      break;
    case 'RESPONSIBILITY':
      for (const role of membership.rolesPerforming(node)) {
        const weight = countAt(relations.responsibilitiesOfRole, role.place, node.place);
        yield { kind: 'PERFORMS', source: role, target: node, weight };
      }
      break;
    case 'TOPIC':
      for (const responsibility of membership.responsibilitiesOfTopic(node)) {
        yield statedEdge('ABOUT', responsibility, node);
      }
      break;
    case 'SOURCE':
    case 'APPEARANCE':
      break;
  }
}

/** How many edges touch a node in the whole graph, whatever is selected. */
export function degreeOf(membership: Membership, node: NodeEntry): number {
  if (node.kind === 'ROLE') {
    const { pillarCount, categoryCount, organizationTypeCount, responsibilityCount } = node;
    const overlaps = listLength(membership.listedPairs(), node.place);
    return pillarCount + categoryCount + organizationTypeCount + responsibilityCount + overlaps;
  }
  const { responsibilitiesOfTopic, topicsOfResponsibility } = membership.relations;
  if (node.kind === 'RESPONSIBILITY') return node.roleCount + listLength(topicsOfResponsibility, node.place);
  if (node.kind === 'TOPIC') return listLength(responsibilitiesOfTopic, node.place);
  return [...edgesFrom(membership, node), ...edgesTo(membership, node)].length;
}

/** The lines behind an edge, by source, line and role; none behind PART_OF and ABOUT, which the catalog itself states. */
export function appearancesBehind(membership: Membership, { kind, source, target }: Edge): readonly AppearanceEntry[] {
  switch (kind) {
    case 'APPEARS_IN':
    case 'IN_CATEGORY':
    case 'WORKS_IN':
      return source.kind === 'ROLE' && isGroup(target) ? membership.appearancesOf(source, target) : [];
    case 'PERFORMS':
      return source.kind === 'ROLE' && target.kind === 'RESPONSIBILITY'
        ? membership.appearancesNaming(source, target)
        : [];
    case 'OVERLAPS_WITH':
      if (source.kind === 'ROLE' && target.kind === 'ROLE') return sharedLines(membership, source, target);
      return source.kind === 'PILLAR' && target.kind === 'PILLAR' ? linesOfShared(membership, source, target) : [];
    case 'PART_OF':
    case 'ABOUT':
      return [];
  }
}

/** The lines of two roles that give them a pillar, an organization type or a responsibility which both have. */
function sharedLines(membership: Membership, role: RoleEntry, other: RoleEntry): readonly AppearanceEntry[] {
  const traitsOf = (of: RoleEntry) =>
    new Set<NodeEntry>([
      ...membership.pillarsOf(of),
      ...membership.organizationTypesOf(of),
      ...membership.responsibilitiesOf(of),
    ]);
  const shared = traitsOf(role).intersection(traitsOf(other));
  return byLine(
    [...membership.appearancesOf(role), ...membership.appearancesOf(other)].filter(
      (appearance) =>
        membership
          .ownersOf(itemAt(membership.entries.categories, appearance.category))
          .some((owner) => shared.has(owner)) ||
        membership.responsibilitiesOfAppearance(appearance).some((responsibility) => shared.has(responsibility)),
    ),
  );
}

/** The lines that put the roles of two pillars into each of them. */
function linesOfShared(membership: Membership, pillar: PillarEntry, other: PillarEntry): readonly AppearanceEntry[] {
  const shared = membership.rolesOfGroup(pillar).intersection(membership.rolesOfGroup(other));
  return byLine(
    membership
      .rolesIn(shared)
      .flatMap((role) => [...membership.appearancesOf(role, pillar), ...membership.appearancesOf(role, other)]),
  );
}

function byLine(appearances: AppearanceEntry[]): readonly AppearanceEntry[] {
  return appearances.sort((a, b) => a.source - b.source || a.line - b.line || a.place - b.place);
}

function statedEdge(kind: 'PART_OF' | 'ABOUT', source: NodeEntry, target: NodeEntry): Edge {
  return { kind, source, target, weight: 1 };
}

function* countedEdges(
  kind: EdgeKind,
  role: RoleEntry,
  targets: readonly NodeEntry[],
  lists: CountedLists,
): Generator<Edge> {
  const start = lists.offsets[role.place] ?? 0;
  for (const [index, place] of listAt(lists, role.place).entries()) {
    yield { kind, source: role, target: itemAt(targets, place), weight: itemAt(lists.counts, start + index) };
  }
}

function* edgesOfGroup(
  membership: Membership,
  kind: EdgeKind,
  group: GroupEntry,
  lists: CountedLists,
): Generator<Edge> {
  for (const role of membership.rolesIn(membership.rolesOfGroup(group))) {
    yield { kind, source: role, target: group, weight: countAt(lists, role.place, group.place) };
  }
}

function* roleOverlapEdges(membership: Membership, role: RoleEntry, end: 'SOURCE' | 'TARGET'): Generator<Edge> {
  const { score } = membership.structure.overlaps;
  for (const pair of listAt(membership.listedPairs(), role.place)) {
    const other = itemAt(membership.entries.roles, otherOfPair(membership, pair, role.place));
    yield* undirectedEdge(role, other, itemAt(score, pair), end);
  }
}

function* pillarOverlapEdges(membership: Membership, pillar: PillarEntry, end: 'SOURCE' | 'TARGET'): Generator<Edge> {
  for (const overlap of overlapsOf(membership, pillar)) {
    yield* undirectedEdge(pillar, itemAt(overlap.groups, 1), jaccard(overlap), end);
  }
}

/** The edge of two nodes if the given one is that end of it. */
function* undirectedEdge(node: NodeEntry, other: NodeEntry, weight: number, end: 'SOURCE' | 'TARGET'): Generator<Edge> {
  const isSource = compareText(node.id, other.id) < 0;
  if (isSource !== (end === 'SOURCE')) return;
  const [source, target] = isSource ? [node, other] : [other, node];
  yield { kind: 'OVERLAPS_WITH', source, target, weight };
}
