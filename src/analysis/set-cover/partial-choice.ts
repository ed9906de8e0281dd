import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { coveredCount, elementCount, setCount, type Cover } from './cover.ts';

/**
 * What is minimized: the costs of the chosen sets and a penalty for each element that none of them has, with a limited
 * number of sets. Where the penalty is more than any cover costs, this is set cover; where sets cost nothing, it is
 * maximum coverage.
 */
export interface Objective {
  /** A whole number, 0 or more, for each set. */
  readonly costs: Int32Array;
  /** A whole number, 1 or more. */
  readonly penalty: number;
  /** The most sets that may be chosen; Infinity for no limit. */
  readonly mostSets: number;
}

/** The value of a choice of sets, which is minimized. */
export function valueOf(cover: Cover, { costs, penalty }: Objective, sets: readonly number[]): number {
  const cost = sets.reduce((sum, set) => sum + itemAt(costs, set), 0);
  return cost + penalty * (elementCount(cover) - coveredCount(cover, sets));
}

/** A state of a choice that undo goes back to. */
export interface ChoiceState {
  readonly openCount: number;
  readonly uncoveredCount: number;
}

/** What a node of the search tree has decided: sets are included or excluded, and the others are open. */
export class PartialChoice {
  /** How many elements of sets were visited, here and by those who work with it. */
  operations = 0;
  readonly cover: Cover;
  readonly objective: Objective;
  /** The sets that are neither included nor excluded. */
  readonly open: SparseSet;
  /** The elements that no included set has. */
  readonly uncovered: SparseSet;
  /** Of the included sets. */
  cost = 0;
  /** How many sets may still be included; below 0 where there are too many. */
  setsLeft: number;
  readonly #isIncluded: Uint8Array;
  /** How many open sets have each element. */
  readonly #degrees: Int32Array;

  constructor(cover: Cover, objective: Objective) {
    this.cover = cover;
    this.objective = objective;
    this.open = new SparseSet(setCount(cover));
    this.uncovered = new SparseSet(elementCount(cover));
    this.setsLeft = objective.mostSets;
    this.#isIncluded = new Uint8Array(setCount(cover));
    this.#degrees = Int32Array.from({ length: elementCount(cover) }, (_, element) => listLength(cover.setsOf, element));
  }

  get included(): Int32Array {
    return this.open.removed().filter((set) => this.#isIncluded[set] === 1);
  }

  get state(): ChoiceState {
    return { openCount: this.open.size, uncoveredCount: this.uncovered.size };
  }

  /** @param set an open one. */
  include(set: number): void {
    this.exclude(set);
    this.#isIncluded[set] = 1;
    this.cost += itemAt(this.objective.costs, set);
    this.setsLeft--;
    for (const element of listAt(this.cover.elementsOf, set)) {
      if (this.uncovered.has(element)) this.uncovered.remove(element);
    }
  }

  /** @param set an open one. */
  exclude(set: number): void {
    this.open.remove(set);
    this.#changeDegrees(set, -1);
  }

  /** Opens all sets again that were included or excluded since. */
  undo({ openCount, uncoveredCount }: ChoiceState): void {
    for (const set of this.open.removed().subarray(0, openCount - this.open.size)) {
      this.#changeDegrees(set, 1);
      if (this.#isIncluded[set] !== 1) continue;
      this.#isIncluded[set] = 0;
      this.cost -= itemAt(this.objective.costs, set);
      this.setsLeft++;
    }
    this.open.size = openCount;
    this.uncovered.size = uncoveredCount;
  }

  /**
   * Includes the only open set that has an uncovered element, for all such elements; every element must be covered.
   *
   * @returns false where an element has no open set.
   */
  includeForced(): boolean {
    for (;;) {
      const rarest = this.rarestElement();
      if (rarest === undefined || itemAt(this.#degrees, rarest) > 1) return true;
      const only = this.openSetsOf(rarest)[0];
      if (only === undefined) return false;
      this.include(only);
    }
  }

  /** The uncovered element that fewest open sets have, the first of such; undefined where all are covered. */
  rarestElement(): number | undefined {
    let rarest: number | undefined;
    let fewest = Infinity;
    for (const element of this.uncovered.present()) {
      const degree = this.#degrees[element] ?? 0;
      if (degree >= fewest) continue;
      rarest = element;
      fewest = degree;
    }
    this.operations += this.uncovered.size;
    return rarest;
  }

  openSetsOf(element: number): Int32Array {
    return listAt(this.cover.setsOf, element).filter((set) => this.open.has(set));
  }

  #changeDegrees(set: number, change: 1 | -1): void {
    const elements = listAt(this.cover.elementsOf, set);
    for (const element of elements) this.#degrees[element] = (this.#degrees[element] ?? 0) + change;
    this.operations += elements.length;
  }
}

/**
 * A set of the numbers 0 to n - 1 from which numbers are removed, and put back in the reverse order by raising `size` again
 * (Briggs and Torczon, An efficient representation for sparse sets, 1993).
 */
class SparseSet {
  /** The first `size` items are in the set, in no order; after them those removed, the last removed first. */
  readonly items: Int32Array;
  size: number;
  readonly #positions: Int32Array;

  constructor(count: number) {
    this.items = Int32Array.from({ length: count }, (_, item) => item);
    this.#positions = this.items.slice();
    this.size = count;
  }

  has(item: number): boolean {
    return itemAt(this.#positions, item) < this.size;
  }

  /** Removes a number that is in the set. */
  remove(item: number): void {
    const position = itemAt(this.#positions, item);
    const last = itemAt(this.items, --this.size);
    this.items[position] = last;
    this.items[this.size] = item;
    this.#positions[last] = position;
    this.#positions[item] = this.size;
  }

  /** Those in the set, as a view: whoever removes one changes it. */
  present(): Int32Array {
    return this.items.subarray(0, this.size);
  }

  /** Those removed, as a view, the last removed first. */
  removed(): Int32Array {
    return this.items.subarray(this.size);
  }
}
