import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearestText } from '../../src/text/nearest-text.ts';

/** The whole table of distances, by its definition. */
function distanceByTable(from: string, to: string): number {
  const at = (line: number, column: number): number => {
    if (line === 0 || column === 0) return line + column;
    const isSame = from[line - 1] === to[column - 1];
    const isTransposed =
      line > 1 && column > 1 && from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
    return Math.min(
      table(line - 1, column) + 1,
      table(line, column - 1) + 1,
      table(line - 1, column - 1) + (isSame ? 0 : 1),
      isTransposed ? table(line - 2, column - 2) + 1 : Infinity,
    );
  };
  const known = new Map<string, number>();
  const table = (line: number, column: number): number => {
    const key = `${line} ${column}`;
    const value = known.get(key) ?? at(line, column);
    known.set(key, value);
    return value;
  };
  return table(from.length, to.length);
}

test('the distance is that of the whole table, as far as it is at most as great as asked', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(text, text, fc.nat({ max: 4 }), (from, to, most) => {
      expect(editDistance(from, to, most)).toBe(Math.min(distanceByTable(from, to), most + 1));
    }),
    { numRuns: 2_000 },
  );
});

test('two transposed characters are one edit', () => {
  expect(editDistance('ser', 'sre', 1)).toBe(1);
  expect(nearestText('SER', ['BDR', 'SRE'])).toBe('SRE');
});

test('a text of more than 200 characters is far from all others', () => {
  expect(editDistance('x'.repeat(201), 'x'.repeat(201), 3)).toBe(4);
  expect(editDistance('x'.repeat(200), 'x'.repeat(199), 3)).toBe(1);
});
