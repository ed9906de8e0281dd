import type { LeftOut } from '../conversion.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';
import { shownText } from '../shown-text.ts';
import { isLegend } from './legend.ts';
import { footnoteIn, isTotal, rowText } from './raci-text.ts';

/** A row as something that is left out. */
export function leftOutRow({ name, counts }: GivenTable, row: GivenRow, why: string): LeftOut {
  return { part: name, number: row.number, counts, text: shownText(rowText(row.cells)), why };
}

/** Why a row without facts is none of the activities: a legend, a footnote or a total; undefined for any other. */
export function passedOver({ cells }: GivenRow): string | undefined {
  const texts = cells.filter((cell) => cell !== '');
  if (isLegend({ number: 0, cells, isBold: false })) return 'a legend';
  if (footnoteIn(texts) !== undefined) return 'a footnote';
  if (isTotal(texts)) return 'a total';
  return undefined;
}

/** The footnotes of a table by mark. */
export function footnotesOf({ rows }: GivenTable): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { cells } of rows) {
    const note = footnoteIn(cells.filter((cell) => cell !== ''));
    if (note !== undefined && note.mark !== '') found.set(note.mark, note.text);
  }
  return found;
}
