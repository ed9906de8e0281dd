import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** With its prefix, e.g. "viz:size". */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** The root element of a document; throws if it is not well-formed, or a prefix is not declared. */
export function parsedXml(document: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]): [string, string] => [key, value]);
    const element: XmlElement = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(document).close();
  const [element] = root.children;
  if (element === undefined) throw new Error('The document has no element.');
  return element;
}

/** All elements of a name in an element, in the order of the document. */
export function elementsNamed({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(child, name)]);
}

/** The only element of a name in an element. */
export function elementNamed(element: XmlElement, name: string): XmlElement {
  const [found, ...others] = elementsNamed(element, name);
  if (found === undefined || others.length > 0) throw new Error(`There is not one <${name}>.`);
  return found;
}
