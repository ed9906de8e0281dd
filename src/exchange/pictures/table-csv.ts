import { itemAt } from '../../collections/item-at.ts';
import type { PictureTable } from '../../drawing/picture.ts';
import { csvRows } from '../csv-rows.ts';

/** The table of a picture as CSV; see csvRows. */
export function tableCsv({ columns, rows }: PictureTable, bom: boolean): Generator<string> {
  const named = columns.map((name, index) => ({
    name,
    of: (row: PictureTable['rows'][number]) => itemAt(row, index),
  }));
  return csvRows(named, rows, bom);
}
