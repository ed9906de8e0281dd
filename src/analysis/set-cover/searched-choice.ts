import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { coveredCount, elementCount, setCount, sumOfPlaces, type Cover } from './cover.ts';

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

/** Sets that may be taken next, with how many elements each adds. */
interface Candidates {
  readonly sets: Int32Array;
  readonly gains: Int32Array;
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
    this.bestCount = coveredCount(cover, known);
  }

  /**
   * Tries all choices that begin with the sets chosen so far.
   *
   * @param left the sets that may still be taken, ascending.
   * @param free how many of them.
   * @param count how many elements the chosen have.
   * @param sum of their places.
   */
  *go(left: Int32Array, free: number, count: number, sum: number): Steps<void> {
    const candidates = yield* this.#candidatesOf(left);
    const { sets, gains } = candidates;
    for (let index = 0; index + free <= sets.length; index++) {
      if (this.#looks >= this.#mostLooks) {
        this.isCut = true;
        return;
      }
      yield* this.#rest();
      if (!this.#canBeBetter(candidates, index, free, count, sum)) return;
      const set = itemAt(sets, index);
      const [nextCount, nextSum] = [count + itemAt(gains, index), sum + itemAt(this.#cover.places, set)];
      this.#chosen.push(set);
      if (free === 1) this.#note(nextCount, nextSum);
      else {
        this.#count(set, 1);
        yield* this.go(sets.subarray(index + 1).toSorted(), free - 1, nextCount, nextSum);
        this.#count(set, -1);
      }
      this.#chosen.pop();
      if (free === 1) return;
    }
  }

  /** The sets that add anything, those that add most first, equals by place. */
  *#candidatesOf(left: Int32Array): Steps<Candidates> {
    const byGain: number[][] = [];
    for (const set of left) {
      const gain = this.#gainOf(set);
      yield* this.#rest();
      if (gain === 0) continue;
      while (byGain.length <= gain) byGain.push([]);
      byGain[gain]?.push(set);
    }
    const sets = new Int32Array(left.length);
    const gains = new Int32Array(left.length);
    let count = 0;
    for (let gain = byGain.length - 1; gain > 0; gain--) {
      for (const set of itemAt(byGain, gain)) {
        sets[count] = set;
        gains[count++] = gain;
      }
    }
    this.#looks += left.length;
    return { sets: sets.subarray(0, count), gains: gains.subarray(0, count) };
  }

  /** Whether so many of the candidates from an index on can lead to a better choice than the best. */
  #canBeBetter({ sets, gains }: Candidates, index: number, free: number, count: number, sum: number): boolean {
    let reached = count;
    for (let at = index; at < index + free; at++) reached += itemAt(gains, at);
    this.#looks += free;
    if (reached !== this.bestCount) return reached > this.bestCount;
    const least = this.#leastPlaces(sets.subarray(index), free);
    return sum + least < this.#bestSum;
  }

  /** The least sum of places that so many of some sets have. */
  #leastPlaces(sets: Int32Array, free: number): number {
    this.#looks += 4 * sets.length;
    const places = sets.map((set) => itemAt(this.#cover.places, set)).sort();
    let sum = 0;
    for (let at = 0; at < free; at++) sum += itemAt(places, at);
    return sum;
  }

  *#rest(): Steps<void> {
    if (this.#looks - this.#rested <= looksPerStep) return;
    this.#rested = this.#looks;
    yield;
  }

  #count(set: number, by: 1 | -1): void {
    for (const element of listAt(this.#cover.elementsOf, set)) {
      this.#times[element] = itemAt(this.#times, element) + by;
    }
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
}
