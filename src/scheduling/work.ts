import { GraphQLError } from 'graphql';
import { grouped } from '../text/quoted-text.ts';
import type { Steps } from './steps.ts';
import type { Share, Turns } from './turns.ts';

/**
 * The most items that the lists of one answer may have, taken together. The whole graph of a catalog of 1,000 roles, every
 * pair of them an edge, has half as many; a short query of lists in lists can ask for millions, which fit in no memory.
 */
export const mostItems = 1_000_000;

/** The work on one answer: how much there was, whether it goes on, and its turns. */
export class Work {
  readonly share: Share;
  readonly #most: number;
  #items = 0;
  #stopped: Error | undefined;

  constructor(turns: Turns, most = mostItems) {
    this.share = turns.share();
    this.#most = most;
  }

  /** How many items the lists of the answer have so far. */
  get items(): number {
    return this.#items;
  }

  /** @throws the reason why nothing more is worth the work, where there is one. */
  mustGoOn(): void {
    if (this.#stopped !== undefined) throw this.#stopped;
  }

  /** Counts the items of a list; beyond the most, the list and all after it are errors. */
  countItems(count: number): void {
    this.#items += count;
    if (this.#items > this.#most) this.#stopped ??= tooLarge(this.#most);
    this.mustGoOn();
  }

  /** Does work that can rest: at once as far as the slice lasts, the rest in later turns. */
  inTurns<T>(steps: Steps<T>): T | Promise<T> {
    for (;;) {
      this.mustGoOn();
      const { done, value } = steps.next();
      if (done === true) return value;
      if (this.share.isUsedUp()) return this.share.later(undefined, 0).then(() => this.inTurns(steps));
    }
  }

  /** Has whatever is still to be done not be done. */
  stop(reason: Error): void {
    this.#stopped = reason;
    this.share.stop();
  }
}

function tooLarge(most: number): GraphQLError {
  return new GraphQLError(
    `The lists of this answer have more than ${grouped(most)} items together, the most that one answer may have: ask for ` +
      'fewer (first, maxNodes, minOverlap), for less of each, or in several requests.',
    { extensions: { code: 'ANSWER_TOO_LARGE' } },
  );
}
