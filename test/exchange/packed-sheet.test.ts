import { expect, test } from 'vitest';
import { packedSheet, unpackedRows, type PackedSheet } from '../../src/exchange/workbook/packed-sheet.ts';
import { linkToRow, type Cell, type Sheet } from '../../src/exchange/workbook/sheet.ts';

function sheetOf(rows: readonly (readonly Cell[])[]): Sheet {
  return { name: 'Roles', columns: [{ heading: 'Role', width: 32 }], rows, frozenColumns: 1, isShaded: true };
}

/** A packed sheet, and how many pauses there were meanwhile. */
function packed(sheet: Sheet): { readonly value: PackedSheet; readonly pauses: number } {
  const steps = packedSheet(sheet);
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done === true) return { value, pauses };
  }
}

test('a packed sheet has every kind of cell, and all that is not rows as it was', () => {
  const rows: readonly (readonly Cell[])[] = [
    ['Auditor', 12, 0.5, new Date('2026-11-30T12:34:56Z'), null],
    [linkToRow('SRE', 'Roles', 3)],
    [],
  ];
  const { value, pauses } = packed(sheetOf(rows));
  expect(unpackedRows(value.rows)).toEqual(rows);
  expect({ ...value, rows: [] }).toEqual(sheetOf([]));
  expect(pauses).toBe(0);
});

test('a large sheet is packed with a pause after every 2,000 cells, however wide its rows are', () => {
  for (const width of [1, 10, 3_000]) {
    const rows = Array.from({ length: 30_000 / width }, (_, row) =>
      Array.from({ length: width }, (__, at) => row + at),
    );
    const { value, pauses } = packed(sheetOf(rows));
    expect(unpackedRows(value.rows)).toEqual(rows);
    expect(pauses).toBe(Math.min(rows.length, 15));
  }
});

test('a sheet without rows has no pieces', () => {
  expect(packed(sheetOf([])).value.rows).toEqual([]);
});
