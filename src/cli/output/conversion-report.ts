import type { Writable } from 'node:stream';
import type { Conversion, LeftOut, Understood } from '../../catalog/convert/conversion.ts';
import { counted, inWords } from '../../text/in-words.ts';
import { grouped, quoted, visibleText } from '../../text/quoted-text.ts';
import { styled } from './terminal.ts';

/** How many columns of one meaning are named, and how many rows of one reason are listed. */
const mostNamed = 6;
const mostRows = 5;

/**
 * Says what files were taken for, column by column, and what was left out and why.
 *
 * @param isWhole whether every row that was left out is listed, not only the first of each reason.
 */
export function writeConversion({ understood, leftOut }: Conversion, stream: Writable, isWhole: boolean): void {
  for (const part of understood) writePart(part, stream);
  if (leftOut.length === 0) {
    stream.write('Nothing was left out.\n');
    return;
  }
  stream.write(`${styled('heading', 'Left out', stream)}\n`);
  for (const [why, rows] of Map.groupBy(leftOut, ({ why: reason }) => reason)) writeReason(why, rows, stream, isWhole);
}

function writePart({ part, as, columns, taken, unit, remarks }: Understood, stream: Writable): void {
  const count = unit === 'entry' ? counted(taken, 'entry', 'entries') : counted(taken, 'row');
  stream.write(`${styled('heading', visibleText(capitalized(part)), stream)}: ${as}, ${count} taken\n`);
  for (const [meaning, ofMeaning] of Map.groupBy(columns, (column) => column.as)) {
    const headings = ofMeaning.map(({ heading }) => (heading === '' ? 'a column without a heading' : quoted(heading)));
    stream.write(`  ${inWords(headings, mostNamed)}: ${meaning}\n`);
  }
  for (const remark of remarks) stream.write(`  ${visibleText(remark)}\n`);
}

function writeReason(why: string, rows: readonly LeftOut[], stream: Writable, isWhole: boolean): void {
  stream.write(`  ${why}${rows.length > 1 ? ` (${grouped(rows.length)})` : ''}:\n`);
  const shown = isWhole ? rows : rows.slice(0, mostRows);
  for (const { part, number, counts, text } of shown) {
    const place = number === undefined ? part : `${part}, ${counts ?? 'row'} ${number}`;
    stream.write(`    ${visibleText(place)}${text === '' ? '' : `: ${quoted(text)}`}\n`);
  }
  if (shown.length < rows.length) {
    stream.write(`    and ${grouped(rows.length - shown.length)} more, which --all lists\n`);
  }
}

/** "the sheet RACI" at the start of a line; names of files stay as they are. */
function capitalized(text: string): string {
  return text.startsWith('the ') ? `The${text.slice(3)}` : text;
}
