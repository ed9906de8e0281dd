import { itemAt } from '../collections/item-at.ts';

/**
 * Work that can be interrupted wherever it yields, and what it returns at its end. It knows nothing of clocks, queries or
 * the event loop: whoever runs it decides what happens between two steps.
 */
export type Steps<T> = Generator<void, T, void>;

/** Something that runs steps to their end: `runToCompletion`, a task of a query, or a scheduler in the background. */
export type RunSteps = <T>(steps: Steps<T>) => T | Promise<T>;

/** How many items are worked on between two yields; each takes about a microsecond. */
const itemsPerStep = 512;

/** Runs steps to their end without interruption. */
export function runToCompletion<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Does something for each index below a count.
 *
 * @param indexesPerStep how many of them between two yields; fewer where each takes long.
 */
export function* repeatInSteps(
  count: number,
  work: (index: number) => void,
  indexesPerStep = itemsPerStep,
): Steps<void> {
  for (let index = 0; index < count; index++) {
    work(index);
    if (index % indexesPerStep === indexesPerStep - 1) yield;
  }
}

/** Collects an iterable into a list. */
export function* collectInSteps<T>(iterable: Iterable<T>): Steps<T[]> {
  const items: T[] = [];
  for (const item of iterable) {
    items.push(item);
    if (items.length % itemsPerStep === 0) yield;
  }
  return items;
}

/** Generates a list of the given length, each item from its index. */
export function* generateInSteps<T>(length: number, itemOf: (index: number) => T): Steps<T[]> {
  const items: T[] = [];
  yield* repeatInSteps(length, (index) => {
    items.push(itemOf(index));
  });
  return items;
}

/** Calls a function for each item, as Array.prototype.forEach does. */
export function forEachInSteps<T>(items: readonly T[], work: (item: T, index: number) => void): Steps<void> {
  return repeatInSteps(items.length, (index) => {
    work(itemAt(items, index), index);
  });
}

/** Filters a list, as Array.prototype.filter does. */
export function* filterInSteps<T>(items: readonly T[], holds: (item: T) => boolean): Steps<T[]> {
  const matching: T[] = [];
  yield* forEachInSteps(items, (item) => {
    if (holds(item)) matching.push(item);
  });
  return matching;
}

/** Maps a list, as Array.prototype.map does. */
export function mapInSteps<T, R>(items: readonly T[], map: (item: T, index: number) => R): Steps<R[]> {
  return generateInSteps(items.length, (index) => map(itemAt(items, index), index));
}

/**
 * Sorts a list into a new one, as Array.prototype.toSorted does: pieces are sorted, then merged two by two.
 *
 * @param compare negative where the first item comes before the second; equal items keep their order.
 */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  let pieces: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += itemsPerStep) {
    pieces.push(items.slice(start, start + itemsPerStep).sort(compare));
    yield;
  }
  while (pieces.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let index = 0; index < pieces.length; index += 2) {
      merged.push(yield* mergeInSteps(pieces[index] ?? [], pieces[index + 1] ?? [], compare));
    }
    pieces = merged;
  }
  return pieces[0] ?? [];
}

function* mergeInSteps<T>(
  first: readonly T[],
  second: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
  let [inFirst, inSecond] = [0, 0];
  return yield* generateInSteps(first.length + second.length, () => {
    const takesFirst =
      inSecond === second.length ||
      (inFirst < first.length && compare(itemAt(first, inFirst), itemAt(second, inSecond)) <= 0);
    return takesFirst ? itemAt(first, inFirst++) : itemAt(second, inSecond++);
  });
}
