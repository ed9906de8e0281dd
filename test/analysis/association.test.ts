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

test('is above 0 exactly where more are in both than chance would give, always below 1, whichever set is first', () => {
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

test('the same proportions tell more where more was counted', () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const { inBoth, inFirst, inSecond, inAll } = counts;
      fc.pre(association(counts) > 0);
      const twice = { inBoth: 2 * inBoth, inFirst: 2 * inFirst, inSecond: 2 * inSecond, inAll: 2 * inAll };
      expect(association(twice)).toBeGreaterThan(association(counts));
    }),
  );
});

test('two sets that are one tell all but the discount: 4 of 16', () => {
  const same = { inBoth: 4, inFirst: 4, inSecond: 4, inAll: 16 };
  expect(expectedInBoth(same)).toBe(1);
  expect(association(same)).toBeCloseTo((4 / 5) * (4 / 5), 12);
});

test('by hand: 2 in both, of 4 and 2, of 16', () => {
  // ln(2 / 0.5) = 2 ln 2; -ln(2 / 16) = 3 ln 2.
  const counts = { inBoth: 2, inFirst: 4, inSecond: 2, inAll: 16 };
  expect(association(counts)).toBeCloseTo((2 / 3) * (2 / 3) * (2 / 3), 12);
});

test('nothing in both, everything in both, or nothing at all tells nothing', () => {
  expect(association({ inBoth: 0, inFirst: 3, inSecond: 3, inAll: 9 })).toBe(0);
  expect(association({ inBoth: 9, inFirst: 9, inSecond: 9, inAll: 9 })).toBe(0);
  expect(association({ inBoth: 0, inFirst: 0, inSecond: 0, inAll: 0 })).toBe(0);
});
