import type { Involvement } from '../../involvement.ts';
import type { GivenRow } from '../given-table.ts';
import { involvementOfWord } from './letters.ts';

/** "R = Responsible", "A: accountable for …", "(C) Consulted". */
const explained = /(?:^|[\s,;|(])\(?(\p{L})\)?\s*(?:=|:|–|—|-|→)\s*(\p{L}[\p{L}-]*)/gu;

/**
 * The letters that a row explains; none for a row that is no legend. A legend has an explanation of several letters, or of one in a
 * row that has nothing else.
 */
export function legendIn({ cells }: GivenRow): ReadonlyMap<string, Involvement> {
  const texts = [...new Set(cells.filter((cell) => cell !== ''))];
  const found = new Map<string, Involvement>();
  for (const text of texts) {
    for (const [, letter = '', word = ''] of text.matchAll(explained)) add(found, letter, word);
  }
  // The letter and its word in cells beside each other, and nothing else in the row.
  const [letter = '', word = '', ...others] = texts;
  if (found.size === 0 && letter.length === 1 && others.length === 0 && word.length > 1) add(found, letter, word);
  return found;
}

function add(found: Map<string, Involvement>, letter: string, word: string): void {
  const involvement = involvementOfWord(word) ?? involvementOfWord(word.split(/\s+/)[0] ?? '');
  if (involvement !== undefined) found.set(letter.toUpperCase(), involvement);
}
