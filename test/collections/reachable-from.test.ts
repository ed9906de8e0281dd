import { expect, test } from 'vitest';
import { reachableFrom } from '../../src/collections/reachable-from.ts';

const edges: Readonly<Record<string, readonly string[]>> = {
  a: ['b', 'c'],
  b: ['d'],
  c: ['d', 'a'],
  d: ['e'],
  f: ['a'],
};
const reached = (start: string) => [...reachableFrom(start, (item) => edges[item] ?? [])];

test('what can be reached is listed once, nearest first', () => {
  expect(reached('a')).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(reached('c')).toEqual(['c', 'd', 'a', 'e', 'b']);
});

test('where nothing follows, only the start is reached', () => {
  expect(reached('e')).toEqual(['e']);
});
