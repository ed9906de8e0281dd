import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces } from '../../src/text/json-pieces.ts';

test('pieces of JSON are together what JSON.stringify makes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
    }),
  );
});

test('a large value has many pieces, each of them small', () => {
  const value = {
    rows: Array.from({ length: 20_000 }, (_, index) => ({ index, name: `row ${index}` })),
    left: undefined,
  };
  const pieces = [...jsonPieces(value)];
  expect(pieces.join('')).toBe(JSON.stringify(value));
  expect(pieces.length).toBeGreaterThan(20);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(40_000);
});

test('properties that are undefined are left out of a large object, too', () => {
  const value = { none: undefined, list: Array.from({ length: 2_000 }, (_, index) => index), also: undefined };
  expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(value));
});
