import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equalChoices } from '../../src/analysis/set-cover/equal-choices.ts';
import { widestChoice } from '../../src/analysis/set-cover/widest-choice.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import {
  bestChoice,
  choicesOf,
  covered,
  plainCover,
  smallCovers,
  steinerCover,
  type PlainCover,
} from './set-covers.ts';

const mostSets = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(Infinity));

const optimalChoice = ({ cover }: PlainCover, most = Infinity) =>
  runToCompletion(widestChoice(cover, most, Infinity)).sets;

/** Tried one by one: every choice that is as good as the best of no more than so many sets. */
function bestChoices(plain: PlainCover, most: number): readonly (readonly number[])[] {
  const best = bestChoice(plain, most);
  return choicesOf(plain).filter(
    (choice) => choice.length === best.length && covered(plain, choice) === covered(plain, best),
  );
}

const inAllOf = (choices: readonly (readonly number[])[]) =>
  (choices[0] ?? []).filter((set) => choices.every((choice) => choice.includes(set)));

describe('choices that are as good as an optimal one', () => {
  test('they are counted exactly, and the sets that are in all of them are found', () => {
    fc.assert(
      fc.property(smallCovers, mostSets, (plain, most) => {
        const expected = bestChoices(plain, most);
        expect(runToCompletion(equalChoices(plain.cover, optimalChoice(plain, most), Infinity))).toEqual({
          count: expected.length,
          isExact: true,
          inAll: inAllOf(expected),
          undecided: [],
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test('a search that reaches its limit claims no more than it has proven', () => {
    fc.assert(
      fc.property(smallCovers, mostSets, fc.nat({ max: 60 }), (plain, most, mostOperations) => {
        const expected = bestChoices(plain, most);
        const chosen = optimalChoice(plain, most);
        const found = runToCompletion(equalChoices(plain.cover, chosen, mostOperations));
        expect(found.count).toBeGreaterThanOrEqual(1);
        expect(found.count).toBeLessThanOrEqual(expected.length);
        if (found.isExact) expect(found.count).toBe(expected.length);
        const inAll = inAllOf(expected);
        expect(inAll).toEqual(expect.arrayContaining([...found.inAll]));
        expect(chosen).toEqual(expect.arrayContaining([...found.inAll, ...found.undecided]));
        expect([...found.inAll, ...found.undecided]).toEqual(expect.arrayContaining([...inAll]));
      }),
      { numRuns: 500 },
    );
  });

  test('numbers of independent parts are multiplied, up to a bound at which the count is not exact', () => {
    // Thirty elements that two sets each have alone: 2^30 covers.
    const pairs = plainCover(
      Array.from({ length: 60 }, (_, set) => [set >> 1]),
      30,
    );
    expect(runToCompletion(equalChoices(pairs.cover, optimalChoice(pairs), 1_000))).toEqual({
      count: 1_000_000,
      isExact: false,
      inAll: [],
      undecided: [],
    });
    const few = plainCover([...Array.from({ length: 20 }, (_, set) => [set >> 1]), [10]], 11);
    expect(runToCompletion(equalChoices(few.cover, optimalChoice(few), 1_000))).toEqual({
      count: 1_024,
      isExact: true,
      inAll: [20],
      undecided: [],
    });
  });

  test('a search ends soon after its limit of operations, yields on its way, and finds the same each time', () => {
    const hard = steinerCover(3);
    const chosen = optimalChoice(hard);
    const counted = () => {
      const steps = equalChoices(hard.cover, chosen, 300_000);
      let yields = 0;
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) yields++;
      return { yields, found: step.value };
    };
    const first = counted();
    expect(first.yields).toBeGreaterThanOrEqual(100);
    expect(first.yields).toBeLessThanOrEqual(160);
    expect(first.found).toMatchObject({ isExact: false, inAll: [] });
    expect(counted()).toEqual(first);
  });
});
