import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { matchingKey } from '../catalog/matching-key.ts';
import { quoted } from '../catalog/quoted-text.ts';
import { itemAt } from '../graph/item-at.ts';
import type { NodeKind } from '../graph/node-kind.ts';
import { roundScore } from '../graph/overlap-arithmetic.ts';
import { bySortKey, sortKey } from '../graph/sort-key.ts';
import { eachInSteps, timesInSteps, type Steps } from '../steps.ts';
import { ArgumentError } from './argument-error.ts';
import type { NodeEntry, RoleEntry } from './entries.ts';
import type { Membership } from './membership.ts';
import type { Order } from './page.ts';
import type { Summaries } from './summaries.ts';

/** The longest text that can be searched for, in characters. */
export const maxQueryLength = 200;

/** A node that a search found. */
export interface SearchHit {
  readonly node: NodeEntry;
  /** How well the best of the node's texts matched: more is better; comparable within one search only. */
  readonly score: number;
  /** That text. */
  readonly matched: string;
}

/** Best first, then by title or name, then id: an order of each query, since scores tell nothing beyond their search. */
export function hitsByScore(query: string): Order<SearchHit> {
  return {
    name: `search for ${quoted(query)} by SCORE DESC`,
    types: ['number', 'string', 'string'],
    directions: ['DESC', 'ASC', 'ASC'],
    valuesOf: ({ score, node }) => [score, sortKey(node.label), node.id],
  };
}

/** What a text is of its node: how much its matches count. */
const boosts = { label: 2, alternateTitle: 1.5, summary: 0.5 };
/** What a title or name that is the whole query, by matching key, scores: that many times the best of other texts. */
const wholeNameScores = { own: 3, alternate: 2 };

/**
 * How the words of a query may match those of a text, in the order in which it is tried until something is found. Two
 * letters that changed places are two edits, which of a short word leave too little to be sure of.
 */
const ways: readonly SearchOptions[] = [
  { combineWith: 'AND', fuzzy: ({ length }) => (length > 3 ? 0.2 : false) },
  { combineWith: 'AND', fuzzy: ({ length }) => (length > 4 ? 2 : false) },
  { combineWith: 'OR', fuzzy: ({ length }) => (length > 3 ? 0.2 : false) },
  { combineWith: 'OR', fuzzy: ({ length }) => (length > 3 ? 2 : false) },
];

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}+#]+/u);
}

/**
 * Whether a word of a query is also taken as the beginning of a longer one. A single letter begins a good part of all
 * words, so that a query of many would take seconds; only the last word may be one that is still being typed.
 */
function isBeginning(word: string, place: number, words: readonly string[]): boolean {
  return word.length > 1 || place === words.length - 1;
}

/** A text takes some microseconds a word. */
const textsPerStep = 16;

interface IndexedText {
  readonly kind: NodeKind;
  readonly place: number;
  readonly text: string;
  readonly boost: number;
}

/**
 * Every text of a generation by its words: titles, alternate titles, names and summaries, those of appearances included.
 * Each text is a document of its own, so that a hit can tell which text matched. Ranked by BM25+ (Lv and Zhai, 2011).
 */
export class SearchIndex {
  readonly #membership: Membership;
  readonly #texts: readonly IndexedText[];
  readonly #index: MiniSearch<{ readonly id: number; readonly text: string }>;

  private constructor(membership: Membership, texts: readonly IndexedText[]) {
    this.#membership = membership;
    this.#texts = texts;
    this.#index = new MiniSearch({
      fields: ['text'],
      tokenize: wordsOf,
      processTerm: (term) => sortKey(term) || null,
      searchOptions: {
        prefix: isBeginning,
        boostDocument: (id: number) => itemAt(texts, id).boost,
      },
    });
  }

  static *of(membership: Membership, summaries: Summaries): Steps<SearchIndex> {
    const { roles, responsibilities, topics, pillars, categories, organizationTypes, sources } = membership.entries;
    const texts: IndexedText[] = [];
    const index = new SearchIndex(membership, texts);
    const add = (kind: NodeKind, place: number, text: string | null, boost: number) => {
      if (text === null) return;
      index.#index.add({ id: texts.length, text });
      texts.push({ kind, place, text, boost });
    };
    for (const nodes of [roles, responsibilities, topics, pillars, categories, organizationTypes, sources]) {
      const addLabel = ({ kind, place, label }: NodeEntry) => {
        add(kind, place, label, boosts.label);
      };
      yield* eachInSteps<NodeEntry>(nodes, addLabel, textsPerStep);
    }
    const addTexts = ({ kind, place, alternateTitles }: RoleEntry) => {
      for (const title of alternateTitles) add(kind, place, title, boosts.alternateTitle);
      add(kind, place, summaries.ofRole(place), boosts.summary);
    };
    yield* eachInSteps(roles, addTexts, textsPerStep);
    for (const nodes of [pillars, organizationTypes, sources]) {
      for (const { kind, place, summary } of nodes) add(kind, place, summary, boosts.summary);
    }
    const addSummary = (place: number) => {
      add('APPEARANCE', place, summaries.ofAppearance(place), boosts.summary);
    };
    yield* timesInSteps(membership.appearanceCount, addSummary, textsPerStep);
    return index;
  }

  /**
   * The nodes whose title or name is the query, then those with a text that has every word of it, or its beginning or a
   * word within a typo of it; where there is none, those with a text that has any. In the order of hitsByScore.
   *
   * @throws ArgumentError for a query that is too long or has no word.
   */
  search(query: string, kinds: ReadonlySet<NodeKind>): readonly SearchHit[] {
    checkQuery(query);
    const hits = new Map<string, SearchHit>();
    const results = this.#results(query, kinds);
    for (const result of results) {
      const { kind, place, text } = itemAt(this.#texts, Number(result.id));
      const score = roundScore(result.score);
      const key = `${kind} ${place}`;
      const known = hits.get(key);
      if (known === undefined || score > known.score) {
        hits.set(key, { node: known?.node ?? nodeAt(this.#membership, kind, place), score, matched: text });
      }
    }
    const best = results[0]?.score ?? 1;
    for (const { node, text, isAlternate } of this.#membership.names().withKey(matchingKey(query))) {
      const key = `${node.kind} ${node.place}`;
      const score = roundScore(best * (isAlternate ? wholeNameScores.alternate : wholeNameScores.own));
      if (kinds.has(node.kind) && score > (hits.get(key)?.score ?? 0)) hits.set(key, { node, score, matched: text });
    }
    return [...hits.values()]
      .map((hit) => ({ hit, score: hit.score, sortKey: sortKey(hit.node.label), id: hit.node.id }))
      .sort((a, b) => b.score - a.score || bySortKey(a, b))
      .map(({ hit }) => hit);
  }

  /** The texts that match in the first way in which any do, best first. */
  #results(query: string, kinds: ReadonlySet<NodeKind>): readonly SearchResult[] {
    const filter = ({ id }: { id: number }) => kinds.has(itemAt(this.#texts, id).kind);
    const words = [...new Set(wordsOf(query))].join(' ');
    for (const way of ways) {
      const results = this.#index.search(words, { ...way, filter });
      if (results.length > 0) return results;
    }
    return [];
  }
}

function nodeAt(membership: Membership, kind: NodeKind, place: number): NodeEntry {
  const { entries } = membership;
  switch (kind) {
    case 'ROLE':
      return itemAt(entries.roles, place);
    case 'RESPONSIBILITY':
      return itemAt(entries.responsibilities, place);
    case 'TOPIC':
      return itemAt(entries.topics, place);
    case 'PILLAR':
      return itemAt(entries.pillars, place);
    case 'CATEGORY':
      return itemAt(entries.categories, place);
    case 'ORGANIZATION_TYPE':
      return itemAt(entries.organizationTypes, place);
    case 'SOURCE':
      return itemAt(entries.sources, place);
    case 'APPEARANCE':
      return membership.appearance(place);
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
