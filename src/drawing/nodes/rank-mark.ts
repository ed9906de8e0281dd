import type { Mark } from '../scene/scene.ts';
import { halfFigureHeight } from '../text/text-block.ts';
import { textWidth } from '../text/text-width.ts';

/** The number of an invite in a circle, or in a pill if the number is long. */
export function rankMark(
  text: string,
  { x, y, radius, title }: { readonly x: number; readonly y: number; readonly radius: number; readonly title?: string },
): Mark {
  const size = sizeOf(radius);
  const width = rankWidth(text, radius);
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
  return Math.max(2 * radius, textWidth(text, sizeOf(radius), 'BOLD') + radius);
}

/** The size of the font. */
function sizeOf(radius: number): number {
  return radius > 10 ? 13 : 11;
}
