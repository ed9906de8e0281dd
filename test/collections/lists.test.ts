import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemAt } from '../../src/collections/item-at.ts';
import {
  indexesOfEach,
  inverted,
  listAt,
  listCount,
  listLength,
  listsOf,
  type Lists,
} from '../../src/collections/lists.ts';

const size = 7;
const arrays = fc.array(fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: size }), { maxLength: 8 });

function plain(lists: Lists): number[][] {
  return Array.from({ length: listCount(lists) }, (_, index) => [...listAt(lists, index)]);
}

test('lists are given back as they were put in', () => {
  fc.assert(
    fc.property(arrays, (given) => {
      const lists = listsOf(given);
      expect(plain(lists)).toEqual(given);
      expect(given.map((_, index) => listLength(lists, index))).toEqual(given.map(({ length }) => length));
    }),
  );
});

test('the inverse of lists has, ascending, every list that has a value', () => {
  fc.assert(
    fc.property(arrays, (given) => {
      const expected = Array.from({ length: size }, (_, value) =>
        given.flatMap((array, index) => (array.includes(value) ? [index] : [])),
      );
      expect(plain(inverted(listsOf(given), size))).toEqual(expected);
    }),
  );
});

test('the inverse of the inverse has the same values, sorted', () => {
  fc.assert(
    fc.property(arrays, (given) => {
      const twice = inverted(inverted(listsOf(given), size), given.length);
      expect(plain(twice)).toEqual(given.map((array) => array.toSorted((a, b) => a - b)));
    }),
  );
});

test('the indexes of each value are where it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: size - 1 })), (values) => {
      const expected = Array.from({ length: size }, (_, value) =>
        values.flatMap((at, index) => (at === value ? [index] : [])),
      );
      expect(plain(indexesOfEach(Int32Array.from(values), size))).toEqual(expected);
    }),
  );
});

test('inverting leaves the lists as they were', () => {
  const lists = listsOf([[2, 0], [], [2]]);
  inverted(lists, 3);
  expect(plain(lists)).toEqual([[2, 0], [], [2]]);
});

test('a list that is not there is empty', () => {
  const lists = listsOf([[1], [2, 3]]);
  for (const index of [-1, 2, 100]) {
    expect([...listAt(lists, index)]).toEqual([]);
    expect(listLength(lists, index)).toBe(0);
  }
});

test('an item that must exist exists, or it is a fault', () => {
  expect(itemAt(['a', 'b'], 1)).toBe('b');
  expect(() => itemAt(['a', 'b'], 2)).toThrow(RangeError);
  expect(() => itemAt(Int32Array.of(1), -1)).toThrow('no item -1 in a list of 1');
});
