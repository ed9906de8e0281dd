import { cardMark } from '../scene/card.ts';
import type { Mark, TextStyle } from '../scene/scene.ts';
import { textBlock } from '../text/text-block.ts';
import { textRuns, type TextRun } from '../text/text-runs.ts';

export interface CardPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const headingStyle: TextStyle = { size: 15, weight: 'BOLD' };
const radius = 12;
const afterHeading = 6;

/** A box with a heading that grows while it is filled from top to bottom. */
export class Card {
  /** The left edge and the width of what is inside. */
  readonly x: number;
  readonly width: number;
  /** Where the next mark begins. */
  y: number;
  readonly #place: CardPlace;
  readonly #padding: number;
  readonly #marks: Mark[] = [];

  constructor(heading: string, place: CardPlace) {
    this.#place = place;
    this.#padding = place.width < 360 ? 12 : 18;
    this.x = place.x + this.#padding;
    this.width = place.width - 2 * this.#padding;
    this.y = place.y + this.#padding;
    this.write(heading, headingStyle);
    this.y += afterHeading;
  }

  add(...marks: readonly Mark[]): void {
    this.#marks.push(...marks);
  }

  /** A text below what is there, from a distance to the left edge. */
  write(text: string, style: TextStyle, indent = 0): void {
    const block = textBlock(text, { x: this.x + indent, y: this.y, width: this.width - indent }, style);
    this.add(...block.marks);
    this.y += block.height;
  }

  /** The same for a text of several styles. */
  writeRuns(runs: readonly TextRun[], indent = 0): void {
    const block = textRuns(runs, { x: this.x + indent, y: this.y, width: this.width - indent });
    this.add(...block.marks);
    this.y += block.height;
  }

  /** A line across the card, with space above and below it. */
  rule(indent = 0): void {
    this.y += 10;
    this.add({ type: 'line', from: [this.x + indent, this.y], to: [this.x + this.width, this.y], stroke: 'BORDER' });
    this.y += 10;
  }

  /** Where the card ends. */
  get end(): number {
    return this.y + this.#padding;
  }

  /** The card with what is in it. */
  get marks(): readonly Mark[] {
    return [cardMark({ ...this.#place, height: this.end - this.#place.y }, radius), ...this.#marks];
  }
}
