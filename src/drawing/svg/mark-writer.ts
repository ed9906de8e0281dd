import { xmlText } from '../../text/xml-text.ts';
import type { Color, FontWeight, GroupMark, Mark, PathMark, Point, Shape, TextMark } from '../scene/scene.ts';
import { isInFont, textWidth } from '../text/text-width.ts';
import { colorClass, type ColorUse } from './color-rules.ts';
import { decimals } from './decimals.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Writes marks as elements of SVG, and remembers which colors and characters they use. */
export class MarkWriter {
  readonly #uses = new Map<string, ColorUse>();
  readonly #characters: Readonly<Record<FontWeight, Set<string>>> = { REGULAR: new Set(), BOLD: new Set() };

  /** The elements of marks, one in a line; a group has a line at its start and one at its end. */
  *elementsOf(marks: readonly Mark[]): Generator<string> {
    for (const mark of marks) {
      if (mark.type === 'group') {
        yield groupStart(mark);
        yield* this.elementsOf(mark.marks);
        yield '</g>\n';
      } else yield `${this.#elementOf(mark)}\n`;
    }
  }

  /** The classes that the elements have, by name. */
  get uses(): readonly ColorUse[] {
    return [...this.#uses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
  }

  /** The characters of all texts of a weight. */
  charactersOf(weight: FontWeight): ReadonlySet<string> {
    return this.#characters[weight];
  }

  #elementOf(mark: Exclude<Mark, GroupMark>): string {
    switch (mark.type) {
      case 'rect': {
        const { x, y, width, height, radius } = mark;
        return element('rect', { x, y, width, height, rx: radius, ...this.#paintOf(mark) }, titleElement(mark.title));
      }
      case 'circle': {
        const { x, y, radius } = mark;
        return element('circle', { cx: x, cy: y, r: radius, ...this.#paintOf(mark) }, titleElement(mark.title));
      }
      case 'path':
        return element('path', { d: pathData(mark), ...this.#paintOf(mark) }, titleElement(mark.title));
      case 'line': {
        const [[x1, y1], [x2, y2]] = [mark.from, mark.to];
        const dashes = mark.isDashed === true ? '4 4' : undefined;
        const paint = { class: this.#classOf('stroke', mark.stroke), 'stroke-width': mark.strokeWidth };
        return element('line', { x1, y1, x2, y2, ...paint, 'stroke-dasharray': dashes }, titleElement(mark.title));
      }
      case 'text':
        return this.#textElement(mark);
    }
  }

  #textElement({ text, x, y, anchor, size, weight = 'REGULAR', color = 'INK' }: TextMark): string {
    for (const character of text) this.#characters[weight].add(character);
    const attributes: Attributes = {
      x,
      y,
      class: this.#classOf('fill', color),
      'font-size': size,
      'font-weight': weight === 'BOLD' ? 700 : undefined,
      'text-anchor': anchor === 'start' ? undefined : anchor,
    };
    // A font of the reader's system draws what is not in ours, in a width that only the reader's system knows.
    const width = isInFont(text) ? undefined : textWidth(text, size, weight);
    const fitted = width === undefined ? {} : { textLength: width, lengthAdjust: 'spacingAndGlyphs' };
    return element('text', { ...attributes, ...fitted }, xmlText(text));
  }

  #paintOf({ fill, stroke, strokeWidth }: Shape): Attributes {
    const classes = [
      ...(fill === undefined ? [] : [this.#classOf('fill', fill)]),
      ...(stroke === undefined ? [] : [this.#classOf('stroke', stroke)]),
    ];
    return {
      class: classes.length === 0 ? undefined : classes.join(' '),
      fill: fill === undefined ? 'none' : undefined,
      'stroke-width': stroke === undefined ? undefined : strokeWidth,
    };
  }

  #classOf(property: ColorUse['property'], color: Color): string {
    const use = { property, color };
    const name = colorClass(use);
    this.#uses.set(name, use);
    return name;
  }
}

function groupStart({ node, title, origin }: GroupMark): string {
  const id = node === undefined ? '' : ` data-node="${xmlText(node)}"`;
  const move = origin === undefined ? '' : ` transform="translate(${origin.map(decimals).join(' ')})"`;
  return `<g${id}${move}>${titleElement(title)}\n`;
}

function titleElement(title: string | undefined): string {
  return title === undefined ? '' : `<title>${xmlText(title)}</title>`;
}

/** An element on one line. Attributes without a value are left out; numbers are lengths. */
function element(name: string, attributes: Attributes, content: string): string {
  let tag = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${attribute}="${typeof value === 'number' ? decimals(value) : xmlText(value)}"`;
  }
  return content === '' ? `${tag}/>` : `${tag}>${content}</${name}>`;
}

function pathData({ start, segments }: PathMark): string {
  const at = ([x, y]: Point) => `${decimals(x)} ${decimals(y)}`;
  return `M${at(start)}${segments.map((points) => `C${points.map(at).join(' ')}`).join('')}`;
}
