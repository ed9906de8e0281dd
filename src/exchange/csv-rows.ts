import { stringify } from 'csv-stringify/sync';
import { cleanText } from '../text/clean-text.ts';
import type { Value } from './columns.ts';
import { textOf } from './attributes.ts';

/** A column of a CSV file. */
export interface CsvColumn<Item> {
  readonly name: string;
  readonly of: (item: Item) => Value;
}

/** How many rows are made at once: some kilobytes. */
const rowsPerPart = 64;

/**
 * A CSV file (RFC 4180): a row of names, then one for each item. Texts that begin with = + - @ or a tab get a `'` before them,
 * so that no spreadsheet takes one for a formula (OWASP, "CSV Injection").
 */
export function* csvRows<Item>(
  columns: readonly CsvColumn<Item>[],
  items: Iterable<Item>,
  bom: boolean,
): Generator<string> {
  yield csvOf([columns.map(({ name }) => name)], bom);
  let rows: Cell[][] = [];
  for (const item of items) {
    rows.push(columns.map(({ of }) => cellOf(of(item))));
    if (rows.length < rowsPerPart) continue;
    yield csvOf(rows);
    rows = [];
  }
  if (rows.length > 0) yield csvOf(rows);
}

type Cell = string | number | null;

function cellOf(value: Value): Cell {
  if (value === null || typeof value === 'number') return value;
  return cleanText(textOf(value));
}

function csvOf(rows: readonly (readonly Cell[])[], bom = false): string {
  // Most readers take a lone CR or LF for the end of a row.
  return stringify([...rows], { bom, record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ });
}
