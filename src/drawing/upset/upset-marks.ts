import { itemAt } from '../../collections/item-at.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import { numberOf } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { Mark } from '../scene/scene.ts';
import { halfFigureHeight, textBlock } from '../text/text-block.ts';
import { combinationInWords, rolesInWords } from './upset-answer.ts';
import type { Combination, UpsetData } from './upset-data.ts';
import { groupColor } from './group-color.ts';
import { countStyle, rowStyle, sizeStyle, type UpsetLayout } from './upset-layout.ts';

const circleRadius = 6.5;
/** The most names in the title of a column. */
const mostNames = 12;

/** A row, and the middle of its height. */
interface Row {
  readonly position: number;
  readonly top: number;
  readonly height: number;
  readonly middle: number;
  /** The upper edge of its name. */
  readonly labelTop: number;
}

/** How many rows and columns are drawn between two yields. */
const marksPerStep = 4;

/** The bars, the rows with their names and numbers, and the circles, the upper left corner at the place given. */
export function* upsetMarks(data: UpsetData, layout: UpsetLayout, x: number, y: number): Steps<readonly Mark[]> {
  let top = y + layout.barsHeight;
  const rows = layout.rows.map((position, index): Row => {
    const height = itemAt(layout.rowHeights, index);
    const labelTop = top + (height - itemAt(layout.labelHeights, index)) / 2;
    const row = { position, top, height, middle: top + height / 2, labelTop };
    top += height;
    return row;
  });
  const marks: Mark[] = [];
  const drawRow = (index: number) => {
    marks.push(...rowMarks(data, layout, itemAt(rows, index), { x, isStriped: index % 2 === 0 }));
  };
  yield* repeatInSteps(rows.length, drawRow, marksPerStep);
  const drawColumn = (index: number) => {
    const middle = x + layout.left + (index + 0.5) * layout.pitch;
    const place = { middle, bottomOfBar: y + layout.barsHeight - 10 };
    marks.push(columnMark(data, layout, itemAt(data.combinations, index), rows, place));
  };
  yield* repeatInSteps(layout.columns, drawColumn, marksPerStep);
  return marks;
}

function rowMarks(
  { groups }: UpsetData,
  layout: UpsetLayout,
  { position, top, height, middle, labelTop }: Row,
  { x, isStriped }: { readonly x: number; readonly isStriped: boolean },
): readonly Mark[] {
  const group = itemAt(groups, position);
  const { id, label, roleCount } = group;
  const { labelWidth, sizeEnd, sizeBarStart, sizeBarLength, left, width } = layout;
  const name = textBlock(label, { x: x + labelWidth, y: labelTop, width: labelWidth, anchor: 'end' }, rowStyle);
  const size: Mark = {
    type: 'text',
    text: grouped(roleCount),
    x: x + sizeEnd,
    y: middle + sizeStyle.size * halfFigureHeight,
    anchor: 'end',
    ...sizeStyle,
  };
  const greatest = Math.max(...groups.map((each) => each.roleCount));
  const barWidth = greatest === 0 ? 0 : (sizeBarLength * roleCount) / greatest;
  const bar: readonly Mark[] =
    barWidth === 0
      ? []
      : [
          {
            type: 'rect',
            x: x + sizeBarStart,
            y: middle - 4,
            width: barWidth,
            height: 8,
            radius: 2,
            fill: groupColor(group),
          },
        ];
  const stripe: readonly Mark[] = isStriped
    ? [{ type: 'rect', x: x + left, y: top, width: width - left, height, radius: 4, fill: 'STRIPE' }]
    : [];
  const title = `${label}: ${numberOf(roleCount, 'role', 'roles')}, whatever else they stand in`;
  return [...stripe, { type: 'group', title, node: id, marks: [...name.marks, size, ...bar] }];
}

interface ColumnPlace {
  readonly middle: number;
  readonly bottomOfBar: number;
}

function columnMark(
  data: UpsetData,
  layout: UpsetLayout,
  combination: Combination,
  rows: readonly Row[],
  { middle, bottomOfBar }: ColumnPlace,
): Mark {
  const { exclusiveRoleCount } = combination;
  const greatest = itemAt(data.combinations, 0).exclusiveRoleCount;
  const barHeight = Math.max(2, (layout.barLength * exclusiveRoleCount) / greatest);
  const barWidth = Math.round(Math.min(layout.pitch, 30) * 0.6);
  const bar: Mark = {
    type: 'rect',
    x: middle - barWidth / 2,
    y: bottomOfBar - barHeight,
    width: barWidth,
    height: barHeight,
    radius: Math.min(2, barHeight / 2),
    fill: 'ACCENT',
  };
  const count: Mark = {
    type: 'text',
    text: grouped(exclusiveRoleCount),
    x: middle,
    y: bottomOfBar - barHeight - 5,
    anchor: 'middle',
    ...countStyle,
  };
  const filled = rows.filter(({ position }) => combination.groups.includes(position));
  return {
    type: 'group',
    title: titleOf(data, combination),
    marks: [
      bar,
      count,
      ...lineMarks(filled, middle),
      ...rows.map((row) => circleMark(data, row, middle, filled.includes(row))),
    ],
  };
}

/** The line from the first filled circle to the last. */
function lineMarks(filled: readonly Row[], x: number): readonly Mark[] {
  const [first] = filled;
  const last = filled.at(-1);
  if (first === undefined || last === undefined || first === last) return [];
  return [{ type: 'line', from: [x, first.middle], to: [x, last.middle], stroke: 'INK', strokeWidth: 2 }];
}

function circleMark({ groups }: UpsetData, { position, middle }: Row, x: number, isFilled: boolean): Mark {
  const circle = { type: 'circle', x, y: middle, radius: circleRadius } as const;
  // An empty circle hides the line behind it: the combination does not have this group.
  if (!isFilled)
    return { ...circle, radius: circleRadius - 0.75, fill: 'CARD', stroke: 'EMPTY_CELL', strokeWidth: 1.5 };
  return { ...circle, fill: groupColor(itemAt(groups, position)) };
}

function titleOf(data: UpsetData, combination: Combination): string {
  const { groups, exclusiveRoleCount } = combination;
  const only = groups.length === data.groupCount && groups.length > 2 ? '' : ' only';
  const names = rolesInWords(combination, mostNames);
  return `In ${combinationInWords(data, groups)}${only}: ${numberOf(exclusiveRoleCount, 'role', 'roles')}: ${names}`;
}
