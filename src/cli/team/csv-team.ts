import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { quoted } from '../../text/quoted-text.ts';
import type { TeamFile, TeamProblem } from './team-file.ts';
import { checkedRows, columnOf, unknownColumn, type TeamCells, type TeamColumn } from './team-rows.ts';

/** What separates the columns, as spreadsheets write it in different countries. */
const delimiters = [',', ';', '\t'] as const;

const parsedRecords = z.array(
  z.object({ record: z.array(z.string()), raw: z.string(), info: z.object({ lines: z.number() }) }),
);

/** The columns of a first line that is the header of a table of people; undefined for any other line. */
function headerOf(line: string): { readonly delimiter: string; readonly headings: readonly string[] } | undefined {
  for (const delimiter of delimiters) {
    const headings = line.split(delimiter).map((heading) => heading.trim().replace(/^"(.*)"$/, '$1'));
    const columns = headings.map(columnOf);
    if (columns.includes('name') && headings.length > 1) return { delimiter, headings };
  }
  return undefined;
}

/** Whether a text is a table of people, by its first line. */
export function isCsvTeam(text: string): boolean {
  return headerOf(firstLineOf(text)) !== undefined;
}

function firstLineOf(text: string): string {
  return text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? '';
}

/**
 * Reads a table of people: CSV (RFC 4180) with a header, its columns separated by commas, semicolons or tabs.
 *
 * @param name of the file, for positions.
 */
export function csvTeam(text: string, name: string): TeamFile {
  const problems: TeamProblem[] = [];
  const report = (line: number, message: string) => problems.push({ position: `${name}:${line}`, line, message });
  const first = firstLineOf(text);
  const header = headerOf(first);
  if (header === undefined) {
    report(1, `The first line is ${quoted(first)}. Begin with a header such as name,roles,share,until.`);
    return checkedRows(name, [], problems);
  }
  const [head, ...records] = recordsOf(text, header.delimiter, report);
  const columns = new Map<TeamColumn, number>();
  for (const [index, heading] of (head?.record ?? []).entries()) {
    const column = columnOf(heading);
    if (column === undefined) {
      if (heading !== '') report(head?.line ?? 1, unknownColumn(heading));
    } else if (columns.has(column)) report(head?.line ?? 1, `The column ${quoted(heading)} is given twice.`);
    else columns.set(column, index);
  }
  if (head !== undefined && !columns.has('roles')) report(head.line, 'There is no column roles. Add it to the header.');
  const width = head?.record.length ?? 0;
  const cells = records.map(({ record, line }): TeamCells => {
    if (record.length > width) {
      report(
        line,
        `This line has ${record.length} cells, and the header ${width}. Put quotes around cells with ${quoted(header.delimiter)} in them.`,
      );
    }
    return { line, cells: Object.fromEntries([...columns].map(([column, index]) => [column, record[index] ?? ''])) };
  });
  return checkedRows(name, columns.has('roles') ? cells : [], problems);
}

interface CsvRecord {
  readonly record: readonly string[];
  /** In which it begins. */
  readonly line: number;
}

function recordsOf(
  text: string,
  delimiter: string,
  report: (line: number, message: string) => void,
): readonly CsvRecord[] {
  try {
    const parsed: unknown = parse(text, {
      delimiter,
      info: true,
      raw: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
    });
    return parsedRecords.parse(parsed).map(({ record, raw, info }) => ({
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
