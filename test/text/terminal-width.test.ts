import fc from 'fast-check';
import { expect, test } from 'vitest';
import { padded, paddedBefore, terminalLines, terminalWidth } from '../../src/text/terminal-width.ts';

test('East Asian characters and emoji take two columns, combining marks none', () => {
  expect(terminalWidth('Role')).toBe(4);
  expect(terminalWidth('役割')).toBe(4);
  expect(terminalWidth('🚒')).toBe(2);
  expect(terminalWidth('e\u0301')).toBe(1);
});

test('fills a text up to a width, and leaves a wider one as it is', () => {
  expect(padded('役', 4)).toBe('役  ');
  expect(paddedBefore('12', 4)).toBe('  12');
  expect(padded('Role', 2)).toBe('Role');
});

test('breaks a text at spaces, and within words that are wider than a line', () => {
  expect(terminalLines('Cost Optimization and all', 10)).toEqual(['Cost', 'Optimizati', 'on and all']);
  expect(terminalLines('', 10)).toEqual(['']);
});

test('no line is wider than it may be, and nothing but spaces is lost', () => {
  const word = fc
    .array(fc.constantFrom('a', 'W', '役', '🚒', 'e\u0301'), { minLength: 1, maxLength: 9 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), fc.integer({ min: 2, max: 12 }), (words, width) => {
      const lines = terminalLines(words.join(' '), width);
      expect(Math.max(...lines.map(terminalWidth))).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
    }),
  );
});
