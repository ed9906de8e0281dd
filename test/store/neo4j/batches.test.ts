import fc from 'fast-check';
import type { Integer } from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import { batchesOf, type Batch } from '../../../src/store/neo4j/write/batches.ts';
import { rowsOf, type GraphRows } from '../../../src/store/neo4j/write/graph-rows.ts';
import { smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

/** Nodes and relationships as one text each, however they are put together. */
function contentOf({ nodes, overlaps }: GraphRows): string[] {
  return [
    ...nodes.flatMap(({ label, types, rows }) =>
      [...rows()].flatMap(({ properties, relationships }) => [
        shown(label, properties),
        ...types.flatMap((type, kind) =>
          itemAt(relationships, kind).map(([end, value]) => shown(`${properties.id} ${type} ${end}`, value)),
        ),
      ]),
    ),
    ...overlaps.flatMap(({ label, rows }) =>
      Array.from(rows(), ({ start, end, values }) => shown(`${start} ${label} ${end}`, values)),
    ),
  ];
}

function contentOfBatch(batch: Batch): string[] {
  if (batch.kind === 'overlaps') {
    const { nodes, overlaps } = batch.rows;
    return overlaps.map(([start, end, values]) =>
      shown(`${at(nodes, start)} ${batch.label} ${at(nodes, end)}`, values),
    );
  }
  const { ends, kinds, nodes } = batch.rows;
  return nodes.flatMap(({ properties, relationships }) => [
    shown(batch.label, properties),
    ...Object.entries(kinds).flatMap(([type, kind]) =>
      at(relationships, kind).map(([end, value]) => shown(`${properties.id} ${type} ${at(ends, end)}`, value)),
    ),
  ]);
}

const at = <T>(items: readonly T[], index: Integer) => itemAt(items, index.toNumber());

function shown(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}

describe('batches of a graph', () => {
  test('the batches of a graph are all of it, once, and know how much they are', () => {
    fc.assert(
      fc.property(smallCatalogs, (catalog) => {
        const rows = rowsOf(graphOfCatalog(catalog));
        const batches = Array.from(batchesOf(rows), (section) => [...section]).flat();
        const contents = batches.map(contentOfBatch);
        expect(contents.flat().sort()).toEqual(contentOf(rows).sort());
        expect(batches.map(({ count }) => count)).toEqual(contents.map(({ length }) => length));
      }),
    );
  });

  test('the batches of a graph refer only to nodes of earlier sections', () => {
    fc.assert(
      fc.property(smallCatalogs, (catalog) => {
        const there = new Set<string>();
        for (const section of batchesOf(rowsOf(graphOfCatalog(catalog)))) {
          const batches = [...section];
          for (const batch of batches) {
            const sought = batch.kind === 'nodes' ? batch.rows.ends : batch.rows.nodes;
            expect(sought.filter((id) => !there.has(id))).toEqual([]);
          }
          for (const batch of batches) {
            if (batch.kind === 'nodes') for (const { properties } of batch.rows.nodes) there.add(properties.id);
          }
        }
      }),
    );
  });

  test('the batches of a graph have at most 20,000 rows, and nearly as many if there are more', () => {
    const rows = rowsOf(graphOfCatalog(generatedCatalog({ roles: 1_500, seed: 1, appearancesPerRole: 3.2 })));
    expect(rows.count).toBeGreaterThan(60_000);
    for (const section of batchesOf(rows)) {
      const counts = Array.from(section, ({ count }) => count);
      expect(Math.max(...counts)).toBeLessThanOrEqual(20_000);
      for (const count of counts.slice(0, -1)) expect(count).toBeGreaterThan(19_900);
    }
  });

  test('the batches of a graph have at most ten million characters', () => {
    const catalog = generatedCatalog({ roles: 1_500, seed: 1 });
    const roles = catalog.roles.map((role) => ({ ...role, summary: 'x'.repeat(10_000) }));
    const rows = rowsOf(graphOfCatalog({ ...catalog, roles }));
    for (const section of batchesOf(rows)) {
      const batches = [...section];
      if (batches[0]?.label === 'Role' && batches[0].kind === 'nodes') expect(batches).toHaveLength(2);
      for (const batch of batches) expect(contentOfBatch(batch).join('').length).toBeLessThan(12_000_000);
    }
  });
});
