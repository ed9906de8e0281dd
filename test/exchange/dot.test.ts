import { expect, test } from 'vitest';
import { dot } from '../../src/exchange/formats/dot.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, fileOf, someDrawingOf } from '../support/exchanged-graphs.ts';
import type { ExchangedGraph } from '../../src/exchange/exchanged-graph.ts';

function textOf(graph: ExchangedGraph): string {
  return fileOf(dot, graph).toString('utf8');
}

test('DOT has a statement for each node and edge and no other, and everything in quotes', () => {
  const graph = exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf });
  const [comment, head, ...statements] = textOf(graph).trimEnd().split('\n');
  expect(comment).toMatch(/^\/\* A selection\. From The catalog of a handbook 1, revision \w+\. \*\/$/);
  expect(head).toBe('digraph "A selection" {');
  expect(statements.pop()).toBe('}');
  const attributes = String.raw`\[\w+="[^"]*"(?:, \w+="[^"]*")*\];`;
  const nodes = statements.filter((statement) => new RegExp(`^"[^"]+" ${attributes}$`).test(statement));
  const edges = statements.filter((statement) => new RegExp(`^"[^"]+" -> "[^"]+" ${attributes}$`).test(statement));
  expect([nodes.length, edges.length]).toEqual([graph.nodes.length, graph.edges.length]);
  expect(statements.length).toBe(nodes.length + edges.length);
});

test('DOT draws an overlap without an arrow, its score as the width, and with a whole number as its weight', () => {
  const graph = exchangedOf(handbookCatalog);
  const overlap = [...graph.edges].find(({ kind }) => kind === 'OVERLAPS_WITH');
  const line = textOf(graph)
    .split('\n')
    .find((each) => each.includes('OVERLAPS_WITH'));
  expect(line).toContain(`score="${overlap?.weight}"`);
  expect(line).toMatch(/weight="[1-9]\d*", score="[\d.]+", penwidth="[\d.]+", dir="none"\];$/);
});

test('DOT has colors as hue, saturation and value, because Gephi takes others for transparent', () => {
  expect(textOf(exchangedOf(handbookCatalog, { nodeKinds: ['ROLE'] }, { drawingOf: someDrawingOf }))).toContain(
    'color="0.5599,1.0000,0.6980"',
  );
});

test('DOT escapes quotes, backslashes and what labels would take for entities', () => {
  const lines = textOf(exchangedOf(hostileCatalog));
  for (const label of [
    String.raw`label="Says \"yes\", twice"`,
    String.raw`label="Pipe | and \\ backslash \\n"`,
    'label="&amp;amp; &amp;#0; %s ${x} `tick`"',
    'label="Two\nlines\nand a\ttab"',
    'label="Control \ufffd\ufffd\ufffd\ufffd Engineer"',
    'label="graph"',
  ]) {
    expect(lines).toContain(`[${label}, kind="ROLE"`);
  }
});

test('DOT keeps the end of a comment out of its comment', () => {
  const text = textOf(exchangedOf(handbookCatalog, {}, { title: 'a */ digraph {', cut: 'A limit left out 3 nodes.' }));
  expect(text.split('*/')).toHaveLength(3);
  expect(text).toMatch(/^\/\* a \* \/ digraph \{\. A limit left out 3 nodes\. /);
});
