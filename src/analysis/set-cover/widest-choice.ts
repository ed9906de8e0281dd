import { itemAt } from '../../collections/item-at.ts';
import { listLength } from '../../collections/lists.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { coveredCount, elementCount, partOf, setCount, type Cover, type PartOfCover } from './cover.ts';
import { greedyChoice, type GreedyChoice } from './greedy-cover.ts';
import { undominatedSets } from './reduced-cover.ts';
import { searchedChoice } from './searched-choice.ts';
import type { Means, SetChoice } from './set-choice.ts';
import { reducedParts, smallestCover } from './smallest-cover.ts';

/**
 * No more than so many sets that have as many elements as possible (maximum coverage); of such choices one with the fewest
 * sets, of these one with the least sum of places. Where so many sets can have all elements, that is a smallest cover;
 * where they cannot, it takes all that are allowed, as every further one adds an element.
 *
 * @param most 1 or more.
 */
export async function widestChoice(cover: Cover, most: number, means: Means): Promise<SetChoice> {
  const reduced = await means.runSteps(reducedParts(cover));
  let { lowerBound } = reduced;
  if (lowerBound <= most) {
    const smallest = await smallestCover(cover, reduced, means);
    if (smallest.sets.length <= most) return smallest;
    lowerBound = smallest.lowerBound;
  }
  const { greedy, part, isBest } = await means.runSteps(greedyOfUndominated(cover, most));
  const plain: SetChoice = {
    sets: wholeSets(part, greedy.sets),
    lowerBound,
    // Where fewer sets than are needed are allowed, one element at least is left.
    upperBound: Math.min(greedy.upperBound, elementCount(cover) - (lowerBound > most ? 1 : 0)),
    isOptimal: isBest,
    isPreferred: isBest,
  };
  if (isBest) return { ...plain, upperBound: greedy.coveredCount };
  const searched = await means.runSteps(searchedChoice(part.cover, most, greedy.sets, means.mostLooks));
  // It tries choices of as many sets as are allowed; where fewer may have all elements, that is no proof.
  if (searched.isBest && lowerBound > most) {
    const { sets, coveredCount: upperBound } = searched;
    return { sets: wholeSets(part, sets), lowerBound, upperBound, isOptimal: true, isPreferred: true };
  }
  const known = searched.sets;
  const solution = await means.solver.solve({ cover: part.cover, most, known }, means.deadline);
  const upperBound = Math.min(plain.upperBound, solution?.bound ?? Infinity);
  const found = solution?.sets;
  const isBetter = found !== undefined && coveredCount(part.cover, found) >= searched.coveredCount;
  const sets = isBetter ? found : known;
  return {
    sets: wholeSets(part, sets),
    lowerBound,
    upperBound,
    isOptimal: coveredCount(part.cover, sets) === upperBound,
    isPreferred: isBetter && solution?.isPreferred === true,
  };
}

function* greedyOfUndominated(
  cover: Cover,
  most: number,
): Steps<{ readonly greedy: GreedyChoice; readonly part: PartOfCover; readonly isBest: boolean }> {
  const isLeft = yield* undominatedSets(cover);
  const sets = Int32Array.from(isLeft.keys()).filter((set) => isLeft[set] === 1);
  const elements = Int32Array.from({ length: elementCount(cover) }, (_, element) => element);
  const part = partOf(cover, sets, elements, new Int32Array(elements.length).fill(-1));
  yield;
  const greedy = yield* greedyChoice(part.cover, most);
  return { greedy, part, isBest: areLargestAndDisjoint(part.cover, greedy, most) };
}

/** Whether the choice is that of the largest sets, of equally large ones the first, which share no element. */
function areLargestAndDisjoint(cover: Cover, { sets, gains }: GreedyChoice, most: number): boolean {
  const sizeOf = (set: number) => listLength(cover.elementsOf, set);
  if (most === 1) return true;
  if (sets.some((set, index) => sizeOf(set) !== gains[index])) return false;
  const largestFirst = Int32Array.from({ length: setCount(cover) }, (_, set) => set).sort(
    (a, b) => sizeOf(b) - sizeOf(a) || a - b,
  );
  return sets.every((set, index) => largestFirst[index] === set);
}

function wholeSets(part: PartOfCover, sets: readonly number[]): readonly number[] {
  return sets.map((set) => itemAt(part.sets, set)).sort((a, b) => a - b);
}
