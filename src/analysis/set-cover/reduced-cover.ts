import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import { elementCount, setCount, type Cover } from './cover.ts';

/** How often both rules are applied, at most: what is left then is correct as well, if larger. */
const mostPasses = 16;

/** How many elements of sets the search for dominated sets visits in one pass, at most. */
const mostVisits = 20_000_000;

/** After how many visits it yields. */
const visitsPerStep = 50_000;

/** What is left of an instance that the rules do not decide. */
export interface ReducedCover {
  /** Sets that are in every smallest cover of the least sum of ranks, ascending. */
  readonly forced: readonly number[];
  /** Of each set, 1 where it may still be chosen. */
  readonly sets: Uint8Array;
  /** Of each element, 1 where no forced set has it. */
  readonly elements: Uint8Array;
}

/**
 * Makes an instance smaller by two rules of Garfinkel and Nemhauser (Integer Programming, 1972, chapter 8), until neither
 * of them applies: the only set that has an element is chosen; a set is dropped where a set before it has all its elements.
 * No smallest cover of the least sum of ranks is lost in this way. Every element must be in a set. Their third rule, for
 * elements that are covered whenever another one is, costs more time than it saves the search.
 */
export function* reducedCover(cover: Cover): Steps<ReducedCover> {
  const reduction = new Reduction(cover);
  for (let pass = 0; pass < mostPasses; pass++) {
    yield* reduction.chooseForced();
    if ((yield* reduction.dropDominatedSets()) === 0) break;
  }
  yield* reduction.chooseForced();
  return { forced: reduction.forced.sort((a, b) => a - b), sets: reduction.sets, elements: reduction.elements };
}

class Reduction {
  readonly forced: number[] = [];
  readonly sets: Uint8Array;
  readonly elements: Uint8Array;
  readonly #cover: Cover;
  /** How many of its elements are left, of each set. */
  readonly #sizes: Int32Array;
  /** How many of its sets are left, of each element. */
  readonly #degrees: Int32Array;

  constructor(cover: Cover) {
    this.#cover = cover;
    this.sets = new Uint8Array(setCount(cover)).fill(1);
    this.elements = new Uint8Array(elementCount(cover)).fill(1);
    this.#sizes = Int32Array.from(this.sets, (_, set) => listLength(cover.elementsOf, set));
    this.#degrees = Int32Array.from(this.elements, (_, element) => listLength(cover.setsOf, element));
  }

  *chooseForced(): Steps<void> {
    yield* repeatInSteps(this.elements.length, (element) => {
      if (this.elements[element] !== 1 || this.#degrees[element] !== 1) return;
      const only = listAt(this.#cover.setsOf, element).find((set) => this.sets[set] === 1);
      if (only === undefined) return;
      this.forced.push(only);
      this.#dropSet(only);
      for (const covered of listAt(this.#cover.elementsOf, only)) this.#dropElement(covered);
    });
  }

  /** Drops every set of whose elements a set before it has all. */
  *dropDominatedSets(): Steps<number> {
    const { elementsOf, setsOf } = this.#cover;
    const signatures = this.#signatures();
    const isOurs = new Uint8Array(this.elements.length);
    let drops = 0;
    let visits = 0;
    let yieldedAt = 0;
    for (let set = 0; set < this.sets.length && visits < mostVisits; set++) {
      if (this.sets[set] !== 1) continue;
      const rarest = this.#rarestElement(set);
      if (rarest === undefined) {
        this.#dropSet(set);
        drops++;
        continue;
      }
      const size = itemAt(this.#sizes, set);
      const signature = itemAt(signatures, set);
      const elements = listAt(elementsOf, set);
      for (const element of elements) isOurs[element] = itemAt(this.elements, element);
      for (const other of listAt(setsOf, rarest)) {
        if (other >= set) break;
        visits++;
        if (this.sets[other] !== 1 || itemAt(this.#sizes, other) < size) continue;
        if ((signature & ~itemAt(signatures, other)) !== 0) continue;
        const theirs = listAt(elementsOf, other);
        visits += theirs.length;
        let both = 0;
        for (const element of theirs) both += itemAt(isOurs, element);
        if (both < size) continue;
        this.#dropSet(set);
        drops++;
        break;
      }
      for (const element of elements) isOurs[element] = 0;
      visits += elements.length;
      if (visits - yieldedAt > visitsPerStep) {
        yieldedAt = visits;
        yield;
      }
    }
    return drops;
  }

  /** Of each set, a bit for every 32nd element that it has: a set with a bit that another lacks is no subset of that. */
  #signatures(): Int32Array {
    const signatures = new Int32Array(this.sets.length);
    for (let set = 0; set < signatures.length; set++) {
      let signature = 0;
      for (const element of listAt(this.#cover.elementsOf, set)) {
        if (this.elements[element] === 1) signature |= 1 << (element & 31);
      }
      signatures[set] = signature;
    }
    return signatures;
  }

  #rarestElement(set: number): number | undefined {
    let rarest: number | undefined;
    let fewest = Infinity;
    for (const element of listAt(this.#cover.elementsOf, set)) {
      const degree = itemAt(this.#degrees, element);
      if (this.elements[element] !== 1 || degree >= fewest) continue;
      rarest = element;
      fewest = degree;
    }
    return rarest;
  }

  #dropSet(set: number): void {
    if (this.sets[set] !== 1) return;
    this.sets[set] = 0;
    for (const element of listAt(this.#cover.elementsOf, set)) {
      this.#degrees[element] = itemAt(this.#degrees, element) - 1;
    }
  }

  #dropElement(element: number): void {
    if (this.elements[element] !== 1) return;
    this.elements[element] = 0;
    for (const set of listAt(this.#cover.setsOf, element)) this.#sizes[set] = itemAt(this.#sizes, set) - 1;
  }
}
