import cytoscape from 'cytoscape';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { cytoscapeJson } from '../../src/exchange/formats/cytoscape-json.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, fileOf, someDrawingOf } from '../support/exchanged-graphs.ts';
import type { ExchangedGraph } from '../../src/exchange/exchanged-graph.ts';

const element = z.looseObject({ data: z.looseObject({ id: z.string() }) });
const file = z.looseObject({ elements: z.strictObject({ nodes: z.array(element), edges: z.array(element) }) });

/** What is known of an element under a name. */
function dataOf(of: cytoscape.NodeSingular | cytoscape.EdgeSingular, name: string): unknown {
  return of.data(name);
}

/** The graph as Cytoscape.js has it after `cy.json(file)`. */
function read(graph: ExchangedGraph): cytoscape.Core {
  const core = cytoscape({ headless: true });
  core.json(file.parse(JSON.parse(fileOf(cytoscapeJson, graph).toString('utf8'))));
  return core;
}

test('Cytoscape.js finds every node and edge, with labels, weights and positions', () => {
  const graph = exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf });
  const core = read(graph);
  expect(
    core.nodes().map((node) => [node.id(), dataOf(node, 'label'), dataOf(node, 'name'), node.position('x')]),
  ).toEqual(graph.nodes.map((node) => [node.id, node.label, node.label, someDrawingOf(node).x]));
  expect(core.edges().map((edge) => [edge.source().id(), edge.target().id(), dataOf(edge, 'weight')])).toEqual(
    [...graph.edges].map(({ source, target, weight }) => [source.id, target.id, weight]),
  );
});

test('Cytoscape.js selects by kind, and edges by whether they have a direction', () => {
  const graph = exchangedOf(handbookCatalog);
  const core = read(graph);
  expect(core.nodes('.ROLE').length).toBe(graph.nodes.filter(({ kind }) => kind === 'ROLE').length);
  const overlaps = [...graph.edges].filter(({ kind }) => kind === 'OVERLAPS_WITH').length;
  expect(overlaps).toBeGreaterThan(0);
  expect(core.edges('.undirected').length).toBe(overlaps);
  expect(core.edges('.OVERLAPS_WITH[weight > 0]').length).toBe(overlaps);
  expect(core.edges('.directed').length).toBe(graph.edges.length - overlaps);
});

test('Cytoscape.js finds the note about what was left out', () => {
  expect(read(exchangedOf(handbookCatalog, {}, { cut: 'A limit left out 3 nodes.' })).data()).toMatchObject({
    cut: 'A limit left out 3 nodes.',
  });
});

test('Cytoscape.js finds hostile titles as they are', () => {
  const labels = read(exchangedOf(hostileCatalog))
    .nodes()
    .map((node) => String(node.data('label')));
  expect(labels).toEqual(expect.arrayContaining([...hostileTitles]));
});
