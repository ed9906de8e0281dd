import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { RoleSet } from '../../collections/role-set.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { comparator, type Order } from '../../graph/lists/page.ts';
import type { Appearance } from '../../graph/nodes/appearance.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { otherOfPair } from '../../graph/overlaps/role-overlaps.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { mapInSteps, repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { sortKey } from '../../text/sort-key.ts';
import { graphNodeKinds, graphNodeOf, type GraphNode, type GraphNodeKind } from '../graph-nodes.ts';
import { association, isNotable, type Counts } from './association.ts';
import {
  closestOf,
  dutiesAbout,
  membersOf,
  mostClosest,
  performersOf,
  topicsOf,
  type MemberRelation,
  type OverlapRelation,
  type PerformsRelation,
  type TopicRelation,
} from './direct-relations.ts';

/** A node that co-occurs with another notably more often than expected by chance. */
export interface AssociationRelation {
  readonly relation: 'ASSOCIATION';
  readonly node: GraphNode;
  readonly to: GraphNode;
  /** How strongly, above 0 and below 1; see association. */
  readonly score: number;
  /** The number of roles that both nodes have. */
  readonly evidence: number;
  /** The roles that the two stand for: first those of `to`, second those of the node. Each role counts as one. */
  readonly counts: Counts;
}

/** A node that is related to another, `to`, and how. */
export type Related = PerformsRelation | MemberRelation | TopicRelation | OverlapRelation | AssociationRelation;

/** How two nodes can be related, in the order in which relations are listed. */
export const relations = [
  'PERFORMS',
  'MEMBER',
  'TOPIC',
  'SHARES_DUTIES',
  'SHARES_CATEGORIES',
  'ASSOCIATION',
] as const satisfies readonly Related['relation'][];

/** By relation, then the strongest first, then those with more evidence, then by title or name, then id: an order of each node. */
export function relatedByScore(to: string): Order<Related> {
  return {
    name: `related to ${to} by RELATION, SCORE DESC`,
    types: ['number', 'number', 'number', 'string', 'string'],
    directions: ['ASC', 'DESC', 'DESC', 'ASC', 'ASC'],
    valuesOf: ({ relation, score, evidence, node }) => [
      relations.indexOf(relation),
      score,
      evidence,
      'sortKey' in node ? node.sortKey : sortKey(node.name),
      node.id,
    ],
  };
}

/**
 * What is most closely related to a node, in the order of relatedByScore.
 *
 * First comes what the catalog says of it: of a duty or topic, the roles that have it; of a group, its roles; of a role, the
 * topics of its duties, and then the roles with which it overlaps most. Then come nodes that stand for the same roles at least
 * 1.5 times as often as expected by chance, and for more than one of them where there are several. A role counts there as
 * 1 / p of one if it appears in p pillars (fractional counting, as of papers with several authors: Perianes-Rodriguez,
 * Waltman and van Eck, 2016), because roles that co-occur with everything say little about anything. Everything else that the catalog itself states is left out: a responsibility and its topics, a
 * category and its owners, a role and its responsibilities and groups.
 *
 * @param to the id of a role, responsibility, topic, pillar, category or organization type.
 * @param kinds only nodes of these; all six where it is not given.
 * @throws ArgumentError for an unknown id, an empty list or a kind that has no roles.
 */
export function* relatedTo(
  graph: CatalogGraph,
  to: string,
  kinds: readonly NodeKind[] | null | undefined,
): Steps<readonly Related[]> {
  const node = graphNodeOf(graph, to, 'to');
  const wanted = wantedKinds(kinds);
  const found: Related[] = [];
  for (const related of yield* directlyRelatedTo(graph, node, wanted)) found.push(related);
  yield;
  for (const related of yield* associatedWith(graph, node, wanted)) found.push(related);
  return yield* sortInSteps(found, comparator(relatedByScore(to)));
}

/** The places where a source says that two nodes are related; none where it does not say so itself. */
export function appearancesBehind(related: Related): readonly Appearance[] {
  switch (related.relation) {
    case 'PERFORMS':
      return appearancesNaming(related.node, related.to);
    case 'TOPIC':
      return appearancesNaming(related.to, related.node);
    case 'MEMBER':
      return related.node.appearancesIn(related.to);
    case 'SHARES_DUTIES':
    case 'SHARES_CATEGORIES':
    case 'ASSOCIATION':
      return [];
  }
}

function appearancesNaming(role: PerformsRelation['node'], to: PerformsRelation['to']): readonly Appearance[] {
  const duties = new Set(dutiesAbout(role, to));
  return role.appearances.filter(({ responsibilities }) => responsibilities.some((duty) => duties.has(duty)));
}

function* directlyRelatedTo(
  graph: CatalogGraph,
  node: GraphNode,
  kinds: readonly GraphNodeKind[],
): Steps<readonly Related[]> {
  if (node.kind === 'ROLE') {
    const topics = kinds.includes('TOPIC') ? yield* topicsOf(node) : [];
    return [...topics, ...(kinds.includes('ROLE') ? yield* closestOf(graph, node) : [])];
  }
  if (!kinds.includes('ROLE')) return [];
  if (node.kind === 'RESPONSIBILITY' || node.kind === 'TOPIC') return yield* performersOf(node);
  return yield* membersOf(graph, node);
}

function* associatedWith(
  graph: CatalogGraph,
  node: GraphNode,
  kinds: readonly GraphNodeKind[],
): Steps<readonly Related[]> {
  const weights = Float64Array.from(yield* mapInSteps(graph.roles, (role) => 1 / Math.max(1, role.pillarCount)));
  const all = tallyOf(weights.keys(), weights);
  yield;
  const roles = new RoleSet(graph.roles.length, rolesOf(graph, node));
  const first = tallyOf(roles, weights);
  yield;
  const isStatedOf = statedOf(node);
  const found: Related[] = [];
  const compareWith = (other: GraphNode) => {
    // Roles of the node itself are related to it directly.
    if (other === node || (other.kind === 'ROLE' ? roles.has(other.index) : isStatedOf(other))) return;
    const theirs = rolesOf(graph, other);
    const both = tallyOf(theirs, weights, roles);
    if (both.count === 0) return;
    const second = tallyOf(theirs, weights);
    const countsBy = (by: keyof Tally): Counts => ({
      inBoth: both[by],
      inFirst: first[by],
      inSecond: second[by],
      inAll: all[by],
    });
    const counts = countsBy('count');
    const score = roundScore(association(countsBy('weight')));
    // Reasons count whole roles, so whether that is notable is decided by these.
    if (score === 0 || !isNotable(counts)) return;
    // One of many is a coincidence.
    if (both.count === 1 && first.count > 1) return;
    found.push({ relation: 'ASSOCIATION', node: other, to: node, score, evidence: both.count, counts });
  };
  for (const kind of kinds) {
    if (kind === 'ROLE' && node.kind === 'ROLE') continue;
    const others: readonly GraphNode[] = graph.nodesOfKind(kind);
    const nodesPerStep = kind === 'ROLE' || kind === 'RESPONSIBILITY' ? 256 : 1;
    yield* repeatInSteps(
      others.length,
      (index) => {
        compareWith(itemAt(others, index));
      },
      nodesPerStep,
    );
  }
  return found;
}

function wantedKinds(kinds: readonly NodeKind[] | null | undefined) {
  if (kinds == null) return graphNodeKinds;
  if (kinds.length === 0) {
    throw new ArgumentError('kinds', 'kinds is an empty list; name at least one kind or leave it out.');
  }
  const other = kinds.find((kind) => kind === 'SOURCE' || kind === 'APPEARANCE');
  if (other !== undefined) {
    throw new ArgumentError('kinds', `kinds has ${other}; it takes ${graphNodeKinds.join(', ')}.`);
  }
  return graphNodeKinds.filter((kind) => kinds.includes(kind));
}

/**
 * The indexes of the roles that a node stands for: those of a pillar, category or organization type, those that have a
 * responsibility or one about a topic; for a role, itself and the (at most 10) others that it overlaps with most.
 */
function rolesOf(graph: CatalogGraph, node: GraphNode): Iterable<number> {
  if (node.kind === 'RESPONSIBILITY') return listAt(graph.relations.rolesOfResponsibility, node.index);
  if (node.kind !== 'ROLE') return node.roleSet;
  const strongest = listAt(graph.indexes.listedPairs, node.index).subarray(0, mostClosest);
  return [node.index, ...strongest.map((pair) => otherOfPair(graph, pair, node.index))];
}

/** How many roles there are, and the sum of their weights. */
interface Tally {
  readonly count: number;
  readonly weight: number;
}

/** @param among only those of this set. */
function tallyOf(roles: Iterable<number>, weights: Float64Array, among?: RoleSet): Tally {
  let [count, weight] = [0, 0];
  for (const role of roles) {
    if (among !== undefined && !among.has(role)) continue;
    count++;
    weight += itemAt(weights, role);
  }
  return { count, weight };
}

/** Tells whether the catalog itself states that another node, which is no role, is connected with a node. */
function statedOf(node: GraphNode): (other: GraphNode) => boolean {
  if (node.kind !== 'ROLE') return (other) => isStated(node, other) || isStated(other, node);
  const { topics, responsibilities, pillars, categories, organizationTypes } = node;
  const stated = new Set<GraphNode>([topics, responsibilities, pillars, categories, organizationTypes].flat());
  return (other) => stated.has(other);
}

/** Whether the catalog itself states that a node is about, or part of, another. */
function isStated(node: GraphNode, other: GraphNode): boolean {
  if (node.kind === 'RESPONSIBILITY') return other.kind === 'TOPIC' && node.topics.includes(other);
  return node.kind === 'CATEGORY' && node.owners.some((owner) => owner === other);
}
