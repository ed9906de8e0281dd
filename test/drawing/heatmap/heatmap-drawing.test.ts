import { describe, expect, test } from 'vitest';
import { heatmapAnswer } from '../../../src/drawing/heatmap/heatmap-answer.ts';
import { heatmapData, heatmapKinds, type HeatmapParameters } from '../../../src/drawing/heatmap/heatmap-data.ts';
import { heatmapDrawing } from '../../../src/drawing/heatmap/heatmap-drawing.ts';
import { heatmapLayout } from '../../../src/drawing/heatmap/heatmap-layout.ts';
import { heatmapTable } from '../../../src/drawing/heatmap/heatmap-table.ts';
import { heatmapText } from '../../../src/drawing/heatmap/heatmap-text.ts';
import type { GroupMark, Mark } from '../../../src/drawing/scene/scene.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { terminalWidth } from '../../../src/text/terminal-width.ts';
import {
  picturedCatalogs,
  picturedGraph,
  picturedWidths,
  type PicturedCatalog,
} from '../../support/catalogs/pictured-catalogs.ts';
import { illegibleTexts } from '../../support/pictures/text-boxes.ts';

const dataOf = async (catalog: PicturedCatalog, parameters: HeatmapParameters) =>
  runToCompletion(heatmapData(await picturedGraph(catalog), parameters));

/** The sentence of a heat map of some groups of the catalog that ships. */
const titleOf = async (parameters: HeatmapParameters) => heatmapAnswer(await dataOf('SHIPPED', parameters)).title;

describe('the sentence of a heat map', () => {
  test('names the pair that shares the most', async () => {
    const { title, lead } = heatmapAnswer(await dataOf('SHIPPED', { kind: 'PILLAR' }));
    expect(title).toBe('Reliability and Performance Efficiency share most: sixteen roles');
    expect(lead).toBe('Three pairs of pillars share least: seven each.');
  });

  test('says of two groups how many roles they share, and how many are in these two only', async () => {
    expect(await titleOf({ of: ['Security', 'Reliability'], kind: 'PILLAR' })).toBe(
      'Security and Reliability share twelve roles; one of them stands in these two only',
    );
    expect(await titleOf({ of: ['pillar:reliability', 'pillar:performance-efficiency'] })).toBe(
      'Reliability and Performance Efficiency share sixteen roles; three of them stand in these two only',
    );
    expect(await titleOf({ of: ['topic:performance', 'topic:resilience'] })).toBe(
      'Performance and Resilience share twelve roles',
    );
  });

  test('says that nothing is shared, and that there is nothing to compare', async () => {
    expect(
      await titleOf({
        of: [
          'category:cost-optimization/strategy-and-planning',
          'category:sustainability/sustainability-and-governance',
        ],
      }),
    ).toBe('Strategy & Planning and Sustainability & Governance share no role');
    const none = await dataOf('WITHOUT_PILLARS', { kind: 'PILLAR' });
    expect(runToCompletion(heatmapDrawing(none, { width: 800 }))).toMatchObject({
      title: 'The catalog has no pillars',
      height: 0,
    });
    expect(heatmapText(none, 80)).toContain('The catalog has no pillars.');
  });

  test('says which groups are left out', async () => {
    const data = await dataOf('SHIPPED', { kind: 'TOPIC' });
    const { remarks } = runToCompletion(heatmapDrawing(data, { width: 360 }));
    const shown = runToCompletion(heatmapLayout(data, 336)).shown.length;
    expect(remarks).toEqual([
      'Of 49 topics, the 40 with the most roles are compared.',
      `The ${shown} of 40 topics that share the most are shown; with more width, more are shown.`,
    ]);
  });
});

describe.each(picturedCatalogs)('the heat maps of the catalog %s', (catalog) => {
  test('have no text over another, none outside, and cells of at least 24 pixels, at three widths', async () => {
    for (const kind of heatmapKinds) {
      const data = await dataOf(catalog, { kind });
      for (const width of picturedWidths) {
        const { marks, height } = runToCompletion(heatmapDrawing(data, { width }));
        expect(illegibleTexts({ width, height, marks })).toEqual([]);
        if (data.groups.length < 2) continue;
        const { cellWidth, rowHeights } = runToCompletion(heatmapLayout(data, width - 40));
        expect(Math.min(cellWidth, ...rowHeights)).toBeGreaterThanOrEqual(24);
      }
    }
  });

  test('are the same each time they are drawn', async () => {
    for (const kind of heatmapKinds) {
      const draw = async () =>
        JSON.stringify(runToCompletion(heatmapDrawing(await dataOf(catalog, { kind }), { width: 800 })));
      expect(await draw()).toBe(await draw());
    }
  });

  test('have lines no wider than the terminal', async () => {
    for (const kind of heatmapKinds) {
      const data = await dataOf(catalog, { kind });
      for (const columns of [20, 40, 80, 200]) {
        const lines = heatmapText(data, columns).split('\n');
        expect(Math.max(...lines.map(terminalWidth))).toBeLessThanOrEqual(columns);
      }
    }
  });
});

test('the cells of a heat map have the numbers of its table, and titles with the names of roles', async () => {
  const data = await dataOf('SHIPPED', { kind: 'PILLAR' });
  const { rows } = heatmapTable(data);
  const { marks } = runToCompletion(heatmapDrawing(data, { width: 1440 }));
  const cells = marks.flatMap((mark) => (isCell(mark) ? [mark] : []));
  const numbers = cells.map((cell) => cell.marks.flatMap((mark) => (mark.type === 'text' ? [Number(mark.text)] : [])));
  expect(numbers.flat()).toEqual(rows.flatMap((row) => row.slice(1)));
  expect(cells[0]?.title).toBe('Operational Excellence: 32 roles');
  expect(cells.map(({ title }) => title)).toContain(
    'Security and Cost Optimization share 7 roles: Cloud Architect, Compliance Officer, Data Governance Officer, DevOps Engineer, ' +
      'IT Operations Manager, Operations Manager and Project Manager',
  );
});

test('a heat map on a terminal has the numbers of its table', async () => {
  const data = await dataOf('SHIPPED', { kind: 'ORGANIZATION_TYPE' });
  expect(heatmapText(data, 80)).toBe(
    [
      'Managed Service Provider and Vendor share most: eight roles. Data Organization',
      'and Managed Service Provider, and Data Organization and Vendor, share least: one',
      'each.',
      '',
      'Roles that two organization types share:',
      '',
      '                              1   2   3',
      '1 Data Organization           8 ░ 1 ░ 1',
      '2 Managed Service Provider  ░ 1  16 █ 8',
      '3 Vendor                    ░ 1 █ 8  15',
      '',
      'A number counts the roles that stand in both, and possibly in others; on the',
      'diagonal, all roles of the organization type. ░▒▓█ from few shared roles to',
      'most.',
      '',
    ].join('\n'),
  );
});

function isCell(mark: Mark): mark is GroupMark {
  return mark.type === 'group' && mark.marks[0]?.type === 'rect' && mark.title !== undefined;
}
