import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { requestGraph } from '../../schema/context.ts';
import { schema } from '../../schema/schema.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { drawingsIn } from '../../src/graph/layout/node-drawing.ts';
import { withLayout } from '../../src/graph/layout/graph-layout.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { catalogInProcess, newHeader } from '../../src/store/in-process-catalog.ts';
import type { StoredCatalog } from '../../src/store/stored-catalog.ts';
import { engines } from '../support/engines/engines.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { catalogWithLateLayout } from '../store/late-layout.ts';

const answers = z.object({
  data: z.object({
    graph: z.object({
      layout: z.string().optional(),
      nodes: z.array(
        z.object({
          nodeId: z.string(),
          x: z.number().nullable(),
          y: z.number().nullable(),
          community: z.number().nullable(),
          size: z.number(),
          color: z.string(),
        }),
      ),
      edges: z.array(z.object({ kind: z.string(), directed: z.boolean() })),
    }),
  }),
});
const selected = 'nodes { nodeId ...drawn } edges { kind directed }';
const fragment = 'fragment drawn on GraphNode { x y community size color }';

async function drawingOf(catalog: StoredCatalog, select = '', field = 'layout') {
  const rolegraph = await requestGraph(catalog, new Scheduler());
  const source = `{ graph${select} { ${field} ${selected} } } ${fragment}`;
  return answers.parse(await graphql({ schema, source, contextValue: { rolegraph } })).data.graph;
}

describe.each(engines)('a drawing from $name', ({ emptyPlace }) => {
  test('has the positions that the import has stored, the same in every selection', async () => {
    const place = await emptyPlace();
    try {
      const importing = await place.open(() => Promise.resolve(graphOfCatalog({ ...handbookCatalog, name: 'Other' })));
      const data = withLayout(graphOfCatalog(handbookCatalog));
      await importing.replace(await importing.current(), data);
      const store = await place.open(() => Promise.resolve(data));
      const whole = await drawingOf(await store.current());
      expect(whole.layout).toBe('READY');
      const part = await drawingOf(await store.current(), '(select: { roots: ["pillar:security"], depth: 1 })', '');
      expect(part.nodes.length).toBeLessThan(whole.nodes.length);
      expect(whole.nodes).toEqual(expect.arrayContaining(part.nodes));
      const drawn = new Map(whole.nodes.map(({ nodeId, ...drawing }) => [nodeId, drawing]));
      const graph = await (await store.current()).graph();
      if (data.structure.layout === null) throw new Error('There is no layout.');
      const expected = drawingsIn(graph, data.structure.layout);
      for (const [id, drawing] of drawn) expect(drawing).toEqual(expected(nodeOf(graph, id)));
    } finally {
      await place.remove();
    }
  });
});

function nodeOf(graph: CatalogGraph, id: string) {
  const node = graph.node(id);
  if (node === undefined) throw new Error(`There is no ${id}.`);
  return node;
}

function inProcess(catalog: Parameters<typeof graphOfCatalog>[0]) {
  const data = graphOfCatalog(catalog);
  return catalogInProcess(data, {
    header: { ...newHeader(data), sequence: 1 },
    storeKind: 'MEMORY',
    runSteps: runToCompletion,
  });
}

test('edges are directed, but for overlaps', async () => {
  const { edges } = await drawingOf(inProcess(handbookCatalog));
  expect(new Set(edges.map(({ directed }) => directed))).toEqual(new Set([true, false]));
  for (const { kind, directed } of edges) expect(directed).toBe(kind !== 'OVERLAPS_WITH');
});

test('positions and communities of a large catalog are null until they are computed', async () => {
  const { catalog, layOut } = catalogWithLateLayout();
  const before = await drawingOf(catalog, '(select: { maxNodes: 20 })');
  expect(before.layout).toBe('PENDING');
  for (const { x, y, community, size } of before.nodes) {
    expect([x, y, community]).toEqual([null, null, null]);
    expect(size).toBeGreaterThan(0);
  }
  layOut();
  await catalog.layout();
  const after = await drawingOf(catalog, '(select: { maxNodes: 20 })');
  expect(after.layout).toBe('READY');
  for (const { x, y, community } of after.nodes) {
    expect([x, y, community].every((each) => Number.isInteger(each))).toBe(true);
  }
});
