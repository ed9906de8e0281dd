import { describe, expect, test } from 'vitest';
import type { Mark, Scene } from '../../../src/drawing/scene/scene.ts';
import { illegibleTexts, textsAcrossEdges } from '../../support/pictures/text-boxes.ts';

const text = (words: string, x: number, y: number): Mark => ({ type: 'text', text: words, x, y, size: 10 });
const rect = (x: number, width: number): Mark => ({ type: 'rect', x, y: 0, width, height: 40 });
const sceneOf = (...marks: readonly Mark[]): Scene => ({ width: 100, height: 50, title: '', description: '', marks });
const ended = (x: number, angle?: number): Mark => {
  return { type: 'text', text: 'Operational Excellence', x, y: 150, size: 12, anchor: 'end', ...(angle && { angle }) };
};
const foundIn = (...marks: readonly Mark[]) => illegibleTexts({ width: 400, height: 200, marks });

describe('the search for texts that nobody can read', () => {
  test('finds two that overlap, wherever their groups are', () => {
    const moved: Mark = { type: 'group', origin: [20, 10], marks: [text('Lead', 0, 10)] };
    expect(illegibleTexts(sceneOf(text('Lead', 20, 24), moved))).toEqual([
      expect.stringMatching(/^"Lead" .* overlaps "Lead"/),
    ]);
    expect(illegibleTexts(sceneOf(text('Lead', 20, 34), moved))).toEqual([]);
    expect(illegibleTexts(sceneOf(text('Lead', 44, 20), moved))).toEqual([]);
  });

  test('finds those that leave the picture at any side', () => {
    const leaving = [text('Lead', -1, 20), text('Lead', 90, 20), text('Lead', 10, 5), text('Lead', 10, 49)];
    expect(leaving.map((mark) => illegibleTexts(sceneOf(mark)).length)).toEqual([1, 1, 1, 1]);
    expect(illegibleTexts(sceneOf(text('', -1, 20)))).toEqual([]);
  });

  test('finds those that cross an edge of their card', () => {
    expect(textsAcrossEdges(sceneOf(rect(10, 15), text('Lead', 10, 20)))).toHaveLength(1);
    expect(textsAcrossEdges(sceneOf(rect(10, 30), text('Lead', 10, 20)))).toEqual([]);
    expect(textsAcrossEdges(sceneOf(rect(50, 30), text('Lead', 10, 20)))).toEqual([]);
  });

  test('finds upright texts that overlap where they end at a point', () => {
    expect(foundIn(ended(200), ended(400))).toEqual([]);
    expect(foundIn(ended(200), ended(230))).toHaveLength(1);
  });

  test('finds slanted texts that overlap, and not those of which only the upright boxes do', () => {
    expect(foundIn(ended(200, 45), ended(225, 45))).toEqual([]);
    expect(foundIn(ended(200, 45), ended(215, 45))).toHaveLength(1);
    expect(foundIn(ended(200, 45), ended(210))).toHaveLength(1);
  });

  test('finds slanted texts that leave the picture', () => {
    expect(foundIn(ended(110, 45))).toEqual([]);
    expect(foundIn(ended(80, 45))).toHaveLength(1);
  });
});
