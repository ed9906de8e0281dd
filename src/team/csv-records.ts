import { CsvError, parse } from 'csv-parse/sync';

/** A record of a table in CSV. */
export interface CsvRecord {
  readonly record: readonly string[];
  /** In which it begins. */
  readonly line: number;
}

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
    const parsed: readonly unknown[] = parse(text, {
      delimiter,
      info: true,
      raw: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
    });
    return parsed.filter(isParsed).map(({ record, raw, info }) => ({
      record,
      line: info.lines - (raw.trim().match(/\r\n|\n|\r/g)?.length ?? 0),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    report(typeof line === 'number' ? line : 1, `This is not CSV: ${error.message}.`);
    return [];
  }
}

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** The types of the library know nothing of `info` and `raw`, which wrap each record. */
function isParsed(value: unknown): value is Parsed {
  return typeof value === 'object' && value !== null && 'record' in value && 'raw' in value && 'info' in value;
}
