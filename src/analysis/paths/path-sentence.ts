import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import type { Edge } from '../../graph/selection/edges.ts';
import type { Node } from '../../graph/nodes/node.ts';

/** What is said of a node and the next, e.g. "<a> stands in <b>". */
interface Wording {
  /** Where the edge is walked from its source to its target: the verb of the source. */
  readonly forwards: string;
  /** The same verb of another source of the same target: ", as <also> <other>". */
  readonly also: 'does' | 'is';
  /** A sentence that begins with the target. */
  readonly begins: (target: string, source: string) => string;
  /** Where it goes on from the target: "<target>, among whose roles is <source>". */
  readonly goesOn: string;
}

const wordings: Readonly<Record<Exclude<EdgeKind, 'OVERLAPS_WITH'>, Wording>> = {
  APPEARS_IN: {
    forwards: 'stands in',
    also: 'does',
    begins: (pillar, role) => `Among the roles of ${pillar} is ${role}`,
    goesOn: 'among whose roles is',
  },
  IN_CATEGORY: {
    forwards: 'is listed under',
    also: 'is',
    begins: (category, role) => `Among the roles listed under ${category} is ${role}`,
    goesOn: 'among whose roles is',
  },
  WORKS_IN: {
    forwards: 'works in or for',
    also: 'does',
    begins: (organizationType, role) => `Among the roles in or for ${organizationType} is ${role}`,
    goesOn: 'among whose roles is',
  },
  PERFORMS: {
    forwards: 'has',
    also: 'does',
    begins: (duty, role) => `Among the roles with ${duty} is ${role}`,
    goesOn: 'which is a duty of',
  },
  ABOUT: {
    forwards: 'is about',
    also: 'is',
    begins: (topic, duty) => `${topic} is the topic of ${duty}`,
    goesOn: 'which is the topic of',
  },
  PART_OF: {
    forwards: 'is part of',
    also: 'is',
    begins: (owner, category) => `Among the categories of ${owner} is ${category}`,
    goesOn: 'among whose categories is',
  },
};

/**
 * A path in words, each node by its title or name and in its order, e.g. 'The duty "Verify backups" is about Backup, as is
 * the duty "Keep data and systems backed up", which is a duty of Systems Administrator.' No word is made of another by a
 * rule: duties stand as they are named.
 *
 * @param nodes two or more.
 * @param edges that join each to the next.
 */
export function sentenceOf(nodes: readonly Node[], edges: readonly Edge[]): string {
  const clauses = edges.map((edge, index) => clauseOf(edge, nodes[index], edges[index - 1]));
  const sentence = `${clauses.join(', ')}.`;
  // A duty that begins it is "the duty …"; titles and names stay as they are.
  return nodes[0]?.kind === 'RESPONSIBILITY' ? sentence.replace(/^the/, 'The') : sentence;
}

/** What an edge adds to the sentence; the first one names the node it begins with, each the one it leads to. */
function clauseOf(edge: Edge, node: Node | undefined, before: Edge | undefined): string {
  const isForwards = edge.source === node;
  const [near, next] = isForwards ? [edge.source, edge.target] : [edge.target, edge.source];
  const subject = before === undefined ? called(near) : pronounOf(near);
  if (edge.kind === 'OVERLAPS_WITH') {
    return `${subject} ${near.kind === 'ROLE' ? 'overlaps with' : 'shares roles with'} ${called(next)}`;
  }
  const { forwards, also, begins, goesOn } = wordings[edge.kind];
  if (isForwards) return `${subject} ${forwards} ${called(next)}`;
  if (before === undefined) return begins(called(near), called(next));
  const saysTheSame = before.kind === edge.kind && before.target === edge.target;
  return saysTheSame ? `as ${also} ${called(next)}` : `${goesOn} ${called(next)}`;
}

function called({ kind, label }: Node): string {
  return kind === 'RESPONSIBILITY' ? `the duty "${label}"` : label;
}

function pronounOf({ kind }: Node): string {
  return kind === 'ROLE' ? 'who' : 'which';
}
