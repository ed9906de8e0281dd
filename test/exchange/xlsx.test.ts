import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { cleanText } from '../../src/text/clean-text.ts';
import { xlsx } from '../../src/exchange/formats/xlsx.ts';
import { exampleCatalog, serviceOperations } from '../support/catalogs/example-catalog.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, wholeFileOf } from '../support/exchanged-graphs.ts';

type Rows = readonly (readonly unknown[])[];

/** The values of each sheet, the headings first. */
async function sheetsOf(file: Buffer): Promise<ReadonlyMap<string, Rows>> {
  return new Map((await readExcelFile(file)).map(({ sheet, data }) => [sheet, data]));
}

function cellsOf(rows: Rows = [], heading: string): readonly unknown[] {
  const column = rows[0]?.indexOf(heading) ?? -1;
  return rows.slice(1).map((row) => row[column]);
}

/** A date without the milliseconds by which numbers of days miss it. */
function inSeconds(value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  return `${new Date(1_000 * Math.round(value.getTime() / 1_000)).toISOString().slice(0, 19)}Z`;
}

function xmlOf(file: Buffer, name: string): string {
  return strFromU8(unzipSync(file)[`xl/${name}.xml`] ?? new Uint8Array());
}

/** The formulas of a sheet, by cell. */
function formulasOf(file: Buffer, sheet: number): ReadonlyMap<string, string> {
  const cells = xmlOf(file, `worksheets/sheet${sheet}`).matchAll(/<c r="([A-Z]+[0-9]+)"[^>]*><f>(.*?)<\/f>/g);
  return new Map(Array.from(cells, ([, cell = '', formula = '']) => [cell, formula]));
}

test('xlsx has rows as high as their texts, and headings as high as the longest', async () => {
  const file = await wholeFileOf(xlsx, exchangedOf(handbookCatalog));
  const heightsOf = (sheet: number) =>
    [...xmlOf(file, `worksheets/sheet${sheet}`).matchAll(/<row r="\d+"([^>]*)>/g)].map(([, attributes = '']) =>
      Number(/ ht="(\d+)" customHeight="1"/.exec(attributes)?.[1]),
    );
  const [headings = 0, ...roles] = heightsOf(2);
  expect(headings).toBe(30);
  expect(roles.every((height) => height >= 15 && height <= 409 && height % 15 === 0)).toBe(true);
  expect(Math.max(...roles)).toBeGreaterThan(15);
  // Upright.
  expect(heightsOf(3)[0]).toBeGreaterThan(100);
});

test('xlsx is printed one page wide, with its headings on each page', async () => {
  const file = await wholeFileOf(xlsx, exchangedOf(handbookCatalog));
  for (let sheet = 1; sheet <= 7; sheet++) {
    const xml = xmlOf(file, `worksheets/sheet${sheet}`);
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
    expect(xml).toContain('<pageSetup orientation="landscape" fitToHeight="0"/>');
  }
  expect(xmlOf(file, 'workbook')).toContain('localSheetId="1">Roles!$1:$1</definedName>');
});

test('xlsx says where it comes from, and lists its sheets with links to them', async () => {
  const told = { address: 'https://roles.example/graph.xlsx', cut: 'Only 16 of 20 nodes are here.' };
  const graph = exchangedOf(handbookCatalog, {}, told);
  const file = await wholeFileOf(xlsx, graph);
  const sheets = await sheetsOf(file);
  expect([...sheets.keys()]).toEqual(['About', 'Roles', 'Matrix', 'RACI', 'Overlaps', 'Gaps', 'Evidence']);
  const about = sheets.get('About') ?? [];
  expect(about.slice(0, 7).map(([name, value]) => [name, inSeconds(value)])).toEqual([
    ['Catalog', handbookCatalog.name],
    ['Selection', 'A selection'],
    ['Not complete', told.cut],
    ['Version', '1'],
    ['Imported (UTC)', '2026-11-30T12:34:56Z'],
    ['Revision', graph.catalog.revision],
    ['Address', told.address],
  ]);
  expect(about.slice(8).map(([name, , rows]) => [name, rows])).toEqual([
    ['Roles', 3],
    ['Matrix', 3],
    ['RACI', 3],
    ['Overlaps', 1],
    ['Gaps', 0],
    ['Evidence', 7],
  ]);
  expect(formulasOf(file, 1).get('A9')).toBe('HYPERLINK("#Roles!A1","Roles")');
});

test('xlsx leads from a role to its lines, and from a line to its role and to its source', async () => {
  const file = await wholeFileOf(xlsx, exchangedOf(handbookCatalog));
  const sheets = await sheetsOf(file);
  const roles = cellsOf(sheets.get('Roles'), 'Role');
  const lines = cellsOf(sheets.get('Evidence'), 'Role');
  const formulas = formulasOf(file, 2);
  for (const [index, role] of roles.entries()) {
    expect(formulas.get(`J${index + 2}`)).toContain(`"#Evidence!A${lines.indexOf(role) + 2}"`);
  }
  const linesFormulas = formulasOf(file, 7);
  for (const [index, role] of lines.entries()) {
    expect(linesFormulas.get(`A${index + 2}`)).toContain(`"#Roles!A${roles.indexOf(role) + 2}"`);
  }
  expect([...linesFormulas.values()].some((formula) => formula.includes('https://wiki.example/#hilfe'))).toBe(true);
});

test('xlsx has a RACI sheet where lines name more than responsible roles, and what to decide', async () => {
  const catalog = await exampleCatalog(serviceOperations);
  const sheets = await sheetsOf(await wholeFileOf(xlsx, exchangedOf(catalog)));
  const raci = sheets.get('RACI');
  const rowOf = (name: string) => raci?.find(([responsibility]) => responsibility === name) ?? [];
  const column = raci?.[0]?.indexOf('Backup Engineer') ?? -1;
  expect(rowOf('Run daily backups')[column]).toBe('R/A');
  expect(rowOf('Test restores every quarter')[1]).toContain('Nobody is accountable');
  const plain = {
    ...catalog,
    appearances: catalog.appearances.map((each) => ({
      ...each,
      responsibilities: each.responsibilities.map((named) =>
        typeof named === 'string' ? named : named.responsibility,
      ),
    })),
  };
  const withoutLetters = await sheetsOf(await wholeFileOf(xlsx, exchangedOf(plain)));
  expect(withoutLetters.has('RACI')).toBe(false);
});

test('xlsx lists as gaps what nobody does, and what only roles outside of the selection do', async () => {
  const catalog = await exampleCatalog(serviceOperations);
  const gapsOf = async (roots?: string[]) =>
    (await sheetsOf(await wholeFileOf(xlsx, exchangedOf(catalog, roots && { roots, depth: 0 })))).get('Gaps');
  expect(cellsOf(await gapsOf(), 'Responsibility')).toEqual(['Document procedures']);
  const gaps = await gapsOf(['role:change-manager', 'Run daily backups', 'Document procedures']);
  expect(cellsOf(gaps, 'Responsibility')).toEqual(['Document procedures', 'Run daily backups']);
  expect(cellsOf(gaps, 'Done by roles that are not in this file')).toEqual([null, 'Backup Engineer']);
});

test('xlsx has hostile titles as texts, which nothing computes', async () => {
  const file = await wholeFileOf(xlsx, exchangedOf(hostileCatalog, { minOverlap: 0 }));
  const sheets = await sheetsOf(file);
  // write-excel-file removes U+FFFD.
  const written = hostileTitles.map((title) => cleanText(title).replaceAll('\ufffd', '□').replaceAll('\r\n', '\n'));
  expect(new Set(cellsOf(sheets.get('Roles'), 'Role'))).toEqual(new Set(written));
  const onOneLine = written.map((title) => title.replaceAll(/\s+/g, ' '));
  expect(new Set(cellsOf(sheets.get('Matrix'), 'Role'))).toEqual(new Set(onOneLine));
  for (const sheet of [1, 2, 3, 4, 5, 6]) {
    for (const formula of formulasOf(file, sheet).values()) expect(formula).toMatch(/^HYPERLINK\("/);
  }
});

test('xlsx is the same at any time', async () => {
  const graph = exchangedOf(handbookCatalog);
  const file = await wholeFileOf(xlsx, graph);
  expect(await wholeFileOf(xlsx, graph)).toEqual(file);
  expect(file.readUInt16LE(12)).toBe(((2026 - 1980) << 9) | (11 << 5) | 30);
});
