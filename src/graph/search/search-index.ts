import { itemAt } from '../../collections/item-at.ts';
import { forEachInSteps, mapInSteps, repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { quoted } from '../../text/quoted-text.ts';
import { bySortKey, sortKey } from '../../text/sort-key.ts';
import { ArgumentError } from '../argument-error.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import type { Order } from '../lists/page.ts';
import type { NodeKind } from '../nodes/node-kind.ts';
import { ownNameOf, type Node } from '../nodes/node.ts';
import { roundScore } from '../structure/overlap-arithmetic.ts';
import type { Summaries } from '../summaries.ts';
import { listedKinds } from './name-index.ts';
import { InvertedIndex, type SoughtWord, type TextMatch, type TextRange } from './inverted-index.ts';

/** The longest text that can be searched for, in characters. */
export const maxQueryLength = 200;

/** A node that a search found. */
export interface SearchHit {
  readonly node: Node;
  /** How well the best of the node's texts matched: more is better; comparable within one search only. */
  readonly score: number;
  /** That text. */
  readonly matched: string;
}

/** Best first, then by title or name, then id: an order of its own for each query, since scores of others are not comparable. */
export function hitsByScore(query: string): Order<SearchHit> {
  return {
    name: `search for ${quoted(query)} by SCORE DESC`,
    types: ['number', 'string', 'string'],
    directions: ['DESC', 'ASC', 'ASC'],
    valuesOf: ({ score, node }) => [score, sortKey(node.label), node.id],
  };
}

/** How much the matches of a text count, by what it is of its node. */
const boosts = { label: 2, alternateTitle: 1.5, summary: 0.5 };
/** A title or name that is the whole query, by matching key, scores this many times the best score of other texts. */
const wholeNameScores = { own: 3, alternate: 2 };

/** More edits would take long to look for, and find words that have little to do with the one searched for. */
const maxEdits = 6;

const fifthOf = (length: number) => Math.min(Math.round(length / 5), maxEdits);

/**
 * The modes of matching, tried in this order until something is found: whether a text must have all words of the query, and
 * how many edits a word of a given length may be away. Two transposed letters are two edits. Allowing those in a short word
 * would match nearly anything.
 */
const modes = [
  { combine: 'AND', edits: (length: number) => (length > 3 ? fifthOf(length) : 0) },
  { combine: 'AND', edits: (length: number) => (length > 4 ? 2 : 0) },
  { combine: 'OR', edits: (length: number) => (length > 3 ? fifthOf(length) : 0) },
  { combine: 'OR', edits: (length: number) => (length > 3 ? 2 : 0) },
] as const;

/** The words of a text as they are compared, with repetitions. */
function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}+#]+/u)
    .map(sortKey)
    .filter((word) => word !== '');
}

/**
 * The longer words that a word of a query also matches. A great part of all words begins with a given letter or two, which
 * would take long and find little: such a word matches the beginning of a text only, and a single letter only if it is the
 * last word, which may still be typed.
 */
function beginningOf(word: string, index: number, words: readonly string[]): SoughtWord['beginningOf'] {
  if (word.length > 2) return 'ANY_WORD';
  return word.length > 1 || index === words.length - 1 ? 'FIRST_WORD' : 'NO_WORD';
}

/** Every text of a catalog with its node, kind by kind and node by node. */
function* textsOf(graph: CatalogGraph, summaries: Summaries): Steps<readonly IndexedText[]> {
  const { roles, responsibilities, topics, pillars, categories, organizationTypes, sources } = graph;
  const texts: IndexedText[] = [];
  const add = ({ kind, index }: Pick<IndexedText, 'kind' | 'index'>, text: string | null, boost: number) => {
    if (text !== null) texts.push({ kind, index, text, boost });
  };
  yield* forEachInSteps(roles, (role) => {
    add(role, role.title, boosts.label);
    for (const title of role.alternateTitles) add(role, title, boosts.alternateTitle);
    add(role, summaries.ofRole(role.index), boosts.summary);
  });
  for (const nodes of [responsibilities, topics, categories]) {
    yield* forEachInSteps<Node>(nodes, (node) => {
      add(node, ownNameOf(node), boosts.label);
    });
  }
  for (const nodes of [pillars, organizationTypes, sources]) {
    for (const node of nodes) {
      add(node, node.label, boosts.label);
      add(node, node.summary, boosts.summary);
    }
  }
  yield* repeatInSteps(graph.appearanceCount, (index) => {
    add({ kind: 'APPEARANCE', index }, summaries.ofAppearance(index), boosts.summary);
  });
  return texts;
}

interface IndexedText {
  readonly kind: NodeKind;
  readonly index: number;
  readonly text: string;
  readonly boost: number;
}

interface SearchIndexParts {
  readonly graph: CatalogGraph;
  readonly texts: readonly IndexedText[];
  /** The numbers of the texts of each kind, ascending. */
  readonly ranges: ReadonlyMap<NodeKind, TextRange>;
  readonly index: InvertedIndex;
}

/**
 * Every text of a catalog by its words: titles, alternate titles, names and summaries, those of appearances included.
 * Each is indexed as a text of its own, so that a hit can say which one matched.
 */
export class SearchIndex {
  readonly #parts: SearchIndexParts;

  private constructor(parts: SearchIndexParts) {
    this.#parts = parts;
  }

  static *of(graph: CatalogGraph, summaries: Summaries): Steps<SearchIndex> {
    const texts = yield* textsOf(graph, summaries);
    const ranges = new Map<NodeKind, TextRange>();
    yield* forEachInSteps(texts, ({ kind }, number) => {
      ranges.set(kind, { first: ranges.get(kind)?.first ?? number, end: number + 1 });
    });
    const index = yield* InvertedIndex.of(
      texts.length,
      (number) => wordsOf(itemAt(texts, number).text),
      (number) => itemAt(texts, number).boost,
    );
    return new SearchIndex({ graph, texts, ranges, index });
  }

  /**
   * The nodes whose title or name is the query, then those with a text that has every word of it, or a word that begins with
   * it or is within a typo of it; where there is none, those with a text that has any. In the order of hitsByScore.
   *
   * @throws ArgumentError for a query that is too long or has no word.
   */
  *search(query: string, kinds: ReadonlySet<NodeKind>): Steps<readonly SearchHit[]> {
    checkQuery(query);
    const { graph, texts } = this.#parts;
    const hits = new Map<Node, SearchHit>();
    const add = (hit: SearchHit) => {
      if (hit.score > (hits.get(hit.node)?.score ?? 0)) hits.set(hit.node, hit);
    };
    let best = 0;
    yield* forEachInSteps(yield* this.#matches(query, kinds), ({ text: number, score }) => {
      const { kind, index, text } = itemAt(texts, number);
      best = Math.max(best, score);
      add({ node: this.#nodeAt(kind, index), score: roundScore(score), matched: text });
    });
    const named = graph.names.matching(
      query,
      listedKinds.filter((kind) => kinds.has(kind)),
    );
    for (const { node, text, standing } of named) {
      if (standing === 'HIDDEN') continue;
      const times = standing === 'ALTERNATE' ? wholeNameScores.alternate : wholeNameScores.own;
      add({ node, score: roundScore((best || 1) * times), matched: text });
    }
    const keyed = yield* mapInSteps([...hits.values()], (hit) => {
      return { hit, score: hit.score, sortKey: sortKey(hit.node.label), id: hit.node.id };
    });
    const sorted = yield* sortInSteps(keyed, (a, b) => b.score - a.score || bySortKey(a, b));
    return yield* mapInSteps(sorted, ({ hit }) => hit);
  }

  #nodeAt(kind: NodeKind, index: number): Node {
    const { graph } = this.#parts;
    return kind === 'APPEARANCE' ? graph.appearance(index) : itemAt<Node>(graph.nodesOfKind(kind), index);
  }

  /** The texts that match in the first mode in which any do. */
  *#matches(query: string, kinds: ReadonlySet<NodeKind>): Steps<readonly TextMatch[]> {
    const words = [...new Set(wordsOf(query))];
    const ranges = [...this.#parts.ranges].filter(([kind]) => kinds.has(kind)).map(([, range]) => range);
    for (const { combine, edits } of modes) {
      const sought = words.map((word, index) => ({
        word,
        beginningOf: beginningOf(word, index, words),
        edits: edits(word.length),
      }));
      const matches = yield* this.#parts.index.search(sought, combine, ranges);
      if (matches.length > 0) return matches;
    }
    return [];
  }
}

function checkQuery(query: string): void {
  const length = Array.from(query).length;
  if (length > maxQueryLength) {
    throw new ArgumentError('query', `query has ${length} characters; it may have at most ${maxQueryLength}.`);
  }
  if (!/[\p{L}\p{N}]/u.test(query)) {
    throw new ArgumentError('query', `query is ${quoted(query)}; give at least one letter or digit to search for.`);
  }
}
