import type { CoverageUnit } from '../../analysis/coverage/coverage-item.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { inWords } from '../../text/in-words.ts';
import type { TextStyle } from '../scene/scene.ts';
import { signatureMarks, signatureWidth } from '../signature/signature-marks.ts';
import { lineHeight, textBlock } from '../text/text-block.ts';
import type { TextRun } from '../text/text-runs.ts';
import { textWidth } from '../text/text-width.ts';
import { Card, type CardPlace } from './card.ts';
import type { PlanData } from './plan-data.ts';
import type { PlacedItem, PlannedInvite } from './planned-invite.ts';
import { rankMark } from '../nodes/rank-mark.ts';

/** How many invites are drawn; all of them are in the table. */
export const mostInvitesDrawn = 60;

const nameStyle: TextStyle = { size: 15, weight: 'BOLD' };
const boldStyle: TextStyle = { size: 13, weight: 'BOLD' };
const textStyle: TextStyle = { size: 13 };
const labelStyle: TextStyle = { size: 13, color: 'MUTED' };
const placeStyle: TextStyle = { size: 13, color: 'ACCENT' };
const rankRadius = 14;
const indent = 2 * rankRadius + 12;
const signatureGap = 8;
const lineGap = 2;

/** Who is invited, in their order: what each brings by which line, what nobody else does, and who could stand in. */
export function* invitesCard({ invites, unit }: PlanData, place: CardPlace): Steps<Card> {
  const card = new Card('Invite', place);
  if (invites.length === 0) card.write('Nobody: no role that may be invited covers anything of this.', labelStyle);
  for (const [index, invite] of invites.slice(0, mostInvitesDrawn).entries()) {
    if (index > 0) card.rule(indent);
    yield* writeInvite(card, invite, { rank: index + 1, unit });
  }
  return card;
}

function* writeInvite(
  card: Card,
  invite: PlannedInvite,
  { rank, unit }: { readonly rank: number; readonly unit: CoverageUnit },
): Steps<void> {
  const top = card.y;
  card.add(rankMark(String(rank), { x: card.x + rankRadius, y: top + rankRadius, radius: rankRadius }));
  writeName(card, invite);
  yield;
  const { seat, brings, bringsCount, onlyOneWith, onlyOneWithCount } = invite;
  card.y += lineGap;
  if (seat !== 'PLANNED') card.write(seat === 'REQUIRED' ? 'invited by name' : 'on a spare seat', labelStyle, indent);
  if (bringsCount > 0) {
    card.writeRuns([run('brings:', labelStyle), ...itemRuns(brings, bringsCount, boldStyle)], indent);
    card.y += lineGap;
    yield;
  }
  // Where duties are what is to be covered, it brings them already.
  if (onlyOneWithCount > 0 && (unit !== 'RESPONSIBILITY' || seat === 'SPARE')) {
    card.writeRuns(
      [run('nobody else invited does:', labelStyle), ...itemRuns(onlyOneWith, onlyOneWithCount, textStyle)],
      indent,
    );
    card.y += lineGap;
    yield;
  }
  card.write(standInsOf(invite), { ...labelStyle, size: 12 }, indent);
  card.y = Math.max(card.y, top + 2 * rankRadius);
  yield;
}

/** The signature is behind the last line of the name. */
function writeName(card: Card, { label, signature }: PlannedInvite): void {
  const width = card.width - indent - signatureWidth(signature) - signatureGap;
  const x = card.x + indent;
  const block = textBlock(label, { x, y: card.y, width }, nameStyle);
  const last = block.marks.at(-1);
  const end = last?.type === 'text' ? textWidth(last.text, nameStyle.size, nameStyle.weight) : 0;
  card.add(...block.marks);
  card.y += block.height;
  const line = nameStyle.size * lineHeight;
  card.add(...signatureMarks(signature, { x: x + end + signatureGap, y: card.y - (line + 10) / 2 }).marks);
}

/** Items, each with its place, or with the place of all at the end. */
function itemRuns(items: readonly PlacedItem[], count: number, style: TextStyle): readonly TextRun[] {
  const more = count - items.length;
  const first = items[0]?.place ?? '';
  const isOne = items.every(({ place }) => place === first);
  const runs = items.flatMap(({ label, place }, index) => {
    const isLast = index === items.length - 1;
    const end = isLast && more === 0 ? '' : ';';
    return place === '' || (isOne && !isLast)
      ? [run(`${label}${end}`, style)]
      : [run(label, style), run(`(${place})${end}`, placeStyle)];
  });
  return more > 0 ? [...runs, run(`${more} more`, labelStyle)] : runs;
}

function run(text: string, style: TextStyle): TextRun {
  return { ...style, text };
}

function standInsOf({ standIns, standInCount, coversCount, bringsCount, onlyOneWithCount }: PlannedInvite): string {
  const more = standInCount - standIns.length;
  if (standInCount > 0) {
    return `could stand in: ${inWords([...standIns, ...(more > 0 ? [`${more} more`] : [])], Infinity)}`;
  }
  if (bringsCount + onlyOneWithCount > 0) return 'nobody else could stand in';
  return coversCount > 0 ? 'others bring all of it, too' : 'brings nothing of what is to be covered';
}
