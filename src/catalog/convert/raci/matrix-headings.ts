import type { GivenRow } from '../given-table.ts';
import { mostRowsAbove } from '../heading-search.ts';
import { isPlainTitle } from '../title-words.ts';
import { involvementOfWord, type LetterScheme, readCell } from './letters.ts';
import { passedOver } from './row-kinds.ts';

/** Longest letters without signs between them that are not taken for the title of a role. */
const longestLetters = 3;

/** The last row above the first letters that has texts, which are no letters, above most of the lettered columns. */
export function headerAbove(
  rows: readonly GivenRow[],
  lettered: ReadonlySet<number>,
  scheme: LetterScheme,
): number | undefined {
  let header: number | undefined;
  for (const [index, row] of rows.slice(0, mostRowsAbove).entries()) {
    if (passedOver(row) !== undefined) continue;
    const above = [...lettered].map((column) => row.cells[column] ?? '').filter((cell) => cell !== '');
    const forms = above.map((cell) => formOf(cell, scheme));
    // Below a heading, the first row with letters ends the search.
    if (header !== undefined && forms.includes('LETTERS')) break;
    const hasText = forms.includes('TEXT');
    const headings = above.filter((_, at) => forms[at] !== 'LETTERS');
    const isHeading = new Set(headings).size > 1 || (headings.length === 1 && lettered.size === 1);
    if (hasText && isHeading && 2 * headings.length >= above.length) header = index;
    else if (header !== undefined && forms.includes('EITHER')) break;
  }
  return header;
}

/** Whether a text is plainly letters, or a text, or could be both: "IS" and "Lead" may be titles, too. */
function formOf(cell: string, scheme: LetterScheme): 'LETTERS' | 'EITHER' | 'TEXT' {
  const plain = cell.replace(/\s*(?:\([^)]*\)|\[\d{1,2}\]|\*+|[\u00b9\u00b2\u00b3]+)$/u, '');
  if (/^\p{L}(?:\s*[/,;&+]\s*\p{L})*$/u.test(plain)) return 'LETTERS';
  const read = readCell(cell, scheme);
  if (read?.rest !== '') return 'TEXT';
  if (read.isTick || /[/,&+]/.test(cell)) return 'LETTERS';
  if (cell.length <= longestLetters || isPlainTitle(cell)) return 'EITHER';
  return involvementOfWord(cell) === undefined ? 'TEXT' : 'LETTERS';
}

/** The headings of all columns, from one row or two. */
export function headingsOf(rows: readonly GivenRow[], header: number, width: number, lettered: ReadonlySet<number>) {
  const own = rows[header]?.cells ?? [];
  const upper = header > 0 ? (rows[header - 1]?.cells ?? []) : [];
  const overLetters = [...lettered].map((column) => upper[column] ?? '').filter((cell) => cell !== '');
  // A title that was merged across the table is no heading.
  const isTitle = new Set(upper.filter((cell) => cell !== '')).size < 2;
  const isLegendAbove = header > 0 && isPassedOver(rows[header - 1]);
  const isUpper = overLetters.length > 0 && !isTitle && !isLegendAbove;
  const spread = isUpper ? filledRight(upper, width) : [];
  const counts = Map.groupBy(own, (heading) => heading);
  const texts = Array.from({ length: width }, (_, column) => {
    const heading = oneLine(own[column] ?? '');
    const above = oneLine(spread[column] ?? '');
    if (heading === '') return above;
    const isRepeated = (counts.get(own[column] ?? '')?.length ?? 0) > 1;
    return isRepeated && above !== '' && above !== heading && lettered.has(column) ? `${heading} (${above})` : heading;
  });
  const remarks = isUpper
    ? ['There are two rows of headings; the upper one tells apart roles of the same title, and is left out otherwise.']
    : [];
  return { texts, rows: new Set(isUpper ? [header - 1, header] : [header]), remarks };
}

function isPassedOver(row: GivenRow | undefined): boolean {
  return row !== undefined && passedOver(row) !== undefined;
}

/** Cells with the text of the last one that has any, as headings stand over several columns. */
function filledRight(cells: readonly string[], width: number): readonly string[] {
  let last = '';
  return Array.from(
    { length: width },
    (_, column) => (last = cells[column] === undefined || cells[column] === '' ? last : (cells[column] ?? '')),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
