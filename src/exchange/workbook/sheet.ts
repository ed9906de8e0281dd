/** A sheet of a workbook: a row of headings that stays in sight, and rows. */
export interface Sheet {
  readonly name: SheetName;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many columns at the left stay in sight. */
  readonly frozenColumns: number;
  /** Whether numbers above 0 are shaded, so that a matrix can be read from afar. */
  readonly isShaded?: boolean | undefined;
}

/** A sheet of any workbook, under any name. */
export interface NamedSheet extends Omit<Sheet, 'name'> {
  readonly name: string;
}

/** The names of all sheets, in their order. */
export const sheetNames = ['About', 'Roles', 'Matrix', 'RACI', 'Overlaps', 'Gaps', 'Evidence'] as const;
export type SheetName = (typeof sheetNames)[number];

export interface SheetColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** Whether the heading is written upwards, for columns that are narrower than it. */
  readonly isUpright?: boolean | undefined;
}

export type Cell = string | number | Date | null | Link;

/** A cell that leads somewhere. */
export interface Link {
  readonly value: string | number;
  /** A URL, or a cell of the workbook as `cellAddress` gives it. */
  readonly target: string;
}

/** A link to the first cell of a row, counted from 0 below the headings. */
export function linkToRow(value: string | number, sheet: SheetName, row: number): Link {
  return { value, target: cellAddress(sheet, row + 2) };
}

/** The first cell of a row of a sheet, counted from 1 with the headings. */
export function cellAddress(sheet: SheetName, row = 1): string {
  return `#${sheet}!A${row}`;
}

/** The greatest number of characters of a cell in Excel. */
const mostCharacters = 32_767;

/** Whether something is so, in a word: programs show the truth values of a workbook in their own ways. */
export function yesOrNo(isSo: boolean): string {
  return isSo ? 'yes' : 'no';
}

/** Texts of a list as one. Sentences are separated by line breaks. */
export function listed(texts: readonly string[], separator: '; ' | '\n' = '; '): string {
  const text = texts.join(separator);
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1)}…`;
}
