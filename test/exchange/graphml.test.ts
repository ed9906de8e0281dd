import { expect, test } from 'vitest';
import { cleanText } from '../../src/text/clean-text.ts';
import { graphml } from '../../src/exchange/formats/graphml.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, fileOf, someDrawingOf } from '../support/exchanged-graphs.ts';
import { elementNamed, elementsNamed, parsedXml, type XmlElement } from '../support/xml-elements.ts';
import type { FormatOptions } from '../../src/exchange/file-format.ts';
import type { ExchangedGraph } from '../../src/exchange/exchanged-graph.ts';

const graph = exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf, cut: 'A limit left out 3 nodes.' });

function read(of: ExchangedGraph = graph, options: FormatOptions = {}): XmlElement {
  return parsedXml(fileOf(graphml, of, options).toString('utf8'));
}

function dataOf(element: XmlElement): Record<string, string> {
  return Object.fromEntries(element.children.map(({ attributes: { key = '' }, text }) => [key, text]));
}

test('GraphML has every node and edge, with labels and weights', () => {
  const file = read();
  const nodes = elementsNamed(file, 'node').map((node) => [node.attributes['id'], dataOf(node)['label']]);
  expect(nodes).toEqual(graph.nodes.map((node) => [node.id, node.label]));
  const edges = elementsNamed(file, 'edge').map((edge) => {
    const { source, target } = edge.attributes;
    return [source, target, dataOf(edge)['edgeKind'], Number(dataOf(edge)['weight'])];
  });
  expect(edges).toEqual(
    [...graph.edges].map(({ source, target, kind, weight }) => [source.id, target.id, kind, weight]),
  );
});

test('GraphML declares each attribute once, for nodes or edges alone, with its name as its id', () => {
  const keys = elementsNamed(read(), 'key').map(({ attributes }) => attributes);
  expect(keys.map(({ id }) => id)).toEqual(keys.map((key) => key['attr.name']));
  expect(new Set(keys.map(({ id }) => id)).size).toBe(keys.length);
  for (const owner of ['node', 'edge']) {
    const declared = new Set(keys.filter((key) => key['for'] === owner).map(({ id }) => id));
    const used = elementsNamed(read(), owner).flatMap((element) => Object.keys(dataOf(element)));
    expect(used.filter((name) => !declared.has(name))).toEqual([]);
  }
});

test('GraphML types its attributes, and joins lists', () => {
  const file = read();
  const types = elementsNamed(file, 'key').map(({ attributes }) => [attributes['id'], attributes['attr.type']]);
  expect(Object.fromEntries(types)).toMatchObject({
    pillars: 'string',
    pillarCount: 'int',
    specificity: 'double',
    isUniversal: 'boolean',
    x: 'double',
    weight: 'double',
  });
  const role = elementsNamed(file, 'node').find(({ attributes }) => attributes['id'] === 'role:sre');
  expect(role && dataOf(role)).toMatchObject({ kind: 'ROLE', pillars: 'Security; Reliability', color: '#0072b2' });
});

test('GraphML says nothing of the direction of single edges unless it is to be mixed', () => {
  const directionsOf = (options: FormatOptions) => {
    const file = read(graph, options);
    const ofEdges = elementsNamed(file, 'edge').map(({ attributes }) => attributes['directed']);
    return [elementNamed(file, 'graph').attributes['edgedefault'], ...new Set(ofEdges)];
  };
  expect(directionsOf({})).toEqual(['directed', undefined]);
  expect(directionsOf({ direction: 'undirected' })).toEqual(['undirected', undefined]);
  expect(directionsOf({ direction: 'mixed' })).toEqual(['directed', 'true', 'false']);
});

test('GraphML says what was left out', () => {
  expect(elementNamed(read(), 'desc').text).toContain('A limit left out 3 nodes.');
});

test('GraphML has hostile titles but for what XML cannot have', () => {
  const nodes = elementsNamed(read(exchangedOf(hostileCatalog)), 'node');
  const labels = nodes.map((node) => dataOf(node)['label']);
  expect(labels).toEqual(expect.arrayContaining(hostileTitles.map(cleanText)));
});
