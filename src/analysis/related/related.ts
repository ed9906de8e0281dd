import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { RoleSet } from '../../collections/role-set.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { comparator, type Order } from '../../graph/lists/page.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { otherOfPair } from '../../graph/overlaps/role-overlaps.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { mapInSteps, repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { sortKey } from '../../text/sort-key.ts';
import { graphNodeKinds, graphNodeOf, type GraphNode } from '../graph-nodes.ts';
import { association, expectedInBoth, type Counts } from './association.ts';

/** How many roles a role stands for in addition to itself. */
export const mostAround = 10;

/** A node that co-occurs with another more often than expected by chance. */
export interface Related {
  readonly node: GraphNode;
  /** What it is related to. */
  readonly to: GraphNode;
  /** How strongly, above 0 and below 1; see association. */
  readonly score: number;
  /** The roles that the two stand for: first those of `to`, second those of the node. Each role counts as one. */
  readonly counts: Counts;
}

/** Strongest first, then by title or name, then id: an order of each node asked for. */
export function relatedByScore(to: string): Order<Related> {
  return {
    name: `related to ${to} by SCORE DESC`,
    types: ['number', 'string', 'string'],
    directions: ['DESC', 'ASC', 'ASC'],
    valuesOf: ({ score, node }) => [score, 'sortKey' in node ? node.sortKey : sortKey(node.name), node.id],
  };
}

/**
 * What is most closely related to a node, in the order of relatedByScore: nodes that stand for the same roles more often
 * than expected by chance. A role counts as 1 / p of one if it appears in p pillars (fractional counting, as of papers with
 * several authors: Perianes-Rodriguez, Waltman and van Eck, 2016), because roles that co-occur with everything say little
 * about anything. Relations that the catalog itself states are left out: a responsibility and its topics, a category and
 * its owners.
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
  const weights = Float64Array.from(yield* mapInSteps(graph.roles, (role) => 1 / Math.max(1, role.pillarCount)));
  const all = tallyOf(weights.keys(), weights);
  yield;
  const roles = new RoleSet(graph.roles.length, rolesOf(graph, node));
  const first = tallyOf(roles, weights);
  yield;
  const found: Related[] = [];
  const compareWith = (other: GraphNode) => {
    if (other === node || isStated(node, other) || isStated(other, node)) return;
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
    // Reasons count whole roles: these must be more than expected by chance, too.
    if (score > 0 && both.count > expectedInBoth(counts)) found.push({ node: other, to: node, score, counts });
  };
  for (const kind of wanted) {
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
  return yield* sortInSteps(found, comparator(relatedByScore(to)));
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
  const strongest = listAt(graph.indexes.listedPairs, node.index).subarray(0, mostAround);
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

/** Whether the catalog itself states that a node is about, or part of, another. */
function isStated(node: GraphNode, other: GraphNode): boolean {
  if (node.kind === 'RESPONSIBILITY') return other.kind === 'TOPIC' && node.topics.includes(other);
  return node.kind === 'CATEGORY' && node.owners.some((owner) => owner === other);
}
