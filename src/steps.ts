import { setImmediate as nextTurn } from 'node:timers/promises';
import { itemAt } from './graph/item-at.ts';

/** Work that can rest where it yields, and what it ends in. */
export type Steps<T> = Generator<void, T, void>;

/** How many items are worked on between two rests: some hundred microseconds of work. */
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

/** Does something for each of so many places. */
export function* timesInSteps(count: number, work: (place: number) => void): Steps<void> {
  for (let place = 0; place < count; place++) {
    work(place);
    if (place % itemsPerStep === itemsPerStep - 1) yield;
  }
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

/** Maps a list, as Array.prototype.map does. */
export function mappedInSteps<T, R>(items: readonly T[], map: (item: T, place: number) => R): Steps<R[]> {
  return madeInSteps(items.length, (place) => map(itemAt(items, place), place));
}
