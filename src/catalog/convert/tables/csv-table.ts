import { CsvError } from 'csv-parse/sync';
import { parsedCsv } from '../../../text/parsed-csv.ts';
import { ConvertError } from '../conversion.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';

/** What separates columns, as spreadsheets write it in different countries. */
const delimiters = [',', ';', '\t', '|'] as const;
/** How many rows are looked at to find out. */
const lookedAt = 500;
const sepLine = /^sep=(.)\r?\n/;

/**
 * Reads a text as CSV (RFC 4180) with commas, semicolons, tabs or bars between the columns. Rows may have different lengths, and
 * cells several lines.
 *
 * @param name of the file, for messages.
 * @param isCertain whether it is CSV by its name; otherwise, most rows must have several columns.
 * @returns undefined if it is no table.
 * @throws ConvertError where the quotes of a table do not match.
 */
export function csvTable(text: string, name: string, isCertain: boolean): GivenTable | undefined {
  const [head = '', named] = sepLine.exec(text) ?? [];
  const delimiter = named ?? delimiterOf(text, isCertain);
  if (delimiter === undefined) return undefined;
  // Excel's own first line names the delimiter. It counts as a line.
  const rows = rowsOf(head === '' ? text : text.slice(head.length), delimiter, head === '' ? 0 : 1, name);
  return { name, headings: [], counts: 'line', rows };
}

function rowsOf(text: string, delimiter: string, linesBefore: number, name: string): readonly GivenRow[] {
  try {
    return parsedCsv(text, { delimiter, relax_quotes: true }).map(({ record, line }) => {
      const cells = record.map((cell) => cell.replace(/\r\n?/g, '\n').trim());
      return { number: linesBefore + line, cells: withoutEnd(cells), isBold: false };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    throw new ConvertError(
      `${name}${typeof line === 'number' ? `, line ${line + linesBefore}` : ''} is not CSV: ${error.message}. ` +
        'Put quotes around whole cells, and write a quote inside a cell twice.',
      { cause: error },
    );
  }
}

/** The delimiter with which most rows have the same number of columns, and more than one; of several the one with most columns. */
function delimiterOf(text: string, isCertain: boolean): string | undefined {
  let best: { readonly delimiter: string; readonly regularity: Regularity } | undefined;
  for (const delimiter of delimiters) {
    const regularity = regularityOf(text, delimiter);
    if (regularity === undefined) continue;
    const isBetter =
      best === undefined ||
      regularity.share > best.regularity.share ||
      (regularity.share === best.regularity.share && regularity.width > best.regularity.width);
    if (isBetter) best = { delimiter, regularity };
  }
  if (best !== undefined && (isCertain || best.regularity.share >= 0.5)) return best.delimiter;
  return isCertain ? ',' : undefined;
}

interface Regularity {
  /** The most common number of columns of rows that have several. */
  readonly width: number;
  /** The share of the rows that have it. */
  readonly share: number;
}

/** Undefined if no row has several columns. */
function regularityOf(text: string, delimiter: string): Regularity | undefined {
  let widths: readonly number[];
  try {
    widths = parsedCsv(text, { delimiter, relax_quotes: true, to: lookedAt }).map(({ record }) => record.length);
  } catch {
    return undefined;
  }
  const counts = Map.groupBy(
    widths.filter((width) => width > 1),
    (width) => width,
  );
  const [most] = [...counts].sort(([, one], [, other]) => other.length - one.length);
  return most === undefined ? undefined : { width: most[0], share: most[1].length / widths.length };
}

/** The cells up to the last one with a text. */
export function withoutEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return last + 1 === cells.length ? cells : cells.slice(0, last + 1);
}
