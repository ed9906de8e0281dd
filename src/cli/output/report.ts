import type { Writable } from 'node:stream';
import { visibleText } from '../../text/quoted-text.ts';
import { csvText } from './csv.ts';
import { markdownText } from './markdown.ts';
import { tableText, type Table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** The output of a command. Texts are whole lines without the last line break; empty texts are left out. */
export interface Report {
  /** The `data` of the GraphQL answer. */
  readonly data: unknown;
  /** The table that --csv writes. */
  readonly main: Table;
  /** A short text, printed before the parts; with --csv, on stderr. */
  readonly summary: string;
  /** Texts and tables that follow the summary; tables without rows are left out. */
  readonly parts: readonly (string | Table)[];
  /** Says that the main table is not complete, and how to get more rows; printed last, where the summary is printed. */
  readonly more?: string;
}

export interface ReportOptions {
  readonly json?: true;
  readonly csv?: true;
  readonly markdown?: true;
}

/** Writes a report in the requested format. */
export function writeReport(
  { data, main, summary, parts, more = '' }: Report,
  { json, csv, markdown }: ReportOptions,
  { stdout, stderr }: Pick<Terminal, 'stdout' | 'stderr'>,
): void {
  if (json === true) {
    stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
  } else if (csv === true) {
    stdout.write(csvText(main));
    for (const text of [summary, more]) if (text !== '') stderr.write(linesText(text));
  } else {
    const shown = [summary, ...parts, more].filter((part) =>
      typeof part === 'string' ? part !== '' : part.rows.length > 0,
    );
    stdout.write(markdown === true ? markdownText(shown) : partsText(shown, stdout));
  }
}

function partsText(parts: readonly (string | Table)[], stdout: Writable): string {
  return parts.map((part) => (typeof part === 'string' ? linesText(part) : tableText(part, stdout))).join('\n');
}

function linesText(text: string): string {
  return text
    .split('\n')
    .map((line) => `${visibleText(line)}\n`)
    .join('');
}

/** "… and 3 more", or an empty text if all are shown. */
export function moreText(total: number, shown: number): string {
  return total > shown ? `… and ${(total - shown).toLocaleString('en-US')} more` : '';
}

/** A score of 0 to 1 with three decimals, e.g. "0.076"; JSON has the exact number. */
export function scoreText(score: number): string {
  return score.toFixed(3);
}

/** A share of 0 to 1 in percent, e.g. "12.5%". */
export function percentText(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
