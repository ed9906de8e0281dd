import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textBlock, wrappedText } from '../../../src/drawing/text/text-block.ts';
import { textWidth } from '../../../src/drawing/text/text-width.ts';
import { cleanText } from '../../../src/text/clean-text.ts';
import { hostileTitles } from '../../support/catalogs/hostile-catalog.ts';

const style = { size: 12 };
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = fc.array(
  fc.oneof(
    fc.constantFrom(
      'Lead',
      'CI/CD',
      'on-call',
      'x-',
      '-x',
      'a/b:c*d?e',
      'Wasserwerkstechniker',
      '   ',
      '\t',
      '\n',
      '\u2028',
    ),
    fc.constantFrom(...hostileTitles),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 10 }),
  ),
  { maxLength: 12 },
);
const withoutSpace = (text: string) => text.replaceAll(/[\s--[\u00a0\u2007\u202f\ufeff]]/gv, '');

describe('a wrapped text', () => {
  test('has no line that is too wide but for a single grapheme, and loses nothing', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '', '-'), fc.integer({ min: 1, max: 400 }), (parts, separator, width) => {
        const text = parts.join(separator);
        const lines = wrappedText(text, width, style);
        for (const line of lines) {
          const isOne = [...segmenter.segment(line)].length <= 1;
          expect(isOne || textWidth(line, style.size) <= width, line).toBe(true);
        }
        expect(withoutSpace(lines.join(''))).toBe(withoutSpace(cleanText(text).normalize('NFC')));
      }),
    );
  });

  test('is wrapped at spaces, then behind hyphens and slashes, then within words', () => {
    const linesOf = (text: string, like: string) => wrappedText(text, textWidth(like, style.size), style);
    expect(linesOf('Site Reliability Engineer', 'Site Reliability')).toEqual(['Site Reliability', 'Engineer']);
    expect(linesOf('CI/CD on-call', 'on-call')).toEqual(['CI/CD', 'on-call']);
    expect(linesOf('Runs CI/CD', 'Runs CI/')).toEqual(['Runs CI/', 'CD']);
    expect(linesOf('on-call', 'on-c')).toEqual(['on-', 'call']);
    expect(linesOf('abcdef', 'abc')).toEqual(['abc', 'def']);
  });

  test('keeps a sign with what it belongs to', () => {
    expect(wrappedText('-x', 1, style)).toEqual(['-', 'x']);
    expect(wrappedText('a -x', textWidth('a -', style.size), style)).toEqual(['a', '-x']);
  });

  test('is not wrapped where a space must not be the end of a line', () => {
    expect(wrappedText('10\u00a0MB and more', textWidth('10\u00a0MB', style.size), style)[0]).toBe('10\u00a0MB');
  });

  test('breaks no emoji and no letter with its accents', () => {
    expect(wrappedText('👩🏽‍🚒👩🏽‍🚒', 1, style)).toEqual(['👩🏽‍🚒', '👩🏽‍🚒']);
    expect(wrappedText('q\u0307q\u0307', 1, style)).toEqual(['q\u0307', 'q\u0307']);
  });

  test('has U+FFFD for control characters and halves of surrogate pairs', () => {
    expect(wrappedText('a\u0000b \ud800', 400, style)).toEqual(['a\ufffdb \ufffd']);
  });

  test('is one empty line if it is empty', () => {
    expect(wrappedText('', 100, style)).toEqual(['']);
    expect(wrappedText(' \n ', 100, style)).toEqual(['']);
  });
});

test('a block of text knows its height and the width of its longest line', () => {
  const { marks, height, width } = textBlock('Site Reliability Engineer', { x: 5, y: 10, width: 90 }, style);
  expect(marks.map((mark) => (mark.type === 'text' ? mark.text : ''))).toEqual(['Site Reliability', 'Engineer']);
  expect(height).toBeCloseTo(2 * 12 * 1.35);
  expect(width).toBeCloseTo(textWidth('Site Reliability', 12));
});
