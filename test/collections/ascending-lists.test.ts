import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachShared, lowerBound, unionOf } from '../../src/collections/ascending-lists.ts';

/** Short ones and long ones, so that lowerBounds are of every length. */
const lists = fc
  .uniqueArray(fc.nat({ max: 300 }), { maxLength: 200 })
  .map((numbers) => Int32Array.from(numbers).sort());

test('the union of lists has every number of any, once, ascending', () => {
  fc.assert(
    fc.property(fc.array(lists, { maxLength: 6 }), (given) => {
      const expected = [...new Set(given.flatMap((list) => [...list]))].sort((a, b) => a - b);
      expect([...unionOf(given)]).toEqual(expected);
    }),
  );
});

test('what two lists share is visited once, at its places in both', () => {
  fc.assert(
    fc.property(lists, lists, (a, b) => {
      const visited: (readonly [number, number])[] = [];
      eachShared(a, b, (inA, inB) => visited.push([inA, inB]));
      const expected = [...a.entries()].filter(([, number]) => b.includes(number));
      expect(visited).toEqual(expected.map(([inA, number]) => [inA, b.indexOf(number)]));
    }),
  );
});

test('a skip ends at the first number that is large enough', () => {
  fc.assert(
    fc.property(lists, fc.nat({ max: 310 }), fc.nat({ max: 200 }), (list, least, start) => {
      const from = Math.min(start, list.length);
      const found = list.findIndex((number, at) => at >= from && number >= least);
      expect(lowerBound(list, least, from)).toBe(found === -1 ? list.length : found);
    }),
  );
});
