import SearchableMap from 'minisearch/SearchableMap';
import { itemAt } from '../../collections/item-at.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import { eachShared, leap, unionOf } from '../../collections/ascending-lists.ts';

/** A word that is sought. */
export interface SoughtWord {
  /** In the form in which the words of the texts are indexed. */
  readonly word: string;
  /** Whether longer words that begin with it are meant too. */
  readonly isBeginning: boolean;
  /** How many letters may be missing, added or another: the Levenshtein distance of words that are meant too. */
  readonly edits: number;
}

/** Texts by their numbers: from first up to, not including, end. */
export interface TextRange {
  readonly first: number;
  readonly end: number;
}

export interface TextMatch {
  /** The number of the text: it was the so many-th, counted from 0. */
  readonly text: number;
  /** Above 0; more is better; comparable within one search only. */
  readonly score: number;
}

/** The parameters of BM25+: how soon repeating a word stops to count, how much long texts lose, what any match gains. */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 };

/** What a word of a text counts that is not the very word sought: at most so much. */
const weights = { beginning: 0.375, typo: 0.45 };

/** A text takes some microseconds a word, and so does a word itself. */
const itemsPerStep = 16;

/** What an index is made of. */
interface IndexParts {
  /** The place of each word in the lists. */
  readonly places: SearchableMap<number>;
  /** Where the texts of each word begin; at last, where those of the last one end. */
  readonly offsets: Int32Array;
  readonly texts: Int32Array;
  readonly frequencies: Uint16Array;
  /** What is the same for every word of a text: its length's share of the score, and its boost. */
  readonly normalizations: Float64Array;
  readonly boosts: Float64Array;
}

/** The texts that have one word, ascending, and how often each has it. */
interface Postings {
  readonly texts: Int32Array;
  readonly frequencies: Uint16Array;
  /** What a match counts before the text's own share is regarded. */
  readonly weight: number;
}

/**
 * Which words are in which texts, ranked by BM25+ (Lv and Zhai, Lower-Bounding Term Frequency Normalization, 2011).
 *
 * The texts of a word are an ascending list of numbers, so that a search for several words begins with the one that the
 * fewest texts have and looks up the others for those: it takes as long as that list, however many have the others. One for
 * any of the words takes as long as all their lists.
 */
export class InvertedIndex {
  readonly #places: SearchableMap<number>;
  readonly #offsets: Int32Array;
  readonly #texts: Int32Array;
  readonly #frequencies: Uint16Array;
  readonly #normalizations: Float64Array;
  readonly #boosts: Float64Array;

  private constructor({ places, offsets, texts, frequencies, normalizations, boosts }: IndexParts) {
    this.#places = places;
    this.#offsets = offsets;
    this.#texts = texts;
    this.#frequencies = frequencies;
    this.#normalizations = normalizations;
    this.#boosts = boosts;
  }

  /**
   * @param count how many texts there are.
   * @param wordsAt the words of a text, with repetitions.
   * @param boostAt how much the matches of a text count, above 0.
   */
  static *of(
    count: number,
    wordsAt: (text: number) => readonly string[],
    boostAt: (text: number) => number,
  ): Steps<InvertedIndex> {
    const places = new Map<string, number>();
    // The words of each text once, by their places, and how often it has them.
    const lengths = new Int32Array(count);
    const distinct: number[] = [];
    const repeated: number[] = [];
    yield* repeatInSteps(
      count,
      (text) => {
        const start = distinct.length;
        for (const word of wordsAt(text)) {
          let place = places.get(word);
          if (place === undefined) places.set(word, (place = places.size));
          const known = distinct.indexOf(place, start);
          if (known === -1) {
            distinct.push(place);
            repeated.push(1);
          } else repeated[known] = itemAt(repeated, known) + 1;
        }
        lengths[text] = distinct.length - start;
      },
      itemsPerStep,
    );

    const offsets = new Int32Array(places.size + 1);
    yield* repeatInSteps(distinct.length, (at) => {
      const next = itemAt(distinct, at) + 1;
      offsets[next] = itemAt(offsets, next) + 1;
    });
    for (let place = 1; place < offsets.length; place++) {
      offsets[place] = itemAt(offsets, place) + itemAt(offsets, place - 1);
    }
    const free = offsets.slice();
    const texts = new Int32Array(distinct.length);
    const frequencies = new Uint16Array(distinct.length);
    let at = 0;
    yield* repeatInSteps(count, (text) => {
      for (const end = at + itemAt(lengths, text); at < end; at++) {
        const place = itemAt(distinct, at);
        const to = itemAt(free, place);
        free[place] = to + 1;
        texts[to] = text;
        frequencies[to] = Math.min(itemAt(repeated, at), 0xffff);
      }
    });

    const averageLength = distinct.length / count;
    const normalizations = new Float64Array(count);
    const boosts = new Float64Array(count);
    yield* repeatInSteps(count, (text) => {
      normalizations[text] = bm25.k * (1 - bm25.b + (bm25.b * itemAt(lengths, text)) / averageLength);
      boosts[text] = boostAt(text);
    });
    const radixTree = new SearchableMap<number>();
    for (const [word, place] of places) {
      radixTree.set(word, place);
      if (place % itemsPerStep === 0) yield;
    }
    return new InvertedIndex({ places: radixTree, offsets, texts, frequencies, normalizations, boosts });
  }

  /**
   * The texts of some ranges that have every word sought, or any of them; by their numbers.
   *
   * @param ranges ascending, without overlap.
   */
  search(words: readonly SoughtWord[], combine: 'AND' | 'OR', ranges: readonly TextRange[]): TextMatch[] {
    const sought = words.map((word) => this.#postingsOf(word, ranges));
    const texts = combine === 'AND' ? textsInAll(sought) : unionOf(sought.flat().map((postings) => postings.texts));
    if (texts.length === 0) return [];

    const scores = new Float64Array(texts.length);
    const wordsFound = new Uint8Array(texts.length);
    for (const found of sought) {
      const isFound = new Uint8Array(texts.length);
      for (const { texts: theirs, frequencies, weight } of found) {
        eachShared(texts, theirs, (inTexts, inTheirs) => {
          const text = itemAt(texts, inTexts);
          const frequency = itemAt(frequencies, inTheirs);
          const saturated = (frequency * (bm25.k + 1)) / (frequency + itemAt(this.#normalizations, text));
          scores[inTexts] = itemAt(scores, inTexts) + weight * itemAt(this.#boosts, text) * (bm25.d + saturated);
          isFound[inTexts] = 1;
        });
      }
      for (let at = 0; at < isFound.length; at++) wordsFound[at] = itemAt(wordsFound, at) + itemAt(isFound, at);
    }
    // Who has more of the words stands before who has one of them often.
    return Array.from(texts, (text, at) => ({ text, score: itemAt(scores, at) * itemAt(wordsFound, at) }));
  }

  /** The lists of all words that are meant by one, as far as they are in the ranges. */
  #postingsOf({ word, isBeginning, edits }: SoughtWord, ranges: readonly TextRange[]): readonly Postings[] {
    const postings: Postings[] = [];
    const add = (place: number, weight: number) => {
      const [start, end] = [itemAt(this.#offsets, place), itemAt(this.#offsets, place + 1)];
      const texts = this.#texts.subarray(start, end);
      const rarity = Math.log(1 + (this.#boosts.length - texts.length + 0.5) / (texts.length + 0.5));
      for (const range of ranges) {
        const from = leap(texts, range.first, 0);
        const to = leap(texts, range.end, from);
        const frequencies = this.#frequencies.subarray(start + from, start + to);
        if (from < to) postings.push({ texts: texts.subarray(from, to), frequencies, weight: weight * rarity });
      }
    };
    const exact = this.#places.get(word);
    if (exact !== undefined) add(exact, 1);
    if (isBeginning) {
      for (const [longer, place] of this.#places.atPrefix(word).entries()) {
        const rest = longer.length - word.length;
        if (rest > 0) add(place, (weights.beginning * longer.length) / (longer.length + 0.3 * rest));
      }
    }
    if (edits > 0) {
      for (const [other, [place, distance]] of this.#places.fuzzyGet(word, edits)) {
        if (distance === 0 || (isBeginning && other.startsWith(word))) continue;
        add(place, (weights.typo * other.length) / (other.length + distance));
      }
    }
    return postings;
  }
}

/** The texts that have every word, of which any of its lists will do. */
function textsInAll(sought: readonly (readonly Postings[])[]): Int32Array {
  const size = (lists: readonly Postings[]) => lists.reduce((sum, { texts }) => sum + texts.length, 0);
  const [rarest = [], ...others] = sought.toSorted((a, b) => size(a) - size(b));
  return others.reduce(textsInAny, unionOf(rarest.map(({ texts }) => texts)));
}

/** Those of some texts that are in any of the lists. */
function textsInAny(texts: Int32Array, lists: readonly Postings[]): Int32Array {
  const isFound = new Uint8Array(texts.length);
  for (const { texts: theirs } of lists) eachShared(texts, theirs, (at) => (isFound[at] = 1));
  const found = new Int32Array(texts.length);
  let size = 0;
  // As filter does, of which the calls would take longer than all else.
  for (let at = 0; at < texts.length; at++) if (isFound[at] === 1) found[size++] = itemAt(texts, at);
  return found.subarray(0, size);
}
