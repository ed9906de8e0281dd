import type { Steps } from '../../steps.ts';
import { itemAt } from '../../graph/item-at.ts';
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

/** A cover found by reductions and search, part by part. */
interface SearchedParts {
  readonly forced: readonly number[];
  readonly parts: readonly SearchedPart[];
}

/**
 * The fewest sets that have all elements, of these the ones with the least sum of places. What reductions leave falls into
 * parts; each is searched, and what is too large for that goes to the solver. Where that comes to no end in time, it is the
 * best cover found, with what is known of the size of any. Every element must be in a set.
 */
export async function smallestCover(cover: Cover, means: Means): Promise<SetChoice> {
  const { forced, parts } = await means.inTurns(searchedParts(cover, means.mostLooks));
  const solved: SearchedPart[] = [];
  for (const part of parts) solved.push(part.isPreferred ? part : await solvedPart(part, means));
  const sets = [...forced, ...solved.flatMap(({ part, sets }) => sets.map((set) => itemAt(part.sets, set)))];
  const lowerBound = solved.reduce((sum, part) => sum + part.lowerBound, forced.length);
  return {
    sets: sets.sort((a, b) => a - b),
    lowerBound,
    upperBound: elementCount(cover),
    isOptimal: sets.length === lowerBound,
    isPreferred: solved.every(({ isPreferred }) => isPreferred),
  };
}

/** No cover has fewer sets. */
export function* lowerBoundInSteps(cover: Cover): Steps<number> {
  const reduced = yield* reducedCover(cover);
  const parts = yield* componentsOf(cover, reduced);
  return parts.reduce((sum, part) => sum + lowerBoundOf(part.cover), reduced.forced.length);
}

/** @param mostLooks of all searches together. */
function* searchedParts(cover: Cover, mostLooks: number): Steps<SearchedParts> {
  const reduced = yield* reducedCover(cover);
  const parts = yield* componentsOf(cover, reduced);
  // Small ones first, so that one that is too large takes nothing from them.
  parts.sort((a, b) => setCount(a.cover) - setCount(b.cover) || itemAt(a.sets, 0) - itemAt(b.sets, 0));
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
  return { forced: reduced.forced, parts: searched };
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
