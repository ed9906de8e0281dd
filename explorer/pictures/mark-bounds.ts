import { ascent, descent } from '../../src/drawing/font/font.ts';
import type { Mark, Point, TextMark } from '../../src/drawing/scene/scene.ts';
import { textWidth } from '../../src/drawing/text/text-width.ts';

/** A rectangle with its left upper and its right lower corner. */
export interface Bounds {
  readonly from: Point;
  readonly to: Point;
}

/** The smallest rectangle around some marks; undefined if there are none. */
export function boundsOf(marks: readonly Mark[]): Bounds | undefined {
  const points = marks.flatMap(cornersOf);
  if (points.length === 0) return undefined;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { from: [Math.min(...xs), Math.min(...ys)], to: [Math.max(...xs), Math.max(...ys)] };
}

/** Points of which the outermost are those of the mark. */
function cornersOf(mark: Mark): readonly Point[] {
  switch (mark.type) {
    case 'group': {
      const [left, top] = mark.origin ?? [0, 0];
      return mark.marks.flatMap(cornersOf).map(([x, y]): Point => [x + left, y + top]);
    }
    case 'rect': {
      const { x, y, width, height } = mark;
      return [
        [x, y],
        [x + width, y + height],
      ];
    }
    case 'circle': {
      const { x, y, radius } = mark;
      return [
        [x - radius, y - radius],
        [x + radius, y + radius],
      ];
    }
    case 'line':
      return [mark.from, mark.to];
    case 'path':
      // A curve stays within its control points.
      return [mark.start, ...mark.segments.flat()];
    case 'text':
      return cornersOfText(mark);
  }
}

function cornersOfText({ text, x, y, size, weight, anchor = 'start', angle = 0 }: TextMark): readonly Point[] {
  const width = textWidth(text, size, weight);
  const left = { start: 0, middle: -width / 2, end: -width }[anchor];
  const turn = (angle * Math.PI) / 180;
  const [along, across] = [Math.cos(turn), Math.sin(turn)];
  return [left, left + width].flatMap((dx) =>
    [-ascent * size, descent * size].map((dy): Point => [x + dx * along - dy * across, y + dx * across + dy * along]),
  );
}
