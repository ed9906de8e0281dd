import type { Mark } from './scene.ts';

/** A part of a picture with its own heading, on a surface that stands out from the paper. */
export interface Card {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The surface of a card. What is on it comes later in the marks. */
export function cardMark(card: Card): Mark {
  return { type: 'rect', ...card, radius: 10, fill: 'CARD', stroke: 'BORDER' };
}

/** The space between the border of a card and what is on it, in pixels. */
export function cardPadding(pictureWidth: number): number {
  return pictureWidth < 600 ? 12 : 20;
}

/** Between two cards, in pixels. */
export const cardGap = 16;

/** Where a list is drawn on a card of its own. */
export interface ListCard {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Between the border of the card and what is on it. */
  readonly padding: number;
  /** The height of the card beside it; 0 if there is none. */
  readonly besideHeight: number;
}

/** A list that has at least this part of the height of the card beside it gets a card of the same height. */
const nearlyAsHigh = 0.6;

/** The height of a card with a list, by the height that the list needs and that of the card beside it. */
export function cardHeight(needed: number, beside: number): number {
  return needed < beside * nearlyAsHigh ? needed : Math.max(needed, beside);
}
