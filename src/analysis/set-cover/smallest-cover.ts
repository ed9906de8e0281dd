import type { Steps } from '../../scheduling/steps.ts';
import { itemAt } from '../../collections/item-at.ts';
import { componentsOf } from './components.ts';
import { elementCount, setCount, type Cover, type PartOfCover } from './cover.ts';
import { greedyChoice, withoutRedundant } from './greedy-cover.ts';
import { lowerBoundOf } from './lower-bounds.ts';
import { reducedCover } from './reduced-cover.ts';
import { searchedCover } from './searched-cover.ts';
import type { Means, SetChoice } from './set-choice.ts';

/** A part of an instance that was searched: the best cover found of it, by the numbers of the part. */
interface SearchedPart {
  readonly part: PartOfCover;
  readonly sets: readonly number[];
  readonly lowerBound: number;
  readonly isPreferred: boolean;
}

/** What reductions leave of an instance: parts that have nothing to do with each other. */
export interface ReducedParts {
  readonly forced: readonly number[];
  readonly parts: readonly PartOfCover[];
  /** No cover of the whole instance has fewer sets. */
  readonly lowerBound: number;
}

/** Small parts first, so that one that is too large for a search takes nothing from them. */
export function* reducedParts(cover: Cover): Steps<ReducedParts> {
  const reduced = yield* reducedCover(cover);
  const parts = yield* componentsOf(cover, reduced);
  parts.sort((a, b) => setCount(a.cover) - setCount(b.cover) || itemAt(a.sets, 0) - itemAt(b.sets, 0));
  const lowerBound = parts.reduce((sum, part) => sum + lowerBoundOf(part.cover), reduced.forced.length);
  return { forced: reduced.forced, parts, lowerBound };
}

/**
 * The fewest sets that have all elements, of these the ones with the least sum of places. Each part that reductions leave is
 * searched, and what is too large for that goes to the solver. Where that comes to no end in time, it is the best cover
 * found, with what is known of the size of any. Every element must be in a set.
 */
export async function smallestCover(cover: Cover, reduced: ReducedParts, means: Means): Promise<SetChoice> {
  const searched = await means.runSteps(searchedParts(reduced.parts, means.mostLooks));
  const solved: SearchedPart[] = [];
  for (const part of searched) solved.push(part.isPreferred ? part : await solvedPart(part, means));
  const sets = [...reduced.forced, ...solved.flatMap(({ part, sets }) => sets.map((set) => itemAt(part.sets, set)))];
  const lowerBound = solved.reduce((sum, part) => sum + part.lowerBound, reduced.forced.length);
  return {
    sets: sets.sort((a, b) => a - b),
    lowerBound,
    upperBound: elementCount(cover),
    isOptimal: sets.length === lowerBound,
    isPreferred: solved.every(({ isPreferred }) => isPreferred),
  };
}

/** @param mostLooks of all searches together. */
function* searchedParts(parts: readonly PartOfCover[], mostLooks: number): Steps<readonly SearchedPart[]> {
  const searched: SearchedPart[] = [];
  let looks = 0;
  for (const part of parts) {
    const greedy = withoutRedundant(part.cover, (yield* greedyChoice(part.cover)).sets);
    const lowerBound = lowerBoundOf(part.cover);
    yield;
    const found = yield* searchedCover(part.cover, greedy, mostLooks - looks);
    looks += found.looks;
    const { sets, isBest } = found;
    searched.push({ part, sets, lowerBound: isBest ? sets.length : lowerBound, isPreferred: isBest });
  }
  return searched;
}

async function solvedPart(searched: SearchedPart, { solver, deadline }: Means): Promise<SearchedPart> {
  const { part, sets: known, lowerBound } = searched;
  const solution = await solver.solve({ cover: part.cover, known }, deadline);
  if (solution === undefined) return searched;
  const { sets = known, bound, isPreferred } = solution;
  return {
    part,
    sets: sets.length <= known.length ? sets : known,
    lowerBound: Math.max(lowerBound, bound),
    isPreferred,
  };
}
