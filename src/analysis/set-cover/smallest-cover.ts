import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { minimized, type Optimum } from './branch-and-bound.ts';
import { componentsOf } from './components.ts';
import { elementCount, setCount, sumOfRanks, type Cover, type PartOfCover } from './cover.ts';
import { greedyChoice, withoutRedundant } from './greedy-cover.ts';
import { reducedCover } from './reduced-cover.ts';

/** Sets chosen from an instance, and what is known about the choice. */
export interface SetChoice {
  /** Ascending. */
  readonly sets: readonly number[];
  /** No cover of the whole instance has fewer sets. */
  readonly lowerBound: number;
  /** No choice within the allowed number of sets covers more elements. */
  readonly upperBound: number;
  /** Whether it is proven that no choice is better: none with fewer sets or, where these are limited, none that covers more. */
  readonly isOptimal: boolean;
}

interface SearchedPart {
  readonly part: PartOfCover;
  readonly smallest: Optimum;
}

/**
 * The fewest sets that have all elements (minimum set cover), and of such covers one with the least sum of ranks. Reductions
 * decide what they can, and each component of the rest is searched: first for the size, then for the ranks. Every element
 * must be in a set.
 *
 * @param mostOperations the limit of each of the two searches, over all components (see minimized). Where the first reaches
 *   it, the cover is the best one found, with a lower bound on the size of any. Where the second does, the sum of ranks is the
 *   least found.
 * @param mostSets a cover of more sets is not used, so its ranks are not searched.
 */
export function* smallestCover(cover: Cover, mostOperations: number, mostSets = Infinity): Steps<SetChoice> {
  const reduced = yield* reducedCover(cover);
  const parts = yield* componentsOf(cover, reduced);
  let size = reduced.forced.length;
  let lowerBound = size;
  let left = mostOperations;
  const searched: SearchedPart[] = [];
  for (const part of parts) {
    const smallest = yield* smallestOf(part.cover, left);
    left -= smallest.operations;
    size += smallest.sets.length;
    lowerBound += smallest.lowerBound;
    searched.push({ part, smallest });
  }
  const sets = [...reduced.forced];
  left = mostOperations;
  for (const { part, smallest } of searched) {
    const isSearched = smallest.isOptimal && size <= mostSets;
    const { sets: chosen, operations } = isSearched
      ? yield* preferredOf(part.cover, smallest.sets.length, smallest.sets, left)
      : smallest;
    left -= operations;
    for (const set of chosen) sets.push(itemAt(part.sets, set));
  }
  return {
    sets: sets.sort((a, b) => a - b),
    lowerBound,
    upperBound: elementCount(cover),
    isOptimal: size === lowerBound,
  };
}

function* smallestOf(cover: Cover, mostOperations: number): Steps<Optimum> {
  const greedy = withoutRedundant(cover, yield* greedyChoice(cover));
  yield;
  const costs = new Int32Array(setCount(cover)).fill(1);
  const objective = { costs, penalty: greedy.length + 1, mostSets: Infinity };
  return yield* minimized(cover, objective, greedy, mostOperations);
}

/** Of the choices of at most so many sets that cover no less than a given one, that with the least sum of ranks. */
export function* preferredOf(
  cover: Cover,
  mostSets: number,
  sets: readonly number[],
  mostOperations: number,
): Steps<Optimum> {
  const objective = { costs: cover.ranks, penalty: sumOfRanks(cover, sets) + 1, mostSets };
  return yield* minimized(cover, objective, sets, mostOperations);
}
