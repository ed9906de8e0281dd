import type { PictureTable } from '../picture.ts';
import { heatmapAnswer } from './heatmap-answer.ts';
import { pairAt, type HeatmapData } from './heatmap-data.ts';

/** The matrix as a table: a row and a column for each group, with the number of all its roles on the diagonal. */
export function heatmapTable(data: HeatmapData): PictureTable {
  const { groups } = data;
  return {
    title: heatmapAnswer(data).heading,
    columns: ['', ...groups.map(({ label }) => label)],
    rows: groups.map(({ label, roleCount }, row) => [
      label,
      ...groups.map((_, column) => (row === column ? roleCount : pairAt(data, row, column).sharedRoleCount)),
    ]),
  };
}
