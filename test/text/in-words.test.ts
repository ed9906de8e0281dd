import { expect, test } from 'vitest';
import { counted } from '../../src/text/in-words.ts';

test.each([
  [0, '0 roles'],
  [1, '1 role'],
  [2, '2 roles'],
  [100_000, '100,000 roles'],
])('%d is counted as %s', (count, text) => {
  expect(counted(count, 'role')).toBe(text);
});

test('uses a plural of its own if one is given', () => {
  expect(counted(1, 'responsibility', 'responsibilities')).toBe('1 responsibility');
  expect(counted(3, 'responsibility', 'responsibilities')).toBe('3 responsibilities');
});
