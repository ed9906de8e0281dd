import { itemAt } from '../../collections/item-at.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { TextStyle } from '../scene/scene.ts';
import { lineHeight } from '../text/text-block.ts';
import { labelWidthFor, textHeights, widestOf } from '../text/text-sizes.ts';
import { sharingMost, type HeatmapData, type HeatmapGroup } from './heatmap-data.ts';

export const rowStyle: TextStyle = { size: 13, color: 'INK' };
export const headStyle: TextStyle = { size: 12, color: 'MUTED' };
export const cellStyle: TextStyle = { size: 12 };

/** Where the parts of a matrix are, in pixels from its upper left corner. */
export interface HeatmapLayout {
  /** The positions of the groups that have room, ascending. */
  readonly shown: readonly number[];
  /** Whether columns are headed by the numbers that rows have, because the names have no room. */
  readonly isNumbered: boolean;
  /** The width of the numbers before the names of rows, with the space behind them; 0 if there are none. */
  readonly numberWidth: number;
  /** The width of the names of rows, without the space behind them. */
  readonly labelWidth: number;
  readonly cellWidth: number;
  /** Where the first column of cells begins. */
  readonly left: number;
  /** From one column to the next. */
  readonly pitch: number;
  /** Between two cells. */
  readonly cellGap: number;
  /** The height of the heads of columns, with the space below them. */
  readonly headHeight: number;
  /** The heights of the head of each column and of the name of each row. */
  readonly headHeights: readonly number[];
  readonly labelHeights: readonly number[];
  /** The height of each row, without the gap below it. */
  readonly rowHeights: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Between two cells, and where there is little room. */
const wideGap = 3;
const narrowGap = 1;
const leastCell = 24;
/** From the heads of columns, and from the names of rows, to the cells. */
export const belowHeads = 6;
const behindNames = 12;

/** With names above the columns, if they fit in a few lines; or else with numbers, and as many groups as have room. */
export function* heatmapLayout(data: HeatmapData, width: number): Steps<HeatmapLayout> {
  return (yield* layoutWithNames(data, width)) ?? (yield* layoutWithNumbers(data, width));
}

const widestNamedCell = 104;
const mostHeadLines = 3;

function* layoutWithNames({ groups }: HeatmapData, width: number): Steps<HeatmapLayout | undefined> {
  const labels = groups.map(({ label }) => label);
  const labelWidth = labelWidthFor(labels, rowStyle, Math.max(width * 0.26, 90), width);
  const left = labelWidth + behindNames;
  const pitch = Math.min(Math.floor((width - left + wideGap) / groups.length), widestNamedCell + wideGap);
  const cellWidth = pitch - wideGap;
  if (cellWidth < narrowestCell(groups)) return undefined;
  const words = labels.flatMap((label) => label.split(' '));
  if (widestOf(words, headStyle) > cellWidth) return undefined;
  const headHeights = yield* textHeights(labels, cellWidth, headStyle);
  const headHeight = Math.max(...headHeights);
  if (headHeight > mostHeadLines * headStyle.size * lineHeight) return undefined;
  return yield* withRows(groups, {
    shown: groups.map((_, index) => index),
    isNumbered: false,
    numberWidth: 0,
    labelWidth,
    cellWidth,
    cellGap: wideGap,
    left,
    pitch,
    headHeight: headHeight + belowHeads,
    headHeights,
    leastHeight: 36,
  });
}

const widestNumberedCell = 40;

function* layoutWithNumbers(data: HeatmapData, width: number): Steps<HeatmapLayout> {
  const { groups } = data;
  const labels = groups.map(({ label }) => label);
  const numberWidth = widestOf([String(groups.length)], headStyle) + 8;
  const natural = widestOf(labels, rowStyle);
  const leastCellWidth = narrowestCell(groups);
  const leastLabel = labelWidthFor(labels, rowStyle, Math.max(96, width * 0.17), width);
  const room = width - numberWidth - behindNames;
  const fitting = Math.max(2, Math.floor((room - leastLabel) / (leastCellWidth + narrowGap)));
  const shown = sharingMost(data, fitting);
  const cellGap = room - leastLabel >= shown.length * (leastCellWidth + wideGap) ? wideGap : narrowGap;
  // Cells are wider than they must be where the names have all the room that they need.
  const wanted = Math.floor((room - natural) / shown.length) - cellGap;
  const cellWidth = Math.min(Math.max(wanted, leastCellWidth), Math.max(leastCellWidth, widestNumberedCell));
  const pitch = cellWidth + cellGap;
  const labelWidth = Math.max(Math.min(natural, room - pitch * shown.length), 1);
  const oneLine = headStyle.size * lineHeight;
  return yield* withRows(groups, {
    shown,
    isNumbered: true,
    numberWidth,
    labelWidth,
    cellWidth,
    cellGap,
    left: numberWidth + labelWidth + behindNames,
    pitch,
    headHeight: oneLine + belowHeads,
    headHeights: shown.map(() => oneLine),
    leastHeight: Math.min(cellWidth, 30),
  });
}

type Columns = Omit<HeatmapLayout, 'labelHeights' | 'rowHeights' | 'width' | 'height'> & {
  readonly leastHeight: number;
};

function* withRows(groups: readonly HeatmapGroup[], { leastHeight, ...columns }: Columns): Steps<HeatmapLayout> {
  const { shown, left, pitch, cellGap, headHeight, labelWidth } = columns;
  const labels = shown.map((index) => itemAt(groups, index).label);
  const labelHeights = yield* textHeights(labels, labelWidth, rowStyle);
  const rowHeights = labelHeights.map((height) => Math.max(leastHeight, Math.ceil(height) + 4));
  return {
    ...columns,
    labelHeights,
    rowHeights,
    width: left + shown.length * pitch - cellGap,
    height: headHeight + rowHeights.reduce((sum, height) => sum + height + cellGap, 0) - cellGap,
  };
}

/** The least width of cells that have room for all numbers. */
function narrowestCell(groups: readonly HeatmapGroup[]): number {
  const numbers = groups.map(({ roleCount }) => grouped(roleCount));
  return Math.max(leastCell, widestOf(numbers, { ...cellStyle, weight: 'BOLD' }) + 4);
}
