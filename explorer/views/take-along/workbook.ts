import writeExcelFile from 'write-excel-file/browser';
import { excelContent } from '../../../src/exchange/workbook/excel-content.ts';
import type { Cell as SheetCell, NamedSheet } from '../../../src/exchange/workbook/sheet.ts';
import type { Cell, Table } from '../../state/table.ts';
import { words } from '../../words/words.ts';
import { sheetNames } from './file-name.ts';

/** What the sheet about a workbook says. */
export interface About {
  /** What the page shows. */
  readonly title: string;
  /** Of today, in words. */
  readonly date: string;
  readonly catalog: { readonly name: string; readonly version: string; readonly revision: string };
  /** Where the same can be seen. */
  readonly address: string;
}

/** Widths of columns, in characters. Longer texts are wrapped. */
const narrowest = 8;
const widest = 50;

/** A workbook for Excel: a sheet for each table, and one about them all. */
export function workbookOf(tables: readonly Table[], about: About): Promise<Blob> {
  const { sheets, options } = excelContent(sheetsOf(tables, about));
  return writeExcelFile(sheets, options).toBlob();
}

/** The sheets of a workbook. */
function sheetsOf(tables: readonly Table[], about: About): readonly NamedSheet[] {
  const names = sheetNames([...tables.map(({ title }) => title), words.takeAlong.about.name]);
  const sheets = tables.map(({ columns, rows }, index) => ({
    name: names[index] ?? '',
    columns: columns.map((heading, column) => ({ heading, width: widthOf(heading, column, rows) })),
    rows,
    frozenColumns: columns.length > 2 ? 1 : 0,
  }));
  return [...sheets, aboutSheet(about, names.at(-1) ?? '', sheets)];
}

function widthOf(heading: string, column: number, rows: Table['rows']): number {
  const lengths = rows.map((row) => longestLine(row[column] ?? null));
  // A heading is bold, and may be in two lines.
  const longest = lengths.reduce((most, length) => Math.max(most, length), Math.ceil(heading.length * 1.1));
  return Math.min(widest, Math.max(narrowest, longest + 2));
}

function longestLine(cell: Cell): number {
  if (cell === null) return 0;
  return String(cell)
    .split('\n')
    .reduce((most, line) => Math.max(most, line.length), 0);
}

function aboutSheet(about: About, name: string, sheets: readonly NamedSheet[]): NamedSheet {
  const { title, date, catalog, address } = about;
  const own = words.takeAlong.about;
  const rows: readonly (readonly SheetCell[])[] = [
    [own.date, date],
    [own.catalog, catalog.name],
    [own.version, catalog.version],
    [own.revision, catalog.revision],
    [own.address, { value: address, target: address }],
    [null],
    ...sheets.map((sheet) => [sheet.name, own.rows(sheet.rows.length)]),
  ];
  const columns = [
    { heading: own.title, width: 31 },
    { heading: title, width: 90 },
  ];
  return { name, columns, rows, frozenColumns: 0 };
}
