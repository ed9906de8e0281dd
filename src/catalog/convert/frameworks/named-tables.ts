import { basename } from 'node:path';
import type { GivenFile } from '../conversion.ts';
import { csvTable } from '../tables/csv-table.ts';
import { decodedFile } from '../tables/decoded-text.ts';

/** A row of a table by the headings of its columns. */
export interface NamedRow {
  readonly line: number;
  /** Empty where the column has no text, or there is no such column. */
  readonly text: (heading: string) => string;
}

/** A table with known headings in its first row. */
export interface NamedTable {
  readonly document: string;
  readonly headings: readonly string[];
  readonly rows: readonly NamedRow[];
}

/** Reads a file of CSV or tabs whose first row has all the headings; undefined for any other. */
function namedTable(file: GivenFile, headings: readonly string[]): NamedTable | undefined {
  // Most files of a folder are other tables: their first line tells.
  const beginning = Buffer.from(file.bytes.subarray(0, lookedAt)).toString('utf8');
  const [firstLine = ''] = beginning.split(/\r\n|\n|\r/);
  if (!headings.every((heading) => firstLine.includes(heading))) return undefined;
  const text = decodedFile(file.bytes)?.text;
  const document = basename(file.path);
  const table = text === undefined ? undefined : csvTable(text, document, true);
  const [head, ...others] = table?.rows ?? [];
  if (head === undefined || !headings.every((heading) => head.cells.includes(heading))) return undefined;
  const columns = new Map(head.cells.map((heading, column) => [heading, column]));
  const rows = others.map(({ number, cells }) => ({
    line: number,
    text: (heading: string) => cells[columns.get(heading) ?? -1] ?? '',
  }));
  return { document, headings: head.cells, rows };
}

const lookedAt = 4 * 1024;

/** The first table of a folder that has the headings. */
export function tableWith(files: readonly GivenFile[], headings: readonly string[]): NamedTable | undefined {
  for (const file of files) {
    const table = namedTable(file, headings);
    if (table !== undefined) return table;
  }
  return undefined;
}
