import type { GivenRow, GivenTable } from '../given-table.ts';
import { withoutEnd } from './csv-table.ts';
import { plainMarkdown } from './plain-markdown.ts';

/** The line under the heading of a table of GitHub Flavored Markdown (https://github.github.com/gfm/#tables-extension-). */
const delimiterRow = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const fence = /^ {0,3}(```|~~~)/;

/** Whether a text is Markdown, by a table or a heading and a list in it. */
export function isMarkdown(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/);
  const hasTable = lines.some((line, index) => isTableAt(lines, index) && line !== '');
  return (
    hasTable || (lines.some((line) => heading.test(line)) && lines.some((line) => /^\s*(?:[-*+]|\d+[.)])\s/.test(line)))
  );
}

/** The tables of a Markdown document, with the headings above them. */
export function markdownTables(text: string): readonly GivenTable[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const tables: GivenTable[] = [];
  let headings: readonly string[] = [];
  /** The marks that a block of code began with. */
  let code: string | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const [, marksOfCode] = fence.exec(line) ?? [];
    if (code === undefined) code = marksOfCode;
    else if (marksOfCode === code) code = undefined;
    if (code !== undefined || marksOfCode !== undefined) continue;
    const [, marks, title] = heading.exec(line) ?? [];
    if (marks !== undefined && title !== undefined) {
      headings = [
        ...Array.from({ length: marks.length - 1 }, (_, level) => headings[level] ?? ''),
        plainMarkdown(title),
      ];
    } else if (isTableAt(lines, index)) {
      const end = endOf(lines, index);
      const rows = [index, ...numbersBetween(index + 2, end)].map((at) => rowOf(lines[at] ?? '', at + 1));
      tables.push({
        name: `the table in line ${index + 1}`,
        headings: headings.filter((each) => each !== ''),
        counts: 'line',
        rows: rows.filter(({ cells }) => cells.length > 0),
      });
      index = end - 1;
    }
  }
  return tables;
}

function isTableAt(lines: readonly string[], index: number): boolean {
  const next = lines[index + 1];
  return (lines[index] ?? '').includes('|') && next !== undefined && next.includes('-') && delimiterRow.test(next);
}

/** The index of the first line after a table: an empty one, or one without a bar. */
function endOf(lines: readonly string[], start: number): number {
  let end = start + 2;
  while (end < lines.length && (lines[end] ?? '').includes('|')) end++;
  return end;
}

function numbersBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function rowOf(line: string, number: number): GivenRow {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  const given = inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
  const filled = given.filter((cell) => cell !== '');
  return {
    number,
    cells: withoutEnd(given.map(plainMarkdown)),
    isBold: filled.length > 0 && filled.every((cell) => /^(\*\*|__).*\1$/.test(cell)),
  };
}
