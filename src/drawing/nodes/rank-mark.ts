import type { Mark } from '../scene/scene.ts';
import { textWidth } from '../text/text-width.ts';

/** From the middle of a figure to its baseline, as a multiple of the size of the font. */
const halfFigureHeight = 0.36;

/** The number of an invite in a circle, or in a pill if the number is long. */
export function rankMark(
  text: string,
  { x, y, radius, title }: { readonly x: number; readonly y: number; readonly radius: number; readonly title?: string },
): Mark {
  const size = radius > 10 ? 13 : 11;
  const width = Math.max(2 * radius, textWidth(text, size, 'BOLD') + radius);
  return {
    type: 'group',
    ...(title !== undefined && { title }),
    marks: [
      { type: 'rect', x: x - radius, y: y - radius, width, height: 2 * radius, radius, fill: 'SOFT_ACCENT' },
      {
        type: 'text',
        text,
        x: x - radius + width / 2,
        y: y + size * halfFigureHeight,
        anchor: 'middle',
        size,
        weight: 'BOLD',
        color: 'ACCENT',
      },
    ],
  };
}

/** How wide rankMark draws a number. */
export function rankWidth(text: string, radius: number): number {
  return Math.max(2 * radius, textWidth(text, radius > 10 ? 13 : 11, 'BOLD') + radius);
}
