import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Writes a workbook of sheets into a folder of its own. */
async function workbook(
  sheets: readonly { readonly data: SheetData; readonly sheet: string }[],
): Promise<{ readonly path: string; readonly folder: string }> {
  const folder = await temporaryFolder();
  const path = join(folder, 'RACI 2026.xlsx');
  await writeFile(path, await writeXlsxFile([...sheets]).toBuffer());
  return { path, folder };
}

const text = (value: string, span: { readonly columnSpan?: number; readonly rowSpan?: number } = {}) => ({
  value,
  ...span,
});

describe('from a workbook to a plan', () => {
  test('with a title, two rows of headings, merged cells, formulas, sections, totals and a legend', async () => {
    const { path, folder } = await workbook([
      {
        sheet: 'Sheet1',
        data: [
          [text('RACI of the platform, v3', { columnSpan: 5 }), null, null, null, null],
          [],
          [
            text('Area', { rowSpan: 2 }),
            text('Activity', { rowSpan: 2 }),
            text('IT', { columnSpan: 2 }),
            null,
            text('Business'),
          ],
          [null, null, text('Lead'), text('DBA*'), text('Lead')],
          [text('Backup', { rowSpan: 2 }), text('Restore backups'), text('A'), text('R'), text('I')],
          [null, text('Verify backups'), text('A'), { value: '"R"&"/A"', type: 'Formula' }, text('-')],
          [text('Access'), text('Review access rights'), text('R', { columnSpan: 2 }), null, text('A')],
          [null, text('Total'), { value: 3 }, { value: 3 }, { value: 2 }],
          [text('* only on weekdays')],
          [text('R = Responsible, A = Accountable, C = Consulted, I = Informed')],
        ],
      },
    ]);
    const env = { ROLEGRAPH_DATA: join(folder, 'data') };
    const imported = await cliInProcess(['import', path], { env });
    expect(imported.stderr).toContain('The sheet "Sheet1": a RACI table with activities in rows and roles in columns');
    expect(imported.stdout).toContain('Imported RACI 2026 1.0.0');
    const role = await cliInProcess(['role', 'DBA'], { env });
    expect(role.stdout).toContain('Review access rights');
    expect(role.stdout).toContain('only on weekdays');
    const plan = await cliInProcess(['invite', 'backup'], { env });
    expect(plan.stdout).toMatch(/1\. (?:DBA|Lead \(IT\))\n/);
  });

  test('with 1,000 columns and several sheets, which become groups', async () => {
    const roles = Array.from({ length: 999 }, (_, index) => text(`Role ${index + 1}`));
    const row = (duty: string, step: number) => [
      text(duty),
      ...roles.map((_, index) => (index % step === 0 ? text(index === 0 ? 'A' : 'R') : null)),
    ];
    const { path, folder } = await workbook([
      { data: [[text('Activity'), ...roles], row('Restore', 100), row('Verify', 300)], sheet: 'Backup' },
      {
        data: [
          [text('Activity'), text('DBA')],
          [text('Patch'), text('R')],
        ],
        sheet: 'Patching',
      },
      {
        data: [
          [text('Version'), text('Date')],
          [text('1'), text('2026-11-30')],
        ],
        sheet: 'Changes',
      },
    ]);
    const output = join(folder, 'ours.yaml');
    const made = await cliInProcess(['convert', path, '--output', output]);
    expect(made.stderr).toContain('Made 11 roles, 3 responsibilities, 2 categories in 2 pillars');
    expect(made.stderr).toContain('a table that was not understood');
    const validated = await cliInProcess(['validate', output]);
    expect(validated.stdout).toContain('Valid');
  });
});

describe('convert refuses, and loses nothing', () => {
  test('to write over a file, and to update without one', async () => {
    const folder = await temporaryFolder();
    const [sheet, output] = [join(folder, 'raci.csv'), join(folder, 'ours.yaml')];
    await writeFile(sheet, 'Activity,DBA,SRE\nRestore,R,A\n');
    await writeFile(output, 'mine');
    const refused = await cliInProcess(['convert', sheet, '--output', output]);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('is there already')]);
    expect(await readFile(output, 'utf8')).toBe('mine');
    const without = await cliInProcess(['convert', sheet, '--update']);
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('--update and --before need --output')]);
  });

  test('a file that it does not understand, a column that is not there and one that means nothing', async () => {
    const folder = await temporaryFolder();
    const sheet = join(folder, 'prices.csv');
    await writeFile(sheet, 'Article,Price\nBolt,1.20\n');
    const nothing = await cliInProcess(['convert', sheet]);
    expect([nothing.code, nothing.stderr]).toEqual([
      1,
      expect.stringContaining('was understood as roles and what they do'),
    ]);
    const column = await cliInProcess(['convert', sheet, '--map', 'role=Artikle']);
    expect([column.code, column.stderr]).toEqual([1, expect.stringContaining('did you mean "Article"?')]);
    const meaning = await cliInProcess(['convert', sheet, '--map', 'rolle=Article']);
    expect([meaning.code, meaning.stderr]).toEqual([2, expect.stringContaining('did you mean "role"?')]);
    const catalog = join(folder, 'catalog.yaml');
    await writeFile(catalog, 'name: x\nversion: "1"\npillars: []\nroles: []\n');
    const already = await cliInProcess(['convert', catalog]);
    expect([already.code, already.stderr]).toEqual([
      1,
      expect.stringContaining('a catalog already, which you can import'),
    ]);
    const missing = await cliInProcess(['convert', join(folder, 'none.csv')]);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('does not exist')]);
  });
});

test('an update keeps edits, and names what both changed', async () => {
  const folder = await temporaryFolder();
  const [sheet, output] = [join(folder, 'raci.csv'), join(folder, 'ours.yaml')];
  await writeFile(sheet, 'Activity,DBA,SRE\nRestore,R,A\nPatch,R,I\n');
  await cliInProcess(['convert', sheet, '--output', output]);
  const before = await readFile(output, 'utf8');
  await writeFile(output, before.replace('title: SRE', 'title: SRE, summary: Keeps it up.'));
  await writeFile(sheet, 'Activity,DBA,SRE\nRestore,R,A\nPatch,R,A\n');
  const updated = await cliInProcess(['convert', sheet, '--output', output, '--update']);
  expect(updated.code).toBe(0);
  expect(updated.stdout).toContain('became accountable for "patch"');
  const after = await readFile(output, 'utf8');
  expect(after).toContain('summary: Keeps it up.');
  expect(after).toContain("quote: 'Patch | SRE: A'");
});

test('people of other tools become a team file', async () => {
  const folder = await temporaryFolder();
  const [aliases, team] = [join(folder, 'OWNERS_ALIASES'), join(folder, 'team.yaml')];
  await writeFile(aliases, 'aliases:\n  DevOps Engineer: [ann]\n');
  expect((await cliInProcess(['convert', aliases, '--output', team])).code).toBe(0);
  const gaps = await cliInProcess(['gaps', 'reliability', '--team', team]);
  expect([gaps.code, gaps.stdout]).toEqual([0, expect.stringContaining('ann')]);
});
