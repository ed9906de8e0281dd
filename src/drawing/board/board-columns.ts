import type { BoardBox, BoardColumn } from './board-data.ts';

/** The least and the greatest width of a column of chips, and the space between two of them, in pixels. */
const narrowest = 190;
const widest = 360;
export const columnGap = 12;

/** A column of chips that is shorter than this does not need to be divided. */
const fewestChips = 4;
/** The height of an empty box, in chips: its title and the space around it. */
const chipsOfBox = 2;

/** The columns of a board that stand side by side. */
export interface BoardRow {
  readonly columns: readonly BoardColumn[];
  /** How many columns of chips each of them takes. */
  readonly span: number;
}

export interface BoardGrid {
  /** The width of a column of chips, in pixels. */
  readonly columnWidth: number;
  readonly rows: readonly BoardRow[];
}

/**
 * How the columns of a section are placed in a width. Where there are more than fit, they take several rows: as many in each as
 * fit, or about equally many in all, whichever is lower. Where there is more room than columns, each takes several columns of
 * chips, as far as it has chips to fill them. All columns of chips are equally wide.
 */
export function boardGrid(columns: readonly BoardColumn[], width: number): BoardGrid {
  const fitting = Math.max(1, Math.floor((width + columnGap) / (narrowest + columnGap)));
  const rowCount = Math.ceil(columns.length / fitting);
  const equally = gridOf(columns, fitting, Math.ceil(columns.length / rowCount));
  const filled = gridOf(columns, fitting, Math.min(columns.length, fitting));
  const { across, rows } = heightInChips(filled.rows) < heightInChips(equally.rows) ? filled : equally;
  return { columnWidth: Math.min(widest, (width + columnGap) / across - columnGap), rows };
}

function gridOf(columns: readonly BoardColumn[], fitting: number, perRow: number) {
  /** How many columns of chips there are side by side. */
  const across = perRow * usefulSpan(columns.slice(0, perRow), Math.floor(fitting / perRow));
  const rows: BoardRow[] = [];
  for (let start = 0; start < columns.length; start += perRow) {
    const inRow = columns.slice(start, start + perRow);
    rows.push({ columns: inRow, span: usefulSpan(inRow, Math.floor(across / inRow.length)) });
  }
  return { across, rows };
}

/** How many columns of chips boxes fill, of so many that there is room for. */
function usefulSpan(columns: readonly BoardColumn[], room: number): number {
  const filledBy = ({ boxes }: BoardColumn) => boxes.reduce((sum, box) => sum + boxSpan(box, boxes.length, room), 0);
  return Math.max(1, Math.min(room, Math.max(...columns.map(filledBy))));
}

/** How many of the columns of chips that a column of the board has each of its boxes takes. */
export function boxSpan({ roles }: BoardBox, boxCount: number, span: number): number {
  return Math.max(1, Math.min(Math.floor(span / boxCount), Math.ceil(roles.length / fewestChips)));
}

/** About how high rows are together. */
function heightInChips(rows: readonly BoardRow[]): number {
  return rows.reduce((sum, { columns, span }) => {
    const heights = columns.map(({ boxes }) => boxes.reduce((chips, box) => chips + box.roles.length + chipsOfBox, 0));
    return sum + Math.max(...heights) / span;
  }, 0);
}

/** The width of so many columns of chips with the space between them. */
export function spanWidth(columnWidth: number, span: number): number {
  return span * (columnWidth + columnGap) - columnGap;
}
