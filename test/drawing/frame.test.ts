import { describe, expect, test } from 'vitest';
import { contentWidth, framedScene, type PictureFoot } from '../../src/drawing/frame.ts';
import type { Drawing } from '../../src/drawing/picture.ts';
import type { Mark } from '../../src/drawing/scene/scene.ts';
import { picturedGraph, picturedWidths } from '../support/catalogs/pictured-catalogs.ts';
import { illegibleTexts, textBoxesOf, textsAcrossEdges } from '../support/pictures/text-boxes.ts';

const foot: PictureFoot = {
  catalog: 'Rolegraph catalog',
  version: '1.4.0',
  revision: '3f2a9c01d4'.padEnd(64, '0'),
  date: '2026-11-30',
  address: 'http://127.0.0.1:4000/picture/board.svg',
};

function drawingOf(width: number, words: string): Drawing {
  const box: Mark = { type: 'rect', x: 0, y: 0, width, height: 50, fill: 'CARD' };
  return {
    title: words,
    lead: words,
    description: `${words}.`,
    marks: [box, { type: 'text', text: 'In it', x: width, y: 20, anchor: 'end', size: 12 }],
    height: 50,
    remarks: [words, words],
  };
}

const textsOf = (marks: readonly Mark[]) => textBoxesOf(marks).map(({ text }) => text);

describe.each(picturedWidths)('a picture of %i pixels', (width) => {
  test('has heading, content, remarks and foot below each other', () => {
    const scene = framedScene(drawingOf(contentWidth(width), 'One line'), { width, foot: { ...foot, address: null } });
    const texts = textsOf(scene.marks);
    expect(texts.slice(0, 5)).toEqual(['One line', 'One line', 'In it', 'One line', 'One line']);
    expect(texts.slice(5).join(' ')).toBe('Rolegraph catalog 1.4.0 · revision 3f2a9c01 · 2026-11-30');
    const tops = textBoxesOf(scene.marks).map(({ top }) => top);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(scene).toMatchObject({ width, title: 'One line', description: 'One line.' });
    expect(scene.marks[0]).toEqual({ type: 'rect', x: 0, y: 0, width, height: scene.height, fill: 'PAPER' });
  });

  test('has all its texts, legible, whatever it says', async () => {
    const { roles, structure } = await picturedGraph('LONG_TITLES');
    for (const { title } of roles.slice(0, 14)) {
      const drawing = drawingOf(contentWidth(width), title);
      const scene = framedScene(drawing, { width, foot: { ...foot, catalog: structure.name } });
      expect([...illegibleTexts(scene), ...textsAcrossEdges(scene)]).toEqual([]);
    }
  });
});

test('the foot says which catalog a picture shows, and where it is', () => {
  const scene = framedScene(drawingOf(contentWidth(1440), 'One line'), { width: 1440, foot });
  expect(textsOf(scene.marks).at(-1)).toBe(
    'Rolegraph catalog 1.4.0 · revision 3f2a9c01 · 2026-11-30 · http://127.0.0.1:4000/picture/board.svg',
  );
});
