import type { Involvement } from '../../involvement.ts';
import type { GivenRow } from '../given-table.ts';
import { involvementOfWord } from './letters.ts';

/** "R = Responsible", "A: accountable for …", "(C) Consulted". */
const explained = /(?:^|[\s,;|(])\(?(\p{L})\)?\s*(?:=|:|–|—|-|→)\s*(\p{L}[\p{L}-]*)/gu;

/** What each explanation has: most texts have none of these. */
const sign = /[=:–—→-]/;

/**
 * The letters that a row explains; none for a row that is no legend. A legend has an explanation of several letters, or of one in a
 * row that has nothing else.
 */
function legendIn({ cells }: GivenRow): ReadonlyMap<string, Involvement> {
  const texts = [...new Set(cells.filter((cell) => cell !== ''))];
  const found = new Map<string, Involvement>();
  for (const text of texts) {
    if (!sign.test(text)) continue;
    for (const [, letter = '', word = ''] of text.matchAll(explained)) add(found, letter, word);
  }
  // The letter and its word in neighbouring cells, and nothing else in the row.
  const [letter = '', word = '', ...others] = texts;
  if (found.size === 0 && letter.length === 1 && others.length === 0 && word.length > 1) add(found, letter, word);
  return found;
}

/** The letters that rows explain; of several explanations, the last. */
export function legendOf(rows: readonly GivenRow[]): ReadonlyMap<string, Involvement> {
  const legend = new Map<string, Involvement>();
  for (const row of rows) for (const [letter, involvement] of legendIn(row)) legend.set(letter, involvement);
  return legend;
}

/** Whether a row is a legend and nothing else: what explains letters next to a table stands in rows that have facts. */
export function isLegend(row: GivenRow): boolean {
  const texts = [...new Set(row.cells.filter((cell) => cell !== ''))];
  if (texts.length === 0) return false;
  const others = texts.filter((text) => !(sign.test(text) && text.match(explained) !== null) && !legendWord.test(text));
  if (others.length === 0) return true;
  return texts.length === 2 && legendIn(row).size > 0 && texts[0]?.length === 1;
}

const legendWord = /^(?:raci |rasci )?(?:legend|legende|légende|leyenda|leggenda|legenda|key)\b\s*:?$/iu;

function add(found: Map<string, Involvement>, letter: string, word: string): void {
  const capital = letter.toUpperCase();
  // "verantwortlich" is what a German legend says of R, and of the V of VDMI, where it is accountable.
  const isGermanR = capital === 'R' && /^verantwortlich/i.test(word);
  const involvement = isGermanR ? 'RESPONSIBLE' : (involvementOfWord(word) ?? involvementOfWord(firstWord(word)));
  if (involvement !== undefined) found.set(capital, involvement);
}

function firstWord(text: string): string {
  return text.split(/\s+/)[0] ?? '';
}
