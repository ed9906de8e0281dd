import type { Cell as ExcelCell, CellObject } from 'write-excel-file/node';
import { itemAt } from '../../collections/item-at.ts';
import { cleanText } from '../../text/clean-text.ts';
import { heightOf, uprightHeightOf } from './row-height.ts';
import { withHeadingsOnPages, withPageSetup } from './printing.ts';
import type { Cell, Link, NamedSheet, SheetColumn } from './sheet.ts';

/**
 * What write-excel-file makes a workbook of, in Node.js and in browsers: its sheets and its options. Three things are added for
 * which it has no options: values of formulas, so that previews show links that they do not compute, filters at the headings, and
 * how it is printed.
 */
export function excelContent(sheets: readonly NamedSheet[]) {
  return {
    sheets: sheets.map((sheet) => ({
      sheet: sheet.name,
      data: [headingRow(sheet.columns), ...sheet.rows.map((row) => excelRow(row, sheet.columns))],
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: sheet.frozenColumns,
      dateFormat: 'yyyy-mm-dd hh:mm',
      ...(sheet.isShaded === true && sheet.rows.length > 0 && { conditionalFormatting: [shading(sheet)] }),
    })),
    // Without a font, programs take fonts of different sizes.
    options: { fontFamily: 'Calibri', fontSize: 11, features: finished(sheets) },
  };
}

/** Upright headings make the row as high as they need. */
function headingRow(columns: readonly SheetColumn[]): ExcelCell[] {
  const cells = columns.map(({ heading, isUpright }) => headingCell(heading, isUpright));
  const [first, ...others] = cells;
  if (first === undefined || columns.some(({ isUpright }) => isUpright)) return cells;
  const texts = columns.map(({ heading }) => heading);
  return [{ ...first, height: heightOf(texts, columns) }, ...others];
}

function headingCell(heading: string, isUpright = false): CellObject {
  return {
    value: printable(heading),
    type: String,
    fontWeight: 'bold',
    textColor: '#ffffff',
    backgroundColor: '#1f4e79',
    alignVertical: isUpright ? 'bottom' : 'top',
    ...(isUpright ? { textRotation: 90, align: 'center', height: uprightHeightOf(heading) } : { wrap: true }),
  };
}

/** The height of a row is that of its first cell. */
function excelRow(row: readonly Cell[], columns: readonly SheetColumn[]): ExcelCell[] {
  const cells = row.map((cell, at) => inColumn(excelCell(cell), columns[at]));
  const [first, ...others] = cells;
  if (typeof first !== 'object' || first === null) return cells;
  return [{ ...first, height: heightOf(row, columns) }, ...others];
}

/** Letters and numbers below an upright heading stand in the middle of the narrow column. */
function inColumn(cell: CellObject | null, column: SheetColumn | undefined): CellObject | null {
  return cell === null || column?.isUpright !== true ? cell : { ...cell, align: 'center' };
}

function excelCell(cell: Cell): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: printable(cell), type: String, wrap: true, alignVertical: 'top' };
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' };
  if (cell instanceof Date) return { value: cell, type: Date, alignVertical: 'top', align: 'left' };
  return {
    value: formulaOf(cell),
    type: 'Formula',
    textColor: '#0563c1',
    textDecoration: { underline: true },
    wrap: true,
    alignVertical: 'top',
  };
}

/** A link as a formula, which unlike a hyperlink moves with its cell when a sheet is sorted. */
function formulaOf({ value, target }: Link): string {
  return `HYPERLINK(${literal(target)},${typeof value === 'number' ? value : literal(shownText(value))})`;
}

/** Excel takes texts of up to 255 characters in formulas, so longer ones are put together. */
function literal(text: string): string {
  const pieces = text.match(/.{1,120}/gsu) ?? [''];
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&');
}

/** The text of a link, which is on one line because formulas are. */
function shownText(text: string): string {
  return printable(text).replaceAll(/\s+/g, ' ');
}

/** Excel has line feeds in cells, and write-excel-file removes U+FFFD, which stands for what cannot be written. */
function printable(text: string): string {
  return cleanText(text).replaceAll(/\r\n?/g, '\n').replaceAll('\ufffd', '□');
}

const formulaCell = /<c ([^>]*)>(<f>[^<]*<\/f>)<\/c>/g;

/** Adds what write-excel-file has no options for. */
function finished(sheets: readonly NamedSheet[]) {
  const transform = (content: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
    const sheet = itemAt(sheets, sheetIndex);
    return withPageSetup(withFilter(withValues(content, sheet.rows.flat().filter(isLink)), sheet));
  };
  return [
    {
      files: {
        transform: {
          'xl/worksheets/sheet{id}.xml': { transform },
          'xl/workbook.xml': { transform: (content: string) => withHeadingsOnPages(content, sheets) },
        },
      },
    },
  ];
}

function isLink(cell: Cell): cell is Link {
  return typeof cell === 'object' && cell !== null && 'target' in cell;
}

/** Formulas are in the order of rows, as the links are. */
function withValues(xml: string, links: readonly Link[]): string {
  let next = 0;
  return xml.replaceAll(formulaCell, (_, attributes: string, formula: string) => {
    const value = links[next++]?.value ?? '';
    if (typeof value === 'number') return `<c ${attributes}>${formula}<v>${value}</v></c>`;
    return `<c ${attributes} t="str">${formula}<v>${xmlText(shownText(value))}</v></c>`;
  });
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function withFilter(xml: string, sheet: NamedSheet): string {
  if (sheet.rows.length < 2 || sheet.name === 'About') return xml;
  const range = `A1:${columnName(sheet.columns.length - 1)}${sheet.rows.length + 1}`;
  return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
}

/** "A" to "Z", then "AA" and so on, from 0. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`;
}

function shading({ columns, rows, frozenColumns }: NamedSheet) {
  return {
    cellRange: {
      from: { row: 2, column: frozenColumns + 1 },
      to: { row: rows.length + 1, column: columns.length },
    },
    condition: { operator: '>', value: 0 } as const,
    style: { backgroundColor: '#bdd7ee' },
  };
}
