import fc from 'fast-check';
import { expect, test } from 'vitest';
import { association, expectedInBoth } from '../../src/analysis/related/association.ts';

/** Sets of so many things, as a table of who is in which. */
const tables = fc
  .record({
    both: fc.integer({ min: 1, max: 50 }),
    firstOnly: fc.nat(50),
    secondOnly: fc.nat(50),
    neither: fc.nat(200),
  })
  .map(({ both, firstOnly, secondOnly, neither }) => ({
    inBoth: both,
    inFirst: both + firstOnly,
    inSecond: both + secondOnly,
    inAll: both + firstOnly + secondOnly + neither,
  }));

test('association is above 0 exactly if more items are in both sets than by chance, always below 1, and symmetric', () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const told = association(counts);
      const isMore = counts.inBoth * counts.inAll > counts.inFirst * counts.inSecond;
      expect(told > 0).toBe(isMore && counts.inBoth < counts.inAll);
      expect(told).toBeLessThan(1);
      expect(association({ ...counts, inFirst: counts.inSecond, inSecond: counts.inFirst })).toBeCloseTo(told, 12);
    }),
  );
});

test('association is stronger for the same proportions of larger counts', () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const { inBoth, inFirst, inSecond, inAll } = counts;
      fc.pre(association(counts) > 0);
      const twice = { inBoth: 2 * inBoth, inFirst: 2 * inFirst, inSecond: 2 * inSecond, inAll: 2 * inAll };
      expect(association(twice)).toBeGreaterThan(association(counts));
    }),
  );
});

test('association of two equal sets is 1 less the discount, as for 4 of 16', () => {
  const same = { inBoth: 4, inFirst: 4, inSecond: 4, inAll: 16 };
  expect(expectedInBoth(same)).toBe(1);
  expect(association(same)).toBeCloseTo((4 / 5) * (4 / 5), 12);
});

test('association is as calculated by hand for 2 in both, of 4 and 2, of 16', () => {
  // ln(2 / 0.5) = 2 ln 2; -ln(2 / 16) = 3 ln 2.
  const counts = { inBoth: 2, inFirst: 4, inSecond: 2, inAll: 16 };
  expect(association(counts)).toBeCloseTo((2 / 3) * (2 / 3) * (2 / 3), 12);
});

test('is 0 where nothing is in both, everything is in both, or there is nothing at all', () => {
  expect(association({ inBoth: 0, inFirst: 3, inSecond: 3, inAll: 9 })).toBe(0);
  expect(association({ inBoth: 9, inFirst: 9, inSecond: 9, inAll: 9 })).toBe(0);
  expect(association({ inBoth: 0, inFirst: 0, inSecond: 0, inAll: 0 })).toBe(0);
});
