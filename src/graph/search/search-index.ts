import { itemAt } from '../../collections/item-at.ts';
import { collectInSteps, forEachInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { compareText } from '../../text/compare-text.ts';
import { quoted } from '../../text/quoted-text.ts';
import { sortKey } from '../../text/sort-key.ts';
import { ArgumentError } from '../argument-error.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import type { Order } from '../lists/page.ts';
import type { NodeKind } from '../nodes/node-kind.ts';
import type { Node } from '../nodes/node.ts';
import { roundScore } from '../structure/overlap-arithmetic.ts';
import type { Summaries } from '../summaries.ts';
import { indexedTextsOf, type IndexedText } from './indexed-text.ts';
import { InvertedIndex, type SoughtWord, type TextRange } from './inverted-index.ts';
import { listedKinds, type FoundName } from './name-index.ts';
import { kindsToSearch, NodeMatches, nodesWithAny, type MatchesByKey } from './node-matches.ts';
import { soughtWordsOf } from './query-words.ts';
import { hasLetterOrDigit, maxQueryLength } from './searchable-text.ts';
import { stemOf, wordsOfText } from './words-of-text.ts';

/** A node that a search found. */
export interface SearchHit {
  readonly node: Node;
  /** How well the node matched: more is better; comparable within one search only. */
  readonly score: number;
  /** The text that matched best; the visible title or name where a hidden one did. */
  readonly matched: string;
  readonly isHidden: boolean;
}

/** What was allowed in a search because nothing matched without it. */
export const searchRelaxations = ['WORDS_LEFT_OUT', 'MORE_TYPOS'] as const;
export type SearchRelaxation = (typeof searchRelaxations)[number];

export interface SearchResult {
  /** Distinct nodes, in the order of hitsByScore. */
  readonly hits: readonly SearchHit[];
  /** In the order of searchRelaxations. */
  readonly relaxed: readonly SearchRelaxation[];
}

/** Best first, then by title or name, then id: an order of its own for each query, since scores of others are not comparable. */
export function hitsByScore(query: string): Order<SearchHit> {
  return {
    name: `search for ${quoted(query)} by SCORE DESC`,
    types: ['number', 'string', 'string'],
    directions: ['DESC', 'ASC', 'ASC'],
    valuesOf: ({ score, node }) => [score, sortKeyOf(node), node.id],
  };
}

/** What a title or name that is the whole query loses with each level and standing, see NameIndex.matching. */
const lessThan = { level: 0.4, standing: { OWN: 0, UNQUALIFIED: 0, ALTERNATE: 0.12, HIDDEN: 0.24 } };

/** If so many nodes have all words, though only in texts that describe them, none is shown that has a part of them: a page. */
const enough = 20;

/** The part of what it counts otherwise that such a node has besides: it decides between equals. */
const ofItself = 0.1;

/** A title or name that is the whole query scores so many times the best score of others: above 1, the nearest 3. */
function timesBest({ level, standing }: FoundName): number {
  return 3 - level * lessThan.level - lessThan.standing[standing];
}

/** Nodes and what had to be allowed to find them. */
interface Found {
  readonly matches: MatchesByKey;
  readonly relaxed: readonly SearchRelaxation[];
}

interface SearchIndexParts {
  readonly graph: CatalogGraph;
  readonly texts: readonly IndexedText[];
  /** The numbers of the texts of each kind, ascending. */
  readonly ranges: ReadonlyMap<NodeKind, TextRange>;
  readonly index: InvertedIndex;
  readonly nodes: NodeMatches;
}

/**
 * Every text of a catalog by its words: titles, alternate titles, names, summaries, notes and quotes, those of appearances
 * included. Each is indexed as a text of its own, so that a hit can say which one matched.
 */
export class SearchIndex {
  readonly #parts: SearchIndexParts;

  private constructor(parts: SearchIndexParts) {
    this.#parts = parts;
  }

  static *of(graph: CatalogGraph, summaries: Summaries): Steps<SearchIndex> {
    const texts = yield* indexedTextsOf(graph, summaries);
    const ranges = new Map<NodeKind, TextRange>();
    yield* forEachInSteps(texts, ({ kind }, number) => {
      ranges.set(kind, { first: ranges.get(kind)?.first ?? number, end: number + 1 });
    });
    const index = yield* InvertedIndex.of({
      count: texts.length,
      wordsAt: (number) => wordsOfText(itemAt(texts, number).text),
      boostAt: (number) => itemAt(texts, number).boost,
      stemOf,
    });
    return new SearchIndex({ graph, texts, ranges, index, nodes: new NodeMatches(graph, texts) });
  }

  /**
   * The nodes whose title or name is the query, then those that have every word of it: another form of the word, a longer
   * word that begins with it, or one within a typo of it. Where there is none, more typos are allowed, then words may be
   * left out. Words such as "who" and "the" need not match.
   *
   * @throws ArgumentError for a query that is too long or has no word.
   */
  *search(query: string, kinds: ReadonlySet<NodeKind>): Steps<SearchResult> {
    checkQuery(query);
    const { graph, nodes } = this.#parts;
    const named = new Map<Node, FoundName>();
    const listed = listedKinds.filter((kind) => kinds.has(kind));
    for (const name of graph.names.matching(query, listed)) if (!named.has(name.node)) named.set(name.node, name);

    const { matches, relaxed } = yield* this.#found(query, kinds, named.size > 0);
    const hits: SearchHit[] = [];
    const ofNamed = new Map<Node, number>();
    let best = 0;
    yield* forEachInSteps(yield* collectInSteps(matches), ([key, { score, text }]) => {
      const node = nodes.nodeOf(key);
      best = Math.max(best, score);
      if (named.has(node)) ofNamed.set(node, score);
      else hits.push({ node, score: roundScore(score), ...this.#shown(text) });
    });
    for (const [node, name] of named) {
      const isHidden = name.standing === 'HIDDEN';
      const score = roundScore((best || 1) * timesBest(name) + (ofNamed.get(node) ?? 0) * ofItself);
      hits.push({ node, score, matched: isHidden ? node.label : name.text, isHidden });
    }
    return { hits: yield* sortInSteps(hits, comparingHits()), relaxed };
  }

  /**
   * The nodes that match in the first of these ways in which any do: a title or name has all words; any of the node's texts
   * together have them, or several of them; a title or name has them with more typos; any text has one with more typos.
   * Nothing is relaxed for a query that is the name of a node.
   */
  *#found(query: string, kinds: ReadonlySet<NodeKind>, isName: boolean): Steps<Found> {
    const words = soughtWordsOf(query, 'FEW');
    const inOneText = yield* this.#withAllInOneText(words, kinds);
    if (inOneText.isInName || isName) return { matches: inOneText.matches, relaxed: [] };

    const required = words.filter(({ isOptional }) => isOptional !== true);
    const isEnough = inOneText.matches.size >= (required.length === 1 ? 1 : enough);
    if (isEnough) return { matches: inOneText.matches, relaxed: [] };
    const ofEach = yield* this.#withAny(required, kinds);
    if (ofEach.withAll > 0) return { matches: ofEach.matches, relaxed: leftOut(ofEach) };

    const wideWords = soughtWordsOf(query, 'MORE');
    const withTypos = yield* this.#withAllInOneText(wideWords, kinds);
    if (withTypos.matches.size > 0) return { matches: withTypos.matches, relaxed: ['MORE_TYPOS'] };
    if (ofEach.matches.size > 0) return { matches: ofEach.matches, relaxed: ['WORDS_LEFT_OUT'] };
    const wide = yield* this.#withAny(
      wideWords.filter(({ isOptional }) => isOptional !== true),
      kinds,
    );
    return { matches: wide.matches, relaxed: wide.matches.size === 0 ? [] : [...leftOut(wide), 'MORE_TYPOS'] };
  }

  *#withAllInOneText(
    words: readonly SoughtWord[],
    kinds: ReadonlySet<NodeKind>,
  ): Steps<{ readonly matches: MatchesByKey; readonly isInName: boolean }> {
    const { index, nodes, texts } = this.#parts;
    const matches = yield* nodes.of(yield* index.search(words, 'AND', this.#ranges(kinds)), kinds);
    return {
      matches,
      isInName: matches.values().some(({ text }) => itemAt(texts, text).isName),
    };
  }

  /** The nodes that have any of the words, in whichever of their texts. */
  *#withAny(words: readonly SoughtWord[], kinds: ReadonlySet<NodeKind>) {
    const { index, nodes } = this.#parts;
    const ofWords: MatchesByKey[] = [];
    for (const word of words.map((each) => ({ ...each, timesAtBeginning: 1 }))) {
      ofWords.push(yield* nodes.of(yield* index.search([word], 'OR', this.#ranges(kinds)), kinds));
    }
    return yield* nodesWithAny(ofWords);
  }

  /** What is shown of a text that matched: of a hidden one the title or name of its node. */
  #shown(number: number): Pick<SearchHit, 'matched' | 'isHidden'> {
    const { texts, nodes } = this.#parts;
    const { kind, index, text, isHidden } = itemAt(texts, number);
    return { matched: isHidden ? nodes.nodeAt(kind, index).label : text, isHidden };
  }

  #ranges(kinds: ReadonlySet<NodeKind>): readonly TextRange[] {
    const searched = kindsToSearch(kinds);
    return [...this.#parts.ranges].filter(([kind]) => searched.has(kind)).map(([, range]) => range);
  }
}

/** Compares in the order of hitsByScore. Roles and responsibilities are numbered in that of their titles and names. */
function comparingHits(): (a: SearchHit, b: SearchHit) => number {
  const keys = new Map<Node, string>();
  const keyOf = (node: Node) => {
    let key = keys.get(node);
    if (key === undefined) keys.set(node, (key = sortKeyOf(node)));
    return key;
  };
  return (a, b) => {
    if (a.score !== b.score) return b.score - a.score;
    if (a.node.kind === b.node.kind && (a.node.kind === 'ROLE' || a.node.kind === 'RESPONSIBILITY')) {
      return a.node.index - b.node.index;
    }
    return compareText(keyOf(a.node), keyOf(b.node)) || compareText(a.node.id, b.node.id);
  };
}

function leftOut({ matches, withAll }: { readonly matches: MatchesByKey; readonly withAll: number }) {
  return withAll < matches.size ? (['WORDS_LEFT_OUT'] as const) : [];
}

/** Roles and responsibilities know theirs. */
function sortKeyOf(node: Node): string {
  return node.kind === 'ROLE' || node.kind === 'RESPONSIBILITY' ? node.sortKey : sortKey(node.label);
}

function checkQuery(query: string): void {
  const length = Array.from(query).length;
  if (length > maxQueryLength) {
    throw new ArgumentError('query', `query has ${length} characters; it may have at most ${maxQueryLength}.`);
  }
  if (!hasLetterOrDigit(query)) {
    throw new ArgumentError('query', `query is ${quoted(query)}; give at least one letter or digit to search for.`);
  }
}
