/** A table of a file: a sheet, a CSV file, or one of the tables of a Markdown document. */
export interface GivenTable {
  /** What messages call it inside its file, e.g. "the sheet RACI" or "the table in line 12". */
  readonly name: string;
  /** The headings above it, outermost first; of a workbook with several sheets, the name of the sheet. */
  readonly headings: readonly string[];
  /** Whether places count the lines of a text or the rows of a sheet. */
  readonly counts: 'line' | 'row';
  /** All rows that have text in a cell, the heading too. */
  readonly rows: readonly GivenRow[];
  /** The name of the sheet of a workbook. */
  readonly sheet?: string | undefined;
  /** Whether it is a sheet that people do not see. */
  readonly isHidden?: boolean | undefined;
}

/** A row of a table. */
export interface GivenRow {
  /** Its line or row, counted from 1. */
  readonly number: number;
  /** The texts without spaces around them; line breaks inside are LF. Missing cells at the end are left out. */
  readonly cells: readonly string[];
  /** Whether all its texts are bold, as those of a heading between rows often are. */
  readonly isBold: boolean;
}
