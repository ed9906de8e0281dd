import { expect, test } from 'vitest';
import { boundsOf } from '../../explorer/pictures/mark-bounds.ts';
import type { Mark, TextMark } from '../../src/drawing/scene/scene.ts';
import { textWidth } from '../../src/drawing/text/text-width.ts';

test('is undefined where there are no marks', () => {
  expect(boundsOf([])).toBeUndefined();
  expect(boundsOf([{ type: 'group', marks: [] }])).toBeUndefined();
});

test('is the smallest rectangle around shapes, lines and curves, also of groups that are moved', () => {
  const marks: Mark[] = [
    { type: 'circle', x: 10, y: 10, radius: 5 },
    { type: 'line', from: [0, 40], to: [8, 12], stroke: 'INK' },
    { type: 'group', origin: [100, 50], marks: [{ type: 'rect', x: 1, y: 2, width: 10, height: 20 }] },
    {
      type: 'path',
      start: [3, 3],
      segments: [
        [
          [4, 90],
          [5, 5],
          [6, 6],
        ],
      ],
    },
  ];
  expect(boundsOf(marks)).toEqual({ from: [0, 3], to: [111, 90] });
});

test('is the line of a text, from its anchor, and turned with it', () => {
  const width = textWidth('Data Owner', 13);
  const boundsOfText = (more: Partial<TextMark>) =>
    boundsOf([{ type: 'text', text: 'Data Owner', x: 50, y: 100, size: 13, ...more }]);
  const [start, end, turned] = [boundsOfText({}), boundsOfText({ anchor: 'end' }), boundsOfText({ angle: 90 })];
  expect(start?.from[0]).toBe(50);
  expect(start?.to[0]).toBeCloseTo(50 + width);
  expect(start?.from[1]).toBeLessThan(90);
  expect(start?.to[1]).toBeGreaterThan(102);
  expect(end?.from[0]).toBeCloseTo(50 - width);
  expect(end?.to[0]).toBe(50);
  expect(turned?.from[1]).toBeCloseTo(100);
  expect(turned?.to[1]).toBeCloseTo(100 + width);
});
