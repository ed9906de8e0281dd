import type { Steps } from '../../scheduling/steps.ts';
import { inWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { listCard, type ListCard } from '../list-card.ts';
import { inColumns, type Ended, type EntryPlace } from '../scene/columns.ts';
import type { Placed, TextStyle } from '../scene/scene.ts';
import { signatureMarks, signatureWidth } from '../signature/signature-marks.ts';
import { lineHeight, textBlock } from '../text/text-block.ts';
import { widestOf } from '../text/text-sizes.ts';
import { namesOfPair } from './heatmap-answer.ts';
import type { HeatmapData, SharedRole } from './heatmap-data.ts';

const roleStyle: TextStyle = { size: 13, color: 'INK' };
const remarkStyle: TextStyle = { size: 13, color: 'MUTED' };
const mostColumns = 4;
/** Between two columns of roles, and between a role and its signature. */
const columnGap = 28;
const signatureGap = 8;
const rowGap = 4;
const belowList = 10;

/** The roles of the pair that shares the most, on a card; nothing if no pair shares any. */
export function* sharedRolesMarks(data: HeatmapData, card: ListCard): Steps<Placed> {
  const { strongest } = data;
  if (strongest === null) return { marks: [], height: 0 };
  const heading = `${namesOfPair(data, strongest)}: ${grouped(strongest.sharedRoleCount)}`;
  const text = remarkOf(data);
  return yield* listCard(card, heading, function* (place) {
    const remarkRoom = 4 * remarkStyle.size + card.padding;
    const list = yield* listMarks(strongest.roles, place, card.heightOfNext - (place.y - card.y) - remarkRoom);
    if (text === '') return list;
    const y = list.end + belowList;
    const remark = textBlock(text, { ...place, y }, remarkStyle);
    return { marks: [...list.marks, ...remark.marks], end: y + remark.height };
  });
}

/**
 * Roles with their signatures.
 *
 * @param wantedHeight the list has as few columns as this height allows, if it is above 0; otherwise as many as fit.
 */
function listMarks(roles: readonly SharedRole[], { x, y, width }: EntryPlace, wantedHeight: number): Steps<Ended> {
  const widest = Math.max(...roles.map(({ signature }) => signatureWidth(signature)));
  const signatureRoom = widest === 0 ? 0 : widest + signatureGap;
  const labels = roles.map(({ label }) => label);
  const natural = widestOf(labels, roleStyle) + signatureRoom;
  const fitting = Math.min(Math.max(Math.floor((width + columnGap) / (natural + columnGap)), 1), mostColumns);
  const wantedRows = Math.max(4, Math.floor(wantedHeight / (roleStyle.size * lineHeight + rowGap)));
  const columns = Math.min(fitting, Math.ceil(roles.length / wantedRows));
  const place = { x, y, columns, columnWidth: Math.min(natural, width), columnGap, entryGap: rowGap };
  return inColumns(roles, place, (role, entry): Placed => {
    const block = textBlock(role.label, { ...entry, width: entry.width - signatureRoom }, roleStyle);
    const signature = signatureMarks(role.signature, { x: entry.x + block.width + signatureGap, y: entry.y + 4 });
    return {
      marks: [{ type: 'group', node: role.id, marks: [...block.marks, ...signature.marks] }],
      height: block.height,
    };
  });
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
