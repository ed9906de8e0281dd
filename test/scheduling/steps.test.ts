import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  runToCompletion,
  forEachInSteps,
  collectInSteps,
  mapInSteps,
  sortInSteps,
} from '../../src/scheduling/steps.ts';

test('sorting in steps gives the same order as toSorted, also for equal items', () => {
  const items = fc.array(fc.record({ key: fc.nat(40), id: fc.nat() }), { maxLength: 3_000, size: 'max' });
  fc.assert(
    fc.property(items, (list) => {
      const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
      expect(runToCompletion(sortInSteps(list, byKey))).toEqual(list.toSorted(byKey));
    }),
    { numRuns: 30 },
  );
});

test('collecting, mapping and iterating in steps give the same as the methods of an array', () => {
  const numbers = Array.from({ length: 2_500 }, (_, index) => index);
  expect(runToCompletion(collectInSteps(numbers.values()))).toEqual(numbers);
  expect(runToCompletion(mapInSteps(numbers, (each, index) => each + index))).toEqual(numbers.map((each) => 2 * each));
  const seen: number[] = [];
  runToCompletion(forEachInSteps(numbers, (each) => seen.push(each)));
  expect(seen).toEqual(numbers);
});
