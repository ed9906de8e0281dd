import type { Steps } from '../scheduling/steps.ts';
import { cardMark } from './scene/card.ts';
import { inColumns, type Ended, type EntryPlace } from './scene/columns.ts';
import type { Placed, TextStyle } from './scene/scene.ts';
import { textBlock } from './text/text-block.ts';

/** Where a list is drawn on a card of its own. */
export interface ListCard {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Between the border of the card and what is on it. */
  readonly padding: number;
  /** The height of the card next to it; 0 if there is none. */
  readonly heightOfNext: number;
}

/** A list that has at least this part of the height of the card next to it gets a card of the same height. */
const nearlyAsHigh = 0.6;
const headingStyle: TextStyle = { size: 15, weight: 'BOLD', color: 'INK' };
const belowHeading = 10;

/** A card with a heading, and below it what `draw` makes of the place that is left. */
export function* listCard(
  { x, y, width, padding, heightOfNext }: ListCard,
  heading: string,
  draw: (place: EntryPlace) => Steps<Ended>,
): Steps<Placed> {
  const inner = { x: x + padding, width: width - 2 * padding };
  const block = textBlock(heading, { ...inner, y: y + padding }, headingStyle);
  const list = yield* draw({ ...inner, y: y + padding + block.height + belowHeading });
  const needed = list.end + padding - y;
  const height = needed < heightOfNext * nearlyAsHigh ? needed : Math.max(needed, heightOfNext);
  return { marks: [cardMark({ x, y, width, height }), ...block.marks, ...list.marks], height };
}

const columnGap = 28;
const entryGap = 10;

/** Draws the entries of a list in as many columns as have a width. */
export function inFittingColumns<Entry>(
  entries: readonly Entry[],
  { x, y, width }: EntryPlace,
  leastColumnWidth: number,
  draw: (entry: Entry, place: EntryPlace) => Placed,
): Steps<Ended> {
  const columns = Math.max(1, Math.floor((width + columnGap) / (leastColumnWidth + columnGap)));
  const columnWidth = (width + columnGap) / columns - columnGap;
  return inColumns(entries, { x, y, columns, columnWidth, columnGap, entryGap }, draw);
}
