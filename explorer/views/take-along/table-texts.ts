import { cleanText } from '../../../src/text/clean-text.ts';
import type { Cell, Table } from '../../state/table.ts';

/*
 * Tables as texts. In all of them, texts that a spreadsheet would take for a formula get a `'` before them, as in the CSV of the
 * server (src/exchange/csv-rows.ts), because the names of a catalog are written by anyone.
 */

/** How a formula begins: also in full width, which Numbers reads as the same, and after a tab or a line break. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/** A file (RFC 4180) with a byte order mark, without which Excel takes it for text of an old code page. */
export function csvOf({ columns, rows }: Table): string {
  return `\ufeff${[columns, ...rows].map((row) => `${row.map((cell) => quoted(cell, ',')).join(',')}\r\n`).join('')}`;
}

/** Text that spreadsheets paste into cells. */
export function tsvOf({ columns, rows }: Table): string {
  return [columns, ...rows].map((row) => row.map((cell) => quoted(cell, '\t')).join('\t')).join('\n');
}

/**
 * A table as mail programs and spreadsheets paste it. It has no styles: while a page copies, browsers apply its policy to what it
 * copies, which forbids styles in elements.
 */
export function htmlOf({ columns, rows }: Table): string {
  const row = (cells: readonly Cell[], name: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${name}>${inHtml(safeText(cell))}</${name}>`).join('')}</tr>`;
  return (
    '<meta charset="utf-8"><table border="1" cellspacing="0" cellpadding="4">' +
    `<thead>${row(columns, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
  );
}

function safeText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cleanText(cell);
  return formula.test(text) ? `'${text}` : text;
}

function quoted(cell: Cell, separator: string): string {
  const text = safeText(cell);
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Excel would put the lines of a cell into several cells, so they become one. */
function inHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character).replaceAll(/\s*[\r\n]\s*/g, ' ');
}
