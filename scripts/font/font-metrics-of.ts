import { Blob, Buffer, Direction, Face, Font, shape } from 'harfbuzzjs';
import { itemAt } from '../../src/collections/item-at.ts';
import type { FontMetrics } from '../../src/drawing/font/font-metrics.ts';

/** Measures all characters of a font, and the kerning between any two, as HarfBuzz and therefore browsers do. */
export function fontMetricsOf(
  file: Uint8Array,
  { characters, part, weight }: Pick<FontMetrics, 'characters' | 'part' | 'weight'>,
): FontMetrics {
  const face = new Face(new Blob(file));
  const font = new Font(face);
  const list = Array.from(characters);
  const missing = list.filter((character) => font.nominalGlyph(character.codePointAt(0) ?? 0) === undefined);
  if (missing.length > 0) throw new Error(`the font has no glyphs for ${missing.join(' ')}`);

  const advances = list.map((character) => itemAt(advancesIn(font, character), 0));
  const kernings = list.map((left, row) => {
    // Kerning changes the advance of the left of two glyphs, so one text shows it for all that may be at the right.
    const found = advancesIn(font, list.map((right) => left + right).join(''));
    return list.map((_, column) => itemAt(found, 2 * column) - itemAt(advances, row));
  });
  const { distinct, places: rows } = distinctLists(kernings);
  const { distinct: transposed, places: columns } = distinctLists(
    list.map((_, column) => distinct.map((values) => itemAt(values, column))),
  );
  const kerning = distinct.map((_, row) =>
    transposed.flatMap((values, column) => (itemAt(values, row) === 0 ? [] : [column, itemAt(values, row)])),
  );
  const { ascender, descender } = font.hExtents();
  const lengths = { unitsPerEm: face.upem, ascent: ascender, descent: -descender };
  return { part, weight, ...lengths, characters, advances, rows, columns, kerning };
}

function advancesIn(font: Font, text: string): readonly number[] {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(Direction.LTR);
  shape(font, buffer);
  return buffer.getGlyphPositions().map(({ xAdvance }) => xAdvance);
}

/** The distinct ones of some lists, and for each list its place among them. */
function distinctLists(lists: readonly (readonly number[])[]) {
  const known = new Map<string, number>();
  const distinct: (readonly number[])[] = [];
  const places = lists.map((list) => {
    const key = list.join();
    const place = known.get(key) ?? distinct.length;
    if (place === distinct.length) {
      known.set(key, place);
      distinct.push(list);
    }
    return place;
  });
  return { distinct, places };
}

/** Metrics as a module of TypeScript, with a line for each list: nobody reads the numbers, and they change with the font only. */
export function metricsModule(metrics: readonly FontMetrics[]): string {
  const items = metrics.map((each) => {
    const lines = Object.entries(each).map(([name, value]) => `    ${name}: ${JSON.stringify(value)},\n`);
    return `  {\n${lines.join('')}  },\n`;
  });
  return [
    '// Written by `npm run generate`: see scripts/font.\n',
    "import type { FontMetrics } from './font-metrics.ts';\n",
    '// prettier-ignore\n',
    `export const allFontMetrics: readonly FontMetrics[] = [\n${items.join('')}];\n`,
  ].join('');
}
