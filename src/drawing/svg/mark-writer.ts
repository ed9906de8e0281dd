import { xmlText } from '../../text/xml-text.ts';
import type { FontWeight, GroupMark, Mark } from '../scene/scene.ts';
import { colorClass, type ColorUse } from './color-rules.ts';
import { decimals } from './decimals.ts';
import { groupAttributes, markElement, type Attributes } from './mark-elements.ts';

/** Writes marks as elements of SVG, and remembers which colors and characters they use. */
export class MarkWriter {
  readonly #uses = new Map<string, ColorUse>();
  readonly #characters: Readonly<Record<FontWeight, Set<string>>> = { REGULAR: new Set(), BOLD: new Set() };

  /** The elements of marks, one in a line; a group has a line at its start and one at its end. */
  *elementsOf(marks: readonly Mark[]): Generator<string> {
    for (const mark of marks) {
      if (mark.type === 'group') {
        yield `${startTag('g', groupAttributes(mark))}>${titleElement(mark.title)}\n`;
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
    const { name, attributes, colors, title, text } = markElement(mark);
    for (const use of colors) this.#uses.set(colorClass(use), use);
    if (mark.type === 'text')
      for (const character of mark.text) this.#characters[mark.weight ?? 'REGULAR'].add(character);
    const content = text === undefined ? titleElement(title) : xmlText(text);
    const tag = startTag(name, attributes);
    return content === '' ? `${tag}/>` : `${tag}>${content}</${name}>`;
  }
}

function titleElement(title: string | undefined): string {
  return title === undefined ? '' : `<title>${xmlText(title)}</title>`;
}

/** The beginning of an element, up to the end of its attributes. */
function startTag(name: string, attributes: Attributes): string {
  let tag = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${attribute}="${typeof value === 'number' ? decimals(value) : xmlText(value)}"`;
  }
  return tag;
}
