import fc from 'fast-check';
import { listsOf } from '../../src/collections/lists.ts';
import { coverOf, type Cover } from '../../src/analysis/set-cover/cover.ts';
import type { CoverSolver } from '../../src/analysis/set-cover/exact/cover-solver.ts';
import type { Means } from '../../src/analysis/set-cover/set-choice.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';

/** An instance as lists of elements; each element is in one of them at least. */
export interface PlainCover {
  readonly cover: Cover;
  readonly sets: readonly (readonly number[])[];
  readonly elements: number;
}

/** Small instances, every element of which is in a set. */
export const smallCovers: fc.Arbitrary<PlainCover> = fc
  .record({
    elements: fc.integer({ min: 0, max: 9 }),
    drawn: fc.array(fc.uniqueArray(fc.nat({ max: 8 }), { maxLength: 4 }), { maxLength: 10 }),
  })
  .map(({ elements, drawn }) => {
    const sets = drawn.map((set) => set.filter((element) => element < elements).sort((a, b) => a - b));
    const missing = Array.from({ length: elements }, (_, element) => element).filter(
      (element) => !sets.some((set) => set.includes(element)),
    );
    return plainCover(missing.length === 0 ? sets : [...sets, missing], elements);
  });

export function plainCover(sets: readonly (readonly number[])[], elements: number): PlainCover {
  return { sets, elements, cover: coverOf(listsOf(sets), elements) };
}

/** Every choice of sets. */
function choicesOf({ sets }: PlainCover): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** sets.length }, (_, bits) => [...sets.keys()].filter((set) => bits & (1 << set)));
}

export function covered({ sets }: PlainCover, choice: readonly number[]): number {
  return new Set(choice.flatMap((set) => sets[set] ?? [])).size;
}

const sumOf = (choice: readonly number[]) => choice.reduce((sum, set) => sum + set, 0);

/** Tried one by one: of no more than so many sets those that cover most, then the fewest, then the least sum of places. */
export function bestChoice(plain: PlainCover, most = Infinity): readonly number[] {
  const [best = []] = choicesOf(plain)
    .filter((choice) => choice.length <= most)
    .sort((a, b) => covered(plain, b) - covered(plain, a) || a.length - b.length || sumOf(a) - sumOf(b));
  return best;
}

/** What a choice is judged by: how many sets, how many elements, the sum of places. */
export function merits(plain: PlainCover, choice: readonly number[]): readonly number[] {
  return [choice.length, covered(plain, choice), sumOf(choice)];
}

/** A solver that has never done in time. */
export const lateSolver: CoverSolver = { solve: () => Promise.resolve(undefined) };

/** @param mostLooks 0 leaves everything that is not settled by reductions and bounds to the solver. */
export function means(solver: CoverSolver, mostLooks = 1_000_000): Means {
  return { solver, deadline: performance.now() + 10_000, mostLooks, runSteps: runToCompletion };
}
