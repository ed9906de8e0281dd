import { setImmediate as nextTurn } from 'node:timers/promises';
import { itemAt } from '../collections/item-at.ts';

/** Work that can rest where it yields, and what it ends in. */
export type Steps<T> = Generator<void, T, void>;

/** How many items are worked on between two rests, of which each takes about a microsecond. */
const itemsPerStep = 512;

/** How long the event loop is held before others have their turn, in milliseconds. */
const slice = 8;

/** Does all of it at once. */
export function completed<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Does it beside other work: the event loop is given back every few milliseconds. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    await nextTurn();
    const startedAt = performance.now();
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
    } while (performance.now() - startedAt < slice);
  }
}

/**
 * Does something for each of so many places.
 *
 * @param perStep how many of them between two rests: less where each takes long.
 */
export function* timesInSteps(count: number, work: (place: number) => void, perStep = itemsPerStep): Steps<void> {
  for (let place = 0; place < count; place++) {
    work(place);
    if (place % perStep === perStep - 1) yield;
  }
}

/** Makes a list of all that something gives. */
export function* gatheredInSteps<T>(given: Iterable<T>): Steps<T[]> {
  const items: T[] = [];
  for (const item of given) {
    items.push(item);
    if (items.length % itemsPerStep === 0) yield;
  }
  return items;
}

/** Makes a list of a length, each item from its place. */
export function* madeInSteps<T>(length: number, make: (place: number) => T): Steps<T[]> {
  const items: T[] = [];
  yield* timesInSteps(length, (place) => {
    items.push(make(place));
  });
  return items;
}

/** Goes through a list, as Array.prototype.forEach does. */
export function eachInSteps<T>(items: readonly T[], work: (item: T, place: number) => void): Steps<void> {
  return timesInSteps(items.length, (place) => {
    work(itemAt(items, place), place);
  });
}

/** Those items of a list for which something holds, as Array.prototype.filter gives them. */
export function* filteredInSteps<T>(items: readonly T[], holds: (item: T) => boolean): Steps<T[]> {
  const kept: T[] = [];
  yield* eachInSteps(items, (item) => {
    if (holds(item)) kept.push(item);
  });
  return kept;
}

/**
 * A list in order, as Array.prototype.toSorted gives it: pieces are sorted, then merged two by two.
 *
 * @param compare negative where the first stands before the second; equals keep their order.
 */
export function* sortedInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  let pieces: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += itemsPerStep) {
    pieces.push(items.slice(start, start + itemsPerStep).sort(compare));
    yield;
  }
  while (pieces.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < pieces.length; at += 2) {
      merged.push(yield* mergedInSteps(pieces[at] ?? [], pieces[at + 1] ?? [], compare));
    }
    pieces = merged;
  }
  return pieces[0] ?? [];
}

function* mergedInSteps<T>(
  first: readonly T[],
  second: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<readonly T[]> {
  let [inFirst, inSecond] = [0, 0];
  return yield* madeInSteps(first.length + second.length, () => {
    const takesFirst =
      inSecond === second.length ||
      (inFirst < first.length && compare(itemAt(first, inFirst), itemAt(second, inSecond)) <= 0);
    return takesFirst ? itemAt(first, inFirst++) : itemAt(second, inSecond++);
  });
}

/** Maps a list, as Array.prototype.map does. */
export function mappedInSteps<T, R>(items: readonly T[], map: (item: T, place: number) => R): Steps<R[]> {
  return madeInSteps(items.length, (place) => map(itemAt(items, place), place));
}
