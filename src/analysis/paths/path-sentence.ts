import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import type { Edge } from '../../graph/selection/edges.ts';
import type { Node } from '../../graph/nodes/node.ts';

/** How a sentence describes an edge. */
interface Wording {
  /** The verb from the source of the edge to its target: "<role> appears in <pillar>". */
  readonly forwards: string;
  /** The verb from the target to the source: "<pillar> has the role <role>". */
  readonly backwards: string;
  /** The auxiliary of `forwards` for another source of the same target: "as does <other role>". */
  readonly also: 'does' | 'is';
}

const wordings: Readonly<Partial<Record<EdgeKind, Wording>>> = {
  APPEARS_IN: { forwards: 'appears in', backwards: 'has the role', also: 'does' },
  IN_CATEGORY: { forwards: 'is listed under', backwards: 'has the role', also: 'is' },
  WORKS_IN: { forwards: 'works in or for', backwards: 'has the role', also: 'does' },
  PERFORMS: { forwards: 'has', backwards: 'is performed by', also: 'does' },
  ABOUT: { forwards: 'is about', backwards: 'is the topic of', also: 'is' },
  PART_OF: { forwards: 'is part of', backwards: 'has the category', also: 'is' },
  CONSULTED_ON: { forwards: 'is consulted on', backwards: 'has the consulted role', also: 'is' },
  INFORMED_ABOUT: { forwards: 'is informed about', backwards: 'has the informed role', also: 'is' },
};

/**
 * A path in words, each node by its title or name and in its order, e.g. 'The duty "Verify backups" is about Backup, as is
 * the duty "Manage backups", which is performed by Systems Administrator.' Titles and names are never inflected.
 *
 * @param nodes two or more.
 * @param edges that connect each node to the next.
 */
export function sentenceOf(nodes: readonly Node[], edges: readonly Edge[]): string {
  const clauses = edges.map((edge, index) => clauseOf(edge, nodes[index], edges[index - 1]));
  const sentence = `${clauses.join(', ')}.`;
  // A duty that begins it is "the duty …"; titles and names stay as they are.
  return nodes[0]?.kind === 'RESPONSIBILITY' ? sentence.replace(/^the/, 'The') : sentence;
}

/** What leads from one end of an edge to the title or name of the other, e.g. "appears in" or "has the duty". */
export function wordsTo(edge: Edge, near: Node): string {
  const { kind } = edge.source === near ? edge.target : edge.source;
  return kind === 'RESPONSIBILITY' ? `${verbOf(edge, near)} the duty` : verbOf(edge, near);
}

/** E.g. "appears in" from a role to a pillar, "has the role" from the pillar. */
function verbOf({ kind, source }: Edge, near: Node): string {
  if (kind === 'OVERLAPS_WITH') return near.kind === 'ROLE' ? 'overlaps with' : 'shares roles with';
  const { forwards, backwards } = wordingOf(kind);
  return source === near ? forwards : backwards;
}

/** What an edge adds to the sentence: each names the node it leads to, and the first one also the node it begins with. */
function clauseOf(edge: Edge, node: Node | undefined, before: Edge | undefined): string {
  const [near, next] = edge.source === node ? [edge.source, edge.target] : [edge.target, edge.source];
  const isAnotherSource = before?.kind === edge.kind && before.target === edge.target && near === edge.target;
  if (isAnotherSource && edge.kind !== 'OVERLAPS_WITH') return `as ${wordingOf(edge.kind).also} ${called(next)}`;
  const subject = before === undefined ? called(near) : near.kind === 'ROLE' ? 'who' : 'which';
  return `${subject} ${verbOf(edge, near)} ${called(next)}`;
}

function wordingOf(kind: EdgeKind): Wording {
  const wording = wordings[kind];
  if (wording === undefined) throw new Error(`No path follows an edge ${kind}`);
  return wording;
}

function called({ kind, label }: Node): string {
  return kind === 'RESPONSIBILITY' ? `the duty "${label}"` : label;
}
