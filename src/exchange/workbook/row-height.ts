import type { Cell, SheetColumn } from './sheet.ts';

/** How far a bold letter of a heading that is written upwards goes, in points. */
const letterHeight = 7.5;

/** The height of a line of text, in points, and the most that a row of Excel can have. */
const lineHeight = 15;
const greatestHeight = 409;

/** The widths of columns are in digits, and letters are narrower on average. */
const lettersPerDigit = 1.1;

/**
 * How high a row must be to show its texts, in points: Excel finds that out when it opens a file, but LibreOffice shows one line
 * over the other. Lines are counted, not measured, because the fonts of the reader are unknown.
 */
export function heightOf(row: readonly Cell[], columns: readonly SheetColumn[]): number {
  const lines = row.map((cell, at) => linesOf(shownText(cell), (columns[at]?.width ?? 0) * lettersPerDigit));
  return Math.min(greatestHeight, lineHeight * Math.max(1, ...lines));
}

/** How high a heading is that is written upwards, in points. */
export function uprightHeightOf(heading: string): number {
  return Math.min(greatestHeight, 10 + Math.ceil(heading.length * letterHeight));
}

function shownText(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'object' && cell !== null && 'value' in cell ? String(cell.value) : '';
}

/** The number of lines of a text of which each is as long as it can be, broken at spaces. */
function linesOf(text: string, longest: number): number {
  let lines = 0;
  for (const paragraph of text.split(/\r\n?|\n/)) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > longest) {
        lines++;
        used = 0;
      }
      used += word.length + (used > 0 ? 1 : 0);
      // A word that is longer than a line goes on in the next.
      lines += Math.max(0, Math.ceil(used / longest) - 1);
      used = ((used - 1) % longest) + 1;
    }
  }
  return lines;
}
