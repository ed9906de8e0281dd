import { itemAt } from '../../collections/item-at.ts';
import type { FontWeight } from '../scene/scene.ts';
import { allFontMetrics } from './font-metrics.generated.ts';
import type { FontMetrics, FontPart } from './font-metrics.ts';

/** How a character is set in one weight of the font. Lengths are multiples of the size of the font. */
export interface Glyph {
  readonly part: FontPart;
  readonly advance: number;
  /** What is added between this glyph and one at its right, by the column of the latter. */
  readonly kerning: Float64Array;
  readonly column: number;
}

const glyphs: Readonly<Record<FontWeight, ReadonlyMap<string, Glyph>>> = {
  REGULAR: glyphsOf('REGULAR'),
  BOLD: glyphsOf('BOLD'),
};

function glyphsOf(weight: FontWeight): ReadonlyMap<string, Glyph> {
  const found = new Map<string, Glyph>();
  for (const metrics of allFontMetrics) {
    if (metrics.weight !== weight) continue;
    const { part, unitsPerEm, characters, advances, rows, columns } = metrics;
    const kerning = kerningOf(metrics);
    for (const [index, character] of Array.from(characters).entries()) {
      found.set(character, {
        part,
        advance: itemAt(advances, index) / unitsPerEm,
        kerning: itemAt(kerning, itemAt(rows, index)),
        column: itemAt(columns, index),
      });
    }
  }
  return found;
}

function kerningOf({ kerning, columns, unitsPerEm }: FontMetrics): readonly Float64Array[] {
  const columnCount = 1 + Math.max(...columns);
  return kerning.map((pairs) => {
    const row = new Float64Array(columnCount);
    for (let at = 0; at < pairs.length; at += 2) row[itemAt(pairs, at)] = itemAt(pairs, at + 1) / unitsPerEm;
    return row;
  });
}

/** How a character is set; undefined if the font does not have it. */
export function glyphOf(character: string, weight: FontWeight): Glyph | undefined {
  return glyphs[weight].get(character);
}

/** What is added between two glyphs, as a multiple of the size of the font; less than 0 where they move together. */
export function kerningBetween(left: Glyph, right: Glyph): number {
  return left.part === right.part ? (left.kerning[right.column] ?? 0) : 0;
}

/** How far the letters of a line reach above its baseline and below it, as multiples of the size of the font. */
export const { ascent, descent } = lineExtent();

function lineExtent() {
  const { ascent, descent, unitsPerEm } = itemAt(allFontMetrics, 0);
  return { ascent: ascent / unitsPerEm, descent: descent / unitsPerEm };
}
