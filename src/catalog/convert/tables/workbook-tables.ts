import readWorkbook, { type CellValue, InvalidInputError } from 'read-excel-file/node';
import { quoted } from '../../../text/quoted-text.ts';
import { ConvertError } from '../conversion.ts';
import type { GivenTable } from '../given-table.ts';
import { withoutEnd } from './csv-table.ts';
import { type SheetParts, workbookParts } from './workbook-parts.ts';

/** Whether bytes are a workbook of Excel (.xlsx, ECMA-376), by the parts of the ZIP file. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  // The names of the parts stand in its directory, at the end, and before each part, where the end may be missing.
  const [start, end] = [bytes.subarray(0, lookedAt), bytes.subarray(-lookedAt)];
  return isZip && [start, end].some((part) => Buffer.from(part).includes('xl/'));
}

const lookedAt = 1024 * 1024;

/**
 * The sheets of a workbook that have any text. Formulas count by the value that was stored with them, and the value of merged cells
 * stands in each of them.
 *
 * @throws ConvertError if it is damaged, or too large when it is unpacked.
 */
export async function workbookTables(bytes: Uint8Array, name: string): Promise<readonly GivenTable[]> {
  const parts = workbookParts(bytes, name);
  const sheets = await readSheets(bytes, name);
  const isVisible = ({ sheet }: { readonly sheet: string }) => parts.get(sheet)?.isHidden !== true;
  const isAlone = sheets.filter((each) => each.data.length > 0 && isVisible(each)).length === 1;
  return sheets.flatMap(({ sheet, data }) => {
    const { merged, isHidden } = parts.get(sheet) ?? { merged: [], isHidden: false };
    const texts = data.map((row) => row.map(textOf));
    fillMerged(texts, merged);
    const rows = texts
      .map((cells, index) => ({ number: index + 1, cells: withoutEnd(cells), isBold: false }))
      .filter(({ cells }) => cells.length > 0);
    if (rows.length === 0) return [];
    return [
      {
        name: `the sheet ${quoted(sheet)}`,
        headings: isAlone ? [] : [sheet],
        counts: 'row' as const,
        rows,
        sheet,
        isHidden,
      },
    ];
  });
}

async function readSheets(bytes: Uint8Array, name: string) {
  try {
    return await readWorkbook(Buffer.from(bytes));
  } catch (error) {
    const reason = error instanceof InvalidInputError || error instanceof Error ? error.message : String(error);
    throw new ConvertError(
      `${quoted(name)} cannot be read as a workbook (${reason}). Open it in a spreadsheet program and save it again as .xlsx.`,
      { cause: error },
    );
  }
}

function textOf(value: CellValue | null): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  return String(value).replace(/\r\n?/g, '\n').trim();
}

/** Puts the text of merged cells in each of them, inside the part of the sheet that has texts. */
function fillMerged(texts: string[][], merged: SheetParts['merged']): void {
  for (const { top, left, bottom, right } of merged) {
    const text = texts[top]?.[left] ?? '';
    if (text === '') continue;
    for (const row of texts.slice(top, bottom + 1)) {
      for (let column = left; column <= Math.min(right, row.length - 1); column++) row[column] = text;
    }
  }
}
