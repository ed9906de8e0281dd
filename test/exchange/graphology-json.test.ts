import { Graph } from 'graphology';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { graphologyJson } from '../../src/exchange/formats/graphology-json.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, fileOf, someDrawingOf } from '../support/exchanged-graphs.ts';
import type { ExchangedGraph } from '../../src/exchange/exchanged-graph.ts';

const attributes = z.record(z.string(), z.unknown());
const serialized = z.strictObject({
  options: z.strictObject({ type: z.literal('mixed'), multi: z.boolean(), allowSelfLoops: z.boolean() }),
  attributes,
  nodes: z.array(z.strictObject({ key: z.string(), attributes })),
  edges: z.array(
    z.strictObject({
      key: z.string(),
      source: z.string(),
      target: z.string(),
      attributes,
      undirected: z.boolean().exactOptional(),
    }),
  ),
});

function read(graph: ExchangedGraph) {
  return Graph.from(serialized.parse(JSON.parse(fileOf(graphologyJson, graph).toString('utf8'))));
}

test('graphology finds every node and edge, with labels and weights', () => {
  const graph = exchangedOf(handbookCatalog);
  const imported = read(graph);
  expect(imported.mapNodes((id, { label }) => [id, label])).toEqual(graph.nodes.map((node) => [node.id, node.label]));
  expect(imported.mapEdges((_, { weight }, source, target) => [source, target, weight]).sort()).toEqual(
    [...graph.edges].map(({ source, target, weight }) => [source.id, target.id, weight]).sort(),
  );
});

test('graphology knows which edges have a direction', () => {
  const graph = exchangedOf(handbookCatalog);
  const imported = read(graph);
  const overlaps = [...graph.edges].filter(({ kind }) => kind === 'OVERLAPS_WITH').length;
  expect(overlaps).toBeGreaterThan(0);
  expect([imported.type, imported.undirectedSize, imported.directedSize]).toEqual([
    'mixed',
    overlaps,
    graph.edges.length - overlaps,
  ]);
});

test('graphology has no attribute called type, which sigma would take for a program', () => {
  const imported = read(exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf }));
  const attributes = [...imported.mapNodes((_, each) => each), ...imported.mapEdges((_, each) => each)];
  expect(attributes.filter((each) => 'type' in each)).toEqual([]);
});

test('graphology has positions, on a circle while the layout is not known', () => {
  const drawn = read(exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf }));
  expect(drawn.getAttribute('layout')).toBe('FORCE');
  for (const node of exchangedOf(handbookCatalog).nodes) {
    expect(drawn.getNodeAttributes(node.id)).toMatchObject(someDrawingOf(node));
  }
  const undrawn = read(exchangedOf(handbookCatalog));
  expect(undrawn.getAttribute('layout')).toBe('CIRCLE');
  const radii = undrawn.mapNodes((_, { x, y }) => Math.abs(Math.hypot(Number(x), Number(y)) - 500));
  expect(Math.max(...radii)).toBeLessThan(1);
  expect(new Set(undrawn.mapNodes((_, { size }) => size))).toEqual(new Set([8]));
  expect(new Set(undrawn.mapNodes((_, { x, y }) => `${String(x)} ${String(y)}`)).size).toBe(undrawn.order);
});

test('graphology finds the note about what was left out', () => {
  const cut = 'A limit left out 3 nodes.';
  expect(read(exchangedOf(handbookCatalog, {}, { cut })).getAttribute('cut')).toBe(cut);
});

test('graphology finds hostile titles as they are', () => {
  const labels = read(exchangedOf(hostileCatalog)).mapNodes((_, { label }) => String(label));
  expect(labels).toEqual(expect.arrayContaining([...hostileTitles]));
});
