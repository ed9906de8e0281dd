import SearchableMap from 'minisearch/SearchableMap';
import { eachShared, lowerBound, unionOf } from '../../collections/ascending-lists.ts';
import { itemAt } from '../../collections/item-at.ts';
import { collectInSteps, forEachInSteps, generateInSteps, repeatInSteps, type Steps } from '../../scheduling/steps.ts';

/** A word that is searched for. */
export interface SoughtWord {
  /** In the form in which the words of the texts are indexed. */
  readonly word: string;
  /** Whether longer words that begin with it match, too: any of them, only the first word of a text, or none. */
  readonly beginningOf: 'ANY_WORD' | 'FIRST_WORD' | 'NO_WORD';
  /** The greatest edit distance (Levenshtein) of other words that match, too. */
  readonly edits: number;
}

/** Texts by their numbers: from first up to, not including, end. */
export interface TextRange {
  readonly first: number;
  readonly end: number;
}

export interface TextMatch {
  /** The number of the text: its index among those that were indexed. */
  readonly text: number;
  /** Above 0; more is better; comparable within one search only. */
  readonly score: number;
}

/**
 * The parameters of BM25+: how soon further occurrences of a word stop counting, how much long texts lose, and what any
 * match gains.
 */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 };

/** Upper bounds of what a word counts that is not exactly the one searched for, where that one counts 1. */
const weights = { beginning: 0.375, typo: 0.45 };

/** Counting the words of a text takes some microseconds a word; adding a word to the radix tree takes about as long. */
const itemsPerStep = 16;

/** Which words each text has. Words are numbered in the order in which they first occur. */
interface CountedWords {
  readonly numbers: ReadonlyMap<string, number>;
  /** How many distinct words each text has. */
  readonly lengths: Int32Array;
  /** The distinct words of each text by their numbers, text by text. */
  readonly words: readonly number[];
  /** How often the text has each of them. */
  readonly frequencies: readonly number[];
  /** The first word of each text; -1 if it has none. */
  readonly firstWords: Int32Array;
}

interface IndexParts {
  readonly wordNumbers: SearchableMap<number>;
  /** Where the texts of each word begin; at last, where those of the last word end. */
  readonly offsets: Int32Array;
  /** Ascending for each word. */
  readonly texts: Int32Array;
  readonly frequencies: Uint16Array;
  /** What the length of each text contributes to the denominator of BM25+. */
  readonly normalizations: Float64Array;
  readonly boosts: Float64Array;
  readonly firstWords: Int32Array;
}

/** The texts that have one word, ascending, and how often each has it. */
interface Postings {
  readonly texts: Int32Array;
  readonly frequencies: Uint16Array;
  /** What a match counts, before the factors of its text. */
  readonly weight: number;
}

/**
 * Which words are in which texts, ranked by BM25+ (Lv and Zhai, Lower-Bounding Term Frequency Normalization, 2011).
 *
 * The texts of a word are an ascending list of numbers. A search for all of several words starts with the word that the
 * fewest texts have and looks up only those in the lists of the others, so it takes time in proportion to the shortest
 * list. A search for any of the words takes time in proportion to all their lists.
 */
export class InvertedIndex {
  readonly #parts: IndexParts;

  private constructor(parts: IndexParts) {
    this.#parts = parts;
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
    const counted = yield* countedWords(count, wordsAt);
    return new InvertedIndex({
      ...(yield* textsOfWords(counted)),
      ...(yield* textFactors(counted, boostAt)),
      firstWords: counted.firstWords,
      wordNumbers: yield* radixTreeOf(counted.numbers),
    });
  }

  /**
   * The texts of some ranges that have every word, or any of them; by their numbers.
   *
   * @param ranges ascending, without overlap.
   */
  *search(
    words: readonly SoughtWord[],
    combine: 'AND' | 'OR',
    ranges: readonly TextRange[],
  ): Steps<readonly TextMatch[]> {
    const sought: (readonly Postings[])[] = [];
    for (const word of words) sought.push(yield* this.#postingsOf(word, ranges));
    const texts =
      combine === 'AND'
        ? yield* textsInAll(sought)
        : yield* unionInSteps(sought.flat().map((postings) => postings.texts));
    if (texts.length === 0) return [];

    const { normalizations, boosts } = this.#parts;
    const scores = new Float64Array(texts.length);
    const wordsFound = new Uint8Array(texts.length);
    for (const found of sought) {
      const isFound = new Uint8Array(texts.length);
      for (const { texts: theirs, frequencies, weight } of found) {
        eachShared(texts, theirs, (inTexts, inTheirs) => {
          const text = itemAt(texts, inTexts);
          const frequency = itemAt(frequencies, inTheirs);
          const saturated = (frequency * (bm25.k + 1)) / (frequency + itemAt(normalizations, text));
          scores[inTexts] = itemAt(scores, inTexts) + weight * itemAt(boosts, text) * (bm25.d + saturated);
          isFound[inTexts] = 1;
        });
        yield;
      }
      for (let index = 0; index < isFound.length; index++) {
        wordsFound[index] = itemAt(wordsFound, index) + itemAt(isFound, index);
      }
    }
    // A text with more of the words ranks above one that has a single word often.
    return yield* generateInSteps(texts.length, (index) => ({
      text: itemAt(texts, index),
      score: itemAt(scores, index) * itemAt(wordsFound, index),
    }));
  }

  /** The texts in the ranges of each word that matches the one searched for. */
  *#postingsOf({ word, beginningOf, edits }: SoughtWord, ranges: readonly TextRange[]): Steps<readonly Postings[]> {
    const postings: Postings[] = [];
    const add = (number: number, weight: number, isFirstOnly = false) => {
      for (const found of this.#postingsIn(ranges, number, weight)) {
        postings.push(isFirstOnly ? this.#startingWith(number, found) : found);
      }
    };
    const { wordNumbers } = this.#parts;
    const exact = wordNumbers.get(word);
    if (exact !== undefined) add(exact, 1);
    const isBeginning = beginningOf !== 'NO_WORD';
    if (isBeginning) {
      const longerWords = yield* collectInSteps(wordNumbers.atPrefix(word).entries());
      yield* forEachInSteps(longerWords, ([longer, number]) => {
        const rest = longer.length - word.length;
        const weight = (weights.beginning * longer.length) / (longer.length + 0.3 * rest);
        if (rest > 0) add(number, weight, beginningOf === 'FIRST_WORD');
      });
    }
    if (edits > 0) {
      for (const [other, [number, distance]] of wordNumbers.fuzzyGet(word, edits)) {
        if (distance === 0 || (isBeginning && other.startsWith(word))) continue;
        add(number, (weights.typo * other.length) / (other.length + distance));
      }
      yield;
    }
    return postings;
  }

  /** The texts of a word that begin with it. */
  #startingWith(word: number, { texts, frequencies, weight }: Postings): Postings {
    const isFirst = (text: number) => this.#parts.firstWords[text] === word;
    return {
      texts: texts.filter(isFirst),
      frequencies: frequencies.filter((_, index) => isFirst(itemAt(texts, index))),
      weight,
    };
  }

  *#postingsIn(ranges: readonly TextRange[], word: number, weight: number): Generator<Postings> {
    const { offsets, texts, frequencies, boosts } = this.#parts;
    const [start, end] = [itemAt(offsets, word), itemAt(offsets, word + 1)];
    const ofWord = texts.subarray(start, end);
    const rarity = Math.log(1 + (boosts.length - ofWord.length + 0.5) / (ofWord.length + 0.5));
    for (const range of ranges) {
      const from = lowerBound(ofWord, range.first, 0);
      const to = lowerBound(ofWord, range.end, from);
      if (from === to) continue;
      yield {
        texts: ofWord.subarray(from, to),
        frequencies: frequencies.subarray(start + from, start + to),
        weight: weight * rarity,
      };
    }
  }
}

function* countedWords(count: number, wordsAt: (text: number) => readonly string[]): Steps<CountedWords> {
  const numbers = new Map<string, number>();
  const lengths = new Int32Array(count);
  const words: number[] = [];
  const frequencies: number[] = [];
  const firstWords = new Int32Array(count);
  yield* repeatInSteps(
    count,
    (text) => {
      const start = words.length;
      for (const word of wordsAt(text)) {
        let number = numbers.get(word);
        if (number === undefined) numbers.set(word, (number = numbers.size));
        const index = words.indexOf(number, start);
        if (index === -1) {
          words.push(number);
          frequencies.push(1);
        } else frequencies[index] = itemAt(frequencies, index) + 1;
      }
      lengths[text] = words.length - start;
      firstWords[text] = words[start] ?? -1;
    },
    itemsPerStep,
  );
  return { numbers, lengths, words, frequencies, firstWords };
}

/** The inverse of the words of the texts: counts the texts of each word, then writes each text where its word's next one goes. */
function* textsOfWords({
  numbers,
  lengths,
  words,
  frequencies: counts,
}: CountedWords): Steps<Pick<IndexParts, 'offsets' | 'texts' | 'frequencies'>> {
  const offsets = new Int32Array(numbers.size + 1);
  yield* repeatInSteps(words.length, (index) => {
    const next = itemAt(words, index) + 1;
    offsets[next] = itemAt(offsets, next) + 1;
  });
  for (let word = 1; word < offsets.length; word++) {
    offsets[word] = itemAt(offsets, word) + itemAt(offsets, word - 1);
  }
  const next = offsets.slice();
  const texts = new Int32Array(words.length);
  const frequencies = new Uint16Array(words.length);
  let index = 0;
  yield* repeatInSteps(lengths.length, (text) => {
    for (const end = index + itemAt(lengths, text); index < end; index++) {
      const word = itemAt(words, index);
      const target = itemAt(next, word);
      next[word] = target + 1;
      texts[target] = text;
      frequencies[target] = Math.min(itemAt(counts, index), 0xffff);
    }
  });
  return { offsets, texts, frequencies };
}

function* textFactors(
  { lengths, words }: CountedWords,
  boostAt: (text: number) => number,
): Steps<Pick<IndexParts, 'normalizations' | 'boosts'>> {
  const averageLength = words.length / lengths.length;
  const normalizationOf = (length: number) => bm25.k * (1 - bm25.b + (bm25.b * length) / averageLength);
  return {
    normalizations: Float64Array.from(
      yield* generateInSteps(lengths.length, (text) => normalizationOf(itemAt(lengths, text))),
    ),
    boosts: Float64Array.from(yield* generateInSteps(lengths.length, boostAt)),
  };
}

function* radixTreeOf(numbers: ReadonlyMap<string, number>): Steps<SearchableMap<number>> {
  const tree = new SearchableMap<number>();
  for (const [word, number] of numbers) {
    tree.set(word, number);
    if (number % itemsPerStep === 0) yield;
  }
  return tree;
}

/** Ascending lists merged into one, without duplicates; two by two. */
function* unionInSteps(lists: readonly Int32Array[]): Steps<Int32Array> {
  let merged = lists;
  while (merged.length > 1) {
    const pairs: Int32Array[] = [];
    for (let index = 0; index < merged.length; index += 2) pairs.push(unionOf(merged.slice(index, index + 2)));
    merged = pairs;
    yield;
  }
  return merged[0] ?? new Int32Array();
}

/** The texts that have every word, in any of its lists. */
function* textsInAll(sought: readonly (readonly Postings[])[]): Steps<Int32Array> {
  const size = (lists: readonly Postings[]) => lists.reduce((sum, { texts }) => sum + texts.length, 0);
  const [rarest = [], ...others] = sought.toSorted((a, b) => size(a) - size(b));
  let texts = yield* unionInSteps(rarest.map((postings) => postings.texts));
  for (const lists of others) {
    texts = textsInAny(texts, lists);
    yield;
  }
  return texts;
}

/** Those of some texts that are in any of the lists. */
function textsInAny(texts: Int32Array, lists: readonly Postings[]): Int32Array {
  const isFound = new Uint8Array(texts.length);
  for (const { texts: theirs } of lists) eachShared(texts, theirs, (index) => (isFound[index] = 1));
  const found = new Int32Array(texts.length);
  let size = 0;
  // A loop and not filter, whose calls would take longer than everything else here.
  for (let index = 0; index < texts.length; index++) {
    if (isFound[index] === 1) found[size++] = itemAt(texts, index);
  }
  return found.subarray(0, size);
}
