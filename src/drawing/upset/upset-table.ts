import { grouped } from '../../text/quoted-text.ts';
import type { PictureTable } from '../picture.ts';
import { upsetAnswer } from './upset-answer.ts';
import type { UpsetData } from './upset-data.ts';

/** The combinations as a table, in the order of the columns of the plot. */
export function upsetTable(data: UpsetData): PictureTable {
  return {
    title: upsetAnswer(data).heading,
    columns: ['In all of these', 'Groups', 'In these only', 'In these and any others', 'Roles in these only'],
    rows: data.combinations.map(({ groups, exclusiveRoleCount, sharedRoleCount, roles }) => {
      const labels = roles.map(({ label }) => label);
      const more = exclusiveRoleCount - labels.length;
      return [
        groups.flatMap((position) => data.groups[position]?.label ?? []).join('; '),
        groups.length,
        exclusiveRoleCount,
        sharedRoleCount,
        (more > 0 ? [...labels, `and ${grouped(more)} more`] : labels).join('; '),
      ];
    }),
  };
}
