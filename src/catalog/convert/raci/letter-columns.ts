import type { GivenRow } from '../given-table.ts';
import { type LetterScheme, readCell } from './letters.ts';
import { passedOver } from './row-kinds.ts';

/** How many rows of headings a table has at most. */
const mostHeadings = 2;

/** The columns most of whose texts are involvement, but for two rows of headings. Rows that are no activities do not count. */
export function letteredColumns(rows: readonly GivenRow[], width: number, scheme: LetterScheme): ReadonlySet<number> {
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

/** The possible columns of letters that have some below the heading, and mostly them. */
export function keptBelow(
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
export function isConvincing(
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
