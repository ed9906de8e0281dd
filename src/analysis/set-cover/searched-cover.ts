import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { elementCount, setCount, sumOfPlaces, type Cover } from './cover.ts';

/** After how many looks it rests. */
const looksPerStep = 100_000;

/** What is subtracted before a sum of prices is rounded up. */
const tolerance = 1e-6;

export interface SearchedCover {
  /** The smallest cover found, of those the one with the least sum of places. */
  readonly sets: readonly number[];
  /** Whether there is no better one: the search came to its end. */
  readonly isBest: boolean;
  /** How many looks it took. */
  readonly looks: number;
}

/**
 * Looks for a smallest cover, and of these for one with the least sum of places, by branch and bound: some set must cover
 * the element that fewest sets are left for, so each of them is tried, without those tried before it. A branch ends where
 * disjoint elements or prices (see lower-bounds.ts) show that it leads to nothing better.
 *
 * @param known a cover to begin with.
 * @param most how many looks it may take; it ends with what it has found by then.
 */
export function* searchedCover(cover: Cover, known: readonly number[], most: number): Steps<SearchedCover> {
  const search = new Search(cover, known, most);
  yield* search.go(0);
  return { sets: search.best, isBest: !search.isCut, looks: search.looks };
}

class Search {
  best: readonly number[];
  isCut = false;
  looks = 0;
  readonly #cover: Cover;
  readonly #most: number;
  #bestSum: number;
  #rested = 0;
  readonly #chosen: number[] = [];
  #sum = 0;
  /** How many of the chosen sets have each element. */
  readonly #times: Uint16Array;
  /** 1 where a set is left to be chosen. */
  readonly #isLeft: Uint8Array;
  /** How many such sets have each element. */
  readonly #degrees: Int32Array;
  readonly #prices: Float64Array;
  /** Of what is not covered. */
  #price = 0;
  /** The elements, those that few sets have first. */
  readonly #rarestFirst: Int32Array;
  /** Marks the sets of disjoint elements, anew for each look by a number of its own. */
  readonly #marks: Int32Array;
  #mark = 0;

  constructor(cover: Cover, known: readonly number[], most: number) {
    this.#cover = cover;
    this.#most = most;
    this.best = known;
    this.#bestSum = sumOfPlaces(cover, known);
    this.#times = new Uint16Array(elementCount(cover));
    this.#isLeft = new Uint8Array(setCount(cover)).fill(1);
    this.#marks = new Int32Array(setCount(cover));
    this.#degrees = Int32Array.from(this.#times, (_, element) => listLength(cover.setsOf, element));
    this.#prices = Float64Array.from(this.#times, (_, element) => {
      let largest = 1;
      for (const set of listAt(cover.setsOf, element)) largest = Math.max(largest, listLength(cover.elementsOf, set));
      return 1 / largest;
    });
    this.#price = this.#prices.reduce((sum, price) => sum + price, 0);
    this.#rarestFirst = Int32Array.from(this.#times.keys()).sort(
      (a, b) => itemAt(this.#degrees, a) - itemAt(this.#degrees, b) || a - b,
    );
  }

  /** Tries all that can follow the sets chosen so far. */
  *go(depth: number): Steps<void> {
    if (this.looks >= this.#most) this.isCut = true;
    if (this.looks - this.#rested > looksPerStep) {
      this.#rested = this.looks;
      yield;
    }
    const element = this.#nextElement();
    if (element === undefined) {
      this.#note();
      return;
    }
    if (!this.#canBeBetter()) return;
    const tried: number[] = [];
    for (const set of listAt(this.#cover.setsOf, element)) {
      if (this.#isLeft[set] !== 1) continue;
      if (this.isCut || !this.#isWorthAdding(set)) break;
      if (!this.#leavesLittle(set)) continue;
      this.#take(set);
      tried.push(set);
      yield* this.go(depth + 1);
      this.#giveBack(set);
    }
    for (const set of tried) this.#leave(set);
  }

  #isBetter(size: number, sum: number): boolean {
    return size < this.best.length || (size === this.best.length && sum < this.#bestSum);
  }

  /** Sets of an element come by place: where one is too dear, those after it are. */
  #isWorthAdding(set: number): boolean {
    return this.#isBetter(this.#chosen.length + 1, this.#sum + itemAt(this.#cover.places, set));
  }

  /** Whether the prices of what a set leaves uncovered allow a better cover with it. */
  #leavesLittle(set: number): boolean {
    const elements = listAt(this.#cover.elementsOf, set);
    this.looks += elements.length;
    let price = this.#price;
    for (const element of elements) if (this.#times[element] === 0) price -= itemAt(this.#prices, element);
    const size = this.#chosen.length + 1 + Math.ceil(price - tolerance);
    return this.#isBetter(size, this.#sum + itemAt(this.#cover.places, set));
  }

  #note(): void {
    if (!this.#isBetter(this.#chosen.length, this.#sum)) return;
    this.best = this.#chosen.toSorted((a, b) => a - b);
    this.#bestSum = this.#sum;
  }

  /** The element not covered that fewest sets are left for. */
  #nextElement(): number | undefined {
    let next: number | undefined;
    let fewest = Infinity;
    for (let element = 0; element < this.#times.length; element++) {
      if (this.#times[element] !== 0 || itemAt(this.#degrees, element) >= fewest) continue;
      next = element;
      fewest = itemAt(this.#degrees, element);
    }
    this.looks += this.#times.length;
    return next;
  }

  #canBeBetter(): boolean {
    if (!this.#isBetter(this.#chosen.length + Math.ceil(this.#price - tolerance), this.#sum)) return false;
    const mark = ++this.#mark;
    let size = this.#chosen.length;
    let sum = this.#sum;
    for (const element of this.#rarestFirst) {
      if (this.#times[element] !== 0) continue;
      const sets = listAt(this.#cover.setsOf, element);
      this.looks += sets.length;
      let isDisjoint = true;
      let first: number | undefined;
      for (const set of sets) {
        if (this.#isLeft[set] !== 1) continue;
        if (this.#marks[set] === mark) {
          isDisjoint = false;
          break;
        }
        first ??= set;
      }
      if (!isDisjoint) continue;
      if (first === undefined) return false;
      for (const set of sets) if (this.#isLeft[set] === 1) this.#marks[set] = mark;
      size++;
      sum += itemAt(this.#cover.places, first);
      if (!this.#isBetter(size, sum)) return false;
    }
    return true;
  }

  #take(set: number): void {
    this.#isLeft[set] = 0;
    this.#chosen.push(set);
    this.#sum += itemAt(this.#cover.places, set);
    const elements = listAt(this.#cover.elementsOf, set);
    this.looks += elements.length;
    for (const element of elements) {
      const times = itemAt(this.#times, element);
      if (times === 0) this.#price -= itemAt(this.#prices, element);
      this.#times[element] = times + 1;
      this.#degrees[element] = itemAt(this.#degrees, element) - 1;
    }
  }

  /** Ends the branch of a set; it is still not to be chosen, until it is left to others. */
  #giveBack(set: number): void {
    this.#chosen.pop();
    this.#sum -= itemAt(this.#cover.places, set);
    for (const element of listAt(this.#cover.elementsOf, set)) {
      const times = itemAt(this.#times, element) - 1;
      if (times === 0) this.#price += itemAt(this.#prices, element);
      this.#times[element] = times;
    }
  }

  #leave(set: number): void {
    this.#isLeft[set] = 1;
    for (const element of listAt(this.#cover.elementsOf, set)) {
      this.#degrees[element] = itemAt(this.#degrees, element) + 1;
    }
  }
}
