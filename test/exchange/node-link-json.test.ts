import { expect, test } from 'vitest';
import { z } from 'zod';
import { nodeLinkJson } from '../../src/exchange/formats/node-link-json.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, fileOf } from '../support/exchanged-graphs.ts';
import type { FormatOptions } from '../../src/exchange/file-format.ts';
import type { ExchangedGraph } from '../../src/exchange/exchanged-graph.ts';

const edge = z.object({ source: z.string(), target: z.string(), weight: z.number() }).loose();
const document = z.object({
  directed: z.boolean(),
  multigraph: z.boolean(),
  graph: z.object({ cut: z.string().nullable() }).loose(),
  nodes: z.array(z.looseObject({ id: z.string(), label: z.string() })),
  edges: z.array(edge),
  links: z.array(edge),
});

function read(of: ExchangedGraph, options: FormatOptions = {}) {
  return document.parse(JSON.parse(fileOf(nodeLinkJson, of, options).toString('utf8')));
}

test('JSON has nodes and edges, and the edges as links, too, for networkx up to 3.3', () => {
  const graph = exchangedOf(handbookCatalog, {}, { cut: 'A limit left out 3 nodes.' });
  const file = read(graph);
  expect(file.nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id));
  expect(file.edges.map(({ source, target, weight }) => [source, target, weight])).toEqual(
    [...graph.edges].map(({ source, target, weight }) => [source.id, target.id, weight]),
  );
  expect(file.links).toEqual(file.edges);
  expect(file.graph.cut).toBe('A limit left out 3 nodes.');
});

test('JSON is a directed graph without parallel edges, or an undirected one', () => {
  const graph = exchangedOf(handbookCatalog);
  expect(read(graph)).toMatchObject({ directed: true, multigraph: false });
  expect(read(graph, { direction: 'undirected' })).toMatchObject({ directed: false, multigraph: false });
  const pairs = [...graph.edges].map(({ source, target }) => [source.id, target.id].sort().join(' '));
  expect(new Set(pairs).size).toBe(pairs.length);
});

test('JSON without any edge has empty lists', () => {
  expect(read(exchangedOf(handbookCatalog, { nodeKinds: ['TOPIC'] }))).toMatchObject({ edges: [], links: [] });
});

test('JSON has hostile titles as they are', () => {
  const labels = read(exchangedOf(hostileCatalog)).nodes.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining([...hostileTitles]));
});
