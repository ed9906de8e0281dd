import { compareText } from '../../text/compare-text.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { sortKey } from '../../text/sort-key.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import { RoleSet } from '../../collections/role-set.ts';
import { forEachInSteps, sortInSteps, repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import { association, expectedInBoth, type Counts } from './association.ts';
import { graphNodeKinds, graphNodeOf, nodesOfKind, type GraphNode } from '../graph-nodes.ts';
import { rolesBeside } from './roles-beside.ts';

/** A node that is beside another more often than chance would have it. */
export interface Related {
  readonly node: GraphNode;
  /** What it is related to. */
  readonly to: GraphNode;
  /** How telling it is, above 0 and below 1. */
  readonly score: number;
  /** The roles that either stands for: first those of `to`, second those of the node. Each role counts for one. */
  readonly counts: Counts;
}

/** Most telling first, then by title or name, then id: an order of each node asked for. */
export function relatedByScore(to: string): Order<Related> {
  return {
    name: `related to ${to} by SCORE DESC`,
    types: ['number', 'string', 'string'],
    directions: ['DESC', 'ASC', 'ASC'],
    valuesOf: ({ score, node }) => [score, sortKeyOf(node), node.id],
  };
}

/**
 * What is most telling beside a node, in the order of relatedByScore: nodes whose roles are those of the node more often
 * than chance would have it. A role counts as 1 / p of one where it stands in p pillars (fractional counting, as of
 * papers with several authors: Perianes-Rodriguez, Waltman and van Eck, 2016), so that roles which are beside everything
 * tell little of anything. What the catalog joins by its own build is left out: a responsibility and its topics, a
 * category and what it is part of.
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
  const { roles } = graph;
  const weights = new Float64Array(roles.length);
  yield* forEachInSteps(roles, ({ index, pillarCount }) => {
    weights[index] = 1 / Math.max(1, pillarCount);
  });
  const inAll = tallyOf(weights.keys(), weights);
  yield;
  const own = new RoleSet(roles.length, rolesBeside(graph, node));
  const inFirst = tallyOf(own, weights);
  yield;
  const found: Related[] = [];
  for (const kind of wanted) {
    const others = nodesOfKind(graph, kind);
    const weigh = (other: GraphNode) => {
      if (other === node || isBuiltOn(node, other) || isBuiltOn(other, node)) return;
      const beside = rolesBeside(graph, other);
      const inBoth = tallyOf(beside, weights, own);
      if (inBoth.count === 0) return;
      const inSecond = tallyOf(beside, weights);
      const countsBy = (by: keyof Tally): Counts => ({
        inBoth: inBoth[by],
        inFirst: inFirst[by],
        inSecond: inSecond[by],
        inAll: inAll[by],
      });
      const counts = countsBy('count');
      const score = roundScore(association(countsBy('weight')));
      // What is told is counted in roles: a reason must not say less than chance.
      if (score > 0 && inBoth.count > expectedInBoth(counts)) found.push({ node: other, to: node, score, counts });
    };
    const isLong = kind !== 'ROLE' && kind !== 'RESPONSIBILITY';
    yield* repeatInSteps(
      others.length,
      (place) => {
        const other = others[place];
        if (other !== undefined) weigh(other);
      },
      isLong ? 1 : 256,
    );
  }
  return yield* sortInSteps(
    found,
    (a, b) =>
      b.score - a.score || compareText(sortKeyOf(a.node), sortKeyOf(b.node)) || compareText(a.node.id, b.node.id),
  );
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

/** How many roles there are, and what they count together. */
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
    weight += weights[role] ?? 0;
  }
  return { count, weight };
}

/** Whether the catalog itself says that a node is about, or part of, another. */
function isBuiltOn(node: GraphNode, other: GraphNode): boolean {
  if (node.kind === 'RESPONSIBILITY') {
    return other.kind === 'TOPIC' && node.topics.includes(other);
  }
  if (node.kind !== 'CATEGORY') return false;
  return (other.kind === 'PILLAR' || other.kind === 'ORGANIZATION_TYPE') && node.owners.includes(other);
}

function sortKeyOf(node: GraphNode): string {
  return node.kind === 'ROLE' || node.kind === 'RESPONSIBILITY' ? node.sortKey : sortKey(node.name);
}
