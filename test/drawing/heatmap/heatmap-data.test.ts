import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemAt } from '../../../src/collections/item-at.ts';
import {
  heatmapData,
  heatmapKinds,
  levelOf,
  mostHeatmapGroups,
  pairAt,
  sharingMost,
  type HeatmapParameters,
} from '../../../src/drawing/heatmap/heatmap-data.ts';
import { heatmapTable } from '../../../src/drawing/heatmap/heatmap-table.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { picturedGraph } from '../../support/catalogs/pictured-catalogs.ts';
import { smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

const asked = (graph: CatalogGraph, parameters: HeatmapParameters) => runToCompletion(heatmapData(graph, parameters));

describe('the data of a heat map', () => {
  test('counts the roles that every two groups share, and names them by title', () => {
    fc.assert(
      fc.property(smallCatalogs, fc.constantFrom(...heatmapKinds), (catalog, kind) => {
        const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
        const plain = new BruteForce(catalog);
        const ids = plain.nodes().flatMap((node) => (node.kind === kind ? [node.id] : []));
        const rolesOf = (id: string) => (kind === 'TOPIC' ? plain.performers(id) : plain.rolesIn(id));
        const titles = (roles: ReadonlySet<string>) =>
          plain.roles.flatMap(({ id, label }) => (roles.has(id) ? [label] : [])).slice(0, 8);

        const data = asked(graph, { kind });
        expect(data.groups.map(({ id, roleCount }) => [id, roleCount])).toEqual(
          ids.map((id) => [id, rolesOf(id).size]),
        );
        const expected = ids.flatMap((one, first) =>
          ids.slice(first + 1).map((other, index) => {
            const shared = rolesOf(one).intersection(rolesOf(other));
            const second = first + 1 + index;
            return { first, second, sharedRoleCount: shared.size, roleLabels: titles(shared) };
          }),
        );
        expect(data.pairs).toEqual(expected);
        for (const pair of data.pairs) expect(pairAt(data, pair.second, pair.first)).toBe(pair);
      }),
      { numRuns: 200 },
    );
  });

  test('has the roles of the strongest pair, and says which of them are in no third group', () => {
    fc.assert(
      fc.property(smallCatalogs, fc.constantFrom('PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'), (catalog, kind) => {
        const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
        const plain = new BruteForce(catalog);
        const { groups, pairs, strongest } = asked(graph, { kind });
        const most = Math.max(0, ...pairs.map(({ sharedRoleCount }) => sharedRoleCount));
        if (strongest === null) {
          expect(most).toBe(0);
          return;
        }
        expect(strongest.sharedRoleCount).toBe(most);
        const exclusive = strongest.roles.filter(({ id }) => plain.groupsOf(id, kind).length === 2);
        expect(strongest.roles.filter(({ isExclusive }) => isExclusive)).toEqual(exclusive);
        expect(strongest.exclusiveRoleCount).toBe(exclusive.length);
        for (const { id } of strongest.roles) {
          for (const position of [strongest.first, strongest.second]) {
            expect(plain.rolesIn(itemAt(groups, position).id)).toContain(id);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('keeps the 40 groups with the most roles, and counts the others', async () => {
    const graph = await picturedGraph('OCCUPATIONS');
    const { groups, omittedGroupCount } = asked(graph, { kind: 'CATEGORY' });
    expect(groups).toHaveLength(mostHeatmapGroups);
    expect(groups.length + omittedGroupCount).toBe(graph.categories.length);
    const kept = new Set(groups.map(({ id }) => id));
    const least = Math.min(...groups.map(({ roleCount }) => roleCount));
    const omitted = graph.categories.filter(({ id }) => !kept.has(id));
    expect(Math.max(...omitted.map(({ roleCount }) => roleCount))).toBeLessThanOrEqual(least);
    expect(groups.map(({ id }) => id)).toEqual(graph.categories.flatMap(({ id }) => (kept.has(id) ? [id] : [])));
  });

  test('compares the given groups in the order given, also of several kinds', async () => {
    const data = asked(await picturedGraph('SHIPPED'), { of: ['Vendor', 'Security', 'topic:backup'] });
    expect(data.groups.map(({ id }) => id)).toEqual(['organization-type:vendor', 'pillar:security', 'topic:backup']);
    expect(data.kind).toBeNull();
  });

  test('compares the first kind of which there are several groups if no kind is given', async () => {
    expect(asked(await picturedGraph('SHIPPED'), {}).kind).toBe('PILLAR');
    expect(asked(await picturedGraph('WITHOUT_PILLARS'), {}).kind).toBe('CATEGORY');
  });

  test('takes the pairs that share the most where not all groups have room', async () => {
    const data = asked(await picturedGraph('SHIPPED'), { kind: 'CATEGORY' });
    for (const most of [2, 7, 33, 50]) {
      const positions = sharingMost(data, most);
      expect(positions).toHaveLength(Math.min(most, data.groups.length));
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
      expect(positions).toEqual(expect.arrayContaining([data.strongest?.first, data.strongest?.second]));
    }
  });

  test('gives the greatest level to the strongest pair only, and none to a pair that shares nothing', async () => {
    const data = asked(await picturedGraph('SHIPPED'), { kind: 'CATEGORY' });
    const most = data.strongest?.sharedRoleCount;
    for (const pair of data.pairs) {
      const level = levelOf(data, pair, 8);
      expect(level === 8).toBe(pair.sharedRoleCount === most);
      expect(level === 0).toBe(pair.sharedRoleCount === 0);
    }
  });

  test('rejects kinds without roles, and groups that are too few, twice or of another kind', async () => {
    const graph = await picturedGraph('SHIPPED');
    const rejected = (parameters: HeatmapParameters) => argumentError(() => asked(graph, parameters));
    expect(rejected({ kind: 'ROLE' }).message).toBe(
      'kind is ROLE, which a heat map does not compare; it takes PILLAR, CATEGORY, ORGANIZATION_TYPE, TOPIC.',
    );
    expect(rejected({ of: ['Security'] }).argument).toBe('of');
    expect(rejected({ of: ['Security', 'pillar:security'] }).message).toContain('twice');
    expect(rejected({ kind: 'TOPIC', of: ['pillar:security', 'Backup'] }).message).toContain('which is a pillar');
  });
});

test('the table of a heat map is the symmetric matrix, with the sizes of the groups on its diagonal', async () => {
  const graph = await picturedGraph('SHIPPED');
  const { columns, rows } = heatmapTable(asked(graph, { kind: 'PILLAR' }));
  const names = graph.pillars.map(({ name }) => name);
  expect(columns).toEqual(['', ...names]);
  expect(rows.map(([name]) => name)).toEqual(names);
  // Counted from the side of the roles.
  const countOf = (row: string, column: string) =>
    graph.roles.filter(({ pillars }) => [row, column].every((name) => pillars.some((each) => each.name === name)))
      .length;
  expect(rows.map((row) => row.slice(1))).toEqual(names.map((row) => names.map((column) => countOf(row, column))));
});
