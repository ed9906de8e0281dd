import { expect, test } from 'vitest';
import { capitalized, spelledNumber, spelledNumberOf } from '../../src/text/spelled-number.ts';

test('numbers up to twenty are words, and others digits', () => {
  expect([0, 1, 12, 20, 21, 1000].map(spelledNumber)).toEqual(['no', 'one', 'twelve', 'twenty', '21', '1,000']);
});

test('a number has its noun in the singular up to one', () => {
  expect([0, 1, 2].map((count) => spelledNumberOf(count, 'role', 'roles'))).toEqual([
    'no role',
    'one role',
    'two roles',
  ]);
});

test('a sentence begins with a capital letter', () => {
  expect(capitalized(spelledNumber(3))).toBe('Three');
  expect(capitalized('')).toBe('');
});
