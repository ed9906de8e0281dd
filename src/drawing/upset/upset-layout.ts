import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { TextStyle } from '../scene/scene.ts';
import { lineHeight } from '../text/text-block.ts';
import { labelWidthFor, textHeights, widestOf } from '../text/text-sizes.ts';
import type { UpsetData } from './upset-data.ts';

export const rowStyle: TextStyle = { size: 13, color: 'INK' };
export const countStyle: TextStyle = { size: 12, color: 'INK' };
export const sizeStyle: TextStyle = { size: 12, color: 'MUTED' };

/** Where the parts of an UpSet plot are, in pixels from its upper left corner. */
export interface UpsetLayout {
  /** How many combinations have room. */
  readonly columns: number;
  /** The positions of the groups that have a row, ascending. */
  readonly rows: readonly number[];
  /** The width of the names of groups. */
  readonly labelWidth: number;
  /** Where the numbers of roles of groups end. */
  readonly sizeEnd: number;
  /** Where the bars of these numbers begin, and the length of the longest; 0 if there is no room for bars. */
  readonly sizeBarStart: number;
  readonly sizeBarLength: number;
  /** Where the first column begins. */
  readonly left: number;
  /** From one column to the next. */
  readonly pitch: number;
  /** The height of the bars with their numbers, with the space below them. */
  readonly barsHeight: number;
  /** The length of the longest bar. */
  readonly barLength: number;
  /** The heights of the names of rows, and of the rows. */
  readonly labelHeights: readonly number[];
  readonly rowHeights: readonly number[];
  readonly width: number;
  readonly height: number;
}

const leastPitch = 22;
const widestPitch = 36;
const leastRowHeight = 26;
/** From the names to the numbers, from these to the bars, and from those to the columns. */
const gap = 10;
/** Pictures of this width and more have bars for the sizes of groups. */
const leastWidthForBars = 560;
/** Of more groups than these, only those of the drawn combinations have a row. */
const mostEmptyRows = 12;

export function* upsetLayout(data: UpsetData, width: number): Steps<UpsetLayout> {
  const { groups, combinations } = data;
  const labels = groups.map(({ label }) => label);
  const labelWidth = labelWidthFor(labels, rowStyle, Math.max(width * 0.24, 88), width);
  const sizes = groups.map(({ roleCount }) => grouped(roleCount));
  const sizeEnd = labelWidth + gap + widestOf(sizes, sizeStyle);
  const sizeBarLength = width < leastWidthForBars ? 0 : 56;
  const left = sizeEnd + gap + (sizeBarLength === 0 ? 0 : sizeBarLength + gap);
  const counts = combinations.map(({ exclusiveRoleCount }) => grouped(exclusiveRoleCount));
  const narrowest = Math.max(leastPitch, widestOf(counts, countStyle) + 6);
  const columns = Math.min(combinations.length, Math.max(1, Math.floor((width - left) / narrowest)));
  const pitch = Math.min(Math.max(Math.floor((width - left) / columns), narrowest), Math.max(widestPitch, narrowest));
  const rows = rowsOf(data, columns);
  const shownLabels = rows.map((position) => itemAt(labels, position));
  const labelHeights = yield* textHeights(shownLabels, labelWidth, rowStyle);
  const rowHeights = labelHeights.map((height) => Math.max(leastRowHeight, Math.ceil(height) + 6));
  const barLength = width < leastWidthForBars ? 80 : 110;
  const barsHeight = barLength + countStyle.size * lineHeight + gap;
  return {
    columns,
    rows,
    labelWidth,
    sizeEnd,
    sizeBarStart: sizeEnd + gap,
    sizeBarLength,
    left,
    pitch,
    barsHeight,
    barLength,
    labelHeights,
    rowHeights,
    width: left + columns * pitch,
    height: barsHeight + rowHeights.reduce((sum, height) => sum + height, 0),
  };
}

/** The positions of the groups that have a row if so many combinations are drawn, ascending. */
export function rowsOf({ groups, groupCount, combinations }: UpsetData, columns: number): readonly number[] {
  const positions = groups.map((_, position) => position);
  if (groupCount <= mostEmptyRows) return positions;
  const used = new Set(combinations.slice(0, columns).flatMap((combination) => combination.groups));
  return positions.filter((position) => used.has(position));
}
