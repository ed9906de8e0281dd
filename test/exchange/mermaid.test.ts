import { expect, test } from 'vitest';
import { refusalOf } from '../../src/exchange/file-format.ts';
import { mermaid } from '../../src/exchange/formats/mermaid.ts';
import { itemAt } from '../../src/collections/item-at.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, fileOf, someDrawingOf } from '../support/exchanged-graphs.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { ExchangedGraph } from '../../src/exchange/exchanged-graph.ts';

function textOf(graph: ExchangedGraph): string {
  return fileOf(mermaid, graph).toString('utf8');
}

function titled(title: string): Catalog {
  return {
    ...handbookCatalog,
    roles: handbookCatalog.roles.map((role, index) => (index === 0 ? { ...role, title } : role)),
  };
}

test('Mermaid calls nodes n0, n1, …, and draws overlaps without an arrow', () => {
  const graph = exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf });
  const lines = textOf(graph).split('\n');
  expect(lines).toContain(`n0["${graph.nodes[0]?.node.label}"]`);
  expect(lines.filter((line) => /^n\d+\["/.test(line))).toHaveLength(graph.nodes.length);
  const overlaps = graph.edges.filter(({ kind }) => kind === 'OVERLAPS_WITH');
  expect(lines.filter((line) => /^n\d+ --- n\d+$/.test(line))).toHaveLength(overlaps.length);
  expect(lines.filter((line) => /^n\d+ --> n\d+$/.test(line))).toHaveLength(graph.edges.length - overlaps.length);
  expect(lines).toContain('class n0,n2,n12 ROLE');
  expect(lines).toContain('classDef ROLE stroke:#0072b2,stroke-width:2px');
});

test('Mermaid has what was left out in the title of the drawing', () => {
  const text = textOf(exchangedOf(handbookCatalog, {}, { title: 'A "title"', cut: 'A limit left out 3 nodes.' }));
  expect(text).toMatch(
    /^---\ntitle: "A \\"title\\"\. A limit left out 3 nodes\."\n---\nflowchart LR\n%% A "title"\. A limit/,
  );
});

test.each([
  ['Says "yes"', 'Says #quot;yes#quot;'],
  ['C# & <b>', 'C#35; #amp; #lt;b#gt;'],
  ['1. First', '1#46; First'],
  ['- item', '#45; item'],
  ['Co-owner (L3), R/D', 'Co-owner (L3), R/D'],
  ['`code` *x* __y__', '#96;code#96; #42;x#42; #95;#95;y#95;#95;'],
  ['Two\nlines', 'Two lines'],
])('Mermaid writes the label %j as %j', (title, written) => {
  expect(textOf(exchangedOf(titled(title)))).toContain(`["${written}"]`);
});

test('Mermaid shortens long labels, never inside of an entity, and says so', () => {
  const text = textOf(exchangedOf(titled(`${'a'.repeat(50)}""""`)));
  expect(text).toContain(`["${'a'.repeat(50)}#quot;…"]`);
  expect(text).toContain('\n%% Long labels are shortened; they end in "…".\n');
  expect(textOf(exchangedOf(handbookCatalog))).not.toContain('shortened');
});

test('Mermaid is refused above 500 edges, with how to narrow the selection', () => {
  const graph = exchangedOf(hostileCatalog);
  const edge = itemAt(graph.edges, 0);
  expect(refusalOf(mermaid, { nodes: graph.nodes, edges: Array.from({ length: 500 }, () => edge) })).toBeNull();
  expect(refusalOf(mermaid, { nodes: graph.nodes, edges: Array.from({ length: 1_234 }, () => edge) })).toBe(
    'The selection has 1,234 edges, and Mermaid can have at most 500. Narrow the selection with roots, depth, nodeKinds, ' +
      'edgeKinds, minOverlap or maxNodes, or choose another format.',
  );
});

test('the largest drawing in Mermaid has less than the 50,000 characters that Mermaid reads', () => {
  const graph = exchangedOf(titled('"'.repeat(400)), {}, { drawingOf: someDrawingOf });
  const [node, edge] = [itemAt(graph.nodes, 0), itemAt(graph.edges, 0)];
  const largest = {
    ...graph,
    nodes: Array.from({ length: 500 }, () => node),
    edges: Array.from({ length: 500 }, () => edge),
  };
  expect(textOf(largest).length).toBeLessThan(50_000);
});
