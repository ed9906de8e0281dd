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
  /** The greatest edit distance (Levenshtein) of other words that match, too, where no text has the word. */
  readonly edits: number;
  /** The same where a text has it. */
  readonly editsIfKnown: number;
  /** The same for words that begin with another letter: people seldom mistype the first one. */
  readonly editsIfOtherInitial: number;
  /** Whether swapping two neighbouring letters counts as a single edit, where any are allowed. */
  readonly swaps?: boolean;
  /** A stem whose words match, too, where no text has the word: that of "test" for "tester". */
  readonly relatedStem?: string;
  /** Words that stand for it together with its neighbours in the query: "postmortem" for "post" and "mortem". */
  readonly compounds?: readonly string[];
  /** Whether two words match, too, that stand next to each other in a text: "help desk" for "helpdesk". */
  readonly parts?: boolean;
  /** How many times as much a match counts where a text begins with it; 1 where not given. */
  readonly timesAtBeginning?: number;
  /** Whether a text may lack it: then it only adds to the score. */
  readonly isOptional?: boolean;
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
const weights = { compound: 0.9, stem: 0.7, relatedStem: 0.5, beginning: 0.375, stemBeginning: 0.3, typo: 0.45 };

/** Shorter stems begin too many words that have another meaning. */
const shortestStem = 3;
/** Splitting a shorter word, such as an abbreviation, would find what nobody meant. */
const shortestCompound = 4;
/** No compound is longer, and each way to part a word is looked up. */
const longestCompound = 40;

/** How many words are added to the radix tree between two yields: each takes some microseconds. */
const itemsPerStep = 16;
/** How many words of texts are counted between two yields. A title has a few words, a summary up to some thousand. */
const wordsPerStep = 256;

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

/** What an index is made of. */
export interface IndexedTexts {
  readonly count: number;
  /** The words of a text, in their order, with repetitions. */
  readonly wordsAt: (text: number) => readonly string[];
  /** How much the matches of a text count, above 0. */
  readonly boostAt: (text: number) => number;
  /** What a word has in common with its other forms, e.g. "patch" of "patches"; the word itself where it has none. */
  readonly stemOf: (word: string) => string;
}

interface IndexParts extends Pick<IndexedTexts, 'wordsAt' | 'stemOf'> {
  readonly wordNumbers: SearchableMap<number>;
  /** The words of each stem by their numbers. */
  readonly wordsOfStem: ReadonlyMap<string, readonly number[]>;
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
  /** The number of the word; -1 where it is written as two. */
  readonly word: number;
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

  static *of({ count, wordsAt, boostAt, stemOf }: IndexedTexts): Steps<InvertedIndex> {
    const counted = yield* countedWords(count, wordsAt);
    return new InvertedIndex({
      ...(yield* textsOfWords(counted)),
      ...(yield* textFactors(counted, boostAt)),
      firstWords: counted.firstWords,
      wordNumbers: yield* radixTreeOf(counted.numbers),
      wordsOfStem: yield* wordsByStem(counted.numbers, stemOf),
      wordsAt,
      stemOf,
    });
  }

  /**
   * The texts of some ranges that have every word, or any of them; by their numbers. Optional words need not be there, and
   * find nothing by themselves.
   *
   * @param ranges ascending, without overlap.
   */
  *search(
    words: readonly SoughtWord[],
    combine: 'AND' | 'OR',
    ranges: readonly TextRange[],
  ): Steps<readonly TextMatch[]> {
    const sought: { readonly word: SoughtWord; readonly found: readonly Postings[] }[] = [];
    for (const word of words) sought.push({ word, found: yield* this.#postingsOf(word, ranges) });
    const required = sought.filter(({ word }) => word.isOptional !== true).map(({ found }) => found);
    const texts =
      combine === 'AND'
        ? yield* textsInAll(required)
        : yield* unionInSteps(required.flat().map((postings) => postings.texts));
    if (texts.length === 0) return [];

    const { normalizations, boosts, firstWords } = this.#parts;
    const scores = new Float64Array(texts.length);
    const wordsFound = new Uint8Array(texts.length);
    for (const { word, found } of sought) {
      const { timesAtBeginning = 1 } = word;
      const isFound = new Uint8Array(texts.length);
      for (const { word: number, texts: theirs, frequencies, weight } of found) {
        eachShared(texts, theirs, (inTexts, inTheirs) => {
          const text = itemAt(texts, inTexts);
          const frequency = itemAt(frequencies, inTheirs);
          const saturated = (frequency * (bm25.k + 1)) / (frequency + itemAt(normalizations, text));
          const factor = itemAt(boosts, text) * (itemAt(firstWords, text) === number ? timesAtBeginning : 1);
          scores[inTexts] = itemAt(scores, inTexts) + weight * factor * (bm25.d + saturated);
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
  *#postingsOf(sought: SoughtWord, ranges: readonly TextRange[]): Steps<readonly Postings[]> {
    const { word, beginningOf, compounds = [] } = sought;
    const postings: Postings[] = [];
    const added = new Set<number>();
    const add = (number: number, weight: number, isFirstOnly = false) => {
      if (added.has(number)) return;
      added.add(number);
      for (const found of this.#postingsIn(ranges, number, weight)) {
        postings.push(isFirstOnly ? this.#startingWith(number, found) : found);
      }
    };
    for (const [number, weight] of this.#formsOf(word)) add(number, weight);
    for (const compound of compounds) {
      for (const [number, weight] of this.#formsOf(compound)) add(number, weight * weights.compound);
    }
    if (sought.parts === true) postings.push(...(yield* this.#partsOf(word, ranges)));

    const { wordNumbers, wordsOfStem, stemOf } = this.#parts;
    const isKnown = wordNumbers.has(word);
    if (beginningOf !== 'NO_WORD') {
      const longerWords = yield* collectInSteps(wordNumbers.atPrefix(word).entries());
      yield* forEachInSteps(longerWords, ([longer, number]) => {
        add(number, beginningWeight(word, longer), beginningOf === 'FIRST_WORD');
      });
    }
    if (!isKnown) {
      const { relatedStem = '' } = sought;
      for (const number of wordsOfStem.get(relatedStem) ?? []) add(number, weights.relatedStem);
      const stem = stemOf(word);
      if (stem !== word && stem.length >= shortestStem) {
        const others = yield* collectInSteps(wordNumbers.atPrefix(stem).values());
        yield* forEachInSteps(others, (number) => {
          add(number, weights.stemBeginning);
        });
      }
    }
    const edits = isKnown ? sought.editsIfKnown : sought.edits;
    if (edits > 0) {
      if (sought.swaps === true) {
        for (const other of withLettersSwapped(word)) {
          const number = wordNumbers.get(other);
          if (number !== undefined) add(number, typoWeight(other, 1));
        }
      }
      for (const [other, [number, distance]] of wordNumbers.fuzzyGet(word, edits)) {
        const hasOtherInitial = !other.startsWith(word.charAt(0));
        if (!hasOtherInitial || distance <= sought.editsIfOtherInitial) add(number, typoWeight(other, distance));
      }
      yield;
    }
    return postings;
  }

  /** The numbers of a word and of its other forms, with what a match of each counts. */
  *#formsOf(word: string): Generator<readonly [number: number, weight: number]> {
    const { wordNumbers, wordsOfStem, stemOf } = this.#parts;
    const exact = wordNumbers.get(word);
    if (exact !== undefined) yield [exact, 1];
    for (const number of wordsOfStem.get(stemOf(word)) ?? []) if (number !== exact) yield [number, weights.stem];
  }

  /** The texts that have the word as two: in each way to part it, those in which both parts are neighbours. */
  *#partsOf(word: string, ranges: readonly TextRange[]): Steps<readonly Postings[]> {
    if (word.length < shortestCompound || word.length > longestCompound) return [];
    const { boosts, wordsAt, stemOf } = this.#parts;
    const postings: Postings[] = [];
    for (let at = 1; at < word.length; at++) {
      const parts = [word.slice(0, at), word.slice(at)];
      const [first = [], second = []] = parts.map((part) => [...this.#formsOf(part)].map(([number]) => number));
      if (first.length === 0 || second.length === 0) continue;
      const both = [first, second].map((numbers) =>
        numbers.flatMap((number) => Array.from(this.#postingsIn(ranges, number, 1))),
      );
      const candidates = yield* textsInAll(both);
      const found: number[] = [];
      const stems = parts.map(stemOf);
      let sinceYield = 0;
      for (const text of candidates) {
        const inText = wordsAt(text).map(stemOf);
        if (inText.some((_, start) => stems.every((stem, at) => inText[start + at] === stem))) found.push(text);
        sinceYield += inText.length + 1;
        if (sinceYield >= wordsPerStep) {
          sinceYield = 0;
          yield;
        }
      }
      const texts = Int32Array.from(found);
      const weight = weights.compound * rarityOf(texts.length, boosts.length);
      if (texts.length > 0)
        postings.push({ word: -1, texts, frequencies: new Uint16Array(texts.length).fill(1), weight });
    }
    return postings;
  }

  /** The texts of a word that begin with it. */
  #startingWith(word: number, { texts, frequencies, weight }: Postings): Postings {
    const isFirst = (text: number) => this.#parts.firstWords[text] === word;
    return {
      word,
      texts: texts.filter(isFirst),
      frequencies: frequencies.filter((_, index) => isFirst(itemAt(texts, index))),
      weight,
    };
  }

  *#postingsIn(ranges: readonly TextRange[], word: number, weight: number): Generator<Postings> {
    const { offsets, texts, frequencies, boosts } = this.#parts;
    const [start, end] = [itemAt(offsets, word), itemAt(offsets, word + 1)];
    const ofWord = texts.subarray(start, end);
    const rarity = rarityOf(ofWord.length, boosts.length);
    for (const range of ranges) {
      const from = lowerBound(ofWord, range.first, 0);
      const to = lowerBound(ofWord, range.end, from);
      if (from === to) continue;
      yield {
        word,
        texts: ofWord.subarray(from, to),
        frequencies: frequencies.subarray(start + from, start + to),
        weight: weight * rarity,
      };
    }
  }
}

/** What a word counts by the number of texts that have it: the fewer, the more. */
function rarityOf(texts: number, ofTexts: number): number {
  return Math.log(1 + (ofTexts - texts + 0.5) / (texts + 0.5));
}

function beginningWeight(word: string, longer: string): number {
  return (weights.beginning * longer.length) / (longer.length + 0.3 * (longer.length - word.length));
}

function typoWeight(word: string, distance: number): number {
  return (weights.typo * word.length) / (word.length + distance);
}

/** A word with each two neighbouring letters swapped. */
function* withLettersSwapped(word: string): Generator<string> {
  for (let at = 0; at < word.length - 1; at++) {
    const [letter, next] = [word.charAt(at), word.charAt(at + 1)];
    if (letter !== next) yield word.slice(0, at) + next + letter + word.slice(at + 2);
  }
}

function* wordsByStem(
  numbers: ReadonlyMap<string, number>,
  stemOf: (word: string) => string,
): Steps<ReadonlyMap<string, readonly number[]>> {
  const byStem = new Map<string, number[]>();
  for (const [word, number] of numbers) {
    const stem = stemOf(word);
    const others = byStem.get(stem);
    if (others === undefined) byStem.set(stem, [number]);
    else others.push(number);
    if (number % itemsPerStep === 0) yield;
  }
  return byStem;
}

function* countedWords(count: number, wordsAt: (text: number) => readonly string[]): Steps<CountedWords> {
  const numbers = new Map<string, number>();
  const lengths = new Int32Array(count);
  const words: number[] = [];
  const frequencies: number[] = [];
  const firstWords = new Int32Array(count);
  const places = new Map<number, number>();
  let sinceYield = 0;
  for (let text = 0; text < count; text++) {
    const start = words.length;
    const found = wordsAt(text);
    // Looking through the words before takes less for a title, and the square of its length for a summary.
    const isLong = found.length > 32;
    for (const word of found) {
      let number = numbers.get(word);
      if (number === undefined) numbers.set(word, (number = numbers.size));
      const index = isLong ? (places.get(number) ?? -1) : words.indexOf(number, start);
      if (index === -1) {
        if (isLong) places.set(number, words.length);
        words.push(number);
        frequencies.push(1);
      } else frequencies[index] = itemAt(frequencies, index) + 1;
    }
    places.clear();
    lengths[text] = words.length - start;
    firstWords[text] = words[start] ?? -1;
    sinceYield += found.length + 1;
    if (sinceYield >= wordsPerStep) {
      sinceYield = 0;
      yield;
    }
  }
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
