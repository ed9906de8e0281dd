import { CsvError } from 'csv-parse/sync';
import { type CsvRecord, parsedCsv } from '../text/parsed-csv.ts';

/**
 * The records of a table that have anything in a cell.
 *
 * @param report is told why the rest of a text cannot be read.
 */
export function csvRecords(
  text: string,
  delimiter: string,
  report: (line: number, message: string) => void,
): readonly CsvRecord[] {
  try {
    return parsedCsv(text, { delimiter, trim: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    report(typeof line === 'number' ? line : 1, `This is not CSV: ${error.message}.`);
    return [];
  }
}
