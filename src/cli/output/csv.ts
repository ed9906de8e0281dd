import { stringify } from 'csv-stringify/sync';
import { listSeparator, type Table } from './table.ts';

/**
 * A table as CSV (RFC 4180): a header row, CRLF after each row, and quotes where needed. Texts that begin with = + - @ or a tab
 * get a `'` before them, so that no spreadsheet takes one for a formula (OWASP, "CSV Injection").
 */
export function csvText({ columns, rows }: Table): string {
  const records = rows.map((row) => row.map((cell) => (Array.isArray(cell) ? cell.join(listSeparator) : cell)));
  return stringify(records, {
    header: true,
    columns: columns.map((column) => (typeof column === 'string' ? column : column.heading)),
    record_delimiter: 'windows',
    escape_formulas: true,
    // Most readers take a lone CR or LF for the end of a row.
    quoted_match: /[\r\n]/,
  });
}
