import type { Steps } from '../../scheduling/steps.ts';
import { minimized, type Optimum } from './branch-and-bound.ts';
import { coveredCount, elementCount, setCount, type Cover } from './cover.ts';
import { greedyChoice, withoutRedundant } from './greedy-cover.ts';
import { preferredOf, smallestCover, type SetChoice } from './smallest-cover.ts';

/**
 * No more than so many sets that have as many elements as possible (maximum coverage); of such choices one with the fewest
 * sets, of these one with the least sum of ranks. Where so many sets can have all elements, that is a smallest cover;
 * where they cannot, it has all that are allowed, as every further one adds an element.
 *
 * @param mostSets 0 or more, Infinity for no limit.
 * @param mostOperations the limit of each search (see smallestCover).
 */
export function* widestChoice(cover: Cover, mostSets: number, mostOperations: number): Steps<SetChoice> {
  const smallest = yield* smallestCover(cover, mostOperations, mostSets);
  if (smallest.sets.length <= mostSets) return smallest;
  const { lowerBound } = smallest;
  if (mostSets === 0) return { sets: [], lowerBound, upperBound: 0, isOptimal: true };
  const widest = yield* widestOf(cover, mostSets, mostOperations);
  const chosen = widest.isOptimal
    ? (yield* preferredOf(cover, mostSets, widest.sets, mostOperations)).sets
    : withoutRedundant(cover, widest.sets);
  // Where fewer sets than a cover needs are allowed, they leave at least one element.
  const leastUncovered = Math.max(widest.lowerBound, lowerBound > mostSets ? 1 : 0);
  const upperBound = elementCount(cover) - leastUncovered;
  return {
    sets: chosen.toSorted((a, b) => a - b),
    lowerBound,
    upperBound,
    isOptimal: coveredCount(cover, chosen) === upperBound,
  };
}

/** Minimizes how many elements are left uncovered. */
function* widestOf(cover: Cover, mostSets: number, mostOperations: number): Steps<Optimum> {
  const greedy = yield* greedyChoice(cover, mostSets);
  const objective = { costs: new Int32Array(setCount(cover)), penalty: 1, mostSets };
  return yield* minimized(cover, objective, greedy, mostOperations);
}
