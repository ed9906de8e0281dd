import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemAt } from '../../../src/collections/item-at.ts';
import {
  mostUpsetColumns,
  mostUpsetRows,
  upsetData,
  type UpsetParameters,
} from '../../../src/drawing/upset/upset-data.ts';
import { upsetTable } from '../../../src/drawing/upset/upset-table.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { groupKinds } from '../../../src/graph/nodes/node-kind.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { picturedGraph } from '../../support/catalogs/pictured-catalogs.ts';
import { smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

const asked = (graph: CatalogGraph, parameters: UpsetParameters) => runToCompletion(upsetData(graph, parameters));

describe('the data of an UpSet plot', () => {
  test('puts each role into the combination of all groups that it is in', () => {
    fc.assert(
      fc.property(smallCatalogs, fc.constantFrom(...groupKinds), (catalog, kind) => {
        const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
        const plain = new BruteForce(catalog);
        const data = asked(graph, { kind });
        // From the side of the roles: what each is in, as a text.
        const groupsOf = new Map(plain.roles.map(({ id }) => [id, plain.groupsOf(id, kind).join()]));
        for (const { groups, roles, exclusiveRoleCount, sharedRoleCount } of data.combinations) {
          const ids = groups.map((position) => itemAt(data.groups, position).id);
          const expected = plain.roles.flatMap(({ id }) => (groupsOf.get(id) === ids.join() ? [id] : []));
          expect(roles.map(({ id }) => id)).toEqual(expected);
          expect(exclusiveRoleCount).toBe(expected.length);
          const shared = plain.roles.filter(({ id }) => ids.every((group) => plain.rolesIn(group).has(id)));
          expect(sharedRoleCount).toBe(shared.length);
        }
        const inSome = [...groupsOf.values()].filter((groups) => groups !== '');
        expect(data.combinations).toHaveLength(new Set(inSome).size);
        const singleRoleCount = inSome.filter((groups) => !groups.includes(',')).length;
        const combinationCount = new Set(inSome).size;
        expect(data.all).toEqual({ combinationCount, roleCount: inSome.length, singleRoleCount });
        expect(data.wanted).toEqual(data.all);
        expect(data.outsideRoleCount).toBe(plain.roles.length - inSome.length);
        expect(data.groups.map(({ id, roleCount }) => [id, roleCount])).toEqual(
          plain.groups.flatMap((group) => (group.kind === kind ? [[group.id, plain.rolesIn(group.id).size]] : [])),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('has the wanted combinations, and still counts all', async () => {
    const graph = await picturedGraph('SHIPPED');
    const all = asked(graph, { kind: 'PILLAR' });
    const some = asked(graph, { kind: 'PILLAR', minGroups: 2, minRoles: 2 });
    const wanted = all.combinations.filter(
      ({ groups, exclusiveRoleCount }) => groups.length > 1 && exclusiveRoleCount > 1,
    );
    expect(some.combinations).toEqual(wanted);
    expect(some.all).toEqual(all.all);
    expect(some.wanted.combinationCount).toBe(wanted.length);
    expect(some.selection).toEqual({ minRoles: 2, minGroups: 2, maxGroups: null });
    expect(some.inAll?.roleLabels).toEqual(['DevOps Engineer', 'Operations Manager']);
  });

  test('compares only the given groups, in the order of the catalog, and keeps their hues', async () => {
    const data = asked(await picturedGraph('SHIPPED'), { kind: 'PILLAR', of: ['Sustainability', 'Security'] });
    expect(data).toMatchObject({ isWhole: false, groupCount: 2 });
    expect(data.groups.map(({ label, huePosition }) => [label, huePosition])).toEqual([
      ['Security', 1],
      ['Sustainability', 5],
    ]);
  });

  test('gives the categories of a pillar its hue, and none to organization types and their categories', async () => {
    const graph = await picturedGraph('SHIPPED');
    for (const { id, huePosition } of asked(graph, { kind: 'CATEGORY' }).groups) {
      const category = graph.categories.find((each) => each.id === id);
      expect(huePosition).toBe(category?.pillar?.index ?? null);
    }
    for (const { huePosition } of asked(graph, { kind: 'ORGANIZATION_TYPE' }).groups) expect(huePosition).toBeNull();
    const [first] = asked(await picturedGraph('WITHOUT_PILLARS'), { kind: 'ORGANIZATION_TYPE' }).groups;
    expect(first?.huePosition).toBe(0);
  });

  test('has no more columns than asked for, nor rows than can be drawn', async () => {
    const graph = await picturedGraph('OCCUPATIONS');
    expect(asked(graph, { kind: 'PILLAR', columns: 7 }).combinations).toHaveLength(7);
    expect(asked(graph, { kind: 'PILLAR' }).combinations).toHaveLength(mostUpsetColumns);
    const { groups, groupCount, combinations, wanted } = asked(graph, { kind: 'CATEGORY' });
    expect(groupCount).toBe(graph.categories.length);
    expect(groups.length).toBeLessThanOrEqual(mostUpsetRows);
    expect(combinations.length).toBeLessThan(wanted.combinationCount);
    expect(new Set(combinations.flatMap((each) => each.groups)).size).toBe(groups.length);
  });

  test('compares the first kind of which there are several groups if no kind is given', async () => {
    expect(asked(await picturedGraph('SHIPPED'), {}).kind).toBe('PILLAR');
    expect(asked(await picturedGraph('WITHOUT_PILLARS'), {}).kind).toBe('CATEGORY');
  });

  test('rejects a number of columns out of its range, and what intersections rejects', async () => {
    const graph = await picturedGraph('SHIPPED');
    const rejected = (parameters: UpsetParameters) => argumentError(() => asked(graph, parameters));
    expect(rejected({ columns: 0 }).message).toBe('columns is 0; it takes 1 to 100.');
    expect(rejected({ columns: 2.5 }).argument).toBe('columns');
    expect(rejected({ kind: 'TOPIC' }).argument).toBe('kind');
    expect(rejected({ minRoles: 0 }).argument).toBe('minRoles');
  });
});

test('the table of an UpSet plot has a row for each column', async () => {
  const { columns, rows } = upsetTable(
    asked(await picturedGraph('SHIPPED'), { kind: 'ORGANIZATION_TYPE', minGroups: 2 }),
  );
  expect(columns).toEqual([
    'In all of these',
    'Groups',
    'In these only',
    'In these and any others',
    'Roles in these only',
  ]);
  expect(rows.slice(1)).toEqual([
    ['Data Organization; Managed Service Provider', 2, 1, 1, 'Systems Administrator'],
    ['Data Organization; Vendor', 2, 1, 1, 'DevOps Engineer'],
  ]);
});
