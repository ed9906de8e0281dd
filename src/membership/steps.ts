import { setImmediate as nextTurn } from 'node:timers/promises';

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

/** Goes through a list, as Array.prototype.forEach does. */
export function* eachInSteps<T>(items: readonly T[], work: (item: T, place: number) => void): Steps<void> {
  for (let start = 0; start < items.length; start += itemsPerStep) {
    items.slice(start, start + itemsPerStep).forEach((item, index) => {
      work(item, start + index);
    });
    yield;
  }
}

/** Maps a list, as Array.prototype.map does. */
export function* mappedInSteps<T, R>(items: readonly T[], map: (item: T, place: number) => R): Steps<R[]> {
  const results: R[] = [];
  yield* eachInSteps(items, (item, place) => {
    results.push(map(item, place));
  });
  return results;
}
