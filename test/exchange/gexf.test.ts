import { expect, test } from 'vitest';
import { cleanText } from '../../src/text/clean-text.ts';
import { gexf } from '../../src/exchange/formats/gexf.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, fileOf, someDrawingOf } from '../support/exchanged-graphs.ts';
import { elementNamed, elementsNamed, parsedXml, type XmlElement } from '../support/xml-elements.ts';
import type { FormatOptions } from '../../src/exchange/file-format.ts';
import type { ExchangedGraph } from '../../src/exchange/exchanged-graph.ts';

const graph = exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf, cut: 'A limit left out 3 nodes.' });

function read(of: ExchangedGraph = graph, options: FormatOptions = {}): XmlElement {
  return parsedXml(fileOf(gexf, of, options).toString('utf8'));
}

function valuesOf(element: XmlElement): Record<string, string | undefined> {
  return Object.fromEntries(
    elementsNamed(element, 'attvalue').map(({ attributes: { for: name = '', value } }) => [name, value]),
  );
}

test('GEXF has every node and edge, with unique ids, labels and weights', () => {
  const file = read();
  const nodes = elementsNamed(file, 'node').map(({ attributes }) => [attributes['id'], attributes['label']]);
  expect(nodes).toEqual(graph.nodes.map((node) => [node.id, node.label]));
  const edges = elementsNamed(file, 'edge').map(({ attributes }) => attributes);
  expect(edges.map(({ source, target, weight }) => [source, target, Number(weight)])).toEqual(
    [...graph.edges].map(({ source, target, weight }) => [source.id, target.id, weight]),
  );
  expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
});

test('GEXF gives all edges the default type, so that Gephi drops none, unless it is to be mixed', () => {
  const typesOf = (options: FormatOptions) => {
    const file = read(graph, options);
    const types = elementsNamed(file, 'edge').map(({ attributes }) => attributes['type']);
    return [elementNamed(file, 'graph').attributes['defaultedgetype'], ...new Set(types)];
  };
  expect(typesOf({})).toEqual(['directed', undefined]);
  expect(typesOf({ direction: 'undirected' })).toEqual(['undirected', undefined]);
  expect(typesOf({ direction: 'mixed' })).toEqual([undefined, 'directed', 'undirected']);
});

test('GEXF declares every attribute that it uses, once', () => {
  const file = read();
  for (const owner of ['node', 'edge']) {
    const attributes = elementsNamed(file, 'attributes').find((each) => each.attributes['class'] === owner);
    const declared = attributes?.children.map((each) => each.attributes['id']) ?? [];
    expect(new Set(declared).size).toBe(declared.length);
    const used = new Set(elementsNamed(file, owner).flatMap((element) => Object.keys(valuesOf(element))));
    expect([...used].filter((name) => !declared.includes(name))).toEqual([]);
  }
});

test('GEXF says of nodes what the catalog says of them, lists in one text', () => {
  const role = elementsNamed(read(), 'node').find(({ attributes }) => attributes['id'] === 'role:sre');
  expect(role && valuesOf(role)).toMatchObject({
    kind: 'ROLE',
    pillars: 'Security; Reliability',
    isUniversal: 'true',
    community: '1',
  });
});

test('GEXF leaves out what the catalog does not say, and empty lists', () => {
  const undescribed = exchangedOf({
    ...handbookCatalog,
    roles: handbookCatalog.roles.map(({ slug, title }) => ({ slug, title })),
  });
  const role = elementsNamed(read(undescribed), 'node').find(({ attributes }) => attributes['id'] === 'role:sre');
  const names = Object.keys(role === undefined ? {} : valuesOf(role));
  expect(names).toContain('pillars');
  expect(names).not.toContain('alternateTitles');
  expect(names).not.toContain('externalId');
  expect(names).not.toContain('roleCount');
});

test('GEXF says of edges whether they have a direction', () => {
  const values = elementsNamed(read(), 'edge').map(valuesOf);
  expect(values).toContainEqual({ kind: 'OVERLAPS_WITH', directed: 'false' });
  expect(values).toContainEqual({ kind: 'PERFORMS', directed: 'true' });
});

test('GEXF has positions with three coordinates, sizes, and colors without transparency', () => {
  const [node] = elementsNamed(read(), 'node');
  const drawn = node?.children
    .filter(({ name }) => name.startsWith('viz:'))
    .map(({ name, attributes }) => [name, attributes]);
  const first = graph.nodes.map((node) => someDrawingOf(node)).at(0);
  expect(drawn).toEqual([
    ['viz:size', { value: String(first?.size) }],
    ['viz:position', { x: String(first?.x), y: String(first?.y), z: '0' }],
    ['viz:color', { r: '0', g: '114', b: '178' }],
  ]);
  expect(elementsNamed(read(exchangedOf(handbookCatalog)), 'viz:position')).toEqual([]);
});

test('GEXF is of version 1.3, or 1.2 for networkx up to 3.3', () => {
  const rootOf = (options: FormatOptions) => read(graph, options).attributes;
  expect(rootOf({})).toMatchObject({
    version: '1.3',
    xmlns: 'http://gexf.net/1.3',
    'xmlns:viz': 'http://gexf.net/1.3/viz',
  });
  expect(rootOf({ version: '1.2' })).toMatchObject({
    version: '1.2',
    xmlns: 'http://www.gexf.net/1.2draft',
    'xmlns:viz': 'http://www.gexf.net/1.2draft/viz',
  });
});

test('GEXF says what was selected, what was left out, and of which revision', () => {
  expect(elementNamed(read(), 'description').text).toBe(
    `A selection. A limit left out 3 nodes. From The catalog of a handbook 1, revision ${graph.catalog.revision}.`,
  );
});

test('GEXF has hostile titles but for what XML cannot have', () => {
  const nodes = elementsNamed(read(exchangedOf(hostileCatalog)), 'node');
  const labels = nodes.map(({ attributes }) => attributes['label']);
  expect(labels).toEqual(expect.arrayContaining(hostileTitles.map(cleanText)));
});
