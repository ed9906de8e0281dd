import fc from 'fast-check';
import { int, Integer } from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { itemAt } from '../../../src/collections/item-at.ts';
import { edgeKinds } from '../../../src/graph/nodes/edge-kind.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { edgesFrom } from '../../../src/graph/selection/edges.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { rowsOf, type GraphRows } from '../../../src/store/neo4j/write/graph-rows.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

/** The rows of one type, as "start -> end" with their properties. */
function rowsOfType({ nodes, overlaps }: GraphRows, type: string) {
  const stated = nodes.flatMap(({ kinds, rows }) =>
    Array.from(rows(), ({ properties, relationships }) =>
      relationships.flatMap(([index, end, value]) => {
        const { key, ...kind } = itemAt(kinds, index.toNumber());
        if (kind.type !== type) return [];
        return [{ pair: `${properties.id} -> ${end}`, ...(key !== null && { [key]: value }) }];
      }),
    ).flat(),
  );
  if (type !== 'OVERLAPS_WITH') return stated;
  // The first property of an overlap is its weight.
  return overlaps.flatMap(({ rows }) =>
    Array.from(rows(), ({ start, end, values: [weight] }) => ({ pair: `${start} -> ${end}`, weight })),
  );
}

describe('a graph as rows for Neo4j', () => {
  test('the rows of a graph are as drawn for a line of the handbook', () => {
    const rows = rowsOf(graphOfCatalog(handbookCatalog));
    const role = [...(rows.nodes.find(({ label }) => label === 'Role')?.rows() ?? [])];
    expect(role.map(({ properties: { id, place } }) => [id, place])).toEqual(
      role.map(({ properties: { id } }, index) => [id, int(index)]),
    );
    const [statedIn] = rowsOfType(rows, 'STATED_IN');
    expect(statedIn).toHaveProperty('line', expect.any(Integer));
  });

  test('the rows of a graph are counted right, and connect only nodes that it has', () => {
    fc.assert(
      fc.property(smallCatalogs, (catalog) => {
        const rows = rowsOf(graphOfCatalog(catalog));
        const ids = new Set<string>();
        let count = 0;
        for (const section of rows.nodes) {
          const nodes = [...section.rows()];
          const relationships = nodes.flatMap((node) => node.relationships);
          expect(nodes.length + relationships.length).toBe(section.count);
          // A relationship leads to a node of an earlier section.
          for (const [, end] of relationships) expect(ids.has(end)).toBe(true);
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
        const edges = [...graph.nodes()].flatMap((node) => [...edgesFrom(graph, node)]);
        const rows = rowsOf(data);
        for (const kind of edgeKinds) {
          const weights = kind === 'PART_OF' || kind === 'ABOUT' ? { weight: 1 } : {};
          const written = rowsOfType(rows, kind).map((row) => ({ ...weights, ...row }));
          expect(written.map((row) => [row.pair, Number(row.weight)]).sort()).toEqual(
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
