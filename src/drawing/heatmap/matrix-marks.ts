import { itemAt } from '../../collections/item-at.ts';
import { firstInWords, numberOf } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { stepColors, stepCount, type Mark } from '../scene/scene.ts';
import { textBlock } from '../text/text-block.ts';
import { namesOfPair } from './heatmap-answer.ts';
import { levelOf, pairAt, type HeatmapData, type HeatmapPair } from './heatmap-data.ts';
import { cellStyle, headStyle, rowStyle, type HeatmapLayout } from './heatmap-layout.ts';

/** From the middle of a figure to its baseline, as a multiple of the size of the font. */
const halfFigureHeight = 0.36;
/** Numbers are bold from this step. */
const firstBoldStep = 6;

/** The matrix with the names of its rows and the heads of its columns, its upper left corner at the place given. */
export function matrixMarks(data: HeatmapData, layout: HeatmapLayout, x: number, y: number): readonly Mark[] {
  const cells: Mark[] = [];
  let top = y + layout.headHeight;
  for (const [row, height] of layout.rowHeights.entries()) {
    for (const column of layout.shown.keys()) {
      const place = { x: x + layout.left + column * layout.pitch, y: top, width: layout.cellWidth, height };
      cells.push(cellMark(data, itemAt(layout.shown, row), itemAt(layout.shown, column), place));
    }
    top += height + layout.cellGap;
  }
  return [...headMarks(data, layout, x, y), ...rowMarks(data, layout, x, y + layout.headHeight), ...cells];
}

function headMarks({ groups }: HeatmapData, layout: HeatmapLayout, x: number, y: number): readonly Mark[] {
  const { shown, isNumbered, left, pitch, cellWidth, headHeight } = layout;
  return shown.map((index, column): Mark => {
    const { id, label } = itemAt(groups, index);
    const text = isNumbered ? String(column + 1) : label;
    const place = { x: x + left + column * pitch + cellWidth / 2, width: cellWidth, anchor: 'middle' } as const;
    const { height } = textBlock(text, { ...place, y: 0 }, headStyle);
    const { marks } = textBlock(text, { ...place, y: y + headHeight - 6 - height }, headStyle);
    return { type: 'group', title: label, node: id, marks };
  });
}

function rowMarks({ groups }: HeatmapData, layout: HeatmapLayout, x: number, y: number): readonly Mark[] {
  const { shown, isNumbered, numberWidth, labelWidth, rowHeights } = layout;
  let top = y;
  return shown.map((index, row): Mark => {
    const { id, label } = itemAt(groups, index);
    const height = itemAt(rowHeights, row);
    const place = { x: x + numberWidth, width: labelWidth };
    const block = textBlock(label, { ...place, y: 0 }, rowStyle);
    const blockTop = top + (height - block.height) / 2;
    top += height + layout.cellGap;
    // The number is on the first line of the name, which may have several.
    const number: readonly Mark[] = isNumbered
      ? [
          {
            type: 'text',
            text: String(row + 1),
            x: x + numberWidth - 8,
            y: blockTop + rowStyle.size * 1.05,
            anchor: 'end',
            ...headStyle,
          },
        ]
      : [];
    const { marks } = textBlock(label, { ...place, y: blockTop }, rowStyle);
    return { type: 'group', node: id, marks: [...number, ...marks] };
  });
}

interface CellPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function cellMark(data: HeatmapData, row: number, column: number, place: CellPlace): Mark {
  const { x, y, width, height } = place;
  const number = {
    type: 'text',
    x: x + width / 2,
    y: y + height / 2 + cellStyle.size * halfFigureHeight,
    anchor: 'middle',
  } as const;
  if (row === column) {
    const { label, roleCount } = itemAt(data.groups, row);
    // The surface has no color of its own, but can be pointed at as any other cell.
    const surface: Mark = { type: 'rect', ...place, fill: 'CARD' };
    const text: Mark = { ...number, text: grouped(roleCount), ...cellStyle, color: 'MUTED' };
    return { type: 'group', title: `${label}: ${numberOf(roleCount, 'role', 'roles')}`, marks: [surface, text] };
  }
  const pair = pairAt(data, row, column);
  const step = levelOf(data, pair, stepCount - 1);
  const [fill, color] = stepColors(step);
  const surface: Mark = { type: 'rect', ...place, radius: width < 32 ? 3 : 6, fill };
  const weight = step >= firstBoldStep ? 'BOLD' : 'REGULAR';
  const text: Mark = { ...number, text: grouped(pair.sharedRoleCount), ...cellStyle, weight, color };
  // Most pairs of many groups share nothing: as numbers, they would hide the others.
  return { type: 'group', title: titleOf(data, pair), marks: pair.sharedRoleCount === 0 ? [surface] : [surface, text] };
}

function titleOf(data: HeatmapData, pair: HeatmapPair): string {
  const { sharedRoleCount, roleLabels } = pair;
  const names = namesOfPair(data, pair);
  if (sharedRoleCount === 0) return `${names} share no role`;
  const roles = firstInWords(roleLabels, sharedRoleCount, roleLabels.length);
  return `${names} share ${numberOf(sharedRoleCount, 'role', 'roles')}: ${roles}`;
}
