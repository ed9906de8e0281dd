import type { Steps } from '../../scheduling/steps.ts';
import { inWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { cardHeight, cardMark, type ListCard } from '../scene/card.ts';
import type { Mark, Placed, TextStyle } from '../scene/scene.ts';
import { signatureMarks, signatureWidth } from '../signature/signature-marks.ts';
import { lineHeight, textBlock } from '../text/text-block.ts';
import { textWidth } from '../text/text-width.ts';
import { namesOfPair } from './heatmap-answer.ts';
import type { HeatmapData, SharedRole } from './heatmap-data.ts';

const headingStyle: TextStyle = { size: 15, weight: 'BOLD', color: 'INK' };
const roleStyle: TextStyle = { size: 13, color: 'INK' };
const remarkStyle: TextStyle = { size: 13, color: 'MUTED' };
const mostColumns = 4;
/** Between two columns of roles, and between a role and its signature. */
const columnGap = 28;
const signatureGap = 8;
const rowGap = 4;

/** The roles of the pair that shares the most, on a card; nothing if no pair shares any. */
export function* sharedRolesMarks(data: HeatmapData, { x, y, width, padding, besideHeight }: ListCard): Steps<Placed> {
  const { strongest } = data;
  if (strongest === null) return { marks: [], height: 0 };
  const inner = { x: x + padding, width: width - 2 * padding };
  const names = `${namesOfPair(data, strongest)}: ${grouped(strongest.sharedRoleCount)}`;
  const heading = textBlock(names, { ...inner, y: y + padding }, headingStyle);
  const listY = y + padding + heading.height + 10;
  const remarkRoom = 4 * remarkStyle.size + padding;
  const list = yield* listMarks(strongest.roles, {
    x: inner.x,
    y: listY,
    width: inner.width,
    wantedHeight: besideHeight - (listY - y) - remarkRoom,
  });
  const remarkY = listY + list.height + 10;
  const remark = textBlock(remarkOf(data), { ...inner, y: remarkY }, remarkStyle);
  const bottom = remarkOf(data) === '' ? remarkY - 10 : remarkY + remark.height;
  const height = cardHeight(bottom + padding - y, besideHeight);
  const marks = [...heading.marks, ...list.marks, ...(remarkOf(data) === '' ? [] : remark.marks)];
  return { marks: [cardMark({ x, y, width, height }), ...marks], height };
}

interface RoleListPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The list has as few columns as this height allows, if it is above 0; otherwise as many as fit. */
  readonly wantedHeight: number;
}

/** Roles with their signatures, down the first column, then down the next. */
function* listMarks(roles: readonly SharedRole[], { x, y, width, wantedHeight }: RoleListPlace): Steps<Placed> {
  const signatures = Math.max(...roles.map(({ signature }) => signatureWidth(signature)));
  const beside = signatures === 0 ? 0 : signatures + signatureGap;
  const natural = Math.ceil(Math.max(...roles.map(({ label }) => textWidth(label, roleStyle.size)))) + beside;
  const fitting = Math.min(Math.max(Math.floor((width + columnGap) / (natural + columnGap)), 1), mostColumns);
  const wantedRows = Math.max(4, Math.floor(wantedHeight / (roleStyle.size * lineHeight + rowGap)));
  const columns = Math.min(fitting, Math.ceil(roles.length / wantedRows));
  const columnWidth = Math.min(natural, width);
  const perColumn = Math.ceil(roles.length / columns);
  const marks: Mark[] = [];
  let height = 0;
  for (let column = 0; column < columns; column++) {
    let top = y;
    for (const role of roles.slice(column * perColumn, (column + 1) * perColumn)) {
      const left = x + column * (columnWidth + columnGap);
      const block = textBlock(role.label, { x: left, y: top, width: columnWidth - beside }, roleStyle);
      const signature = signatureMarks(role.signature, { x: left + block.width + signatureGap, y: top + 4 });
      marks.push({ type: 'group', node: role.id, marks: [...block.marks, ...signature.marks] });
      top += block.height + rowGap;
      yield;
    }
    height = Math.max(height, top - rowGap - y);
  }
  return { marks, height };
}

/** How many roles are not listed, and which of those that are listed stand in no other group. */
function remarkOf({ groups, strongest }: HeatmapData): string {
  if (strongest === null) return '';
  const { roles, sharedRoleCount, exclusiveRoleCount } = strongest;
  const more = sharedRoleCount - roles.length;
  const sentences = more > 0 ? [`And ${grouped(more)} more.`] : [];
  // Of two groups, the title says how many these are.
  const exclusive = roles.filter(({ isExclusive }) => isExclusive).map(({ label }) => label);
  if (exclusive.length > 0 && exclusive.length === exclusiveRoleCount && exclusive.length < sharedRoleCount) {
    const verb = exclusive.length === 1 ? 'stands' : 'stand';
    sentences.push(`${inWords(exclusive)} ${verb} in these two only.`);
  } else if (exclusiveRoleCount === 0 && groups.length > 2) {
    sentences.push('Each of them stands in others, too.');
  }
  return sentences.join(' ');
}
