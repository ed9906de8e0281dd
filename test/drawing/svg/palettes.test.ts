import { describe, expect, test } from 'vitest';
import { itemAt } from '../../../src/collections/item-at.ts';
import type { Color } from '../../../src/drawing/scene/scene.ts';
import { darkPalette, lightPalette } from '../../../src/drawing/svg/palettes.ts';

/** Relative luminance, as WCAG 2.2 defines it. */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(a), luminanceOf(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
const hues = [0, 1, 2, 3, 4, 5] as const;
const grounds: readonly Color[] = ['PAPER', 'CARD', 'STRIPE', 'HIGHLIGHT'];

describe.each([
  ['light', lightPalette],
  ['dark', darkPalette],
])('the %s palette', (_, palette) => {
  test('has a contrast of 4.5 to 1 for texts on what they are drawn on', () => {
    const pairs: (readonly [Color, Color])[] = [
      ...steps.map((step) => [`ON_STEP_${step}`, `STEP_${step}`] as const),
      ...grounds.flatMap((ground) => (['INK', 'MUTED', 'ACCENT'] as const).map((text) => [text, ground] as const)),
      ...(['INK', 'MUTED', 'ACCENT'] as const).map((text) => [text, 'SOFT_ACCENT'] as const),
    ];
    const weak = pairs.filter(([text, ground]) => contrastOf(palette[text], palette[ground]) < 4.5);
    expect(
      weak.map((pair) => `${pair.join(' on ')}: ${contrastOf(palette[pair[0]], palette[pair[1]]).toFixed(2)}`),
    ).toEqual([]);
  });

  test('has a contrast of 3 to 1 for hues and the accent on paper, cards and stripes', () => {
    const weak = [...hues.map((hue) => `HUE_${hue}` as const), 'ACCENT' as const].filter((color) =>
      grounds.some((ground) => contrastOf(palette[color], palette[ground]) < 3),
    );
    expect(weak).toEqual([]);
  });

  test('has steps that go one way, each to be told from the one before', () => {
    const stepOf = (index: number) => palette[`STEP_${itemAt(steps, index)}`];
    const luminances = steps.map((step) => luminanceOf(stepOf(step)));
    const contrasts = steps.slice(1).map((step) => contrastOf(stepOf(step), stepOf(step - 1)));
    const isSorted = [luminances, luminances.toReversed()].some(
      (list) => list.toSorted((a, b) => a - b).join() === list.join(),
    );
    expect(isSorted).toBe(true);
    expect(Math.min(...contrasts)).toBeGreaterThan(1.14);
  });
});
