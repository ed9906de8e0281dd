import { itemAt } from '../../collections/item-at.ts';
import { pluralNames } from '../../graph/nodes/node.ts';
import { capitalized } from '../../text/spelled-number.ts';
import type { PictureTable } from '../picture.ts';
import type { MatrixData } from './matrix-data.ts';
import { matrixTitle } from './matrix-sentences.ts';

/** A row for each role, with the number of appearances or duties in each column; 0 where a cell is empty. */
export function matrixTable(data: MatrixData): PictureTable {
  return {
    title: matrixTitle(data),
    columns: ['Role', capitalized(pluralNames[data.by]), ...data.columns.map(columnTitle)],
    rows: data.rows.map(({ label, cells }) => {
      const counts = data.columns.map(() => 0);
      for (const { column, count } of cells) counts[column] = itemAt(counts, column) + count;
      return [label, cells.length, ...counts];
    }),
  };
}

/** Categories of several owners may have one name. */
function columnTitle({ label, owner }: MatrixData['columns'][number]): string {
  return owner === null ? label : `${label} (${owner})`;
}
