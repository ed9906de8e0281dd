import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import { nodeKinds, type NodeKind } from '../nodes/node-kind.ts';
import type { Node } from '../nodes/node.ts';
import type { IndexedText } from './indexed-text.ts';
import type { TextMatch } from './inverted-index.ts';

/** How well a node matches. */
export interface NodeMatch {
  readonly score: number;
  /** The number of the text that matches best. */
  readonly text: number;
}

/** Nodes by their keys, see NodeMatches. */
export type MatchesByKey = ReadonlyMap<number, NodeMatch>;

/** The kinds whose texts also find nodes of a kind: those of a duty, a topic and a line find the roles that have them. */
const alsoFoundBy: Readonly<Partial<Record<NodeKind, readonly NodeKind[]>>> = {
  ROLE: ['RESPONSIBILITY', 'TOPIC', 'APPEARANCE'],
  RESPONSIBILITY: ['TOPIC'],
};

const nodesPerStep = 512;
/** Each text may find a thousand nodes. */
const textsPerStep = 16;

/** What a text counts for the nodes that it also finds, of what it counts for its own node. */
const shares = { ofDuty: 0.3, ofTopic: 0.15, ofLine: 1 };

/**
 * How many nodes are found in this way, or a few more; those of the best texts. A duty or topic that more roles have finds
 * none of them, because it says too little about each.
 */
const mostRelated = 1_000;

/** The most that such texts add to what a node's own texts count, as a part of it: so much that they decide between equals. */
const mostAdded = 0.05;

/** More than there can be appearances, of which there are most. */
const keysOfKind = 2 ** 21;

/** The kinds whose texts have to be searched to find nodes of the wanted ones. */
export function kindsToSearch(wanted: ReadonlySet<NodeKind>): ReadonlySet<NodeKind> {
  return new Set([...wanted].flatMap((kind) => [kind, ...(alsoFoundBy[kind] ?? [])]));
}

/** Nodes that a text finds besides its own, and what it counts for them. */
interface Related {
  readonly kind: NodeKind;
  readonly indexes: ArrayLike<number> & Iterable<number>;
  readonly share: number;
}

/** The best of some texts of one node, and how many there are. */
interface Tally {
  score: number;
  text: number;
  texts: number;
}

/**
 * The nodes that texts find. A node has the score of the best of its own texts. Roles are also found by what they do, and
 * responsibilities by their topics: several such texts count at most twice as much as the best of them, so that two duties
 * count more than one.
 */
export class NodeMatches {
  readonly #graph: CatalogGraph;
  readonly #texts: readonly IndexedText[];

  constructor(graph: CatalogGraph, texts: readonly IndexedText[]) {
    this.#graph = graph;
    this.#texts = texts;
  }

  /** The node of a key of a map that `of` returned. */
  nodeOf(key: number): Node {
    return this.nodeAt(itemAt(nodeKinds, Math.floor(key / keysOfKind)), key % keysOfKind);
  }

  nodeAt(kind: NodeKind, index: number): Node {
    return kind === 'APPEARANCE' ? this.#graph.appearance(index) : itemAt<Node>(this.#graph.nodesOfKind(kind), index);
  }

  /** The nodes of the wanted kinds that some texts find. */
  *of(matches: readonly TextMatch[], wanted: ReadonlySet<NodeKind>): Steps<MatchesByKey> {
    const found = new Map<number, Tally>();
    const finding: TextMatch[] = [];
    yield* forEachInSteps(matches, (match) => {
      const { kind, index } = itemAt(this.#texts, match.text);
      if (wanted.has(kind)) count(found, keyOf(kind, index), match.score, match.text);
      if (kind === 'RESPONSIBILITY' || kind === 'TOPIC' || kind === 'APPEARANCE') finding.push(match);
    });
    for (const [key, { score, text, texts }] of yield* this.#related(finding, wanted)) {
      const added = score * (2 - 1 / texts);
      const own = found.get(key);
      if (own === undefined) found.set(key, { score: added, text, texts });
      else own.score *= 1 + (mostAdded * added) / (own.score + added);
    }
    return found;
  }

  /** The nodes that texts find besides their own, those of the best texts first. */
  *#related(matches: readonly TextMatch[], wanted: ReadonlySet<NodeKind>): Steps<ReadonlyMap<number, Tally>> {
    const related = new Map<number, Tally>();
    let done = 0;
    for (const { text, score } of yield* sortInSteps(matches, (a, b) => b.score - a.score)) {
      const { kind, index } = itemAt(this.#texts, text);
      for (const { kind: other, indexes, share } of this.#alsoFound(kind, index)) {
        if (!wanted.has(other) || indexes.length > mostRelated) continue;
        for (const each of indexes) count(related, keyOf(other, each), score * share, text);
      }
      if (related.size >= mostRelated) break;
      if (++done % textsPerStep === 0) yield;
    }
    return related;
  }

  #alsoFound(kind: NodeKind, index: number): readonly Related[] {
    const { relations, structure, topics } = this.#graph;
    if (kind === 'RESPONSIBILITY') {
      return [{ kind: 'ROLE', indexes: listAt(relations.rolesOfResponsibility, index), share: shares.ofDuty }];
    }
    if (kind === 'APPEARANCE') {
      return [{ kind: 'ROLE', indexes: [itemAt(structure.appearances.role, index)], share: shares.ofLine }];
    }
    if (kind !== 'TOPIC') return [];
    const { roleSet } = itemAt(topics, index);
    return [
      { kind: 'ROLE', indexes: roleSet.size > mostRelated ? [] : [...roleSet], share: shares.ofTopic },
      { kind: 'RESPONSIBILITY', indexes: listAt(relations.responsibilitiesOfTopic, index), share: shares.ofTopic },
    ];
  }
}

/**
 * The nodes that have any of some words. One with more of them ranks above one that matches a single word well.
 *
 * @returns how many have all of them, too.
 */
export function* nodesWithAny(
  ofWords: readonly MatchesByKey[],
): Steps<{ readonly matches: MatchesByKey; readonly withAll: number }> {
  const sums = new Map<number, Sum>();
  let done = 0;
  for (const ofWord of ofWords) {
    for (const [key, { score, text }] of ofWord) {
      const sum = sums.get(key);
      if (sum === undefined) sums.set(key, { score, text, ofText: score, words: 1 });
      else {
        sum.score += score;
        sum.words++;
        if (score > sum.ofText) [sum.text, sum.ofText] = [text, score];
      }
      if (++done % nodesPerStep === 0) yield;
    }
  }
  let withAll = 0;
  for (const sum of sums.values()) {
    sum.score *= sum.words;
    if (sum.words === ofWords.length) withAll++;
    if (++done % nodesPerStep === 0) yield;
  }
  return { matches: sums, withAll };
}

/** What several words count for one node. */
interface Sum {
  score: number;
  text: number;
  /** What the text that matches best counts. */
  ofText: number;
  words: number;
}

function keyOf(kind: NodeKind, index: number): number {
  return nodeKinds.indexOf(kind) * keysOfKind + index;
}

function count(tallies: Map<number, Tally>, key: number, score: number, text: number): void {
  const tally = tallies.get(key);
  if (tally === undefined) {
    tallies.set(key, { score, text, texts: 1 });
    return;
  }
  tally.texts++;
  if (score <= tally.score) return;
  tally.score = score;
  tally.text = text;
}
