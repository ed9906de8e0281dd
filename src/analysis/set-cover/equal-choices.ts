import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { forEachInSteps, repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { componentsOf } from './components.ts';
import { coveredCount, elementCount, setCount, type Cover } from './cover.ts';

/** Choices are counted up to this number. */
export const mostCounted = 1_000_000;

/** After how many operations the search yields: about half a millisecond. */
const operationsPerStep = 2_000;

/** After how many connected components the search yields, even if they are small. */
const partsPerStep = 64;

/** The choices that are as good as a given one. */
export interface EqualChoices {
  /** How many there are, with the given one: 1..mostCounted. */
  readonly count: number;
  /** Whether there are no more than that. */
  readonly isExact: boolean;
  /** The sets that are in all of them, ascending. */
  readonly inAll: readonly number[];
  /** The sets that are in all of those found, while the search ended before it had found all; ascending. */
  readonly undecided: readonly number[];
}

/**
 * Counts the choices that are as good as a given optimal choice: as many sets, as many elements. An optimal choice is a
 * smallest cover or, where it leaves elements, the most that so many sets can have.
 *
 * In such choices each set has an element that no other has: a cover without the set would be smaller, and of a limited
 * number of sets another one in its place would have more. So of sets with the same elements, or with the same of those that
 * are left, no choice has two, and they are counted as one that occurs several times. A cover consists of the sets that alone
 * have an element and a smallest cover of each connected component of the rest, so the numbers of the components are
 * multiplied. Each component is searched depth first: a choice has one of the sets with the rarest element that is left (of a
 * limited number of sets, any with the most elements), and the sets tried before it are excluded, so no choice is met twice.
 *
 * @param chosen an optimal choice.
 * @param mostOperations visits of elements of sets, after which the search ends with what it has counted.
 */
export function* equalChoices(cover: Cover, chosen: readonly number[], mostOperations: number): Steps<EqualChoices> {
  const search = new Search(mostOperations);
  const slack = elementCount(cover) - coveredCount(cover, chosen);
  yield;
  const alone = slack === 0 ? yield* setsAlone(cover) : new Set<number>();
  const found =
    slack === 0 ? yield* equalCovers(cover, chosen, alone, search) : yield* search.choicesLike(chosen, cover, slack);
  const inEach = [...found.inEach].sort((a, b) => a - b);
  return {
    count: Math.min(found.count, mostCounted),
    isExact: !search.isStopped() && found.count <= mostCounted,
    inAll: search.isStopped() ? inEach.filter((set) => alone.has(set)) : inEach,
    undecided: search.isStopped() ? inEach.filter((set) => !alone.has(set)) : [],
  };
}

/** @param alone the sets that alone have an element. */
function* equalCovers(
  cover: Cover,
  chosen: readonly number[],
  alone: ReadonlySet<number>,
  search: Search,
): Steps<Found> {
  const sets = new Uint8Array(setCount(cover)).fill(1);
  const elements = new Uint8Array(elementCount(cover)).fill(1);
  yield* forEachInSteps([...alone], (set) => {
    sets[set] = 0;
    for (const element of listAt(cover.elementsOf, set)) elements[element] = 0;
  });
  const parts = yield* componentsOf(cover, { sets, elements });
  const isChosen = new Set(chosen);
  let count = 1;
  const inEach = new Set(alone);
  for (const [index, part] of parts.entries()) {
    if (index % partsPerStep === partsPerStep - 1) yield;
    const ours = part.sets.filter((set) => isChosen.has(set));
    const found = yield* search.choicesLike([...ours], part.cover, 0, part.sets);
    count *= found.count;
    for (const set of found.inEach) inEach.add(set);
  }
  return { count, inEach };
}

/** The sets that alone have an element: they are in every cover. */
function* setsAlone(cover: Cover): Steps<ReadonlySet<number>> {
  const { setsOf } = cover;
  const alone = new Set<number>();
  yield* repeatInSteps(elementCount(cover), (element) => {
    if (listLength(setsOf, element) === 1) alone.add(itemAt(listAt(setsOf, element), 0));
  });
  return alone;
}

/** What a search has found. */
interface Found {
  readonly count: number;
  /** The sets that are in each choice found. */
  readonly inEach: ReadonlySet<number>;
}

const nothing: Found = { count: 0, inEach: new Set() };

/** Every choice of the first with every choice of the second. */
function both(first: Found, second: Found): Found {
  return { count: first.count * second.count, inEach: first.inEach.union(second.inEach) };
}

/** The choices of the first and those of the second, which are others. */
function either(first: Found, second: Found): Found {
  if (first.count === 0) return second;
  if (second.count === 0) return first;
  return { count: first.count + second.count, inEach: first.inEach.intersection(second.inEach) };
}

/** Sets that have the same of the elements that are left. */
interface SetClass {
  /** Ascending; at least one. */
  readonly elements: Int32Array;
  readonly count: number;
  /** The set, where it is the only one. */
  readonly only: number | undefined;
}

class Search {
  #operations = 0;
  #yieldedAt = 0;
  readonly #mostOperations: number;

  constructor(mostOperations: number) {
    this.#mostOperations = mostOperations;
  }

  /** Whether it ended before it had found all. */
  isStopped(): boolean {
    return this.#operations >= this.#mostOperations;
  }

  /**
   * The choices that are as good as an optimal one; where the search ends before it has found any, that one.
   *
   * @param chosen the optimal choice, which leaves `slack` elements.
   * @param numbers of the sets of the instance, as in `chosen`, where it is a part of another one.
   */
  *choicesLike(chosen: readonly number[], cover: Cover, slack: number, numbers?: Int32Array): Steps<Found> {
    const sets = function* (): Generator<SetClass> {
      for (let set = 0; set < setCount(cover); set++) {
        const only = numbers === undefined ? set : itemAt(numbers, set);
        yield { elements: listAt(cover.elementsOf, set), count: 1, only };
      }
    };
    const classes = yield* this.#merged(sets());
    const found = yield* this.#choices(classes, elementCount(cover), chosen.length, slack);
    const known = new Set(chosen);
    if (found.count === 0) return { count: 1, inEach: known };
    return { ...found, inEach: found.inEach.intersection(known) };
  }

  /**
   * The choices of so many sets that leave no more than so many elements.
   *
   * @param elements how many are left.
   * @param sets no fewer than this can leave so few elements.
   */
  *#choices(classes: readonly SetClass[], elements: number, sets: number, slack: number): Steps<Found> {
    if (this.isStopped()) return nothing;
    const needed = elements - slack;
    if (needed <= 0) return sets === 0 ? { count: 1, inEach: new Set() } : nothing;
    if (sets === 0) return nothing;
    const bySize = yield* sorted(classes, (a, b) => b.elements.length - a.elements.length);
    // The others are too small, whatever is chosen with them.
    const least = needed - mostOf(bySize, 0, sets - 1);
    const useful = bySize.filter((each) => each.elements.length >= least);
    if (sets === 1 || useful.length === 0) return lastOf(useful);
    const candidates = slack === 0 ? yield* candidatesForCover(useful, elements, sets) : useful;
    const isTried = new Set<SetClass>();
    let found = nothing;
    for (const [index, candidate] of candidates.entries()) {
      if (slack > 0 && mostOf(useful, index, sets) < needed) break;
      isTried.add(candidate);
      const left = yield* this.#merged(partsOf(useful, candidate, isTried));
      const rest = yield* this.#choices(left, elements - candidate.elements.length, sets - 1, slack);
      found = either(found, both(lastOf([candidate]), rest));
      if (this.isStopped()) break;
    }
    return found;
  }

  /** Classes with the same elements as one, without those that have none. */
  *#merged(classes: Iterable<SetClass>): Steps<readonly SetClass[]> {
    const byElements = new Map<string, SetClass>();
    for (const each of classes) {
      this.#operations += each.elements.length + 1;
      if (this.#operations - this.#yieldedAt >= operationsPerStep) {
        this.#yieldedAt = this.#operations;
        yield;
      }
      if (each.elements.length === 0) continue;
      const key = each.elements.join();
      const same = byElements.get(key);
      byElements.set(key, same === undefined ? each : { ...same, count: same.count + each.count, only: undefined });
    }
    return [...byElements.values()];
  }
}

/** How many items are sorted at once, within a fraction of a millisecond. */
const mostSortedAtOnce = 1_024;

/** Most nodes of the search are small: to yield at each of them takes longer than to sort. */
function* sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  return items.length <= mostSortedAtOnce ? items.toSorted(compare) : yield* sortInSteps(items, compare);
}

/** What a chosen class leaves to the others that may still be chosen. */
function* partsOf(
  classes: readonly SetClass[],
  { elements: chosen }: SetClass,
  isTried: ReadonlySet<SetClass>,
): Generator<SetClass> {
  for (const each of classes) {
    if (!isTried.has(each)) yield { ...each, elements: without(each.elements, chosen) };
  }
}

/** The choices of one set of some classes. */
function lastOf(classes: readonly SetClass[]): Found {
  const [first] = classes;
  const count = classes.reduce((sum, each) => sum + each.count, 0);
  return { count, inEach: new Set(count === 1 && first?.only !== undefined ? [first.only] : []) };
}

/** No more elements are in so many sets of different classes. @param bySize most elements first. */
function mostOf(bySize: readonly SetClass[], start: number, sets: number): number {
  let most = 0;
  for (let index = start; index < Math.min(start + sets, bySize.length); index++) {
    most += itemAt(bySize, index).elements.length;
  }
  return most;
}

/**
 * The classes with the rarest element, as one of them is in every cover; none where it is plain that so few sets cannot have
 * all elements.
 */
function* candidatesForCover(classes: readonly SetClass[], elements: number, sets: number): Steps<readonly SetClass[]> {
  const withElement = new Map<number, SetClass[]>();
  yield* forEachInSteps(classes, (each) => {
    for (const element of each.elements) {
      const list = withElement.get(element);
      if (list === undefined) withElement.set(element, [each]);
      else list.push(each);
    }
  });
  if (withElement.size < elements) return [];
  const rarestFirst = yield* sorted([...withElement.values()], (a, b) => a.length - b.length);
  // Elements of which no two are in one set need a set each.
  const isTaken = new Set<SetClass>();
  let independent = 0;
  yield* forEachInSteps(rarestFirst, (list) => {
    if (list.some((each) => isTaken.has(each))) return;
    for (const each of list) isTaken.add(each);
    independent++;
  });
  return independent > sets ? [] : (rarestFirst[0] ?? []);
}

/** The elements of an ascending list that another does not have. */
function without(elements: Int32Array, others: Int32Array): Int32Array {
  let at = 0;
  return elements.filter((element) => {
    while (at < others.length && itemAt(others, at) < element) at++;
    return others[at] !== element;
  });
}
