import { ascent, descent } from '../../../src/drawing/font/font.ts';
import type { GroupMark, Mark, Point, RectMark, Scene } from '../../../src/drawing/scene/scene.ts';
import { textWidth } from '../../../src/drawing/text/text-width.ts';

/** Where a line of text is, in pixels. */
export interface TextBox {
  readonly text: string;
  /** In their order around the line, which may be turned. */
  readonly corners: readonly Point[];
  /** The upright box around these. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The boxes of all texts, by the metrics of the font. */
export function textBoxesOf(marks: readonly Mark[], origin: Point = [0, 0]): readonly TextBox[] {
  return marks.flatMap((mark): readonly TextBox[] => {
    if (mark.type === 'group') return textBoxesOf(mark.marks, originWithin(mark, origin));
    if (mark.type !== 'text' || mark.text === '') return [];
    const { text, size, weight, anchor = 'start', angle = 0 } = mark;
    const [x, y] = [origin[0] + mark.x, origin[1] + mark.y];
    const width = textWidth(text, size, weight);
    const start = -width * { start: 0, middle: 0.5, end: 1 }[anchor];
    const [up, down] = [-ascent * size, descent * size];
    const [cosine, sine] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    const corners = [
      [start, up],
      [start + width, up],
      [start + width, down],
      [start, down],
    ].map(([along = 0, across = 0]): Point => [x + along * cosine - across * sine, y + along * sine + across * cosine]);
    const [xs, ys] = [corners.map(([each]) => each), corners.map(([, each]) => each)];
    const around = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
    return [{ text, corners, ...around }];
  });
}

function originWithin({ origin = [0, 0] }: GroupMark, [x, y]: Point): Point {
  return [x + origin[0], y + origin[1]];
}

/** In pixels: less than anybody sees, more than what rounding makes. */
const tolerance = 0.01;

/**
 * What is wrong with the texts of a picture, in words: two that overlap, and those that leave the picture. None if all of
 * them are legible.
 */
export function illegibleTexts({ width, height, marks }: Pick<Scene, 'width' | 'height' | 'marks'>): readonly string[] {
  const boxes = textBoxesOf(marks).toSorted((a, b) => a.top - b.top);
  const found: string[] = [];
  for (const [index, box] of boxes.entries()) {
    const { left, top, right, bottom } = box;
    if (left < -tolerance || top < -tolerance || right > width + tolerance || bottom > height + tolerance) {
      found.push(`${inWords(box)} leaves the picture of ${width} by ${height}`);
    }
    // Boxes are in the order of their upper edges, so those that begin below this one cannot overlap it.
    for (let other = index + 1; other < boxes.length; other++) {
      const next = boxes[other];
      if (next === undefined || next.top >= bottom - tolerance) break;
      if (next.left < right - tolerance && next.right > left + tolerance && overlap(box, next)) {
        found.push(`${inWords(box)} overlaps ${inWords(next)}`);
      }
    }
  }
  return found;
}

/** Whether two boxes, of which the upright boxes around them overlap, do so themselves: no edge of either separates them. */
function overlap(first: TextBox, second: TextBox): boolean {
  return ![first, second].some(({ corners }) =>
    corners.some(([x, y], index) => {
      const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
      const length = Math.hypot(nextX - x, nextY - y);
      const along = ([atX, atY]: Point) => ((atX - x) * (nextY - y) - (atY - y) * (nextX - x)) / length;
      const [ours, theirs] = [first.corners.map(along), second.corners.map(along)];
      return (
        Math.max(...ours) <= Math.min(...theirs) + tolerance || Math.max(...theirs) <= Math.min(...ours) + tolerance
      );
    }),
  );
}

/**
 * Texts that cross an edge of what they are in, in words: a rectangle in which the middle of a text is should have all of it,
 * as a card or a cell does.
 */
export function textsAcrossEdges({ marks }: Pick<Scene, 'marks'>): readonly string[] {
  const rects = rectsOf(marks);
  return textBoxesOf(marks).flatMap((box) => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return rects.flatMap(({ x: left, y: top, width, height }) => {
      const [right, bottom] = [left + width, top + height];
      const isInside = x > left && x < right && y > top && y < bottom;
      const isAcross = box.left < left - tolerance || box.right > right + tolerance;
      return isInside && isAcross
        ? [`${inWords(box)} crosses an edge of (${left}, ${top} to ${right}, ${bottom})`]
        : [];
    });
  });
}

/** All rectangles, where they are in the picture. */
export function rectsOf(marks: readonly Mark[], origin: Point = [0, 0]): readonly RectMark[] {
  return marks.flatMap((mark): readonly RectMark[] => {
    if (mark.type === 'group') return rectsOf(mark.marks, originWithin(mark, origin));
    return mark.type === 'rect' ? [{ ...mark, x: origin[0] + mark.x, y: origin[1] + mark.y }] : [];
  });
}

function inWords({ text, left, top, right, bottom }: TextBox): string {
  const [x, y, endX, endY] = [left, top, right, bottom].map((length) => length.toFixed(1));
  return `"${text.slice(0, 40)}" (${x}, ${y} to ${endX}, ${endY})`;
}
