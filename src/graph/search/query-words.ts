import type { SoughtWord } from './inverted-index.ts';
import { stopWords } from './stop-words.ts';
import { isUnspaced, stemOfAgent, wordsOfQuery } from './words-of-text.ts';

/** How many typos are allowed: few, or more where few find nothing. */
export type Typos = 'FEW' | 'MORE';

/** More edits would take long to look for, and find words that have little to do with the one searched for. */
const maxEdits = 6;

/** How much more a match counts where a text begins with what the query begins with. */
const timesAtBeginning = 1.2;

/** The distinct words of a query, in their order, in the forms in which they are searched for. */
export function soughtWordsOf(query: string, typos: Typos): readonly SoughtWord[] {
  const all = wordsOfQuery(query);
  const words = [...new Set(all)];
  const isStop = (word: string) => stopWords.has(word);
  const hasContent = !words.every(isStop);
  const first = words.find((word) => !hasContent || !isStop(word));
  return words.map((word, index) => {
    const related = stemOfAgent(word);
    return {
      word,
      beginningOf: beginningOf(word, index, words),
      edits: editsOf(word, typos),
      editsIfKnown: typos === 'MORE' ? editsOf(word, typos) : 0,
      editsIfOtherInitial: typos === 'MORE' ? Math.min(editsOf(word, typos), 1) : 0,
      swaps: true,
      parts: !isUnspaced(word),
      compounds: compoundsOf(word, all),
      isOptional: hasContent && isStop(word),
      ...(related !== undefined && { relatedStem: related }),
      ...(word === first && { timesAtBeginning }),
    };
  });
}

/**
 * The longer words that a word of a query also matches. A great part of all words begins with a given letter or two, which
 * would take long and find little: such a word matches the beginning of a text only, and a single letter only if it is the
 * last word, which may still be typed.
 */
function beginningOf(word: string, index: number, words: readonly string[]): SoughtWord['beginningOf'] {
  if (word.length > 2 || isUnspaced(word)) return 'ANY_WORD';
  return word.length > 1 || index === words.length - 1 ? 'FIRST_WORD' : 'NO_WORD';
}

/**
 * How many edits away a word may be. Words of up to three letters are abbreviations, which a single edit makes another of.
 * In words of four and five letters, two edits would match nearly anything.
 */
function editsOf({ length }: string, typos: Typos): number {
  const few = length < 5 ? 0 : Math.min(Math.round(length / 5), maxEdits);
  if (typos === 'FEW') return few;
  return length < 4 ? 0 : Math.max(few, length < 6 ? 1 : 2);
}

/** The words that a word makes up with its neighbours, which some texts may write as one: "help desk", "on-call". */
function compoundsOf(word: string, all: readonly string[]): readonly string[] {
  const compounds = all.slice(1).flatMap((next, index) => {
    const previous = all[index] ?? '';
    const isOurs = (previous === word || next === word) && !isUnspaced(previous) && !isUnspaced(next);
    return isOurs ? [previous + next] : [];
  });
  return [...new Set(compounds)];
}
