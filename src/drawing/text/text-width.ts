import { glyphOf, kerningBetween, type Glyph } from '../font/font.ts';
import type { FontWeight } from '../scene/scene.ts';
import { graphemesOf } from './graphemes.ts';
import { widthOutsideFont } from './width-outside-font.ts';

/**
 * The width of one line of text, in the unit of the size: exactly what browsers make of texts that the font has. A character
 * that it does not have is drawn in another font, for which there is a typical width.
 */
export function textWidth(text: string, size: number, weight: FontWeight = 'REGULAR'): number {
  return (widthInFont(text, weight) ?? widthOfGraphemes(text, weight)) * size;
}

/** Whether the font has all characters of a text. */
export function isInFont(text: string): boolean {
  return widthInFont(text, 'REGULAR') !== undefined;
}

/** The width as a multiple of the size; undefined if the font does not have all characters. */
function widthInFont(text: string, weight: FontWeight): number | undefined {
  let width = 0;
  let previous: Glyph | undefined;
  for (const character of text) {
    const glyph = glyphOf(character, weight);
    if (glyph === undefined) return undefined;
    width += glyph.advance + (previous === undefined ? 0 : kerningBetween(previous, glyph));
    previous = glyph;
  }
  return width;
}

function widthOfGraphemes(text: string, weight: FontWeight): number {
  let width = 0;
  // Browsers draw a letter and its accents as one character if the font has it: NFC makes it that one.
  for (const grapheme of graphemesOf(text.normalize('NFC'))) {
    width += widthInFont(grapheme, weight) ?? widthOutsideFont(grapheme);
  }
  return width;
}
