import type { Mark } from './scene.ts';

/** A part of a picture with its own heading, on a surface that stands out from the paper. */
export interface Card {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The surface of a card. What is on it comes later in the marks. */
export function cardMark(card: Card, radius = 10): Mark {
  return { type: 'rect', ...card, radius, fill: 'CARD', stroke: 'BORDER' };
}

/** The space between the border of a card and what is on it, in pixels. */
export function cardPadding(pictureWidth: number): number {
  return pictureWidth < 600 ? 12 : 20;
}

/** Between two cards, in pixels. */
export const cardGap = 16;
