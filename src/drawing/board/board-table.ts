import { pluralNames } from '../../graph/nodes/node.ts';
import { capitalized } from '../../text/spelled-number.ts';
import type { PictureTable } from '../picture.ts';
import type { BoardData } from './board-data.ts';
import { boardTitle } from './board-sentences.ts';

/** A row for each chip of a board, and one for the roles that a box only counts. */
export function boardTable(data: BoardData): PictureTable {
  const groups = capitalized(pluralNames[data.spread.kind]);
  return {
    title: boardTitle(data),
    columns: ['Pillar or organization type', 'Category', 'Role', groups, `Number of ${groups.toLowerCase()}`, 'Duties'],
    rows: data.sections.flatMap(({ columns }) =>
      columns.flatMap((column) =>
        column.boxes.flatMap((box) => {
          const place = [column.label, box.id === null ? '' : box.label];
          const rows = box.roles.map((role) => {
            return [...place, role.label, role.groups.join(', '), role.groups.length, role.dutyCount];
          });
          const rest = box.roleCount - box.roles.length;
          return rest === 0 ? rows : [...rows, [...place, `and ${rest} more`, '', '', '']];
        }),
      ),
    ),
  };
}
