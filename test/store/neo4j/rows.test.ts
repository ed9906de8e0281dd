import fc from 'fast-check';
import { int, Integer } from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { edgeKinds, type EdgeKind } from '../../../src/graph/nodes/edge-kind.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { edgesFrom, evidenceFrom } from '../../../src/graph/selection/edges.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { rowsOf, type GraphRows } from '../../../src/store/neo4j/write/graph-rows.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

/** The rows of one type, as "start -> end" with their value; that of an overlap is its weight. */
function rowsOfType({ nodes, overlaps }: GraphRows, type: string) {
  if (type === 'OVERLAPS_WITH') {
    return overlaps.flatMap(({ rows }) =>
      Array.from(rows(), ({ start, end, values: [weight] }) => ({ pair: `${start} -> ${end}`, value: weight })),
    );
  }
  return nodes.flatMap(({ types, rows }) =>
    Array.from(rows(), ({ properties, relationships }) =>
      (relationships[types.indexOf(type)] ?? []).map(([end, value]) => ({ pair: `${properties.id} -> ${end}`, value })),
    ).flat(),
  );
}

describe('a graph as rows for Neo4j', () => {
  test('the rows of a graph are as drawn for a line of the handbook', () => {
    const rows = rowsOf(graphOfCatalog(handbookCatalog));
    const role = [...(rows.nodes.find(({ label }) => label === 'Role')?.rows() ?? [])];
    expect(role.map(({ properties: { id, place } }) => [id, place])).toEqual(
      role.map(({ properties: { id } }, index) => [id, int(index)]),
    );
    const lines = rowsOfType(rows, 'STATED_IN').map(({ value }) => value);
    expect(lines).toEqual(expect.arrayContaining([int(7), null]));
    expect(lines.find((line) => line !== null)).toBeInstanceOf(Integer);
  });

  test('the rows of a graph are counted right, and connect only nodes that it has', () => {
    fc.assert(
      fc.property(smallCatalogs, (catalog) => {
        const rows = rowsOf(graphOfCatalog(catalog));
        const ids = new Set<string>();
        let count = 0;
        for (const section of rows.nodes) {
          const nodes = [...section.rows()];
          const relationships = nodes.flatMap((node) => node.relationships.flat());
          expect(nodes.length + relationships.length).toBe(section.count);
          // A relationship leads to a node of an earlier section.
          for (const [end] of relationships) expect(ids.has(end)).toBe(true);
          const before = ids.size;
          for (const { properties } of nodes) ids.add(properties.id);
          expect(ids.size).toBe(before + nodes.length);
          count += section.count;
        }
        for (const section of rows.overlaps) {
          const overlaps = [...section.rows()];
          expect(overlaps).toHaveLength(section.count);
          for (const { start, end } of overlaps) expect([ids.has(start), ids.has(end)]).toEqual([true, true]);
          count += section.count;
        }
        expect(rows.count).toBe(count);
      }),
    );
  });

  test('the rows of a graph have the edges of the GraphQL schema, with their weights, once each', () => {
    fc.assert(
      fc.property(smallCatalogs, (catalog) => {
        const data = graphOfCatalog(catalog);
        const graph = CatalogGraph.of(data.structure);
        const edges = [...graph.nodes()].flatMap((node) => [...edgesFrom(graph, node), ...evidenceFrom(node)]);
        const rows = rowsOf(data);
        // The catalog states them itself: their value is a position or a place, or they have none.
        const stated = new Set<EdgeKind>(['PART_OF', 'ABOUT', 'OF', 'UNDER', 'STATED_IN', 'NAMES', 'INVOLVES']);
        for (const kind of edgeKinds) {
          const weightOf = (value: unknown) => (stated.has(kind) ? 1 : Number(value));
          const written = rowsOfType(rows, kind);
          expect(written.map(({ pair, value }) => [pair, weightOf(value)]).sort()).toEqual(
            edges
              .filter((edge) => edge.kind === kind)
              .map(({ source, target, weight }) => [`${source.id} -> ${target.id}`, weight])
              .sort(),
          );
        }
      }),
    );
  });
});
