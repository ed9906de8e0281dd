import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  completed,
  eachInSteps,
  gatheredInSteps,
  inTurns,
  mappedInSteps,
  sortedInSteps,
} from '../../src/scheduling/steps.ts';

test('what is sorted in steps is in the order that sorting gives, equals included', () => {
  const items = fc.array(fc.record({ key: fc.nat(40), id: fc.nat() }), { maxLength: 3_000, size: 'max' });
  fc.assert(
    fc.property(items, (list) => {
      const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
      expect(completed(sortedInSteps(list, byKey))).toEqual(list.toSorted(byKey));
    }),
    { numRuns: 30 },
  );
});

test('lists gathered, mapped and gone through in steps are those of an array', () => {
  const numbers = Array.from({ length: 2_500 }, (_, place) => place);
  expect(completed(gatheredInSteps(numbers.values()))).toEqual(numbers);
  expect(completed(mappedInSteps(numbers, (each, place) => each + place))).toEqual(numbers.map((each) => 2 * each));
  const seen: number[] = [];
  completed(eachInSteps(numbers, (each) => seen.push(each)));
  expect(seen).toEqual(numbers);
});

test('the event loop turns while steps are taken', async () => {
  let turns = 0;
  const counting = setInterval(() => turns++, 0);
  function* steps() {
    const until = performance.now() + 60;
    while (performance.now() < until) yield;
    return 'done';
  }
  expect(await inTurns(steps())).toBe('done');
  clearInterval(counting);
  expect(turns).toBeGreaterThan(2);
});
