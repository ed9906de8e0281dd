import { glyphOf, kerningBetween, type Glyph } from '../font/font.ts';
import type { FontWeight } from '../scene/scene.ts';
import { graphemesOf } from './graphemes.ts';
import { widthOutsideFont } from './width-outside-font.ts';

/**
 * The width of one line of text, in the unit of the size: what browsers make of texts that the font has. A character that it
 * lacks is drawn in another font, for which there is a typical width.
 */
export function textWidth(text: string, size: number, weight: FontWeight = 'REGULAR'): number {
  const line = new LineWidth(weight);
  // Browsers draw a letter and its accents as one character if the font has it: NFC makes it that one.
  for (const grapheme of graphemesOf(text.normalize('NFC'))) line.append(grapheme);
  return line.width * size;
}

/** Whether the font has all characters of a text. */
export function isInFont(text: string): boolean {
  for (const character of text) if (glyphOf(character, 'REGULAR') === undefined) return false;
  return true;
}

/** The width of a line that grows by graphemes. */
export class LineWidth {
  readonly #weight: FontWeight;
  #last: Glyph | undefined;
  /** As a multiple of the size of the font. */
  width = 0;

  constructor(weight: FontWeight = 'REGULAR') {
    this.#weight = weight;
  }

  append(grapheme: string): void {
    const glyph = glyphOf(grapheme, this.#weight);
    this.width += this.#widthOf(grapheme, glyph);
    this.#last = glyph;
  }

  /** The width if a grapheme were appended. */
  widthWith(grapheme: string): number {
    return this.width + this.#widthOf(grapheme, glyphOf(grapheme, this.#weight));
  }

  #widthOf(grapheme: string, glyph: Glyph | undefined): number {
    if (glyph === undefined) return widthOutsideFont(grapheme);
    return glyph.advance + (this.#last === undefined ? 0 : kerningBetween(this.#last, glyph));
  }
}
