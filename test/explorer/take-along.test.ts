import fc from 'fast-check';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../explorer/state/table.ts';
import { boardTables } from '../../explorer/views/board/board-tables.ts';
import { fileName, sheetNames } from '../../explorer/views/take-along/file-name.ts';
import { csvOf, htmlOf, tsvOf } from '../../explorer/views/take-along/table-texts.ts';
import { workbookOf } from '../../explorer/views/take-along/workbook.ts';
import { boardData } from '../../src/drawing/board/board-data.ts';
import { csvRows } from '../../src/exchange/csv-rows.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';

const table: Table = {
  title: 'Invites',
  columns: ['Role', 'Duties', 'Why'],
  rows: [
    ['A & B "quoted"', 3, 'first\nsecond'],
    ['=HYPERLINK("http://evil.example")', null, '+1 support'],
    ['Täst', -1, '@home'],
  ],
};

const cells = fc.oneof(
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', ' ', 'a', 'ä', '＝', '＠', '\u0007'),
  }),
  fc.integer(),
  fc.constant(null),
);

describe('a table as text', () => {
  test('is the CSV that the server writes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, cells), { maxLength: 5 }), (rows) => {
        const columns = [0, 1].map((index) => ({
          name: `Column ${index}`,
          of: (row: readonly (string | number | null)[]) => row[index] ?? null,
        }));
        const names = columns.map(({ name }) => name);
        expect(csvOf({ title: '', columns: names, rows })).toBe([...csvRows(columns, rows, true)].join(''));
      }),
    );
  });

  test('has tabs and lines for spreadsheets, and no formulas', () => {
    expect(tsvOf(table)).toBe(
      'Role\tDuties\tWhy\n"A & B ""quoted"""\t3\t"first\nsecond"\n' +
        `"'=HYPERLINK(""http://evil.example"")"\t\t'+1 support\nTäst\t-1\t'@home`,
    );
  });

  test('has no styles and no markup of its texts as HTML', () => {
    const html = htmlOf({ ...table, rows: [...table.rows, ['<b style="x">', null, null]] });
    expect(html).toContain('<th>Role</th>');
    expect(html).toContain('<td>A &amp; B &quot;quoted&quot;</td><td>3</td><td>first second</td>');
    expect(html).toContain(`<td>'=HYPERLINK(&quot;http://evil.example&quot;)</td><td></td>`);
    expect(html).toContain('&lt;b style=&quot;x&quot;&gt;');
  });
});

describe('the name of a file', () => {
  test.each([
    ['Security review: six people', 'Security review six people.csv'],
    ['a/b\\c?*"<>|', 'a b c.csv'],
    ['  ...', 'rolegraph.csv'],
    [`${'x'.repeat(79)}äöü`, `${'x'.repeat(79)}ä.csv`],
  ])('is %j as every system allows it', (title, name) => {
    expect(fileName(title, 'csv')).toBe(name);
  });

  test('of a sheet is allowed by Excel and stands once', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }), (titles) => {
        const names = sheetNames(titles);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
        for (const name of names) expect(name).toMatch(/^(?!')[^[\]/\\:*?\p{Cc}]{1,31}(?<!')$/u);
      }),
      { numRuns: 30 },
    );
  });
});

test('a workbook has a sheet for each table, and one that says what it is and where it comes from', async () => {
  const about = {
    title: 'Security review: two people',
    date: 'November 30, 2026',
    catalog: { name: 'Ours', version: '2', revision: 'abc' },
    address: 'http://127.0.0.1/plan?of=pillar:security',
  };
  const second = { title: "What's open: [all]", columns: ['Duty'], rows: [] };
  const blob = await workbookOf([table, second], about);
  const sheets = await readExcelFile(Buffer.from(await blob.arrayBuffer()));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Invites', "What's open all", 'About']);
  expect(sheets[0]?.data).toEqual([
    ['Role', 'Duties', 'Why'],
    ['A & B "quoted"', 3, 'first\nsecond'],
    // A text, which Excel never computes.
    ['=HYPERLINK("http://evil.example")', null, '+1 support'],
    ['Täst', -1, '@home'],
  ]);
  expect(sheets[2]?.data).toEqual([
    ['Title', 'Security review: two people'],
    ['Date', 'November 30, 2026'],
    ['Catalog', 'Ours'],
    ['Version', '2'],
    ['Revision', 'abc'],
    ['Address', 'http://127.0.0.1/plan?of=pillar:security'],
    [null, null],
    ['Invites', '3 rows'],
    ["What's open all", '0 rows'],
  ]);
});

test('the table of a board has each role once, with where it stands and what it does', async () => {
  const graph = CatalogGraph.of(graphOfCatalog(await shippedCatalog()).structure);
  const data = runToCompletion(boardData(graph));
  const role = graph.roles.find(({ title }) => title === 'Data Owner');
  const duties = new Map([['role:data-owner', role?.responsibilities.map(({ name }) => name) ?? []]]);
  const [roles] = boardTables(data, duties);
  expect(roles?.rows.length).toBe(graph.roles.length);
  expect(roles?.columns).toEqual(['Role', 'Pillars', 'Number of pillars', 'Categories', 'Number of duties', 'Duties']);
  const row = roles?.rows.find(([label]) => label === 'Data Owner');
  expect(row).toEqual([
    'Data Owner',
    'Security; Reliability',
    2,
    'Identity, Access, and Data Protection; Backup & Disaster Recovery',
    role?.responsibilityCount,
    role?.responsibilities.map(({ name }) => name).join('; '),
  ]);
});
