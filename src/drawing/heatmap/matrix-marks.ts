import { itemAt } from '../../collections/item-at.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import { firstInWords, numberOf } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { stepColors, stepCount, type Mark } from '../scene/scene.ts';
import { ascentOfLine, halfFigureHeight, textBlock } from '../text/text-block.ts';
import { namesOfPair } from './heatmap-answer.ts';
import { levelOf, pairAt, type HeatmapData, type HeatmapPair } from './heatmap-data.ts';
import { belowHeads, cellStyle, headStyle, rowStyle, type HeatmapLayout } from './heatmap-layout.ts';

/** Numbers are bold from this step. */
const firstBoldStep = 6;

/** How many rows of cells, or names, are drawn between two yields. */
const rowsPerStep = 4;

/** The matrix with the names of its rows and the heads of its columns, its upper left corner at the place given. */
export function* matrixMarks(data: HeatmapData, layout: HeatmapLayout, x: number, y: number): Steps<readonly Mark[]> {
  const { shown, rowHeights, headHeight, cellGap } = layout;
  const heads: Mark[] = [];
  yield* repeatInSteps(shown.length, (column) => void heads.push(headMark(data, layout, column, x, y)), rowsPerStep);
  const names: Mark[] = [];
  const cells: Mark[] = [];
  let top = y + headHeight;
  const drawRow = (row: number) => {
    const height = itemAt(rowHeights, row);
    names.push(nameMark(data, layout, row, x, top));
    for (const column of shown.keys()) {
      const place = { x: x + layout.left + column * layout.pitch, y: top, width: layout.cellWidth, height };
      cells.push(cellMark(data, itemAt(shown, row), itemAt(shown, column), place));
    }
    top += height + cellGap;
  };
  yield* repeatInSteps(shown.length, drawRow, rowsPerStep);
  return [...heads, ...names, ...cells];
}

function headMark({ groups }: HeatmapData, layout: HeatmapLayout, column: number, x: number, y: number): Mark {
  const { shown, isNumbered, left, pitch, cellWidth, headHeight, headHeights } = layout;
  const { id, label } = itemAt(groups, itemAt(shown, column));
  const place = {
    x: x + left + column * pitch + cellWidth / 2,
    y: y + headHeight - belowHeads - itemAt(headHeights, column),
    width: cellWidth,
    anchor: 'middle',
  } as const;
  const { marks } = textBlock(isNumbered ? String(column + 1) : label, place, headStyle);
  return { type: 'group', title: label, node: id, marks };
}

/** The name of a row and, if there are numbers, its number on the first line of the name. */
function nameMark({ groups }: HeatmapData, layout: HeatmapLayout, row: number, x: number, top: number): Mark {
  const { shown, isNumbered, numberWidth, labelWidth, labelHeights, rowHeights } = layout;
  const { id, label } = itemAt(groups, itemAt(shown, row));
  const y = top + (itemAt(rowHeights, row) - itemAt(labelHeights, row)) / 2;
  const { marks } = textBlock(label, { x: x + numberWidth, y, width: labelWidth }, rowStyle);
  const number: Mark = {
    type: 'text',
    text: String(row + 1),
    x: x + numberWidth - 8,
    y: y + rowStyle.size * ascentOfLine,
    anchor: 'end',
    ...headStyle,
  };
  return { type: 'group', node: id, marks: isNumbered ? [number, ...marks] : marks };
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
