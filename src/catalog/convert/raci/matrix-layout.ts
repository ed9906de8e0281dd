import { columnsByMapping } from '../column-mapping.ts';
import type { ColumnMapping } from '../conversion.ts';
import type { GroupKind } from '../facts.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';
import { type LabelMeaning, meaningOfHeading, isNeverLetters, isOfOtherTables } from './label-columns.ts';
import { type LetterScheme, readCell, schemeOf } from './letters.ts';
import type { Involvement } from '../../involvement.ts';
import { legendIn } from './legend.ts';
import { passedOver } from './row-kinds.ts';

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
 * two such columns must have headings that are texts, and one column beside them the activities. Tables of ticks alone must say
 * in a heading that they have activities or roles: ticks stand in many tables.
 *
 * @returns undefined for any other table.
 */
export function matrixLayout(table: GivenTable, mapping: ColumnMapping): MatrixLayout | undefined {
  const { rows } = table;
  const legend = legendOf(rows);
  const scheme = schemeOf(cellsOf(rows), legend);
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const lettered = letteredColumns(rows, width, scheme);
  if (lettered.size === 0) return undefined;
  const header = headerAbove(rows, lettered, scheme);
  if (header === undefined) return undefined;
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
  const label = labelColumn(rows, header, labels);
  if (label === undefined || letterColumns.size === 0) return undefined;
  if (isOfOtherTables(labels.get(label)?.heading ?? '')) return undefined;
  const isTransposed = labels.get(label)?.meaning === 'role';
  const isTicked = !hasLetters(rows, letterColumns, scheme);
  const isNamed = labels.get(label)?.meaning === 'duty' || isTransposed;
  if ((isTicked && !isNamed) || (letterColumns.size < 2 && !isNamed)) return undefined;
  if (!isTransposed) labels.set(label, { heading: labels.get(label)?.heading ?? '', meaning: 'duty' });
  const others = new Set(
    [...labels].filter(([, { meaning }]) => meaning === (isTransposed ? 'role' : 'duty')).map(([at]) => at),
  );
  for (const column of others)
    if (column !== label) labels.set(column, { heading: labels.get(column)?.heading ?? '', meaning: 'note' });
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

function legendOf(rows: readonly GivenRow[]): ReadonlyMap<string, Involvement> {
  const legend = new Map<string, Involvement>();
  for (const row of rows) for (const [letter, involvement] of legendIn(row)) legend.set(letter, involvement);
  return legend;
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
    const above = [...lettered].map((column) => row.cells[column] ?? '');
    const headings = above.filter((cell) => cell !== '' && !isShort(cell, scheme));
    const isHeading = new Set(headings).size > 1 || (headings.length === 1 && lettered.size === 1);
    const short = above.filter((cell) => cell !== '' && isShort(cell, scheme)).length;
    if (isHeading && headings.length >= Math.max(1, short)) header = index;
    // Below a heading, the first row with letters ends the search.
    else if (header !== undefined && short > 0) break;
  }
  return header;
}

/** Whether a text is letters and no title of a role: "R", "A/R", "x". Longer ones without signs may be abbreviations of roles. */
function isShort(cell: string, scheme: LetterScheme): boolean {
  const plain = cell.trim();
  return (plain.length <= longestLetters || /[/,&+]/.test(plain)) && readCell(plain, scheme)?.rest === '';
}

/** The headings of all columns, from one row or two. */
function headingsOf(rows: readonly GivenRow[], header: number, width: number, lettered: ReadonlySet<number>) {
  const own = rows[header]?.cells ?? [];
  const upper = header > 0 ? (rows[header - 1]?.cells ?? []) : [];
  const overLetters = [...lettered].map((column) => upper[column] ?? '').filter((cell) => cell !== '');
  // A title that was merged across the table is no heading.
  const isTitle = new Set(upper.filter((cell) => cell !== '')).size < 2;
  const isUpper = overLetters.length > 0 && !isTitle;
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
  rows: readonly GivenRow[],
  header: number,
  labels: ReadonlyMap<number, { readonly meaning: LabelMeaning }>,
): number | undefined {
  const named =
    [...labels].find(([, { meaning }]) => meaning === 'duty') ??
    [...labels].find(([, { meaning }]) => meaning === 'role');
  if (named !== undefined) return named[0];
  let best: number | undefined;
  let most = 0;
  for (const [column, { meaning }] of labels) {
    if (meaning !== 'ignored') continue;
    const texts = new Set(rows.slice(header + 1, header + 1 + mostLooked).map(({ cells }) => cells[column] ?? ''));
    const letters = [...texts].reduce((sum, text) => sum + (/\p{L}/u.test(text) ? text.length : 0), 0);
    if (letters > most) [best, most] = [column, letters];
  }
  return best;
}

const mostLooked = 500;

function hasLetters(rows: readonly GivenRow[], columns: ReadonlyMap<number, string>, scheme: LetterScheme): boolean {
  return rows.some(({ cells }) =>
    cells.some((cell, column) => columns.has(column) && readCell(cell, scheme)?.isTick === false),
  );
}
