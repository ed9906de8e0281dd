import type { Options } from 'minisearch';
import { stem } from 'porter2';
import type { FoundPart } from './build/site-page.ts';

/** Words that say nothing about what is looked for, as in a question. */
const emptyWords = new Set(
  'a an and are by can do does for from how i in is it me my of on or our that the this to we what when where which who with you'.split(
    ' ',
  ),
);

/** How texts are divided into words: the build and the page must do it alike. */
export const searchOptions: Options<FoundPart> = {
  fields: ['title', 'page', 'text'],
  storeFields: ['title', 'page', 'text'],
  tokenize: (text) => text.split(/[^\p{L}\p{N}_]+/u).flatMap(withItsWords),
  processTerm: (term) => {
    const word = term.toLowerCase();
    return word.length > 60 || emptyWords.has(word) ? null : stem(word);
  },
};

/** A name such as "pillarCount" is found by its words, too. */
function withItsWords(term: string): string[] {
  const words = term.split(/(?<=\p{Ll})(?=\p{Lu})|_/u).filter((word) => word !== '');
  return words.length > 1 ? [term, ...words] : words;
}
