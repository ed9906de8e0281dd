import { GraphQLError } from 'graphql';
import { grouped } from '../text/quoted-text.ts';
import type { Scheduler } from './scheduler.ts';
import type { Steps } from './steps.ts';

/**
 * The most items that the lists of one answer may have, taken together. The whole graph of a catalog of 1,000 roles, every
 * pair of them an edge, has half as many; a short query of lists in lists can ask for millions, which do not fit in memory.
 */
const maxItems = 1_000_000;

/** The work on the answer to one query. The scheduler's contract, in scheduler.ts, says who calls what. */
export class Task {
  readonly #scheduler: Scheduler;
  /** Tasks are numbered in the order in which they were created. */
  readonly number: number;
  /** How many slices it has continued for, not counting the one in which it began. Counted by the scheduler. */
  slicesUsed = 0;
  readonly #itemLimit: number;
  #items = 0;
  /** By depth in the answer: continuing with the deepest first keeps few waiting, as in a depth-first walk of a tree. */
  readonly #waiting: (() => void)[][] = [];
  #waitingCount = 0;
  #isCancelled = false;
  #failure: Error | undefined;

  /** Only a scheduler creates tasks. */
  constructor(scheduler: Scheduler, number: number, itemLimit = maxItems) {
    this.#scheduler = scheduler;
    this.number = number;
    this.#itemLimit = itemLimit;
  }

  /** How many items the lists of the answer have so far. */
  get items(): number {
    return this.#items;
  }

  /** @throws the reason why work on the answer must stop, if there is one: it is too large, or cancelled. */
  throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  /**
   * Counts the items of a list.
   *
   * @throws GraphQLError ANSWER_TOO_LARGE beyond the limit, for this list and all that follow.
   */
  countItems(count: number): void {
    this.#items += count;
    if (this.#items > this.#itemLimit) this.#failure ??= tooLarge(this.#itemLimit);
    this.throwIfFailed();
  }

  /** Whether the current slice is over, so that further work should wait. Reads the clock. */
  isSliceOver(): boolean {
    return this.#scheduler.isSliceOver();
  }

  /**
   * Waits for another slice.
   *
   * @param value what the promise resolves to.
   * @param depth how deep in the answer this is, from 0; the deepest continues first.
   * @returns a promise that never settles once the task is cancelled.
   */
  yieldSlice<T>(value: T, depth: number): Promise<T> {
    return new Promise((resolve) => {
      if (this.#isCancelled) return;
      while (this.#waiting.length <= depth) this.#waiting.push([]);
      this.#waiting[depth]?.push(() => {
        resolve(value);
      });
      if (this.#waitingCount++ === 0) this.#scheduler.enqueue(this);
    });
  }

  /**
   * Runs steps: at once as far as the slice lasts, the rest in later slices.
   *
   * @throws what the steps throw, or the reason why work on the answer must stop.
   */
  run<T>(steps: Steps<T>): T | Promise<T> {
    for (;;) {
      this.throwIfFailed();
      const { done, value } = steps.next();
      if (done === true) return value;
      if (this.isSliceOver()) return this.yieldSlice(undefined, 0).then(() => this.run(steps));
    }
  }

  /** Drops all waiting work; further work throws the reason. */
  cancel(reason: Error): void {
    this.#failure = reason;
    this.#isCancelled = true;
    this.#waiting.length = 0;
    this.#waitingCount = 0;
  }

  /** Whether anything waits for a slice. */
  get isWaiting(): boolean {
    return this.#waitingCount > 0;
  }

  /** Continues the deepest value that waits. Called by the scheduler. @returns whether there was one. */
  continueNext(): boolean {
    const next = this.#waiting.findLast(({ length }) => length > 0)?.shift();
    if (next === undefined) return false;
    this.#waitingCount--;
    next();
    return true;
  }
}

function tooLarge(limit: number): GraphQLError {
  return new GraphQLError(
    `The lists of this answer have more than ${grouped(limit)} items together, the most that one answer may have. ` +
      'Ask for fewer items (first, maxNodes, minOverlap), for fewer fields of each, or send several requests.',
    { extensions: { code: 'ANSWER_TOO_LARGE' } },
  );
}
