import { pluralNames, kindNames } from '../../graph/nodes/node.ts';
import { itemAt } from '../../collections/item-at.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import { numberOf } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { Drawing, DrawingOptions } from '../picture.ts';
import { hueAt, type Color, type Mark, type Placed, type TextStyle } from '../scene/scene.ts';
import { numberOfRoles } from '../sentences.ts';
import { lineHeight, textBlock, type TextBlock } from '../text/text-block.ts';
import { textWidth } from '../text/text-width.ts';
import { headHeight, headLayout, type HeadLayout } from './matrix-head.ts';
import type { MatrixColumn, MatrixData, MatrixRow } from './matrix-data.ts';
import { matrixDescription, matrixLead, matrixRemarks, matrixTitle } from './matrix-sentences.ts';

const labelStyle: TextStyle = { size: 13 };
const countStyle: TextStyle = { size: 11, color: 'MUTED' };
const legendStyle: TextStyle = { size: 12, color: 'MUTED' };

/** In pixels, as everything here. */
const widestLabel = 240;
const gap = 8;
/** How many rows are worked on between two yields: a title of 400 characters takes a millisecond or two. */
const rowsPerStep = 2;
const cellHeight = 18;
const rowGap = 3;
/** Between the rule below the label of a column and its first cell. */
const ruleGap = 5;
/** Between rows with different numbers of cells. */
const stepGap = 10;
const partGap = 32;

interface LabelledRow extends MatrixRow {
  /** The label, as if the row were at 0: it is wrapped once, and may be drawn in several parts. */
  readonly block: TextBlock;
}

interface Layout {
  readonly data: MatrixData;
  readonly rows: readonly LabelledRow[];
  /** The left edge of the first column. */
  readonly left: number;
  readonly head: HeadLayout;
}

/** A matrix: a row a role, a column a group or topic, a cell filled where the role stands in it. */
export function* matrixDrawing(data: MatrixData, { width }: DrawingOptions): Steps<Drawing> {
  const layout = yield* layoutOf(data, width);
  const legend = legendMarks(data, width);
  const marks: Mark[] = [...legend.marks];
  let y = legend.height;
  for (let start = 0; start < data.columns.length && data.rows.length > 0; start += layout.head.perPart) {
    if (start > 0) y += partGap;
    const part = yield* partMarks(layout, [start, Math.min(data.columns.length, start + layout.head.perPart)], y);
    marks.push(...part.marks);
    y += part.height;
  }
  return {
    title: matrixTitle(data),
    lead: matrixLead(data),
    description: matrixDescription(data),
    remarks: matrixRemarks(data),
    marks,
    height: y,
  };
}

function* layoutOf(data: MatrixData, width: number): Steps<Layout> {
  const rows: LabelledRow[] = [];
  const label = (index: number) => {
    const row = itemAt(data.rows, index);
    const place = { x: 0, y: 1, width: Math.min(widestLabel, width * 0.4) };
    rows.push({ ...row, block: textBlock(row.label, place, labelStyle) });
  };
  yield* repeatInSteps(data.rows.length, label, rowsPerStep);
  const labelWidth = Math.max(0, ...rows.map(({ block }) => block.width));
  const countWidth = Math.max(0, ...data.rows.map(({ cells }) => textWidth(String(cells.length), countStyle.size)));
  const left = labelWidth + gap + countWidth + gap;
  const labels = data.columns.map(({ label: name }) => name);
  return { data, rows, left, head: yield* headLayout(labels, width - left, left) };
}

/** Some columns side by side. Where others stand below them, it has the rows that have cells in these columns. */
function* partMarks(layout: Layout, range: readonly [start: number, end: number], top: number): Steps<Placed> {
  const { data, left, head } = layout;
  const [start, end] = range;
  const columns = data.columns.slice(start, end);
  const rows =
    columns.length === data.columns.length
      ? layout.rows
      : layout.rows.filter(({ cells }) => cells.some(({ column }) => column >= start && column < end));
  const heads = partHeads(layout, range, top);
  const marks: Mark[] = [...heads.marks];
  const rowsTop = top + heads.height;
  let y = rowsTop;
  for (const [index, row] of rows.entries()) {
    if (index > 0) y += rows[index - 1]?.cells.length === row.cells.length ? rowGap : stepGap;
    const placed = rowMarks(row, layout, range, y);
    marks.push(placed.mark);
    y += placed.height;
    if (index % rowsPerStep === rowsPerStep - 1) yield;
  }
  // Lines in the color of the paper divide the bands of all rows into cells, with one mark a column in place of one a cell.
  for (let index = 0; index <= columns.length; index++) {
    const x = left + index * head.pitch;
    marks.push({ type: 'line', from: [x, rowsTop], to: [x, y], stroke: 'PAPER', strokeWidth: 2 });
  }
  return { marks, height: y - top };
}

function partHeads({ data, left, head }: Layout, [start, end]: readonly [number, number], top: number): Placed {
  const columns = data.columns.slice(start, end);
  const labelsHeight = headHeight(head.heads.slice(start, end));
  const counts = columns.map(({ roleCount }) => grouped(roleCount));
  const showsCounts = counts.every((count) => textWidth(count, countStyle.size) <= head.pitch - 2);
  const countHeight = showsCounts ? countStyle.size * 1.5 : 0;
  const ruleTop = top + labelsHeight + countHeight + 4;
  const marks = columns.map((column, at): Mark => {
    const x = left + at * head.pitch;
    const count: readonly Mark[] = showsCounts
      ? textBlock(
          counts[at] ?? '',
          { x: x + head.pitch / 2, y: top + labelsHeight, width: head.pitch, anchor: 'middle' },
          countStyle,
        ).marks
      : [];
    const label: Mark = {
      type: 'group',
      origin: [x + head.pitch / 2, top + labelsHeight],
      marks: itemAt(head.heads, start + at).marks,
    };
    const rule: Mark = {
      type: 'rect',
      x: x + 1,
      y: ruleTop,
      width: head.pitch - 2,
      height: 3,
      fill: colorOf(column, data),
    };
    return {
      type: 'group',
      title: `${column.label}: ${numberOfRoles(column.roleCount)}`,
      node: column.id,
      marks: [label, ...count, rule],
    };
  });
  return { marks, height: ruleTop + 3 + ruleGap - top };
}

function rowMarks(
  row: LabelledRow,
  { data, left, head }: Layout,
  [start, end]: readonly [number, number],
  y: number,
): { readonly mark: Mark; readonly height: number } {
  const height = Math.max(cellHeight, row.block.height + 2);
  const across = { y: (height - cellHeight) / 2, height: cellHeight };
  const band: Mark = { type: 'rect', x: left, width: (end - start) * head.pitch, ...across, fill: 'STRIPE' };
  const count = textBlock(
    String(row.cells.length),
    { x: left - gap, y: (height - countStyle.size * lineHeight) / 2, width: left, anchor: 'end' },
    countStyle,
  );
  const cells = row.cells.flatMap(({ column: index, count: times }): Mark[] => {
    const column = data.columns[index];
    if (column === undefined || index < start || index >= end) return [];
    const x = left + (index - start) * head.pitch + 1;
    const title = `${row.label}, ${column.label}: ${timesInWords(times, data)}`;
    return [{ type: 'rect', x, width: head.pitch - 2, ...across, radius: 2, fill: colorOf(column, data), title }];
  });
  const among = data.columns.length === 1 ? kindNames[data.by] : pluralNames[data.by];
  const title = `${row.label}: ${row.cells.length} of ${data.columns.length} ${among}`;
  return {
    mark: {
      type: 'group',
      title,
      node: row.id,
      origin: [0, y],
      marks: [band, ...row.block.marks, ...count.marks, ...cells],
    },
    height,
  };
}

function timesInWords(count: number, { by }: MatrixData): string {
  return by === 'TOPIC' ? numberOf(count, 'duty', 'duties') : numberOf(count, 'appearance', 'appearances');
}

function colorOf({ position }: MatrixColumn, { by }: MatrixData): Color {
  if (position !== null) return hueAt(position);
  return by === 'TOPIC' ? 'ACCENT' : 'MUTED';
}

/** Which hue is which pillar or organization type, above columns that are categories of these. */
function legendMarks(data: MatrixData, width: number): Placed {
  const owned = data.columns.flatMap((column) => (column.owner === null ? [] : [{ ...column, owner: column.owner }]));
  const owners = new Map(
    owned.map((column) => [column.position === null ? 'Organization types' : column.owner, column]),
  );
  const marks: Mark[] = [];
  let [x, y, lineBottom] = [0, 0, 0];
  for (const [owner, column] of owners) {
    const text = textBlock(owner, { x: 0, y: 0, width: width - 18 }, legendStyle);
    if (x > 0 && x + 18 + text.width > width) [x, y] = [0, lineBottom + 4];
    marks.push(
      { type: 'rect', x, y: y + 3, width: 12, height: 12, radius: 2, fill: colorOf(column, data) },
      ...textBlock(owner, { x: x + 18, y, width: width - 18 }, legendStyle).marks,
    );
    lineBottom = Math.max(lineBottom, y + text.height);
    x += 18 + text.width + 20;
  }
  return { marks, height: owners.size === 0 ? 0 : lineBottom + 12 };
}
