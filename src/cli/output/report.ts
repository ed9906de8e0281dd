import type { Writable } from 'node:stream';
import { visibleText } from '../../text/quoted-text.ts';
import { csvText } from './csv.ts';
import { tableText, type Table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** What a command answers. Texts are whole lines without the last line break; one that is empty is left out. */
export interface Report {
  /** The `data` of the GraphQL answer. */
  readonly data: unknown;
  /** What --csv writes. */
  readonly main: Table;
  /** The answer in short; people read it first, and beside what --csv writes. */
  readonly summary: string;
  /** What people read below it: texts and tables, in their order; a table without rows is left out. */
  readonly parts: readonly (string | Table)[];
  /** That the main table could have more rows, and how to get them; told wherever the summary is, at the end. */
  readonly more?: string;
}

export interface ReportOptions {
  readonly json?: true;
  readonly csv?: true;
}

/** Writes an answer in the form that was asked for. */
export function writeReport(
  { data, main, summary, parts, more = '' }: Report,
  { json, csv }: ReportOptions,
  { stdout, stderr }: Pick<Terminal, 'stdout' | 'stderr'>,
): void {
  if (json === true) {
    stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
  } else if (csv === true) {
    stdout.write(csvText(main));
    for (const text of [summary, more]) if (text !== '') stderr.write(linesText(text));
  } else {
    stdout.write(partsText([summary, ...parts, more], stdout));
  }
}

function partsText(parts: readonly (string | Table)[], stdout: Writable): string {
  return parts
    .filter((part) => (typeof part === 'string' ? part !== '' : part.rows.length > 0))
    .map((part) => (typeof part === 'string' ? linesText(part) : tableText(part, stdout)))
    .join('\n');
}

function linesText(text: string): string {
  return text
    .split('\n')
    .map((line) => `${visibleText(line)}\n`)
    .join('');
}

/** "… and 3 more", or nothing where all are shown. */
export function moreText(total: number, shown: number): string {
  return total > shown ? `… and ${(total - shown).toLocaleString('en-US')} more` : '';
}
