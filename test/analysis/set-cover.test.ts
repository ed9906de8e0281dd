import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minimized } from '../../src/analysis/set-cover/branch-and-bound.ts';
import { greedyChoice, withoutRedundant } from '../../src/analysis/set-cover/greedy-cover.ts';
import { reducedCover } from '../../src/analysis/set-cover/reduced-cover.ts';
import { smallestCover } from '../../src/analysis/set-cover/smallest-cover.ts';
import { widestChoice } from '../../src/analysis/set-cover/widest-choice.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { bestChoice, covered, merits, plainCover, smallCovers, steinerCover, type PlainCover } from './set-covers.ts';

const mostSets = fc.integer({ min: 0, max: 5 });
const unlimited = Infinity;

const greedyCover = ({ cover }: PlainCover) => withoutRedundant(cover, runToCompletion(greedyChoice(cover)));

/** What is minimized where covers of fewest sets are looked for. */
const sizeOf = ({ sets }: PlainCover, incumbent: readonly number[]) => ({
  costs: new Int32Array(sets.length).fill(1),
  penalty: incumbent.length + 1,
  mostSets: Infinity,
});

/** The same instance with its elements in another order. */
function withElementsIn(order: readonly number[], { sets, elements }: PlainCover): PlainCover {
  const numbers = [...new Set(order.filter((element) => element < elements))];
  return plainCover(
    sets.map((set) => set.map((element) => numbers.indexOf(element)).sort((a, b) => a - b)),
    elements,
  );
}

const elementOrders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 });

describe('a smallest cover', () => {
  test('a smallest cover has the fewest sets, of such covers the least sum of ranks, and is proven to be optimal', () => {
    fc.assert(
      fc.property(smallCovers, (plain) => {
        const choice = runToCompletion(smallestCover(plain.cover, unlimited));
        const best = bestChoice(plain);
        expect(merits(plain, choice.sets)).toEqual(merits(plain, best));
        expect(choice).toMatchObject({ isOptimal: true, lowerBound: best.length, upperBound: plain.elements });
      }),
      { numRuns: 500 },
    );
  });

  test('branch and bound finds a smallest cover without reductions, and a search of no operations returns a cover', () => {
    fc.assert(
      fc.property(smallCovers, (plain) => {
        const incumbent = greedyCover(plain);
        const best = bestChoice(plain);
        const found = runToCompletion(minimized(plain.cover, sizeOf(plain, incumbent), incumbent, unlimited));
        expect(covered(plain, found.sets)).toBe(plain.elements);
        expect(found).toMatchObject({ isOptimal: true, lowerBound: best.length });
        expect(found.sets).toHaveLength(best.length);
        const cut = runToCompletion(minimized(plain.cover, sizeOf(plain, incumbent), incumbent, 0));
        expect(covered(plain, cut.sets)).toBe(plain.elements);
        expect(cut.sets.length).toBeLessThanOrEqual(incumbent.length);
        expect(cut.lowerBound).toBeLessThanOrEqual(best.length);
        if (cut.isOptimal) expect(cut.sets).toHaveLength(best.length);
      }),
      { numRuns: 300 },
    );
  });

  test('a smallest cover is never larger than the greedy one, of which no set can be left out', () => {
    fc.assert(
      fc.property(smallCovers, (plain) => {
        const greedy = greedyCover(plain);
        expect(greedy.length).toBeGreaterThanOrEqual(bestChoice(plain).length);
        expect(covered(plain, greedy)).toBe(plain.elements);
        for (const set of greedy) {
          expect(
            covered(
              plain,
              greedy.filter((other) => other !== set),
            ),
          ).toBeLessThan(plain.elements);
        }
      }),
    );
  });

  test('a smallest cover is smaller than the greedy one where that has a set too many', () => {
    // Each of two sets has half of the elements; a third has more of them than either.
    const plain = plainCover(
      [
        [0, 1, 2, 3, 7, 8, 9, 10],
        [0, 1, 2, 3, 4, 5, 6],
        [7, 8, 9, 10, 11, 12, 13],
        [4, 5, 11, 12],
        [6, 13],
      ],
      14,
    );
    expect(greedyCover(plain)).toEqual([0, 3, 4]);
    expect(runToCompletion(smallestCover(plain.cover, unlimited)).sets).toEqual([1, 2]);
  });

  test('reductions leave few sets of many, and a smallest cover among them', () => {
    const chain = plainCover([[0, 1], [1, 2], [2, 3], [3], [0], [2]], 4);
    const { forced, sets, elements } = runToCompletion(reducedCover(chain.cover));
    expect([forced, [...sets], [...elements]]).toEqual([
      [0, 2],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });
});

describe('maximum coverage', () => {
  test('a widest choice has the most elements, by the fewest sets of the least sum of ranks, and is proven to be optimal', () => {
    fc.assert(
      fc.property(smallCovers, mostSets, (plain, allowed) => {
        const choice = runToCompletion(widestChoice(plain.cover, allowed, unlimited));
        const best = bestChoice(plain, allowed);
        expect(merits(plain, choice.sets)).toEqual(merits(plain, best));
        expect(choice).toMatchObject({ isOptimal: true, upperBound: covered(plain, best) });
        expect(choice.lowerBound).toBe(bestChoice(plain).length);
      }),
      { numRuns: 500 },
    );
  });

  test('a widest choice has honest bounds where the search reaches its limit, and is called optimal only where it is', () => {
    fc.assert(
      fc.property(smallCovers, mostSets, fc.nat({ max: 200 }), (plain, allowed, mostOperations) => {
        const choice = runToCompletion(widestChoice(plain.cover, allowed, mostOperations));
        const best = covered(plain, bestChoice(plain, allowed));
        const reached = covered(plain, choice.sets);
        expect(choice.sets.length).toBeLessThanOrEqual(allowed);
        expect(choice.lowerBound).toBeLessThanOrEqual(bestChoice(plain).length);
        expect(choice.upperBound).toBeGreaterThanOrEqual(best);
        expect(reached).toBeGreaterThanOrEqual(Math.ceil(best * (1 - 1 / Math.E)));
        if (choice.isOptimal) expect(reached).toBe(best);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the order in which an instance is given', () => {
  test('the order of the elements changes neither the size, nor what is covered, nor the sum of ranks', () => {
    fc.assert(
      fc.property(smallCovers, mostSets, elementOrders, (plain, allowed, order) => {
        const other = withElementsIn(order, plain);
        for (const most of [allowed, Infinity]) {
          const choices = [plain, other].map(({ cover }) => runToCompletion(widestChoice(cover, most, unlimited)));
          const [first, second] = choices.map(({ sets }) => merits(plain, sets));
          expect(second).toEqual(first);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the order of the sets changes neither the size nor what is covered', () => {
    fc.assert(
      fc.property(smallCovers, mostSets, (plain, allowed) => {
        const reversed = plainCover(plain.sets.toReversed(), plain.elements);
        for (const most of [allowed, Infinity]) {
          const [first, second] = [plain, reversed].map((each) => {
            const { sets, ...bounds } = runToCompletion(widestChoice(each.cover, most, unlimited));
            return { size: sets.length, covered: covered(each, sets), ...bounds };
          });
          expect(second).toEqual(first);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a search that reaches its limit', () => {
  // 61 sets are the fewest (Mannino and Sassano, Solving hard set covering problems, 1995): it takes millions of nodes.
  const hard = steinerCover(4);
  const mostOperations = 2_000_000;

  test('a search that reaches its limit returns a cover, a lower bound on the size of any, and no claim to be optimal', () => {
    const choice = runToCompletion(smallestCover(hard.cover, mostOperations));
    expect(covered(hard, choice.sets)).toBe(hard.elements);
    expect(choice.isOptimal).toBe(false);
    expect(choice.lowerBound).toBeGreaterThanOrEqual(27);
    expect(choice.lowerBound).toBeLessThanOrEqual(61);
    expect(choice.sets.length).toBeGreaterThanOrEqual(61);
    expect(choice.sets.length).toBeLessThanOrEqual(greedyCover(hard).length);
  });

  test('a search exceeds its limit of operations by one iteration at most, and yields on its way', () => {
    const incumbent = greedyCover(hard);
    const steps = minimized(hard.cover, sizeOf(hard, incumbent), incumbent, mostOperations);
    let yields = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yields++;
    expect(step.value.operations).toBeGreaterThanOrEqual(mostOperations);
    expect(step.value.operations).toBeLessThan(1.1 * mostOperations);
    expect(yields).toBeGreaterThanOrEqual(10);
  });

  test('a search that reaches its limit finds the same each time', () => {
    const [first, second] = [1, 2].map(() => runToCompletion(widestChoice(hard.cover, 40, mostOperations)));
    expect(second).toEqual(first);
  });
});
