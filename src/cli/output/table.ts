import type { Writable } from 'node:stream';
import CliTable from 'cli-table3';
import { visibleText } from '../../text/quoted-text.ts';
import { endedLines, terminalWidth } from '../../text/terminal-width.ts';
import { itemAt } from '../../collections/item-at.ts';
import { isTerminal, styled } from './terminal.ts';

export interface Column {
  readonly heading: string;
  readonly align?: 'right';
  /** Whether the column appears in CSV only, as ids do. */
  readonly onlyCsv?: boolean;
}

export function rightAligned(heading: string): Column {
  return { heading, align: 'right' };
}

/** A cell; a list is joined to one text, and null is an empty cell. */
export type Cell = string | number | null | readonly string[];

/** Rows under headings, each with a cell for every column. */
export interface Table {
  /** A text is the heading of a column without options. */
  readonly columns: readonly (string | Column)[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Separates the items of a list in one cell; names may contain commas. */
export const listSeparator = '; ';

/** Between two columns. */
export const gap = '  ';

/** Smallest width that a column is reduced to, whatever the width of the terminal. */
const narrowest = 8;

/** A table as people see it. */
interface ShownTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** The table without the columns that appear in CSV only, each cell as one line of text. */
export function shownTable({ columns, rows }: Table): ShownTable {
  const shown = columns
    .map((column, index) => ({ index, ...(typeof column === 'string' ? { heading: column } : column) }))
    .filter(({ onlyCsv }) => onlyCsv !== true);
  return { columns: shown, rows: rows.map((row) => shown.map(({ index }) => cellText(row[index] ?? null))) };
}

/** The width of each column where nothing is wrapped. */
export function naturalWidths({ columns, rows }: ShownTable): readonly number[] {
  return columns.map(({ heading }, index) =>
    Math.max(terminalWidth(heading), ...rows.map((row) => terminalWidth(itemAt(row, index)))),
  );
}

/**
 * Formats a table as aligned columns. On a terminal, wraps it to the width of that; elsewhere keeps each row on one line,
 * for grep, cut and awk.
 */
export function tableText(given: Table, stream: Writable): string {
  const shown = shownTable(given);
  const natural = naturalWidths(shown);
  const widths = isTerminal(stream) && stream.columns > 0 ? fitted(natural, stream.columns) : natural;
  const table = new CliTable({
    chars: { ...noChars, middle: gap },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    head: shown.columns.map(({ heading }) => styled('heading', heading, stream)),
    colWidths: [...widths],
    colAligns: shown.columns.map(({ align }) => align ?? 'left'),
    wordWrap: true,
  });
  for (const row of shown.rows) {
    table.push(
      row.map((content, index) => ({
        content,
        wordWrap: true,
        // Words that are wider than their column are broken, so that no part of an id is lost.
        wrapOnWordBoundary: content.split(' ').every((word) => terminalWidth(word) <= itemAt(widths, index)),
      })),
    );
  }
  return endedLines(table.toString().split('\n'));
}

/** A cell as one line of text. */
function cellText(cell: Cell): string {
  const value = typeof cell === 'number' ? cell.toLocaleString('en-US') : (cell ?? '');
  const text = typeof value === 'string' ? value : value.join(listSeparator);
  return visibleText(text.replaceAll(/\s+/g, ' ').trim());
}

/** Reduces widths until all columns fit on a line, always the widest one first. */
function fitted(natural: readonly number[], columns: number): readonly number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)) - columns;
  for (; excess > 0; excess--) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** The lines around and between cells, of which a table has none. */
const noChars = Object.fromEntries(
  ['top', 'bottom']
    .flatMap((line) => [line, `${line}-left`, `${line}-mid`, `${line}-right`])
    .concat('left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid')
    .map((name) => [name, '']),
);
