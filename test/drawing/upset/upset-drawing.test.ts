import { describe, expect, test } from 'vitest';
import type { GroupMark, Mark } from '../../../src/drawing/scene/scene.ts';
import { upsetAnswer } from '../../../src/drawing/upset/upset-answer.ts';
import { upsetData, type UpsetParameters } from '../../../src/drawing/upset/upset-data.ts';
import { upsetDrawing } from '../../../src/drawing/upset/upset-drawing.ts';
import { upsetLayout } from '../../../src/drawing/upset/upset-layout.ts';
import { upsetText } from '../../../src/drawing/upset/upset-text.ts';
import { groupKinds } from '../../../src/graph/nodes/node-kind.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { terminalWidth } from '../../../src/text/terminal-width.ts';
import {
  picturedCatalogs,
  picturedGraph,
  picturedWidths,
  type PicturedCatalog,
} from '../../support/catalogs/pictured-catalogs.ts';
import { illegibleTexts } from '../../support/pictures/text-boxes.ts';

const dataOf = async (catalog: PicturedCatalog, parameters: UpsetParameters) =>
  runToCompletion(upsetData(await picturedGraph(catalog), parameters));

describe('the sentence of an UpSet plot', () => {
  test('says how many roles are in one group only, and which are in all', async () => {
    const { title, lead, heading } = upsetAnswer(await dataOf('SHIPPED', { kind: 'PILLAR' }));
    expect(title).toBe('89 of 121 roles stand in one pillar only, 32 in several');
    expect(lead).toBe(
      'The largest combination is Security alone, with 22 roles. In all six: DevOps Engineer and Operations Manager.',
    );
    expect(heading).toBe('Roles that stand in exactly these pillars');
  });

  test('says that only some groups are compared', async () => {
    const data = await dataOf('SHIPPED', { kind: 'PILLAR', of: ['Security', 'Reliability'] });
    const { title, lead, heading, legend } = upsetAnswer(data);
    expect(title).toBe('Of 60 roles in Security or Reliability, 48 stand in only one of these, 12 in both');
    expect(lead).toBe('The largest combination is Security alone, with 27 roles. Twelve roles stand in both.');
    expect(heading).toBe('Roles that stand in exactly these of the two pillars');
    expect(legend).toContain('Other pillars are ignored: these roles may stand in them, too.');
  });

  test('says what is wanted, what has no room and what is in none of the groups', async () => {
    const data = await dataOf('SHIPPED', { kind: 'PILLAR', minGroups: 2, columns: 20 });
    expect(runToCompletion(upsetDrawing(data, { width: 1440 })).remarks).toEqual([
      'Only combinations of at least two pillars are wanted: 24 of 30, with 32 of 121 roles.',
      'Four more combinations, with four roles in all, are not shown.',
      'Seventeen roles of the catalog stand in no pillar.',
    ]);
  });

  test('says that there is nothing to draw', async () => {
    const none = await dataOf('WITHOUT_PILLARS', { kind: 'PILLAR' });
    expect(runToCompletion(upsetDrawing(none, { width: 800 }))).toMatchObject({
      title: 'The catalog has no pillars',
      height: 0,
    });
    expect(upsetText(none, 80)).toContain('The catalog has no pillars.');
    const noColumn = await dataOf('SHIPPED', { kind: 'PILLAR', minRoles: 100 });
    expect(runToCompletion(upsetDrawing(noColumn, { width: 800 }))).toMatchObject({
      height: 0,
      remarks: [
        'Only combinations with at least 100 roles are wanted: 0 of 30, with 0 of 121 roles.',
        'Seventeen roles of the catalog stand in no pillar.',
      ],
    });
  });
});

describe.each(picturedCatalogs)('the UpSet plots of the catalog %s', (catalog) => {
  test('have no text over another, none outside, and columns of at least 22 pixels, at three widths', async () => {
    for (const kind of groupKinds) {
      const data = await dataOf(catalog, { kind });
      for (const width of picturedWidths) {
        const { marks, height } = runToCompletion(upsetDrawing(data, { width }));
        expect(illegibleTexts({ width, height, marks })).toEqual([]);
        if (data.combinations.length > 0)
          expect(runToCompletion(upsetLayout(data, width - 40)).pitch).toBeGreaterThanOrEqual(22);
      }
    }
  });

  test('are the same each time they are drawn', async () => {
    for (const kind of groupKinds) {
      const draw = async () =>
        JSON.stringify(runToCompletion(upsetDrawing(await dataOf(catalog, { kind }), { width: 800 })));
      expect(await draw()).toBe(await draw());
    }
  });

  test('have lines no wider than the terminal', async () => {
    for (const kind of groupKinds) {
      const data = await dataOf(catalog, { kind });
      for (const columns of [30, 80, 200]) {
        const lines = upsetText(data, columns).split('\n');
        expect(Math.max(...lines.map(terminalWidth))).toBeLessThanOrEqual(columns);
      }
    }
  });
});

test('each column has the number of its roles, a circle for each group, filled for its own, and a title with names', async () => {
  const data = await dataOf('SHIPPED', { kind: 'PILLAR' });
  const { marks } = runToCompletion(upsetDrawing(data, { width: 1440 }));
  const columns = marks.flatMap((mark) => (isColumn(mark) ? [mark] : []));
  expect(columns).toHaveLength(data.combinations.length);
  for (const [index, { groups, exclusiveRoleCount }] of data.combinations.entries()) {
    const column = columns[index]?.marks ?? [];
    expect(column.flatMap((mark) => (mark.type === 'text' ? [Number(mark.text)] : []))).toEqual([exclusiveRoleCount]);
    const circles = column.flatMap((mark) => (mark.type === 'circle' ? [mark] : []));
    const filled = circles.flatMap(({ fill }, position) => (fill?.startsWith('HUE_') === true ? [position] : []));
    expect(circles).toHaveLength(data.groups.length);
    expect(filled).toEqual(groups);
  }
  const titles = columns.map(({ title }) => title);
  expect(titles).toContain('In all six: 2 roles: DevOps Engineer and Operations Manager');
  expect(titles).toContain('In Security and Reliability only: 1 role: Data Owner');
});

test('an UpSet plot on a terminal has bars, numbers and circles', async () => {
  const data = await dataOf('SHIPPED', { kind: 'ORGANIZATION_TYPE' });
  expect(upsetText(data, 80).split('\n').slice(4, 17)).toEqual([
    'Roles that stand in exactly these organization types:',
    '',
    '                              █ ▃',
    '                              █ █ ▆ ▆',
    '                              █ █ █ █',
    '                              █ █ █ █',
    '                              █ █ █ █ ▅ ▅',
    '                              8 7 6 6 1 1',
    'Data Organization          8  ○ ○ ● ○ ● ●',
    'Managed Service Provider  16  ● ● ○ ○ ● │',
    'Vendor                    15  ● ○ ○ ● ○ ●',
    '',
    'In Managed Service Provider and Vendor: Account Manager, Business Analyst,',
  ]);
});

function isColumn(mark: Mark): mark is GroupMark {
  return mark.type === 'group' && mark.marks.some(({ type }) => type === 'circle');
}
