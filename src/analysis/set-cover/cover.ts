import { itemAt } from '../../collections/item-at.ts';
import { listAt, listCount, type Lists } from '../../collections/lists.ts';
import { invertedInSteps, listsInSteps } from '../../scheduling/lists-in-steps.ts';
import type { Steps } from '../../scheduling/steps.ts';

/**
 * An instance of set cover: elements 0 to m - 1, and sets of them, most preferred first. Each set has a rank, its position
 * in the order of all sets that there were at first, and keeps it in the parts of an instance.
 */
export interface Cover {
  /** The elements of each set, ascending. */
  readonly elementsOf: Lists;
  /** The sets that have each element, ascending. */
  readonly setsOf: Lists;
  /** Of each set, ascending. Of two choices of equally many sets, the one with the lower sum of ranks is preferred. */
  readonly ranks: Int32Array;
}

export function setCount({ elementsOf }: Cover): number {
  return listCount(elementsOf);
}

export function elementCount({ setsOf }: Cover): number {
  return listCount(setsOf);
}

/** The instance of some sets, most preferred first. */
export function* coverOf(elementsOf: Lists, elements: number): Steps<Cover> {
  return {
    elementsOf,
    setsOf: yield* invertedInSteps(elementsOf, elements),
    ranks: Int32Array.from({ length: listCount(elementsOf) }, (_, set) => set),
  };
}

/** A part of an instance, with the numbers of its sets and elements in the whole. */
export interface PartOfCover {
  readonly cover: Cover;
  readonly sets: Int32Array;
  readonly elements: Int32Array;
}

/** The part of an instance that some sets and elements, each ascending, make up. */
export function* partOf(whole: Cover, sets: Int32Array, elements: Int32Array): Steps<PartOfCover> {
  const numberOf = new Int32Array(elementCount(whole)).fill(-1);
  elements.forEach((element, number) => (numberOf[element] = number));
  const numbersIn = (set: number) =>
    listAt(whole.elementsOf, set)
      .map((element) => itemAt(numberOf, element))
      .filter((number) => number !== -1);
  const elementsOf = yield* listsInSteps(sets.length, (index) => numbersIn(itemAt(sets, index)));
  const ranks = sets.map((set) => itemAt(whole.ranks, set));
  const setsOf = yield* invertedInSteps(elementsOf, elements.length);
  return { cover: { elementsOf, setsOf, ranks }, sets, elements };
}

/** The sum of the ranks of some sets. */
export function sumOfRanks({ ranks }: Cover, sets: Iterable<number>): number {
  let sum = 0;
  for (const set of sets) sum += itemAt(ranks, set);
  return sum;
}

/** How many elements some sets have together. */
export function coveredCount(cover: Cover, sets: readonly number[]): number {
  const covered = new Set<number>();
  for (const set of sets) for (const element of listAt(cover.elementsOf, set)) covered.add(element);
  return covered.size;
}

/** Of each element, how many of some sets have it. */
export function timesCovered(cover: Cover, sets: Iterable<number>): Int32Array {
  const times = new Int32Array(elementCount(cover));
  for (const set of sets) {
    for (const element of listAt(cover.elementsOf, set)) times[element] = itemAt(times, element) + 1;
  }
  return times;
}
