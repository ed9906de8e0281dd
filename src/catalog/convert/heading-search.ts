import type { GivenRow, GivenTable } from './given-table.ts';

/** How many rows can stand above the heading of a table: titles, dates and notes. */
export const mostRowsAbove = 40;

/** How many rows below a heading are looked at to know what a table is. */
const mostLookedAt = 500;

/** The first rows below a heading, by which a table is known. */
export function rowsBelow({ rows }: Pick<GivenTable, 'rows'>, header: number): readonly GivenRow[] {
  return rows.slice(header + 1, header + 1 + mostLookedAt);
}
