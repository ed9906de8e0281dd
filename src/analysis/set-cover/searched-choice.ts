import { itemAt } from '../../graph/item-at.ts';
import { listAt } from '../../graph/lists.ts';
import type { Steps } from '../../steps.ts';
import { elementCount, setCount, sumOfPlaces, type Cover } from './cover.ts';

/** After how many looks it rests. */
const looksPerStep = 100_000;

export interface SearchedChoice {
  /** The choice found that has most elements, of those the one with the least sum of places. */
  readonly sets: readonly number[];
  readonly coveredCount: number;
  /** Whether there is no better one: the search came to its end. */
  readonly isBest: boolean;
}

/**
 * Looks for so many sets that have as many elements as possible, and of these for the least sum of places, by branch and
 * bound: the set that adds most is taken or never taken. A branch ends where the most that so many further sets can add,
 * each by itself, does not do.
 *
 * @param most how many sets are taken; so many do not have all elements.
 * @param known a choice of that many to begin with.
 * @param looks how many looks it may take; it ends with what it has found by then.
 */
export function* searchedChoice(
  cover: Cover,
  most: number,
  known: readonly number[],
  looks: number,
): Steps<SearchedChoice> {
  const search = new Search(cover, known, looks);
  const all = Int32Array.from({ length: setCount(cover) }, (_, set) => set);
  yield* search.go(all, most, 0, 0);
  return { sets: search.best, coveredCount: search.bestCount, isBest: !search.isCut };
}

class Search {
  best: readonly number[];
  bestCount = 0;
  isCut = false;
  readonly #cover: Cover;
  readonly #mostLooks: number;
  #looks = 0;
  #rested = 0;
  #bestSum: number;
  readonly #chosen: number[] = [];
  /** How many of the chosen sets have each element. */
  readonly #times: Int32Array;

  constructor(cover: Cover, known: readonly number[], mostLooks: number) {
    this.#cover = cover;
    this.#mostLooks = mostLooks;
    this.#times = new Int32Array(elementCount(cover));
    this.best = known;
    this.#bestSum = sumOfPlaces(cover, known);
    this.bestCount = new Set(known.flatMap((set) => [...listAt(cover.elementsOf, set)])).size;
  }

  /**
   * Tries all choices that begin with the sets chosen so far.
   *
   * @param left the sets that may still be taken.
   * @param free how many of them.
   * @param count how many elements the chosen have.
   * @param sum of their places.
   */
  *go(left: Int32Array, free: number, count: number, sum: number): Steps<void> {
    const gains = new Int32Array(setCount(this.#cover));
    const adding = left.filter((set) => (gains[set] = this.#gainOf(set)) > 0);
    const gainOf = (set: number) => itemAt(gains, set);
    // Sets stand by place, and sorting keeps equals in their order.
    const ordered = Array.from(adding).sort((a, b) => gainOf(b) - gainOf(a));
    if (this.#looks - this.#rested > looksPerStep) {
      this.#rested = this.#looks;
      yield;
    }
    for (const [index, set] of ordered.entries()) {
      if (this.#looks >= this.#mostLooks) {
        this.isCut = true;
        return;
      }
      const rest = ordered.slice(index);
      if (!this.#canBeBetter(rest, gainOf, free, count, sum)) return;
      const [nextCount, nextSum] = [count + gainOf(set), sum + itemAt(this.#cover.places, set)];
      this.#chosen.push(set);
      if (free === 1) this.#note(nextCount, nextSum);
      else {
        for (const element of listAt(this.#cover.elementsOf, set)) this.#times[element] = this.#timesOf(element) + 1;
        yield* this.go(Int32Array.from(rest.slice(1)).sort(), free - 1, nextCount, nextSum);
        for (const element of listAt(this.#cover.elementsOf, set)) this.#times[element] = this.#timesOf(element) - 1;
      }
      this.#chosen.pop();
    }
  }

  /** Whether so many of some sets, those that add most first, can lead to a better choice than the best. */
  #canBeBetter(
    sets: readonly number[],
    gainOf: (set: number) => number,
    free: number,
    count: number,
    sum: number,
  ): boolean {
    if (sets.length < free) return false;
    this.#looks += free;
    const reached = sets.slice(0, free).reduce((total, set) => total + gainOf(set), count);
    if (reached !== this.bestCount) return reached > this.bestCount;
    this.#looks += sets.length;
    const places = Int32Array.from(sets, (set) => itemAt(this.#cover.places, set)).sort();
    return places.subarray(0, free).reduce((total, place) => total + place, sum) < this.#bestSum;
  }

  #note(count: number, sum: number): void {
    if (count < this.bestCount || (count === this.bestCount && sum >= this.#bestSum)) return;
    this.best = this.#chosen.toSorted((a, b) => a - b);
    this.bestCount = count;
    this.#bestSum = sum;
  }

  #gainOf(set: number): number {
    const elements = listAt(this.#cover.elementsOf, set);
    this.#looks += elements.length;
    let gain = 0;
    for (const element of elements) if (this.#times[element] === 0) gain++;
    return gain;
  }

  #timesOf(element: number): number {
    return itemAt(this.#times, element);
  }
}
