import { describe, expect, test } from 'vitest';
import { nothingToCover, type PlanQuestion } from '../../../explorer/state/address/plan-address.ts';
import { excluded, required, seatedToo, seatSteps, swapped, unseated } from '../../../explorer/views/plan/seats.ts';

const question: PlanQuestion = { ...nothingToCover, cover: ['pillar:security'], max: 8, without: ['role:c'] };
const seats = ['role:a', 'role:b'];

describe('a change of a seat', () => {
  test('keeps all other seats, and as many of them as there were', () => {
    expect(swapped(question, seats, 'role:a', 'role:c')).toEqual({
      ...question,
      max: 2,
      with: ['role:c', 'role:b'],
      without: [],
    });
  });

  test('can be a seat more or less, but not no seat at all', () => {
    expect(seatedToo(question, seats, 'role:d')).toMatchObject({ max: 3, with: ['role:a', 'role:b', 'role:d'] });
    expect(unseated(question, seats, 'role:a')).toMatchObject({ max: 1, with: ['role:b'] });
    expect(unseated(question, ['role:a'], 'role:a')).toBeNull();
  });
});

describe('a role', () => {
  test('that cannot come is in no plan, and leaves the others as they were chosen', () => {
    const chosen = { ...question, with: ['role:a', 'role:b'] };
    expect(excluded(chosen, 'role:a')).toEqual({ ...chosen, with: ['role:b'], without: ['role:c', 'role:a'] });
  });

  test('that must come has a seat, for which there is room', () => {
    expect(required({ ...question, max: 1, with: ['role:a'] }, 'role:c')).toEqual({
      ...question,
      max: 2,
      with: ['role:a', 'role:c'],
      without: [],
    });
    expect(required({ ...question, max: null }, 'role:a').max).toBeNull();
  });
});

describe('one seat less or more', () => {
  test.each([
    ['starts from the plan without a limit', { ...question, max: null }, 6, { less: 5, more: 7 }],
    ['starts from the limit', { ...question, max: 8 }, 6, { less: 7, more: 9 }],
    ['leaves seats for those who were chosen', { ...question, max: 2, with: seats }, 2, { less: null, more: 3 }],
    ['leaves one seat', { ...question, max: 1 }, 1, { less: null, more: 2 }],
  ])('%s', (_, asked, count, steps) => {
    expect(seatSteps(asked, count)).toEqual(steps);
  });
});
