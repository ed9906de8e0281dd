import { columnsByMapping } from '../column-mapping.ts';
import type { ColumnMapping } from '../conversion.ts';
import type { GroupKind } from '../facts.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';
import { type LabelMeaning, meaningOfHeading, isNeverLetters, isOfOtherTables } from './label-columns.ts';
import { involvementOfWord, type LetterScheme, readCell, schemeOf } from './letters.ts';
import { isAbbreviation, isPlainTitle } from '../title-words.ts';
import { legendOf } from './legend.ts';
import { passedOver } from './row-kinds.ts';
import { refuseUnknownLetters } from './unknown-letters.ts';

/** Where the parts of a table of letters are. */
export interface MatrixLayout {
  readonly scheme: LetterScheme;
  /** The indexes of the rows that are headings. */
  readonly headerRows: ReadonlySet<number>;
  /** The index of the first row below the heading. */
  readonly firstRow: number;
  /** The columns of letters, with the heading of each. */
  readonly letterColumns: ReadonlyMap<number, string>;
  /** Columns with a heading that stand among those of letters and have none. */
  readonly emptyColumns: ReadonlyMap<number, string>;
  readonly labels: ReadonlyMap<number, { readonly heading: string; readonly meaning: LabelMeaning }>;
  readonly groupKind: GroupKind | undefined;
  /** Whether roles are in rows, and activities in columns. */
  readonly isTransposed: boolean;
  readonly remarks: readonly string[];
}

/** How many rows can stand above the heading. */
const mostRowsAbove = 40;

/**
 * Finds the parts of a table of letters. A column is one of letters if most of what is below its heading is involvement; at least
 * two such columns must have headings that are texts, and one other column the activities. Tables of ticks alone must say
 * in a heading that they have activities or roles: ticks stand in many tables.
 *
 * @returns undefined for any other table.
 */
export function matrixLayout(table: GivenTable, mapping: ColumnMapping): MatrixLayout | undefined {
  const { rows } = table;
  const legend = legendOf(rows);
  const scheme = schemeOf(cellsOf(rows), legend);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  refuseUnknownLetters(table, scheme);
  const possible = letteredColumns(rows, width, scheme);
  const header = headerAbove(rows, possible, scheme);
  if (header === undefined) return undefined;
  const lettered = keptBelow(rows.slice(header + 1), possible, scheme);
  const said = columnsByMapping(rows[header]?.cells ?? [], mapping);
  const headings = headingsOf(rows, header, width, lettered);
  const labels = new Map<number, { heading: string; meaning: LabelMeaning }>();
  let groupKind: GroupKind | undefined;
  const letterColumns = new Map<number, string>();
  const emptyColumns = new Map<number, string>();
  for (let column = 0; column < width; column++) {
    const heading = headings.texts[column] ?? '';
    const known = meaningOfHeading(heading, said.get(column));
    const isSaidLetter = said.get(column) === 'letter' || said.get(column) === 'role';
    if (lettered.has(column) && heading !== '' && (isSaidLetter || (!said.has(column) && !isNeverLetters(heading)))) {
      letterColumns.set(column, heading);
    } else if (known !== undefined) {
      labels.set(column, { heading, meaning: known.meaning });
      if (known.meaning === 'group') groupKind ??= known.groupKind;
    } else if (heading !== '' && isEmptyBelow(rows, header, column)) emptyColumns.set(column, heading);
    else if (!isEmptyBelow(rows, header, column)) labels.set(column, { heading, meaning: 'ignored' });
  }
  const below = rows.slice(header + 1);
  const label = labelColumn(below, labels);
  if (label === undefined || letterColumns.size === 0) return undefined;
  if (isOfOtherTables(labels.get(label)?.heading ?? '')) return undefined;
  const meant = labels.get(label)?.meaning;
  const isNamed = meant === 'duty' || meant === 'role';
  const titles = shareOfTitles([...letterColumns.values()]);
  if (!isConvincing(below, letterColumns, scheme, isNamed, titles)) return undefined;
  const labelTitles = shareOfTitles(distinctIn(below, label));
  const isTransposed = meant === 'role' || (meant !== 'duty' && labelTitles >= 0.5 && labelTitles > titles);
  const meaning = isTransposed ? 'role' : 'duty';
  labels.set(label, { heading: labels.get(label)?.heading ?? '', meaning });
  const most = distinctIn(below, label).length;
  for (const [column, other] of labels) {
    if (column === label || other.meaning !== meaning) continue;
    // "Activity" with fewer texts than "Task" is what the tasks are part of.
    labels.set(column, { ...other, meaning: distinctIn(below, column).length < most ? 'section' : 'note' });
  }
  const fills = [...labels].some(([, { meaning }]) => meaning === 'role' && !isTransposed);
  if (fills)
    for (const [column, { heading, meaning }] of labels)
      if (meaning === 'role') labels.set(column, { heading, meaning: 'ignored' });
  return {
    scheme,
    headerRows: headings.rows,
    firstRow: header + 1,
    letterColumns,
    emptyColumns,
    labels,
    groupKind,
    isTransposed,
    remarks: headings.remarks,
  };
}

function* cellsOf(rows: readonly GivenRow[]): Iterable<string> {
  for (const { cells } of rows) yield* cells;
}

/** The columns most of whose texts are involvement, but for two rows of headings. Rows that are no activities do not count. */
function letteredColumns(rows: readonly GivenRow[], width: number, scheme: LetterScheme): ReadonlySet<number> {
  const balance = new Array<number>(width).fill(mostHeadings);
  const found = new Set<number>();
  for (const row of rows) {
    // One text in all cells is that of a section, which was merged across them.
    if (new Set(row.cells).size < 2 || passedOver(row) !== undefined) continue;
    for (const [column, cell] of row.cells.entries()) {
      if (cell === '') continue;
      const isRead = readCell(cell, scheme) !== undefined;
      if (isRead) found.add(column);
      balance[column] = (balance[column] ?? 0) + (isRead ? 1 : -1);
    }
  }
  return new Set([...found].filter((column) => (balance[column] ?? 0) >= 0));
}

/** How many rows of headings a table has at most. */
const mostHeadings = 2;
/** Longest letters without signs between them that are not taken for the title of a role. */
const longestLetters = 3;

/** The last row above the first letters that has texts, which are no letters, above most of the lettered columns. */
function headerAbove(
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
function headingsOf(rows: readonly GivenRow[], header: number, width: number, lettered: ReadonlySet<number>) {
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

function isEmptyBelow(rows: readonly GivenRow[], header: number, column: number): boolean {
  return rows.slice(header + 1).every(({ cells }) => (cells[column] ?? '') === '');
}

/** The column of activities, or of roles in a transposed table: one whose heading says so, or else the one with most words. */
function labelColumn(
  below: readonly GivenRow[],
  labels: ReadonlyMap<number, { readonly meaning: LabelMeaning }>,
): number | undefined {
  const named = (wanted: LabelMeaning) =>
    [...labels]
      .filter(([, { meaning }]) => meaning === wanted)
      .map(([column]) => ({ column, count: distinctIn(below, column).length }))
      .reduce<Counted | undefined>(
        (best, each) => (best === undefined || each.count > best.count ? each : best),
        undefined,
      );
  const said = named('duty') ?? named('role');
  if (said !== undefined) return said.column;
  let best: number | undefined;
  let most = 0;
  for (const [column, { meaning }] of labels) {
    if (meaning !== 'ignored') continue;
    const letters = distinctIn(below, column).reduce((sum, text) => sum + (/\p{L}/u.test(text) ? text.length : 0), 0);
    if (letters > most) [best, most] = [column, letters];
  }
  return best;
}

interface Counted {
  readonly column: number;
  readonly count: number;
}

const mostLooked = 500;

/** The different texts of the first rows in a column. */
function distinctIn(below: readonly GivenRow[], column: number): readonly string[] {
  const texts = below.slice(0, mostLooked).map(({ cells }) => cells[column] ?? '');
  return [...new Set(texts)].filter((text) => text !== '');
}

/** The possible columns of letters that have some below the heading, and mostly them. */
function keptBelow(
  below: readonly GivenRow[],
  possible: ReadonlySet<number>,
  scheme: LetterScheme,
): ReadonlySet<number> {
  const read = new Map([...possible].map((column) => [column, 0]));
  for (const { cells } of below) {
    for (const column of possible) {
      if (readCell(cells[column] ?? '', scheme) !== undefined) read.set(column, (read.get(column) ?? 0) + 1);
    }
  }
  return new Set([...possible].filter((column) => (read.get(column) ?? 0) > 0));
}

/**
 * Whether letters say enough. Ticks, and letters that other tables have, too (grades, classes), count only in a table whose heading
 * names activities or roles; an R, or titles of roles as headings, are enough otherwise. A single column needs the heading.
 */
function isConvincing(
  below: readonly GivenRow[],
  columns: ReadonlyMap<number, string>,
  scheme: LetterScheme,
  isNamed: boolean,
  titles: number,
): boolean {
  if (isNamed) return true;
  if (columns.size < 2) return false;
  let hasR = false;
  let hasLetter = false;
  for (const { cells } of below) {
    for (const column of columns.keys()) {
      const read = readCell(cells[column] ?? '', scheme);
      if (read === undefined || read.isTick) continue;
      hasLetter = true;
      hasR ||= read.involvement.includes('RESPONSIBLE');
    }
    if (hasR) break;
  }
  return hasLetter && ((hasR && scheme.letters.has('R')) || titles >= 0.5);
}

function shareOfTitles(texts: readonly string[]): number {
  const titles = texts.filter((text) => isPlainTitle(text) || isAbbreviation(text));
  return texts.length === 0 ? 0 : titles.length / texts.length;
}
