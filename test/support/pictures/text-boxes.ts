import { ascent, descent } from '../../../src/drawing/font/font.ts';
import type { GroupMark, Mark, Point, RectMark, Scene } from '../../../src/drawing/scene/scene.ts';
import { textWidth } from '../../../src/drawing/text/text-width.ts';

/** Where a line of text is, in pixels. */
export interface TextBox {
  readonly text: string;
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
    const { text, size, weight, anchor = 'start' } = mark;
    const [x, y] = [origin[0] + mark.x, origin[1] + mark.y];
    const width = textWidth(text, size, weight);
    const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
    return [{ text, left, top: y - ascent * size, right: left + width, bottom: y + descent * size }];
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
      if (next.left < right - tolerance && next.right > left + tolerance) {
        found.push(`${inWords(box)} overlaps ${inWords(next)}`);
      }
    }
  }
  return found;
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

function rectsOf(marks: readonly Mark[], origin: Point = [0, 0]): readonly RectMark[] {
  return marks.flatMap((mark): readonly RectMark[] => {
    if (mark.type === 'group') return rectsOf(mark.marks, originWithin(mark, origin));
    return mark.type === 'rect' ? [{ ...mark, x: origin[0] + mark.x, y: origin[1] + mark.y }] : [];
  });
}

function inWords({ text, left, top, right, bottom }: TextBox): string {
  const [x, y, endX, endY] = [left, top, right, bottom].map((length) => length.toFixed(1));
  return `"${text.slice(0, 40)}" (${x}, ${y} to ${endX}, ${endY})`;
}
