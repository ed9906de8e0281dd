import type { Writable } from 'node:stream';
import { csvText } from './csv.ts';
import { tableText, type Table } from './table.ts';
import { counted, type Terminal } from './terminal.ts';

/** What a command answers. */
export interface Report {
  /** The `data` of the GraphQL answer. */
  readonly data: unknown;
  /** What --csv writes. */
  readonly main: Table;
  /** How many rows of what --csv writes are missing, as one answer holds no more; told beside it. */
  readonly missingRows?: number;
  /** What people read: texts, each of whole lines, and tables, in their order; a table without rows is left out. */
  readonly parts: readonly (string | Table)[];
}

export interface ReportOptions {
  readonly json?: true;
  readonly csv?: true;
}

/** Writes an answer in the form that was asked for. */
export function writeReport(
  { data, main, missingRows = 0, parts }: Report,
  { json, csv }: ReportOptions,
  { stdout, stderr }: Pick<Terminal, 'stdout' | 'stderr'>,
): void {
  if (json === true) stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
  else if (csv === true) stdout.write(csvText(main));
  else stdout.write(partsText(parts, stdout));
  if (csv === true && missingRows > 0) {
    stderr.write(`${counted(missingRows, 'more row')} did not fit into the answer; ask about fewer groups.\n`);
  }
}

function partsText(parts: readonly (string | Table)[], stdout: Writable): string {
  return parts
    .filter((part) => (typeof part === 'string' ? part !== '' : part.rows.length > 0))
    .map((part) => (typeof part === 'string' ? `${part}\n` : tableText(part, stdout)))
    .join('\n');
}

/** "… and 3 more", or nothing where all are shown. */
export function moreText(total: number, shown: number): string {
  return total > shown ? `… and ${(total - shown).toLocaleString('en-US')} more` : '';
}
