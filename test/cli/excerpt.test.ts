import { expect, test } from 'vitest';
import { excerpt } from '../../src/cli/output/excerpt.ts';

test('keeps a short text whole', () => {
  expect(excerpt('Keeps the platform up.', ['platform'])).toBe('Keeps the platform up.');
});

test('shows of a long text the part that has the first of the words', () => {
  const text = `${'before '.repeat(100)}Backups are verified. ${'after '.repeat(100)}`;
  const shown = excerpt(text, ['verified', 'backups']);
  expect(shown).toMatch(/^… (\w+ )+Backups are verified\. after .* …$/);
  expect(shown.length).toBeLessThan(250);
  expect(excerpt(text, ['unknown'])).toMatch(/^before before .* …$/);
  expect(excerpt(text, [])).toMatch(/^before /);
});

test('never ends within a character', () => {
  expect(excerpt('🩺'.repeat(200).padStart(401, 'x'), []).isWellFormed()).toBe(true);
});
