import type { GroupMark, Mark, PathMark, Point, Shape, TextMark } from '../scene/scene.ts';
import { isInFont, textWidth } from '../text/text-width.ts';
import { colorClass, type ColorUse } from './color-rules.ts';
import { decimals } from './decimals.ts';

/** Attributes of an element by the names that SVG has for them. Those that are undefined are left out; numbers are lengths. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of SVG, before it is text or an element of a page. */
export interface MarkElement {
  readonly name: 'rect' | 'circle' | 'path' | 'line' | 'text';
  readonly attributes: Attributes;
  /** The colors that its class names. */
  readonly colors: readonly ColorUse[];
  /** What it says to whoever points at it. */
  readonly title: string | undefined;
  /** Of a text. */
  readonly text: string | undefined;
}

/** The element of a mark that is no group. */
export function markElement(mark: Exclude<Mark, GroupMark>): MarkElement {
  switch (mark.type) {
    case 'rect': {
      const { x, y, width, height, radius } = mark;
      return shapeElement('rect', { x, y, width, height, rx: radius }, mark);
    }
    case 'circle': {
      const { x, y, radius } = mark;
      return shapeElement('circle', { cx: x, cy: y, r: radius }, mark);
    }
    case 'path':
      return shapeElement('path', { d: pathData(mark) }, mark);
    case 'line': {
      const [[x1, y1], [x2, y2]] = [mark.from, mark.to];
      const colors = [{ property: 'stroke', color: mark.stroke }] as const;
      const attributes = {
        x1,
        y1,
        x2,
        y2,
        class: classOf(colors),
        'stroke-width': mark.strokeWidth,
        'stroke-dasharray': mark.isDashed === true ? '4 4' : undefined,
      };
      return { name: 'line', attributes, colors, title: mark.title, text: undefined };
    }
    case 'text':
      return textElement(mark);
  }
}

/** The attributes of the element of a group. */
export function groupAttributes({ node, origin }: GroupMark): Attributes {
  return {
    'data-node': node,
    transform: origin === undefined ? undefined : `translate(${origin.map(decimals).join(' ')})`,
  };
}

function shapeElement(name: 'rect' | 'circle' | 'path', geometry: Attributes, shape: Shape): MarkElement {
  const { fill, stroke, strokeWidth, title } = shape;
  const colors: readonly ColorUse[] = [
    ...(fill === undefined ? [] : [{ property: 'fill', color: fill } as const]),
    ...(stroke === undefined ? [] : [{ property: 'stroke', color: stroke } as const]),
  ];
  const attributes = {
    ...geometry,
    class: classOf(colors),
    fill: fill === undefined ? 'none' : undefined,
    'stroke-width': stroke === undefined ? undefined : strokeWidth,
  };
  return { name, attributes, colors, title, text: undefined };
}

function textElement({ text, x, y, anchor, angle, size, weight = 'REGULAR', color = 'INK' }: TextMark): MarkElement {
  const colors = [{ property: 'fill', color }] as const;
  // A font of the reader's system draws what is not in ours, in a width that only the reader's system knows.
  const width = isInFont(text) ? undefined : textWidth(text, size, weight);
  const attributes = {
    x,
    y,
    class: classOf(colors),
    'font-size': size,
    'font-weight': weight === 'BOLD' ? '700' : undefined,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    transform: angle === undefined ? undefined : `rotate(${decimals(angle)} ${decimals(x)} ${decimals(y)})`,
    ...(width !== undefined && { textLength: width, lengthAdjust: 'spacingAndGlyphs' }),
  };
  return { name: 'text', attributes, colors, title: undefined, text };
}

function classOf(colors: readonly ColorUse[]): string | undefined {
  return colors.length === 0 ? undefined : colors.map(colorClass).join(' ');
}

function pathData({ start, segments }: PathMark): string {
  const at = ([x, y]: Point) => `${decimals(x)} ${decimals(y)}`;
  return `M${at(start)}${segments.map((points) => `C${points.map(at).join(' ')}`).join('')}`;
}
