import { itemAt } from '../../collections/item-at.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import type { Mark, TextStyle } from '../scene/scene.ts';
import { halfFigureHeight, lineHeight, textBlock, wrappedText } from '../text/text-block.ts';
import { textWidth } from '../text/text-width.ts';

const style: TextStyle = { size: 12, color: 'MUTED' };
const lineStep = style.size * lineHeight;

/** Columns as wide as this have their labels above them, wrapped; narrower ones have slanted labels. In pixels. */
const narrowestWrapped = 84;
const widestColumn = 120;
/** Between wrapped labels of neighbours. */
const labelGap = 6;
/** The widths at which slanted labels are wrapped: the first one at which all labels have few enough lines. */
const slantedWidths = [120, 160, 200, 240, 280, 320];
/** How many labels are wrapped between two yields: one of 400 characters takes a millisecond or two. */
const labelsPerStep = 2;
const widestSlanted = Math.max(...slantedWidths);

/** Slanted labels fall to the right at 45 degrees, and end above their columns. */
const angle = 45;
const slope = Math.SQRT1_2;

/** How columns are placed, and what is drawn above them. */
export interface HeadLayout {
  /** The width of a column, in pixels. */
  readonly pitch: number;
  /** How many columns stand side by side; the rest stand below them. */
  readonly perPart: number;
  readonly heads: readonly Head[];
}

/** The label of a column. */
export interface Head {
  /** As if the middle of the column were at 0, and the lower edge of the head. */
  readonly marks: readonly Mark[];
  readonly height: number;
}

/**
 * Finds the layout in which most columns stand side by side.
 *
 * @param width of all columns together.
 * @param left how far slanted labels may reach beyond the left edge of the first column.
 */
export function* headLayout(labels: readonly string[], width: number, left: number): Steps<HeadLayout> {
  let longest = 0;
  const measure = (index: number) => {
    longest = Math.max(longest, textWidth(itemAt(labels, index), style.size));
  };
  yield* repeatInSteps(labels.length, measure, labelsPerStep);
  for (let parts = 1; ; parts++) {
    const perPart = Math.ceil(labels.length / parts);
    const pitch = Math.min(widestColumn, width / perPart);
    if (pitch >= narrowestWrapped || perPart <= 1) {
      const heads: Head[] = [];
      yield* repeatInSteps(
        labels.length,
        (index) => heads.push(wrappedHead(itemAt(labels, index), pitch)),
        labelsPerStep,
      );
      return { pitch, perPart, heads };
    }
    const mostLines = Math.floor((pitch * slope) / lineStep);
    // Labels are wrapped only if they can fit, because many long ones take long.
    if (longest > mostLines * widestSlanted) continue;
    const roomOf = (index: number) => left + ((index % perPart) + 0.5) * pitch;
    const slanted = yield* slantedLines(labels, mostLines, roomOf);
    if (slanted !== undefined) return { pitch, perPart, heads: slanted.map(slantedHead) };
  }
}

/** The highest of some heads. */
export function headHeight(heads: readonly Head[]): number {
  return Math.max(0, ...heads.map(({ height }) => height));
}

function wrappedHead(label: string, pitch: number): Head {
  const { marks, height } = textBlock(label, { x: 0, y: 0, width: pitch - labelGap, anchor: 'middle' }, style);
  return { marks: [{ type: 'group', origin: [0, -height], marks }], height };
}

/**
 * The lines of slanted labels; undefined if a label would have more lines, or reach farther to the left than there is room from
 * the middle of its column.
 */
function* slantedLines(
  labels: readonly string[],
  mostLines: number,
  roomOf: (index: number) => number,
): Steps<readonly (readonly string[])[] | undefined> {
  for (const width of slantedWidths) {
    const all = yield* wrappedInSteps(labels, width);
    if (all.some((lines) => lines.length > mostLines)) continue;
    return all.every((lines, index) => slantedHeight(lines) <= roomOf(index)) ? all : undefined;
  }
  return undefined;
}

function* wrappedInSteps(labels: readonly string[], width: number): Steps<readonly (readonly string[])[]> {
  const all: (readonly string[])[] = [];
  yield* repeatInSteps(
    labels.length,
    (index) => all.push(wrappedText(itemAt(labels, index), width, style)),
    labelsPerStep,
  );
  return all;
}

function slantedHead(lines: readonly string[]): Head {
  // The lower corner of the last line touches the lower edge.
  const end = -(lines.length / 2) * lineStep * slope;
  const marks = lines.map((text, line): Mark => {
    const down = (line - (lines.length - 1) / 2) * lineStep + halfFigureHeight * style.size;
    return { type: 'text', text, x: -down * slope, y: end + down * slope, anchor: 'end', angle, ...style };
  });
  return { marks, height: slantedHeight(lines) };
}

/** How high slanted lines are together, and how far they reach to the left of the middle of their column, or less. */
function slantedHeight(lines: readonly string[]): number {
  const longest = Math.max(...lines.map((line) => textWidth(line, style.size)));
  return (longest + lines.length * lineStep) * slope;
}
