import { itemAt } from '../collections/item-at.ts';
import { listAt, listCount, type Lists } from '../collections/lists.ts';
import type { Steps } from './steps.ts';

/** How many numbers, and how many lists, are visited between two yields; each takes some nanoseconds. */
const visitsPerStep = 20_000;

/** Makes so many lists, each from its index, as listsOf does. */
export function* listsInSteps(count: number, listOf: (index: number) => Int32Array): Steps<Lists> {
  const offsets = new Int32Array(count + 1);
  const lists: Int32Array[] = [];
  let visits = 0;
  for (let index = 0; index < count; index++) {
    const list = listOf(index);
    lists.push(list);
    offsets[index + 1] = itemAt(offsets, index) + list.length;
    if ((visits += list.length + 1) >= visitsPerStep) {
      visits = 0;
      yield;
    }
  }
  const values = new Int32Array(itemAt(offsets, count));
  for (const [index, list] of lists.entries()) {
    values.set(list, itemAt(offsets, index));
    if ((visits += list.length + 1) >= visitsPerStep) {
      visits = 0;
      yield;
    }
  }
  return { offsets, values };
}

/** Inverts lists of numbers below a size, as `inverted` does. */
export function* invertedInSteps(lists: Lists, size: number): Steps<Lists> {
  const offsets = new Int32Array(size + 1);
  for (let at = 0; at < lists.values.length; at++) {
    const after = itemAt(lists.values, at) + 1;
    offsets[after] = itemAt(offsets, after) + 1;
    if (at % visitsPerStep === visitsPerStep - 1) yield;
  }
  for (let index = 1; index <= size; index++) offsets[index] = itemAt(offsets, index) + itemAt(offsets, index - 1);
  yield;
  const next = offsets.slice();
  const values = new Int32Array(lists.values.length);
  let visits = 0;
  for (let index = 0; index < listCount(lists); index++) {
    const list = listAt(lists, index);
    for (const value of list) {
      const target = itemAt(next, value);
      values[target] = index;
      next[value] = target + 1;
    }
    if ((visits += list.length + 1) >= visitsPerStep) {
      visits = 0;
      yield;
    }
  }
  return { offsets, values };
}
