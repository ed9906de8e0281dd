import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../src/drawing/scene/scene.ts';
import { illegibleTexts } from '../../support/pictures/text-boxes.ts';

const text = (x: number, angle?: number): Mark => {
  return { type: 'text', text: 'Operational Excellence', x, y: 150, size: 12, anchor: 'end', ...(angle && { angle }) };
};
const found = (...marks: readonly Mark[]) => illegibleTexts({ width: 400, height: 200, marks });

describe('the test for texts that overlap', () => {
  test('finds upright texts that do', () => {
    expect(found(text(200), text(400))).toEqual([]);
    expect(found(text(200), text(230))).toHaveLength(1);
  });

  test('finds slanted texts that do, and not those whose upright boxes do', () => {
    expect(found(text(200, 45), text(225, 45))).toEqual([]);
    expect(found(text(200, 45), text(215, 45))).toHaveLength(1);
    expect(found(text(200, 45), text(210))).toHaveLength(1);
  });

  test('finds slanted texts that leave the picture', () => {
    expect(found(text(110, 45))).toEqual([]);
    expect(found(text(80, 45))).toHaveLength(1);
  });
});
