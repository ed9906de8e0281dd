import { strFromU8, unzipSync } from 'fflate';
import { grouped, quoted } from '../../../text/quoted-text.ts';
import { plainXml } from './plain-xml.ts';
import { ConvertError } from '../conversion.ts';

/** Most bytes of a workbook when it is unpacked: 500 MB. */
const mostUnpacked = 500 * 1024 * 1024;

/**
 * Most cells of the part of a sheet from its first cell to the farthest row and column that it names: the reader makes each of them,
 * empty ones too.
 */
const mostCells = 20_000_000;

/** What a sheet has besides its values. Rows and columns count from 0. */
export interface SheetParts {
  readonly isHidden: boolean;
  readonly merged: readonly MergedCells[];
}

interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * Which sheets of a workbook are hidden, and which of their cells are merged, by the name of the sheet (ECMA-376, part 1: 18.2.19
 * sheet, 18.3.1.54 mergeCell).
 *
 * @throws ConvertError if it is damaged, or too large when it is unpacked.
 */
export function workbookParts(bytes: Uint8Array, name: string): ReadonlyMap<string, SheetParts> {
  const files = unpacked(bytes, name);
  const text = (path: string) => (files[path] === undefined ? '' : strFromU8(files[path]));
  const targets = new Map(
    elements(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((relation) => [
      attribute(relation, 'Id'),
      attribute(relation, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  return new Map(
    elements(text('xl/workbook.xml'), 'sheet').map((sheet) => {
      const content = text(targets.get(attribute(sheet, 'r:id')) ?? '');
      const title = attribute(sheet, 'name');
      requireRoom(content, title, name);
      const merged = elements(content, 'mergeCell');
      return [
        title,
        {
          isHidden: attribute(sheet, 'state') !== '' && attribute(sheet, 'state') !== 'visible',
          merged: merged.flatMap((cell) => mergedCells(attribute(cell, 'ref'))),
        },
      ];
    }),
  );
}

function unpacked(bytes: Uint8Array, name: string) {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: (file) => {
        size += file.originalSize;
        if (size > mostUnpacked) {
          throw new ConvertError(
            `${quoted(name)} is larger than 500 MB when it is unpacked, the most that is read of a workbook. Save the sheet that you need as CSV.`,
          );
        }
        return /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(file.name);
      },
    });
  } catch (error) {
    if (error instanceof ConvertError) throw error;
    throw new ConvertError(
      `${quoted(name)} is a damaged workbook. Open it in a spreadsheet program and save it again as .xlsx.`,
      { cause: error },
    );
  }
}

/** @throws ConvertError if the sheet reaches too far. */
function requireRoom(content: string, sheet: string, name: string): void {
  let rows = 0;
  let columns = 0;
  let farthest = '';
  for (const [, letters = '', number = ''] of content.matchAll(
    /<(?:\w+:)?(?:row|c)\s(?:[^>]*?\s)?r="([A-Z]*)(\d+)"/g,
  )) {
    const [row, column] = [Number(number), letters === '' ? 0 : columnNumber(letters) + 1];
    if (row <= rows && column <= columns) continue;
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
    farthest = `${letters}${number}`;
  }
  if (rows * Math.max(1, columns) <= mostCells) return;
  throw new ConvertError(
    `The sheet ${quoted(sheet)} of ${quoted(name)} has ${grouped(rows)} rows and ${grouped(columns)} columns up to the farthest cell that it names, ${farthest}; at most ${grouped(mostCells)} cells are read of a sheet. ` +
      `Delete what stands far out, or save the part that you need as CSV.`,
  );
}

/** The start tags of an element. */
function elements(xml: string, element: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${element}\\s[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string {
  return plainXml(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

/** "B2:D4"; none for a reference that is no range. */
function mergedCells(range: string): readonly MergedCells[] {
  const [, left = '', top, right = '', bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  if (top === undefined || bottom === undefined) return [];
  return [{ top: Number(top) - 1, left: columnNumber(left), bottom: Number(bottom) - 1, right: columnNumber(right) }];
}

/** "A" is 0, "AA" 26. */
function columnNumber(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
