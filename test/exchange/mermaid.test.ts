import { expect, test } from 'vitest';
import { refusalOf } from '../../src/exchange/file-format.ts';
import { mermaid } from '../../src/exchange/formats/mermaid.ts';
import { EdgeCollector } from '../../src/graph/selection/edge-list.ts';
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
  expect(lines).toContain(`n0["${graph.nodes[0]?.label}"]`);
  expect(lines.filter((line) => /^n\d+\["/.test(line))).toHaveLength(graph.nodes.length);
  const overlaps = [...graph.edges].filter(({ kind }) => kind === 'OVERLAPS_WITH');
  expect(lines.filter((line) => /^n\d+ --- n\d+$/.test(line))).toHaveLength(overlaps.length);
  expect(lines.filter((line) => /^n\d+ --> n\d+$/.test(line))).toHaveLength(graph.edges.length - overlaps.length);
  expect(lines).toContain('class n0,n2,n12 ROLE');
  expect(lines).toContain('classDef ROLE stroke:#0072b2,stroke-width:2px');
});

test('Mermaid has what was left out in the title of the drawing', () => {
  const text = textOf(exchangedOf(handbookCatalog, {}, { title: 'A "title" & <b>', cut: 'A limit left out 3 nodes.' }));
  expect(text).toMatch(
    /^---\ntitle: "A \\"title\\" and ‹b›\. A limit left out 3 nodes\."\n---\nflowchart LR\n%% A "title" & <b>\. A limit/,
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

test('Mermaid is refused above 500 edges, with how to narrow the selection', () => {
  const { nodes } = exchangedOf(hostileCatalog);
  expect(refusalOf(mermaid, { nodes, edges: { length: 500 } })).toBeNull();
  expect(refusalOf(mermaid, { nodes, edges: { length: 1_234 } })).toBe(
    'The selection has 1,234 edges, and Mermaid can have at most 500. Narrow the selection with roots, depth, nodeKinds, ' +
      'edgeKinds, minOverlap or maxNodes, or choose another format.',
  );
});

test('Mermaid shortens labels only where all together have more than the 50,000 characters that it reads, and says so', () => {
  const shortened = '%% Long labels are shortened; they end in "…".';
  const graph = exchangedOf(titled(`${'a'.repeat(55)}${'"'.repeat(40)}`), {}, { drawingOf: someDrawingOf });
  expect(textOf(graph)).toContain(`["${'a'.repeat(55)}${'#quot;'.repeat(40)}"]`);
  expect(textOf(graph)).not.toContain(shortened);
  const node = itemAt(graph.nodes, 0);
  const nodes = Array.from({ length: 500 }, () => node);
  const found = new EdgeCollector(nodes);
  for (const source of nodes.keys()) found.add('PERFORMS', source, 0, 1);
  const largest = { ...graph, title: 'b'.repeat(1_000), nodes, degrees: found.degrees, edges: found.list() };
  const text = textOf(largest);
  // No entity is cut in two.
  expect(text).toContain(`n499["${'a'.repeat(55)}#quot;…"]`);
  expect(text).toContain(shortened);
  expect(text.length).toBeGreaterThan(45_000);
  expect(text.length).toBeLessThan(50_000);
});
