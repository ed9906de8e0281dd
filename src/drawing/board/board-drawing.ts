import { grouped } from '../../text/quoted-text.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { Drawing, DrawingOptions } from '../picture.ts';
import { hueAt, type Color, type Mark, type Placed, type TextStyle } from '../scene/scene.ts';
import { numberOfRoles } from '../sentences.ts';
import { textBlock } from '../text/text-block.ts';
import { textWidth } from '../text/text-width.ts';
import { boardGrid, boxSpan, columnGap, spanWidth } from './board-columns.ts';
import type { BoardColumn, BoardData, BoardSection } from './board-data.ts';
import { boardDescription, boardLead, boardRemarks, boardTitle } from './board-sentences.ts';
import { boxMarks, type BoxContext, type BoxPlace } from './board-box.ts';

const columnStyle: TextStyle = { size: 15, weight: 'BOLD' };
const countStyle: TextStyle = { size: 14, color: 'MUTED' };
const sectionStyle: TextStyle = { size: 18, weight: 'BOLD' };

const ruleHeight = 4;
const boxGap = 12;
const rowGap = 32;

/** A board: a column a pillar and organization type, a box a category, a chip a role. */
export function* boardDrawing(data: BoardData, { width }: DrawingOptions): Steps<Drawing> {
  const marks: Mark[] = [];
  let y = 0;
  for (const [index, section] of data.sections.entries()) {
    if (index > 0) y += rowGap;
    const placed = yield* sectionMarks(section, { data, isFirst: index === 0, width, y });
    marks.push(...placed.marks);
    y += placed.height;
  }
  return {
    title: boardTitle(data),
    lead: boardLead(data),
    description: boardDescription(data),
    remarks: boardRemarks(data),
    marks,
    height: y,
  };
}

interface SectionPlace {
  readonly data: BoardData;
  readonly isFirst: boolean;
  readonly width: number;
  readonly y: number;
}

function* sectionMarks({ kind, columns }: BoardSection, { data, isFirst, width, y: top }: SectionPlace): Steps<Placed> {
  const marks: Mark[] = [];
  let y = top;
  if (kind === 'ORGANIZATION_TYPE' && !isFirst) {
    const heading = textBlock('Organization types', { x: 0, y, width }, sectionStyle);
    marks.push(...heading.marks);
    y += heading.height + 12;
  }
  const context: BoxContext = { section: kind, spread: data.spread, countsRoles: data.most !== null };
  const { columnWidth, rows } = boardGrid(columns, width);
  for (const [index, row] of rows.entries()) {
    if (index > 0) y += rowGap;
    const wide = spanWidth(columnWidth, row.span);
    const heads = row.columns.map((column, at) => headMarks(column, { x: at * (wide + columnGap), y, width: wide }));
    // Boxes of a row begin at one height, below the tallest head.
    const boxesTop = y + Math.max(...heads.map(({ height }) => height));
    let bottom = boxesTop;
    for (const [at, column] of row.columns.entries()) {
      const boxes = yield* boxesMarks(column, context, {
        x: at * (wide + columnGap),
        y: boxesTop,
        columnWidth,
        span: row.span,
      });
      marks.push({
        type: 'group',
        title: `${column.label}: ${numberOfRoles(column.roleCount)}`,
        ...(column.id !== null && { node: column.id }),
        marks: [...(heads[at]?.marks ?? []), ...boxes.marks],
      });
      bottom = Math.max(bottom, boxesTop + boxes.height);
    }
    y = bottom;
  }
  return { marks, height: y - top };
}

interface HeadPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function headMarks({ label, roleCount, position }: BoardColumn, { x, y, width }: HeadPlace): Placed {
  const color: Color = position === null ? 'MUTED' : hueAt(position);
  const count = grouped(roleCount);
  const countWidth = textWidth(count, countStyle.size);
  const name = textBlock(label, { x, y: y + ruleHeight + 8, width: width - countWidth - 8 }, columnStyle);
  const number = textBlock(
    count,
    { x: x + width, y: y + ruleHeight + 9, width: countWidth, anchor: 'end' },
    countStyle,
  );
  const rule: Mark = { type: 'rect', x, y, width, height: ruleHeight, radius: 2, fill: color };
  return { marks: [rule, ...name.marks, ...number.marks], height: ruleHeight + 8 + name.height + 10 };
}

/** Each box goes where there is most room left, so that columns of chips end at about one height. */
function* boxesMarks(
  { boxes }: BoardColumn,
  context: BoxContext,
  { x, y, columnWidth, span }: BoxPlace,
): Steps<Placed> {
  const marks: Mark[] = [];
  const spans = boxes.map((box) => boxSpan(box, boxes.length, span));
  const isInOneRow = boxes.length <= span;
  const heights = Array.from({ length: span }, () => 0);
  let next = 0;
  for (const [index, box] of boxes.entries()) {
    const boxColumns = spans[index] ?? 1;
    const at = isInOneRow ? next : heights.indexOf(Math.min(...heights));
    next += boxColumns;
    const top = heights[at] ?? 0;
    const place = { x: x + at * (columnWidth + columnGap), y: y + top, columnWidth, span: boxColumns };
    const placed = yield* boxMarks(box, context, place);
    marks.push(...placed.marks);
    for (let column = at; column < at + boxColumns; column++) heights[column] = top + placed.height + boxGap;
  }
  return { marks, height: Math.max(0, Math.max(...heights) - boxGap) };
}
