import { stem } from 'porter2';
import { sortKey } from '../../text/sort-key.ts';

/** Letters of scripts that put no spaces between words, or, as Korean does, often none inside of titles. */
const unspaced = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}`;
const runs = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, 'gu');
const beginsUnspaced = new RegExp(`^[${unspaced}]`, 'u');
const separators = /[^\p{L}\p{M}\p{N}+#]+/u;
const ascii = /^[\u0000-\u007f]*$/;
const asciiWords = /[a-z0-9+#]+/g;
/** The longest English words have some 30 letters; stemming takes time in proportion to the square of longer ones. */
const englishWord = /^[a-z]{4,30}$/;
const agent = /(?<=[a-z]{4})(?:er|or)s?$/;
/** An abbreviation in the plural, which the stemmer takes for a word: "SLAs". */
const pluralAbbreviation = /^[a-z]{2}[^s]s$/;

/**
 * The words of a query, in their order, with repetitions: lower case, by their base letters. Where a script puts no spaces
 * between words, each two neighbouring characters are a word, so that words inside of titles are found without a dictionary
 * that would differ from machine to machine.
 */
export function wordsOfQuery(text: string): readonly string[] {
  return wordsOf(text, neighbours);
}

/** The words of a text as they are indexed: those of a query, and the last character, too, where there are no spaces. */
export function wordsOfText(text: string): readonly string[] {
  return wordsOf(text, (characters) => [
    ...neighbours(characters),
    ...(characters.length > 1 ? characters.slice(-1) : []),
  ]);
}

/** Whether a word is of a script without spaces, and so a part of a word, or several. */
export function isUnspaced(word: string): boolean {
  return beginsUnspaced.test(word);
}

/** What the forms of an English word have in common, e.g. "patch" of "patches" and "patching"; other words are returned as they are. */
export function stemOf(word: string): string {
  if (!englishWord.test(word)) return word;
  const stemmed = stem(americanSpelling(word));
  return stemmed === word && pluralAbbreviation.test(word) ? word.slice(0, -1) : stemmed;
}

/** So that British spelling finds American, and the other way round: organise, behaviour, licence. */
function americanSpelling(word: string): string {
  return word
    .replace(/(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/, 'iz')
    .replace(/(?<=[a-z]{4})our(?=(?:s|ed|ing|al)?$)/, 'or')
    .replace(/enc(?=es?$)/, 'ens');
}

/** The stem of what somebody does who is called by it: that of "test" for "tester"; undefined for other words. */
export function stemOfAgent(word: string): string | undefined {
  return englishWord.test(word) && agent.test(word) ? stem(word.replace(agent, 'ing')) : undefined;
}

function wordsOf(text: string, wordsOfRun: (characters: readonly string[]) => readonly string[]): readonly string[] {
  // The same in a third of the time, for most texts.
  if (ascii.test(text)) return text.toLowerCase().match(asciiWords) ?? [];
  const words: string[] = [];
  for (const part of text.normalize('NFKC').split(separators)) {
    for (const [run] of part.matchAll(runs)) {
      for (const word of isUnspaced(run) ? wordsOfRun(Array.from(run)) : [run]) {
        const key = sortKey(word);
        if (key !== '') words.push(key);
      }
    }
  }
  return words;
}

function neighbours(characters: readonly string[]): readonly string[] {
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
