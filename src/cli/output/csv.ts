import { stringify } from 'csv-stringify/sync';
import { listSeparator, type Table } from './table.ts';

/** A table as CSV (RFC 4180): a header row, CRLF after each row, and quotes around what needs them. */
export function csvText({ columns, rows }: Table): string {
  const records = rows.map((row) => row.map((cell) => (Array.isArray(cell) ? cell.join(listSeparator) : cell)));
  return stringify(records, {
    header: true,
    columns: columns.map(({ heading }) => ({ key: heading, header: heading })),
    record_delimiter: 'windows',
    // A lone one would end a row for most who read it.
    quoted_match: /[\r\n]/,
  });
}
