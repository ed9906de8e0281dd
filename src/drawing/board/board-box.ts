import type { Steps } from '../../scheduling/steps.ts';
import { grouped } from '../../text/quoted-text.ts';
import { cardMark } from '../scene/card.ts';
import { inColumns } from '../scene/columns.ts';
import type { Mark, Placed, TextStyle } from '../scene/scene.ts';
import { numberOfRoles } from '../sentences.ts';
import { textBlock, type TextBlock } from '../text/text-block.ts';
import { textWidth } from '../text/text-width.ts';
import { columnGap, spanWidth } from './board-columns.ts';
import type { BoardBox } from './board-data.ts';
import { chipMarks, type ChipContext } from './chip.ts';

const boxStyle: TextStyle = { size: 12, weight: 'BOLD', color: 'MUTED' };
const moreStyle: TextStyle = { size: 12, color: 'MUTED' };
const boxPadding = 12;

/** What the boxes of a section have in common. */
export interface BoxContext extends ChipContext {
  /** Whether boxes say how many roles they have, because they do not show all of them. */
  readonly countsRoles: boolean;
}

/** Where a box is: some columns of chips side by side. */
export interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly columnWidth: number;
  readonly span: number;
}

/** A category: its name, and below it the chips of its roles. */
export function* boxMarks(box: BoardBox, context: BoxContext, { x, y, columnWidth, span }: BoxPlace): Steps<Placed> {
  const width = spanWidth(columnWidth, span);
  const inner: Mark[] = [];
  let bottom = y + boxPadding;
  const write = (block: TextBlock) => {
    inner.push(...block.marks);
    bottom += block.height;
  };
  const row = () => ({ x: x + boxPadding, y: bottom, width: width - 2 * boxPadding });
  if (box.id !== null) {
    const count = context.countsRoles ? numberOfRoles(box.roleCount) : '';
    const countWidth = textWidth(count, moreStyle.size);
    const { x: left, y: top, width: within } = row();
    if (count !== '') {
      inner.push(...textBlock(count, { x: left + within, y: top, width: countWidth, anchor: 'end' }, moreStyle).marks);
    }
    write(textBlock(box.label, { x: left, y: top, width: within - (count === '' ? 0 : countWidth + 8) }, boxStyle));
    bottom += 4;
  }
  const place = { x: x + boxPadding, y: bottom, columns: span, columnWidth, columnGap, entryGap: 0 };
  const chips = yield* inColumns(box.roles, place, (role, entry) =>
    chipMarks(role, context, { ...entry, width: columnWidth - 2 * boxPadding }),
  );
  inner.push(...chips.marks);
  bottom = chips.end;
  const rest = box.roleCount - box.roles.length;
  if (box.roleCount === 0) write(textBlock('No roles', row(), moreStyle));
  if (rest > 0) {
    bottom += 2;
    write(textBlock(`and ${grouped(rest)} more`, row(), moreStyle));
  }
  const height = bottom - y + boxPadding;
  const frame = cardMark({ x, y, width, height });
  const title = `${box.label}: ${numberOfRoles(box.roleCount)}`;
  return {
    marks: [{ type: 'group', title, ...(box.id !== null && { node: box.id }), marks: [frame, ...inner] }],
    height,
  };
}
