import type { GivenFile } from '../conversion.ts';
import type { GivenTable } from '../given-table.ts';

/** The tables of a file, by its content; undefined if it is none of a workbook, a Markdown document with tables, or CSV. */
export function tablesOfFile(_file: GivenFile): Promise<readonly GivenTable[] | undefined> {
  return Promise.resolve(undefined);
}
