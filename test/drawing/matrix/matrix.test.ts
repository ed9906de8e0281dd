import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import {
  matrixData,
  matrixKinds,
  type MatrixData,
  type MatrixParameters,
  type MatrixRow,
} from '../../../src/drawing/matrix/matrix-data.ts';
import type { Drawing, DrawingOptions } from '../../../src/drawing/picture.ts';
import { contentWidth } from '../../../src/drawing/frame.ts';
import { matrixDrawing } from '../../../src/drawing/matrix/matrix-drawing.ts';
import { matrixTable } from '../../../src/drawing/matrix/matrix-table.ts';
import type { Mark, RectMark } from '../../../src/drawing/scene/scene.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { picturedCatalogs, picturedGraph, picturedWidths } from '../../support/catalogs/pictured-catalogs.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';
import { illegibleTexts, rectsOf } from '../../support/pictures/text-boxes.ts';
import { expectWithin } from '../../support/promised-time.ts';

function drawnMatrix(data: MatrixData, options: DrawingOptions): Drawing {
  return runToCompletion(matrixDrawing(data, options));
}

function matrixOf(graph: CatalogGraph, parameters?: MatrixParameters): MatrixData {
  return runToCompletion(matrixData(graph, parameters));
}

const shipped = await picturedGraph('SHIPPED');

/** The ids of what a role stands in, as the cells of its row say. */
function idsOf(row: MatrixRow, { columns }: MatrixData): readonly string[] {
  return row.cells.map(({ column }) => itemAt(columns, column).id);
}

function cellsIn(marks: readonly Mark[]): readonly RectMark[] {
  return rectsOf(marks).filter(({ title }) => title !== undefined);
}

describe('the data of a matrix', () => {
  test.each(matrixKinds)('has the cells of every role: %s', async (by) => {
    const plain = new BruteForce(await shippedCatalog());
    const matrix = matrixOf(shipped, { by });
    const rows = new Map(matrix.rows.map((row) => [row.id, row]));
    for (const { id } of plain.roles) {
      const expected = new Map<string, number>();
      for (const { id: column } of matrix.columns) {
        const count =
          by === 'TOPIC'
            ? [...plain.responsibilitiesOf(id)].filter((duty) => plain.topicsOf(duty).includes(column)).length
            : plain.linesOf(id, column).length;
        if (count > 0) expected.set(column, count);
      }
      const row = rows.get(id);
      const cells = row?.cells.map(({ column, count }) => [itemAt(matrix.columns, column).id, count] as const);
      expect(new Map(cells)).toEqual(expected);
      if (expected.size === 0) expect(row).toBeUndefined();
    }
    for (const { id, roleCount } of matrix.columns) {
      expect(roleCount).toBe(by === 'TOPIC' ? plain.performers(id).size : plain.rolesIn(id).size);
    }
  });

  test.each(matrixKinds)('has roles in most columns first, and equal rows together: %s', (by) => {
    const matrix = matrixOf(shipped, { by });
    const counts = matrix.rows.map(({ cells }) => cells.length);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const patterns = matrix.rows.map((row) => idsOf(row, matrix).join());
    const runs = patterns.filter((pattern, index) => pattern !== patterns[index - 1]);
    expect(new Set(runs).size).toBe(runs.length);
    const order = shipped.roles.map(({ id }) => id);
    for (const [index, { id }] of matrix.rows.entries()) {
      const before = matrix.rows[index - 1];
      if (before !== undefined && patterns[index] === patterns[index - 1]) {
        expect(order.indexOf(before.id)).toBeLessThan(order.indexOf(id));
      }
    }
  });

  test('has only the roles that pass the filter', () => {
    const matrix = matrixOf(shipped, { filter: { inAll: ['Security', 'Reliability'], pillarCount: { min: 3 } } });
    expect(matrix.roleCount).toBe(matrix.rows.length);
    expect(matrix.rows.length).toBeGreaterThan(0);
    for (const row of matrix.rows) {
      expect(idsOf(row, matrix)).toEqual(expect.arrayContaining(['pillar:security', 'pillar:reliability']));
      expect(row.cells.length).toBeGreaterThanOrEqual(3);
    }
    const titles = matrixOf(shipped, { universal: true, by: 'TOPIC' }).rows.map(({ label }) => label);
    expect(titles.toSorted()).toEqual(['DevOps Engineer', 'Operations Manager']);
  });

  test('has only the roles in as many columns as are asked for', async () => {
    const plain = new BruteForce(await shippedCatalog());
    const inFour = plain.roles.filter(({ id }) => plain.groupsOf(id, 'PILLAR').length >= 4).map(({ id }) => id);
    const { rows } = matrixOf(shipped, { minGroups: 4 });
    expect(rows.map(({ id }) => id).toSorted()).toEqual(inFour.toSorted());
  });

  test('leaves out roles in one column if there are more roles than rows, and then the last ones', () => {
    const matrix = matrixOf(shipped, { maxRoles: 10 });
    expect(matrix.minGroups).toBe(2);
    expect(matrix.rows).toEqual(matrixOf(shipped, { minGroups: 2 }).rows.slice(0, 10));
    expect(matrix.matchingCount).toBe(matrixOf(shipped, { minGroups: 2 }).rows.length);
  });

  test('has the 50 columns with most roles, in the catalog’s order', async () => {
    const graph = await picturedGraph('OCCUPATIONS');
    const { columns, columnCount } = matrixOf(graph, { by: 'CATEGORY' });
    expect([columns.length, columnCount]).toEqual([50, 330]);
    const ids = new Set(columns.map(({ id }) => id));
    expect(columns.map(({ id }) => id)).toEqual(graph.categories.map(({ id }) => id).filter((id) => ids.has(id)));
    const fewest = Math.min(...columns.map(({ roleCount }) => roleCount));
    const most = Math.max(...graph.categories.filter(({ id }) => !ids.has(id)).map(({ roleCount }) => roleCount));
    expect(fewest).toBeGreaterThanOrEqual(most);
  });

  test('is of plain values, from which the same matrix is drawn', () => {
    const matrix = matrixOf(shipped, { by: 'CATEGORY' });
    const received = structuredClone(matrix);
    expect(received).toEqual(matrix);
    expect(JSON.stringify(drawnMatrix(received, { width: 800 }))).toBe(
      JSON.stringify(drawnMatrix(matrix, { width: 800 })),
    );
  });

  test('refuses what it cannot show', () => {
    expect(argumentError(() => matrixOf(shipped, { maxRoles: 1_001 })).message).toBe(
      'maxRoles is 1001; it takes a whole number from 1 to 1,000.',
    );
    expect(argumentError(() => matrixOf(shipped, { minGroups: 0 })).message).toBe(
      'minGroups is 0; it takes a whole number from 1.',
    );
    expect(argumentError(() => matrixOf(shipped, { filter: { inAll: ['Nowhere'] } })).argument).toBe('filter.inAll');
  });
});

describe('the sentences of a matrix', () => {
  const sentencesOf = (graph: CatalogGraph, parameters?: MatrixParameters) => {
    const { title, lead } = drawnMatrix(matrixOf(graph, parameters), { width: 800 });
    return `${title}. ${lead}`.trim();
  };

  test('say who stands in all columns, and which rows are equal', () => {
    expect(sentencesOf(shipped)).toBe(
      '32 of 138 roles stand in more than one pillar. Two stand in all six pillars: DevOps Engineer and Operations Manager. ' +
        'Three stand in Reliability and Performance Efficiency and no other: Data Architect, Network Engineer and Security Specialist. ' +
        'Seventeen stand in none.',
    );
    expect(sentencesOf(shipped, { by: 'TOPIC' })).toMatch(
      /^131 of 138 roles have duties about more than one topic\. DevOps Engineer has duties about the most topics: seventeen of 49\. Four have /,
    );
  });

  test.each<[string, MatrixParameters]>([
    ['No role passes the filter.', { filter: { inAll: ['Data Organization', 'Vendor', 'Managed Service Provider'] } }],
    ['All 2 chosen roles stand in more than one pillar. Each of them stands in all six pillars.', { universal: true }],
    [
      'One role stands in more than one pillar. Cloud Architect stands in the most pillars: five of six.',
      { filter: { titleContains: 'Cloud Architect' } },
    ],
  ])('read well: %s', (expected, parameters) => {
    expect(sentencesOf(shipped, parameters)).toBe(expected);
  });

  test('name all roles that stand in the most columns', async () => {
    expect(sentencesOf(await picturedGraph('OCCUPATIONS'))).toMatch(
      /^All 1,000 roles stand in more than one pillar\. \d+ stand in the most pillars, twelve of 37: [^.]+ and \d+ more\.$/,
    );
    expect(sentencesOf(shipped, { by: 'ORGANIZATION_TYPE' })).toMatch(
      /^Ten of 138 roles stand in more than one organization type\. None stands in more than two\. Eight stand in /,
    );
  });

  test('say that there is nothing to draw', async () => {
    const graph = await picturedGraph('WITHOUT_PILLARS');
    expect(sentencesOf(graph, { by: 'PILLAR' })).toBe('138 roles, but no pillars.');
    expect(drawnMatrix(matrixOf(graph, { by: 'PILLAR' }), { width: 800 }).marks).toEqual([]);
  });

  test('say what is left out', async () => {
    const { remarks } = drawnMatrix(matrixOf(await picturedGraph('OCCUPATIONS'), { by: 'CATEGORY' }), { width: 800 });
    expect(remarks.slice(0, 2)).toEqual([
      'The number after a role says in how many of these categories it stands.',
      'Shown are the 50 categories with most roles; the other 280 are left out.',
    ]);
    expect(remarks.slice(2).join(' ')).toMatch(
      /^Not shown: [\d,]+ roles in fewer than two of these categories\. Shown are the first 200 of [\d,]+ other roles\.$/,
    );
  });
});

describe('the drawing of a matrix', () => {
  const all = picturedCatalogs.flatMap((name) =>
    matrixKinds.flatMap((by) => picturedWidths.map((width) => [name, by, width] as const)),
  );

  test.each(all)('has every cell once, and texts that are legible: %s by %s at %i', async (name, by, pictureWidth) => {
    const width = contentWidth(pictureWidth);
    const matrix = matrixOf(await picturedGraph(name), { by });
    const { marks, height } = drawnMatrix(matrix, { width });
    expect(illegibleTexts({ width, height, marks })).toEqual([]);
    const cells = cellsIn(marks);
    const expected = matrix.rows.flatMap(({ label, cells: each }) =>
      each.map(({ column }) => `${label}, ${itemAt(matrix.columns, column).label}`),
    );
    expect(cells.map(({ title = '' }) => title.replace(/: [\d,]+ \w+$/, '')).toSorted()).toEqual(expected.toSorted());
    expect(cells.filter((cell) => cell.x < 0 || cell.x + cell.width > width || cell.y + cell.height > height)).toEqual(
      [],
    );
  });

  test('says in the title of a cell how often', () => {
    const titles = cellsIn(drawnMatrix(matrixOf(shipped, { by: 'PILLAR' }), { width: 800 }).marks).map(
      ({ title }) => title,
    );
    expect(titles).toContain('Cloud Architect, Security: 1 appearance');
  });

  test('fills cells with the hue of the column, or of what a category is part of', () => {
    const fillsOf = (by: MatrixData['by']) =>
      new Map(
        cellsIn(drawnMatrix(matrixOf(shipped, { by }), { width: 1440 }).marks).map(({ title = '', fill }) => [
          title.replace(/: .*/, ''),
          fill,
        ]),
      );
    expect(fillsOf('PILLAR').get('Cloud Architect, Security')).toBe('HUE_1');
    expect(fillsOf('CATEGORY').get('DevOps Engineer, Engineering, DevOps & App Security')).toBe('HUE_1');
    expect(fillsOf('CATEGORY').get('DevOps Engineer, Additional Roles')).toBe('MUTED');
    expect(new Set(fillsOf('TOPIC').values())).toEqual(new Set(['ACCENT']));
  });

  test('is the same in two runs', () => {
    const drawn = () => JSON.stringify(drawnMatrix(matrixOf(shipped, { by: 'TOPIC' }), { width: 360 }));
    expect(drawn()).toBe(drawn());
  });

  test('is made in steps of a few rows', async () => {
    const matrix = matrixOf(await picturedGraph('OCCUPATIONS'));
    expect([...matrixDrawing(matrix, { width: 800 })].length).toBeGreaterThan(40);
  });

  test.each(matrixKinds)('takes less than 300 ms of 5,000 roles: %s', (by) => {
    const graph = CatalogGraph.of(graphOfCatalog(generatedCatalog({ roles: 5_000, seed: 1 })).structure);
    const start = performance.now();
    const { marks } = drawnMatrix(matrixOf(graph, { by }), { width: 1440 });
    expectWithin(performance.now() - start, 300);
    expect(marks.length).toBeGreaterThan(0);
  });
});

describe('the table of a matrix', () => {
  test('has a row for each role, and the numbers of all cells', () => {
    const { columns, rows } = matrixTable(matrixOf(shipped, { minGroups: 6 }));
    expect(columns).toEqual([
      ...['Role', 'Pillars', 'Operational Excellence', 'Security', 'Reliability', 'Performance Efficiency'],
      ...['Cost Optimization', 'Sustainability'],
    ]);
    expect(rows).toEqual([
      ['DevOps Engineer', 6, 1, 1, 1, 1, 1, 1],
      ['Operations Manager', 6, 1, 1, 1, 1, 1, 1],
    ]);
  });

  test('tells categories of one name apart', () => {
    const { columns } = matrixTable(matrixOf(shipped, { by: 'CATEGORY' }));
    expect(columns).toContain('Architecture & Engineering (Sustainability)');
    expect(new Set(columns).size).toBe(columns.length);
  });
});
