import { parse } from 'csv-parse/sync';

/** A record of a table in CSV. */
export interface CsvRecord {
  readonly record: readonly string[];
  /** In which it begins. */
  readonly line: number;
}

/** What separates the columns, and what of RFC 4180 need not be kept. */
export interface CsvOptions {
  readonly delimiter: string;
  /** Whether spaces around cells are left out. */
  readonly trim?: boolean;
  /** Whether a cell may have quotes inside that are not written twice. */
  readonly relax_quotes?: boolean;
  /** How many records are read; all if it is not given. */
  readonly to?: number;
}

/**
 * The records of a text in CSV that have anything in a cell. They may have different lengths.
 *
 * @throws CsvError of csv-parse, whose `lines` is that of the mistake.
 */
export function parsedCsv(text: string, options: CsvOptions): readonly CsvRecord[] {
  const parsed: readonly unknown[] = parse(text, {
    ...options,
    info: true,
    raw: true,
    bom: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    relax_column_count: true,
  });
  return parsed.filter(isParsed).map(({ record, raw, info }) => ({
    record,
    line: info.lines - (raw.trim().match(/\r\n|\n|\r/g)?.length ?? 0),
  }));
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
