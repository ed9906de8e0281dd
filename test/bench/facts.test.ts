import { expect, test } from 'vitest';
import { firstDifference } from '../../bench/measure/facts.ts';

test('facts that are the same have no difference', () => {
  expect(firstDifference({ a: [1, { b: 'c' }] }, { a: [1, { b: 'c' }] })).toBeUndefined();
});

test.each([
  [{ a: [1, { b: 'c' }] }, { a: [1, { b: 'd' }] }, 'a[1].b is "c" and "d"'],
  [{ a: [1, 2] }, { a: [1] }, 'a[1] is 2 and missing'],
  [{ a: 1 }, { a: 1, b: null }, 'b is missing and null'],
  [[1], { 0: 1 }, 'the whole is [1] and {"0":1}'],
  [0.1, 0.100001, 'the whole is 0.1 and 0.100001'],
])('names where %j and %j differ', (left, right, difference) => {
  expect(firstDifference(left, right)).toBe(difference);
});
