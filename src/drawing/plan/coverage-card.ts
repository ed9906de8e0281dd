import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { grouped } from '../../text/quoted-text.ts';
import { hueAt, type Color, type TextStyle } from '../scene/scene.ts';
import { halfFigureHeight, lineHeight, textBlock } from '../text/text-block.ts';
import { textWidth } from '../text/text-width.ts';
import { Card, type CardPlace } from './card.ts';
import type { PlanData, PlannedItem } from './plan-data.ts';
import { nameOfItem } from './plan-sentences.ts';
import { rankMark, rankWidth } from '../nodes/rank-mark.ts';

/** How many items are drawn; all of them are in the table. */
const mostItemsDrawn = 40;
/** How many invites are named for each. */
const mostRanks = 6;

const nameStyle: TextStyle = { size: 13 };
const smallStyle: TextStyle = { size: 12, color: 'MUTED' };
const bar = { width: 110, height: 8 };
const rankRadius = 9;
const rankGap = 4;
const columnGap = 14;
const lineIndent = 14;

/**
 * What is covered, and the numbers of the invites that cover it. A heading has a bar for its duties; of duties and topics, which
 * may be many, there is one line each, and only those that are covered.
 */
export function* coverageCard({ items, invites, unit }: PlanData, place: CardPlace): Steps<Card | undefined> {
  const isOfHeadings = unit === 'CATEGORY';
  const shown = isOfHeadings ? items : items.filter(({ by }) => by.length > 0);
  if (shown.length === 0) return undefined;
  const card = new Card('What is covered', place);
  const numbers = 'Numbers are those of the invites.';
  card.write(
    isOfHeadings ? `${numbers} Bars show how many of the duties under a heading they do.` : numbers,
    smallStyle,
  );
  card.y += 10;
  for (const [index, item] of shown.slice(0, mostItemsDrawn).entries()) {
    if (isOfHeadings && index > 0) card.rule();
    if (isOfHeadings) writeHeading(card, item, invites);
    else writeLine(card, item, invites);
    yield;
  }
  const more = shown.slice(mostItemsDrawn);
  if (more.length === 0) return card;
  card.y += 8;
  const open = more.filter(({ by }) => by.length === 0).length;
  const covered = open === 0 ? 'all of them covered' : `${grouped(open)} of them not covered`;
  card.write(`and ${grouped(more.length)} more, ${covered}`, smallStyle);
  return card;
}

/** A duty or topic with its hue before it and the invites behind it. */
function writeLine(card: Card, item: PlannedItem, invites: PlanData['invites']): void {
  const more = item.by.length - mostRanks;
  const moreText = more > 0 ? `+${grouped(more)}` : '';
  const moreWidth = more > 0 ? textWidth(moreText, smallStyle.size) + rankGap : 0;
  const behind = ranksWidth(item) + moreWidth;
  const style = { x: card.x + lineIndent, y: card.y + 2, width: card.width - lineIndent - columnGap - behind };
  const block = textBlock(nameOfItem(item), style, nameStyle);
  card.add({
    type: 'rect',
    x: card.x,
    y: card.y + 4,
    width: 4,
    height: block.height - 4,
    radius: 2,
    fill: hueOf(item),
  });
  card.add(...block.marks);
  const middle = card.y + 2 + rankRadius;
  const x = addRanks(card, item, invites, { x: card.x + card.width - behind + rankGap, middle });
  if (more > 0) {
    const y = middle + smallStyle.size * halfFigureHeight;
    card.add({ type: 'text', text: moreText, x, y, ...smallStyle });
  }
  card.y += Math.max(block.height, 2 * rankRadius) + 8;
}

function writeHeading(card: Card, item: PlannedItem, invites: PlanData['invites']): void {
  const barWidth = Math.min(bar.width, Math.round(card.width * 0.3));
  const place = { x: card.x, y: card.y, width: card.width - barWidth - columnGap };
  const block = textBlock(nameOfItem(item), place, nameStyle);
  const x = card.x + card.width - barWidth;
  const y = card.y + (nameStyle.size * lineHeight - bar.height) / 2;
  const shape = { type: 'rect', x, y, height: bar.height, radius: bar.height / 2 } as const;
  const filled = Math.max(bar.height, Math.round(barWidth * shareOf(item)));
  card.add(...block.marks, {
    type: 'group',
    title: `${item.label}: ${extentOf(item)}`,
    marks: [
      { ...shape, width: barWidth, fill: 'EMPTY_CELL' },
      ...(shareOf(item) === 0 ? [] : [{ ...shape, width: filled, fill: hueOf(item) }]),
    ],
  });
  card.y += block.height + 4;
  writeWho(card, item, invites);
}

function hueOf({ hue }: PlannedItem): Color {
  return hue === undefined ? 'ACCENT' : hueAt(hue);
}

/** Who covers it, and how far. */
function writeWho(card: Card, item: PlannedItem, invites: PlanData['invites']): void {
  const middle = card.y + rankRadius;
  const x = addRanks(card, item, invites, { x: card.x, middle });
  const more = item.by.length - mostRanks;
  const parts = [
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(item.by.length === 0 || item.duties ? [extentOf(item)] : []),
  ];
  const text = parts.join(', ');
  const rest = card.x + card.width - x;
  if (textWidth(text, smallStyle.size) <= rest) {
    const y = middle + smallStyle.size * halfFigureHeight;
    card.add({ type: 'text', text, x: x + (item.by.length === 0 ? 0 : rankGap), y, ...smallStyle });
    card.y += 2 * rankRadius;
  } else {
    card.y += 2 * rankRadius + 4;
    card.write(text, smallStyle);
  }
}

/** The numbers of the first invites that cover an item, in a row; returns where the next mark has room. */
function addRanks(
  card: Card,
  { by }: PlannedItem,
  invites: PlanData['invites'],
  { x: left, middle }: { readonly x: number; readonly middle: number },
): number {
  let x = left;
  for (const position of by.slice(0, mostRanks)) {
    const text = String(position + 1);
    const title = itemAt(invites, position).label;
    card.add(rankMark(text, { x: x + rankRadius, y: middle, radius: rankRadius, title }));
    x += rankWidth(text, rankRadius) + rankGap;
  }
  return x;
}

/** How wide `addRanks` draws the numbers, with the gap behind each. */
function ranksWidth({ by }: PlannedItem): number {
  const widths = by.slice(0, mostRanks).map((position) => rankWidth(String(position + 1), rankRadius) + rankGap);
  return widths.reduce((sum, width) => sum + width, 0);
}

/** How far an item is covered, 0 to 1. */
function shareOf({ by, duties }: PlannedItem): number {
  if (by.length === 0) return 0;
  return duties === undefined || duties.count === 0 ? 1 : duties.covered / duties.count;
}

function extentOf({ by, duties }: PlannedItem): string {
  if (by.length === 0) return 'nobody invited';
  if (duties === undefined || duties.count === 0) return 'covered';
  const noun = duties.count === 1 ? 'duty' : 'duties';
  return duties.covered === duties.count
    ? `all ${grouped(duties.count)} ${noun}`
    : `${grouped(duties.covered)} of ${grouped(duties.count)} ${noun}`;
}
