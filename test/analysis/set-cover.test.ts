import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HighsSolver } from '../../src/analysis/set-cover/exact/highs-solver.ts';
import { greedyChoice, withoutRedundant } from '../../src/analysis/set-cover/greedy-cover.ts';
import { lowerBoundOf } from '../../src/analysis/set-cover/lower-bounds.ts';
import { reducedCover } from '../../src/analysis/set-cover/reduced-cover.ts';
import { searchedCover } from '../../src/analysis/set-cover/searched-cover.ts';
import { reducedParts, smallestCover } from '../../src/analysis/set-cover/smallest-cover.ts';
import { widestChoice } from '../../src/analysis/set-cover/widest-choice.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { bestChoice, covered, lateSolver, means, merits, plainCover, smallCovers } from './set-covers.ts';

const most = fc.integer({ min: 1, max: 5 });

describe('a smallest cover', () => {
  test('a smallest cover has the fewest sets, of these the least sum of positions, and is proven so without a solver', async () => {
    await fc.assert(
      fc.asyncProperty(smallCovers, async (plain) => {
        const choice = await smallestCover(plain.cover, runToCompletion(reducedParts(plain.cover)), means(lateSolver));
        const best = bestChoice(plain);
        expect(merits(plain, choice.sets)).toEqual(merits(plain, best));
        expect(choice).toMatchObject({ isOptimal: true, isPreferred: true, lowerBound: best.length });
        expect(choice.upperBound).toBe(plain.elements);
      }),
      { numRuns: 500 },
    );
  });

  test('a smallest cover is found by the search alone, and a search that is cut keeps what it knew', () => {
    fc.assert(
      fc.property(smallCovers, ({ cover, ...plain }) => {
        const greedy = withoutRedundant(cover, runToCompletion(greedyChoice(cover)).sets);
        const found = runToCompletion(searchedCover(cover, greedy, Infinity));
        expect(merits({ cover, ...plain }, found.sets)).toEqual(
          merits({ cover, ...plain }, bestChoice({ cover, ...plain })),
        );
        expect(found.isBest).toBe(true);
        const cut = runToCompletion(searchedCover(cover, greedy, 0));
        expect(cut.sets).toEqual(greedy);
        expect(cut.isBest).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('a smallest cover is never smaller than the lower bound, and never larger than the greedy one', () => {
    fc.assert(
      fc.property(smallCovers, (plain) => {
        const { length } = bestChoice(plain);
        const greedy = withoutRedundant(plain.cover, runToCompletion(greedyChoice(plain.cover)).sets);
        expect(lowerBoundOf(plain.cover)).toBeLessThanOrEqual(length);
        expect(greedy.length).toBeGreaterThanOrEqual(length);
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
  const solver = new HighsSolver();

  test.each([
    ['the solver', () => means(solver, 0)],
    ['the search alone', () => means(lateSolver)],
  ] as const)(
    'maximum coverage has the most elements, by the fewest sets, of these the least sum of positions, by %s',
    async (_, settledBy) => {
      await fc.assert(
        fc.asyncProperty(smallCovers, most, async (plain, allowed) => {
          const choice = await widestChoice(plain.cover, allowed, settledBy());
          const best = bestChoice(plain, allowed);
          expect(merits(plain, choice.sets)).toEqual(merits(plain, best));
          expect(choice).toMatchObject({ isOptimal: true, isPreferred: true, upperBound: covered(plain, best) });
          expect(choice.lowerBound).toBeLessThanOrEqual(bestChoice(plain).length);
        }),
        { numRuns: 100 },
      );
    },
  );

  test('maximum coverage has correct bounds if the solver is too late, and is optimal only if that is proven', async () => {
    await fc.assert(
      fc.asyncProperty(smallCovers, most, async (plain, allowed) => {
        const choice = await widestChoice(plain.cover, allowed, means(lateSolver, 0));
        const best = covered(plain, bestChoice(plain, allowed));
        const reached = covered(plain, choice.sets);
        expect(choice.sets.length).toBeLessThanOrEqual(allowed);
        expect(choice.upperBound).toBeGreaterThanOrEqual(best);
        expect(reached).toBeGreaterThanOrEqual(Math.ceil(best * (1 - 1 / Math.E)));
        if (choice.isOptimal) expect(reached).toBe(best);
        if (choice.isPreferred) expect(merits(plain, choice.sets)).toEqual(merits(plain, bestChoice(plain, allowed)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('HiGHS', () => {
  const solver = new HighsSolver();
  const inTime = () => performance.now() + 10_000;
  /** Halves of each of two sets, then of what is left of them, are larger than what is left of one: it takes three. */
  const greedyFails = plainCover(
    [
      [0, 1, 2, 3, 7, 8, 9, 10],
      [0, 1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11, 12, 13],
      [4, 5, 11, 12],
      [6, 13],
    ],
    14,
  );

  test('HiGHS finds the cover that is smaller than the greedy one', async () => {
    const known = withoutRedundant(greedyFails.cover, runToCompletion(greedyChoice(greedyFails.cover)).sets);
    expect(known).toEqual([0, 3, 4]);
    expect(await solver.solve({ cover: greedyFails.cover, known }, inTime())).toEqual({
      sets: [1, 2],
      bound: 2,
      isPreferred: true,
    });
  });

  test('HiGHS agrees with trying every choice, of covers and of as many sets as allowed', async () => {
    await fc.assert(
      fc.asyncProperty(smallCovers, most, async (plain, allowed) => {
        fc.pre(plain.elements > 0);
        const known = runToCompletion(greedyChoice(plain.cover)).sets;
        const smallest = await solver.solve({ cover: plain.cover, known }, inTime());
        const best = bestChoice(plain);
        expect(merits(plain, smallest?.sets ?? [])).toEqual(merits(plain, best));
        expect(smallest).toMatchObject({ bound: best.length, isPreferred: true });

        const begun = runToCompletion(greedyChoice(plain.cover, allowed)).sets;
        const widest = await solver.solve({ cover: plain.cover, most: allowed, known: begun }, inTime());
        const wide = bestChoice(plain, allowed);
        expect(widest).toMatchObject({ bound: covered(plain, wide), isPreferred: true });
        expect(covered(plain, widest?.sets ?? [])).toBe(covered(plain, wide));
      }),
      { numRuns: 60 },
    );
  });

  test('HiGHS returns nothing if its thread fails, and answers the next problem in another', async () => {
    const failures: unknown[] = [];
    const own = new HighsSolver((error) => failures.push(error));
    // Half a set: the thread refuses it, which ends it.
    const wrong = own.solve({ cover: greedyFails.cover, known: [0.5] }, inTime());
    const next = own.solve({ cover: greedyFails.cover, known: [0, 3, 4] }, inTime());
    expect(await wrong).toBeUndefined();
    expect((await next)?.sets).toEqual([1, 2]);
    expect(failures).toHaveLength(1);
  });

  test('HiGHS returns nothing if no time is left, and answers the next problem', async () => {
    const problem = { cover: greedyFails.cover, known: [0, 3, 4] };
    const [late, next] = await Promise.all([solver.solve(problem, performance.now()), solver.solve(problem, inTime())]);
    expect(late).toBeUndefined();
    expect(next?.sets).toEqual([1, 2]);
  });

  test('HiGHS is stopped if it does not end, and answers the next problem in a new thread', async () => {
    // Covers of the triples of a Steiner system by its 81 points: easily said, and hard for branch and bound.
    const triples = steinerTriples(4);
    const hard = plainCover(
      Array.from({ length: 81 }, (_, point) =>
        [...triples.keys()].filter((triple) => triples[triple]?.includes(point)),
      ),
      triples.length,
    );
    const known = withoutRedundant(hard.cover, runToCompletion(greedyChoice(hard.cover)).sets);
    const own = new HighsSolver();
    const solution = await own.solve({ cover: hard.cover, known }, performance.now() + 1_000);
    // 61 is the least that covers them (Mannino and Sassano, Solving hard set covering problems, 1995).
    if (solution !== undefined) expect(solution.bound).toBeLessThanOrEqual(61);
    expect(solution?.isPreferred ?? false).toBe(false);
    await own.solve({ cover: hard.cover, known }, performance.now() + 110);
    const next = await own.solve({ cover: greedyFails.cover, known: [0, 3, 4] }, inTime());
    expect(next?.sets).toEqual([1, 2]);
  });
});

/** Points are vectors over three numbers; three make a triple where they add up to nothing (Fulkerson and others, 1974). */
function steinerTriples(dimension: number): readonly (readonly [number, number, number])[] {
  const points = 3 ** dimension;
  const third = (a: number, b: number) => {
    let [point, unit] = [0, 1];
    for (let digit = 0; digit < dimension; digit++, unit *= 3) {
      point += ((6 - (Math.floor(a / unit) % 3) - (Math.floor(b / unit) % 3)) % 3) * unit;
    }
    return point;
  };
  const triples: (readonly [number, number, number])[] = [];
  for (let a = 0; a < points; a++) {
    for (let b = a + 1; b < points; b++) if (third(a, b) > b) triples.push([a, b, third(a, b)]);
  }
  return triples;
}
