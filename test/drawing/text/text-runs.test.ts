import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextStyle } from '../../../src/drawing/scene/scene.ts';
import { textRuns } from '../../../src/drawing/text/text-runs.ts';
import { textWidth } from '../../../src/drawing/text/text-width.ts';
import { illegibleTexts, textBoxesOf } from '../../support/pictures/text-boxes.ts';

const bold: TextStyle = { size: 13, weight: 'BOLD' };
const plain: TextStyle = { size: 13, color: 'MUTED' };

describe('a text of several styles', () => {
  test('has one mark for the words of a part that are on one line', () => {
    const { marks, height } = textRuns(
      [
        { ...plain, text: 'brings:' },
        { ...bold, text: 'Governance & Oversight' },
      ],
      { x: 10, y: 0, width: 400 },
    );
    const space = textWidth(' ', 13, 'BOLD');
    expect(marks).toMatchObject([
      { text: 'brings:', x: 10, color: 'MUTED' },
      { text: 'Governance & Oversight', x: 10 + textWidth('brings:', 13) + space, weight: 'BOLD' },
    ]);
    expect(height).toBeCloseTo(13 * 1.35);
  });

  test('continues a part on the next line where it does not fit', () => {
    const { marks } = textRuns(
      [
        { ...plain, text: 'brings:' },
        { ...bold, text: 'Governance & Oversight' },
      ],
      { x: 0, y: 0, width: 140 },
    );
    expect(marks.map((mark) => (mark.type === 'text' ? [mark.text, mark.x === 0] : []))).toEqual([
      ['brings:', true],
      ['Governance &', false],
      ['Oversight', true],
    ]);
  });

  test('has all its letters within the width, and none over another', () => {
    const words = fc.array(
      fc.constantFrom('a', 'Security', '(001:47);', 'CI/CD', 'unpronounceablyLongWordOfSomebody'),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ words, style: fc.constantFrom(bold, plain) }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 30, max: 300 }),
        (parts, width) => {
          const runs = parts.map(({ words: those, style }) => ({ ...style, text: those.join(' ') }));
          const { marks, height } = textRuns(runs, { x: 0, y: 0, width });
          expect(illegibleTexts({ width, height, marks })).toEqual([]);
          const letters = textBoxesOf(marks).map(({ text }) => text);
          expect(letters.join('').replaceAll(' ', '')).toBe(
            runs
              .map(({ text }) => text)
              .join('')
              .replaceAll(' ', ''),
          );
        },
      ),
      { seed: 19 },
    );
  });
});
