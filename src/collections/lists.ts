import { itemAt } from './item-at.ts';

/**
 * Many lists of whole numbers in two arrays, laid end to end (compressed sparse rows): list i is
 * values[offsets[i]] up to, not including, values[offsets[i + 1]]. Some bytes a number, where an array of arrays takes
 * some hundred a list.
 */
export interface Lists {
  readonly offsets: Int32Array;
  readonly values: Int32Array;
}

/** List i as a view, not a copy; empty where there is no such list. */
export function listAt(lists: Lists, index: number): Int32Array {
  return lists.values.subarray(lists.offsets[index] ?? 0, lists.offsets[index + 1] ?? 0);
}

/** Visits the numbers of list i; faster than listAt where lists are short, because no view is made. */
export function eachAt(lists: Lists, index: number, visit: (value: number) => void): void {
  const end = lists.offsets[index + 1] ?? 0;
  for (let at = lists.offsets[index] ?? 0; at < end; at++) visit(itemAt(lists.values, at));
}

/** How many numbers list i has; 0 where there is no such list. */
export function listLength(lists: Lists, index: number): number {
  const end = lists.offsets[index + 1];
  return end === undefined ? 0 : end - (lists.offsets[index] ?? 0);
}

/** The items of a list whose indexes list i has, in the order of these. */
export function itemsAt<T>(items: readonly T[], lists: Lists, index: number): readonly T[] {
  const found: T[] = [];
  const end = lists.offsets[index + 1] ?? 0;
  for (let at = lists.offsets[index] ?? 0; at < end; at++) found.push(itemAt(items, itemAt(lists.values, at)));
  return found;
}

export function listCount(lists: Lists): number {
  return lists.offsets.length - 1;
}

export function listsOf(arrays: readonly Iterable<number>[]): Lists {
  const offsets = new Int32Array(arrays.length + 1);
  const values: number[] = [];
  arrays.forEach((array, index) => {
    for (const value of array) values.push(value);
    offsets[index + 1] = values.length;
  });
  return { offsets, values: Int32Array.from(values) };
}

/** List i of the answer has list i of each of some lists, one after the other, with a number added to its values. */
export function joinedLists(...parts: readonly (readonly [lists: Lists, added: number])[]): Lists {
  const count = Math.max(...parts.map(([lists]) => listCount(lists)));
  const offsets = new Int32Array(count + 1);
  const values = new Int32Array(parts.reduce((sum, [lists]) => sum + lists.values.length, 0));
  let size = 0;
  for (let index = 0; index < count; index++) {
    for (const [lists, added] of parts) {
      for (const value of listAt(lists, index)) values[size++] = value + added;
    }
    offsets[index + 1] = size;
  }
  return { offsets, values };
}

/** The indexes of each value, ascending: list v of the answer has every i whose value is v. Values are 0 to size - 1. */
export function indexesOfEach(values: Int32Array, size: number): Lists {
  const offsets = Int32Array.from({ length: values.length + 1 }, (_, index) => index);
  return inverted({ offsets, values }, size);
}

/** The inverse relation: list v of the answer has, ascending, every i whose list has v. Values are 0 to size - 1. */
export function inverted(lists: Lists, size: number): Lists {
  const offsets = new Int32Array(size + 1);
  for (const value of lists.values) offsets[value + 1] = (offsets[value + 1] ?? 0) + 1;
  for (let index = 1; index <= size; index++) offsets[index] = (offsets[index] ?? 0) + (offsets[index - 1] ?? 0);
  const next = offsets.slice();
  const values = new Int32Array(lists.values.length);
  for (let index = 0; index < listCount(lists); index++) {
    for (const value of listAt(lists, index)) {
      const target = itemAt(next, value);
      values[target] = index;
      next[value] = target + 1;
    }
  }
  return { offsets, values };
}
