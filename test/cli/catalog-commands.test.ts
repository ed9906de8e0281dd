import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { catalogDocument, catalogRevision } from '../../src/catalog/canonical-catalog.ts';
import { packageFolder } from '../../src/config/package-folder.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const newer: Catalog = {
  ...handbookCatalog,
  version: '2',
  roles: [...handbookCatalog.roles, { slug: 'janitor', title: 'Janitor' }],
};
const broken = { ...handbookCatalog, roles: [{ slug: 'No slug', title: '' }] };

async function place() {
  const folder = await temporaryFolder();
  const data = join(folder, 'data');
  const write = async (name: string, content: object) => {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify(content));
    return path;
  };
  const rolegraph = (...words: string[]) => cliInProcess(words, { env: { ROLEGRAPH_DATA: data } });
  const revision = async () => {
    const store = await openMemoryStore({
      folder: data,
      shippedCatalog: () => Promise.reject(new Error('nothing imported')),
    });
    return (await store.current()).revision;
  };
  return { folder, data, write, rolegraph, revision };
}

/** What is left to read when everything drawn over is gone: a step's line as it ended, and the lines in between. */
function lastLines(text: string): readonly string[] {
  const lines = stripVTControlCharacters(text)
    .split(/\r?\n/)
    .filter((line) => line !== '');
  return lines.filter((line, place) => !/^[◼⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/u.test(line) && line !== lines[place + 1]);
}

describe('validate', () => {
  const report = z.strictObject({
    valid: z.boolean(),
    findings: z.array(z.looseObject({ severity: z.string(), file: z.string(), line: z.int(), message: z.string() })),
    omitted: z.strictObject({ errors: z.int(), warnings: z.int() }),
  });

  test('validate says what a valid catalog holds', async () => {
    const { write, rolegraph } = await place();
    const { code, stdout, stderr } = await rolegraph('validate', await write('catalog.json', handbookCatalog));
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'Valid: The catalog of a handbook 1, 3 roles, 4 appearances.\n',
      stderr: '',
    });
  });

  test('validate and import quote the lines from the documents of --sources, and export has the quotes', async () => {
    const { folder, write, rolegraph } = await place();
    const documents = join(folder, 'documents');
    await mkdir(documents);
    const file = await write('catalog.json', {
      ...handbookCatalog,
      appearances: handbookCatalog.appearances.filter(({ source }) => source?.source !== 'wiki'),
    });
    await writeFile(
      join(documents, 'handbook.txt'),
      `${'\n'.repeat(6)}* SRE (Site Reliability Engineer): keeps it up.\n`,
    );
    const validated = await rolegraph('validate', file, '--sources', documents);
    expect(validated.stdout).toContain('2 appearances, 1 of them quoted.');
    expect((await rolegraph('import', file, '--sources', documents)).code).toBe(0);
    const { stdout } = await rolegraph('role', 'SRE');
    expect(stdout).toContain('handbook:7 "SRE (Site Reliability');
    expect((await rolegraph('export-catalog')).stdout).toContain(
      '"quote": "SRE (Site Reliability Engineer): keeps it up."',
    );
    const again = await rolegraph('import', file);
    expect(again.stdout).toContain('source quote: − "SRE (Site Reliability Engineer): keeps it up."');
  });

  test('validate and import refuse a folder that does not exist, and lines that are not there', async () => {
    const { folder, write, rolegraph } = await place();
    const file = await write('catalog.json', handbookCatalog);
    const { code, stderr } = await rolegraph('validate', file, '--sources', join(folder, 'none'));
    expect(code).toBe(2);
    expect(stderr).toContain('Give a folder that exists.');
    await writeFile(join(folder, 'handbook.txt'), 'One line.');
    const imported = await rolegraph('import', file, '--sources', folder);
    expect(imported.code).toBe(1);
    expect(imported.stderr).toContain('the document of source "handbook" has 1 line, and so no line 7');
    expect((await rolegraph('import', file)).code).toBe(0);
  });

  test('validate lists warnings, which leave a catalog valid', async () => {
    const { write, rolegraph } = await place();
    const file = await write('catalog.json', newer);
    const { code, stdout } = await rolegraph('validate', file);
    expect(code).toBe(0);
    expect(stdout).toContain(`${file}:1: warning:`);
    expect(stdout).toContain('Valid, with 1 warning:');
  });

  test('validate lists errors on standard output and ends with 1', async () => {
    const { write, rolegraph } = await place();
    const file = await write('catalog.json', broken);
    const { code, stdout, stderr } = await rolegraph('validate', file);
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toContain(`${file}:1: error: roles[0].slug`);
    expect(stdout).toMatch(/\nNot valid: \d+ errors\.\nSee docs\/\S+\.\n$/);
  });

  test('validate counts what it does not list', async () => {
    const { write, rolegraph } = await place();
    const roles = Array.from({ length: 150 }, () => ({ slug: 'No slug', title: '' }));
    const { stdout } = await rolegraph('validate', await write('catalog.json', { ...handbookCatalog, roles }));
    expect(stdout).toMatch(/… and \d+ more errors\n/);
    expect(stdout.split('\n').filter((line) => line.includes(': error: '))).toHaveLength(100);
  });

  test.each([
    ['valid', handbookCatalog, true],
    ['not valid', broken, false],
  ])('validate prints one JSON document for what is %s', async (_, content, valid) => {
    const { write, rolegraph } = await place();
    const { code, stdout, stderr } = await rolegraph('validate', '--json', await write('catalog.json', content));
    const { valid: said, findings } = report.parse(JSON.parse(stdout));
    expect({ code, stderr, said }).toEqual({ code: valid ? 0 : 1, stderr: '', said: valid });
    expect(findings.length > 0).toBe(!valid);
  });

  test('validate --report prints figures about what the roles share', async () => {
    const { write, rolegraph } = await place();
    const { code, stdout, stderr } = await rolegraph(
      'validate',
      await write('catalog.json', handbookCatalog),
      '--report',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Valid: .*\n\n3 responsibilities, 0 of them shared across lines; 3 roles, 3 of them lonely\.\n\nResponsibilities /,
    );
    expect(stdout).toMatch(/\nPillars +1 +0 +1\n/);
    expect(stdout).toMatch(/\nSecurity +Reliability +1\n/);
    expect(stdout).toMatch(/\n\(none\) +1\n/);
    expect(stdout).toMatch(/\nSeller +1 +no\n/);
  });

  test('validate --report --json has every list, and null for a catalog that is not valid', async () => {
    const { write, rolegraph } = await place();
    const good = await rolegraph('validate', await write('good.json', handbookCatalog), '--report', '--json');
    expect(JSON.parse(good.stdout)).toMatchObject({
      valid: true,
      report: {
        responsibilities: { total: 3, ofNoRole: 0, ofOneRole: 3, sharedInOnePlace: 0, sharedAcrossLines: 0 },
        roles: { total: 3, lonely: [{ id: 'role:oberarzt' }, { id: 'role:seller' }, { id: 'role:sre' }] },
        pairs: { pillars: { pairCount: 1, sharingNothing: 0, sum: 1 } },
        topics: { responsibilitiesWithoutTopic: 1, list: [{ id: 'topic:access' }, { id: 'topic:backup' }] },
        probableDuplicates: [],
      },
    });
    const bad = await rolegraph('validate', await write('bad.json', broken), '--report', '--json');
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject({ valid: false, report: null });
  });

  test('validate --csv writes a row for each responsibility, and findings apart from it', async () => {
    const { write, rolegraph } = await place();
    const { code, stdout, stderr } = await rolegraph('validate', await write('catalog.json', newer), '--csv');
    expect(code).toBe(0);
    expect(stdout.split('\r\n')[1]).toBe(
      'responsibility:aerger-loesen,Ärger lösen,Access,of one role,1,Site Reliability Engineer,1,handbook:7,,',
    );
    expect(stdout.split('\r\n')).toHaveLength(5);
    expect(stderr).toContain('Valid, with 1 warning:');
    expect(stderr).toContain('3 responsibilities, 0 of them shared across lines');
    const bad = await rolegraph('validate', await write('bad.json', broken), '--csv');
    expect(bad).toMatchObject({ code: 1, stdout: '' });
    expect(bad.stderr).toContain('Not valid: ');
  });

  test('validate says that there is nothing', async () => {
    const { folder, rolegraph } = await place();
    const { code, stdout } = await rolegraph('validate', join(folder, 'nowhere'));
    expect(code).toBe(1);
    expect(stdout).toContain(`${join(folder, 'nowhere')}:1: error: does not exist`);
  });
});

describe('import', () => {
  test('import replaces the catalog that ships, then the one imported before, and says what it changes', async () => {
    const { write, rolegraph, revision } = await place();
    const first = await rolegraph('import', await write('catalog.json', handbookCatalog));
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('roles: 3 added, 0 changed, 138 removed\n');
    expect(await revision()).toBe(catalogRevision(handbookCatalog));
    const second = await rolegraph('import', await write('newer.json', newer));
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('roles: 1 added, 0 changed, 0 removed\n');
    expect(second.stdout).toContain('+ roles janitor\n');
    expect(second.stdout).toContain('~ version: "1" → "2"\n');
    expect(second.stdout).toMatch(
      /\nImported The catalog of a handbook 2: 4 roles, 4 appearances\. Running servers .*\n$/,
    );
    expect(second.stderr).toContain('warning');
    expect(await revision()).toBe(catalogRevision(newer));
  });

  test('import of the same content changes nothing and says so', async () => {
    const { data, write, rolegraph } = await place();
    await rolegraph('import', await write('catalog.json', handbookCatalog));
    const kept = await readFile(join(data, 'generation-1.graph'));
    const reordered = { ...handbookCatalog, roles: [...handbookCatalog.roles].reverse() };
    const { code, stdout } = await rolegraph('import', await write('again.json', reordered));
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'Nothing to change: The catalog of a handbook 1 is the current catalog already.\n',
    });
    expect(await readdir(data)).toEqual(['generation-1.graph', 'imported.txt']);
    expect(await readFile(join(data, 'generation-1.graph'))).toEqual(kept);
  });

  test('import of the catalog that ships, while it is served, writes nothing', async () => {
    const { folder, rolegraph } = await place();
    const { code, stdout } = await rolegraph('import', join(packageFolder(), 'seed'));
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing to change');
    expect(await readdir(folder)).toEqual([]);
  });

  test('import --dry-run prints the same and writes nothing', async () => {
    const { folder, write, rolegraph } = await place();
    const file = await write('catalog.json', handbookCatalog);
    const { code, stdout } = await rolegraph('import', '--dry-run', file);
    expect(code).toBe(0);
    expect(stdout).toContain('roles: 3 added, 0 changed, 138 removed\n');
    expect(stdout).toMatch(/\nNothing was written: this was a dry run\.\n$/);
    expect(await readdir(folder)).toEqual(['catalog.json']);
  });

  test('import of a catalog with errors changes nothing and lists them as messages', async () => {
    const { folder, write, rolegraph } = await place();
    const file = await write('catalog.json', broken);
    const { code, stdout, stderr } = await rolegraph('import', file);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('error: roles[0].slug');
    expect(stderr).toMatch(/\nNothing was imported: \d+ errors in .*catalog\.json\.\nSee docs\/\S+\.\n$/);
    expect(await readdir(folder)).toEqual(['catalog.json']);
  });
});

describe('where there is no catalog to serve', () => {
  const never = async () => {
    const { data, ...rest } = await place();
    const env = { ROLEGRAPH_DATA: data, ROLEGRAPH_SHIPPED: 'never' };
    return { ...rest, data, rolegraph: (...words: string[]) => cliInProcess(words, { env }) };
  };

  test.each([['role', 'SRE'], ['export-catalog']])(
    'ROLEGRAPH_SHIPPED=never: %s fails while nothing was imported, and says so',
    async (...words) => {
      const { rolegraph } = await never();
      const { code, stdout, stderr } = await rolegraph(...words);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^Nothing has been imported.*ROLEGRAPH_SHIPPED is "never".*Import a catalog/);
    },
  );

  test('ROLEGRAPH_SHIPPED=never: an import is compared with nothing and stored, even the catalog that ships', async () => {
    const { data, rolegraph } = await never();
    const seed = join(packageFolder(), 'seed');
    const dryRun = await rolegraph('import', '--dry-run', seed);
    expect(dryRun).toMatchObject({ code: 0 });
    expect(dryRun.stdout).toContain('There is no current catalog to compare with; this one would be stored whole.\n');
    const { code, stdout } = await rolegraph('import', seed);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^There is no current catalog to compare with; this one is stored whole\.\nImported /);
    expect(await readdir(data)).toEqual(['generation-1.graph', 'imported.txt']);
    expect(await rolegraph('export-catalog')).toMatchObject({ code: 0 });
  });

  test('commands fail where the imported files are gone, until the catalog is imported again', async () => {
    const { data, write, rolegraph, revision } = await place();
    const file = await write('catalog.json', handbookCatalog);
    await rolegraph('import', file);
    await rm(join(data, 'generation-1.graph'));
    const { code, stdout, stderr } = await rolegraph('export-catalog');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^The imported catalog is gone from the data folder: /);
    expect(await rolegraph('import', file)).toMatchObject({ code: 0 });
    expect(await revision()).toBe(catalogRevision(handbookCatalog));
  });
});

describe('import at a terminal', () => {
  const atTerminal = (data: string, ...words: string[]) =>
    cliInProcess(words, { env: { ROLEGRAPH_DATA: data }, isTTY: true });

  test('import shows its steps among the messages at a terminal, and prints the same results', async () => {
    const { data, write, rolegraph } = await place();
    const file = await write('catalog.json', handbookCatalog);
    const dryRun = await rolegraph('import', '--dry-run', file);
    const { code, stdout, stderr } = await atTerminal(data, 'import', file);
    expect(code).toBe(0);
    expect(stripVTControlCharacters(stdout).split('\n')[0]).toBe(dryRun.stdout.split('\n')[0]);
    expect(stdout).not.toContain('✔');
    expect(lastLines(stderr)).toEqual([
      `✔ Reading and checking ${file}`,
      '✔ Comparing it with the current catalog',
      '✔ Writing',
    ]);
  });

  test('import --dry-run shows no step of writing at a terminal', async () => {
    const { data, write } = await place();
    const { code, stderr } = await atTerminal(data, 'import', '--dry-run', await write('catalog.json', newer));
    expect(code).toBe(0);
    expect(lastLines(stderr).map((line) => line.split(' ', 2).join(' '))).toEqual([
      '✔ Reading',
      expect.stringContaining('catalog.json:1:'),
      '✔ Comparing',
    ]);
  });

  test('findings follow the failed step that found them at a terminal', async () => {
    const { data, write } = await place();
    const file = await write('catalog.json', broken);
    const { code, stdout, stderr } = await atTerminal(data, 'import', file);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const lines = lastLines(stderr);
    expect(lines[0]).toBe(`✖ Reading and checking ${file}`);
    expect(lines[1]).toContain(`${file}:1: error: roles[0].slug`);
    expect(lines.at(-2)).toMatch(/^Nothing was imported: /);
  });
});

describe('export-catalog', () => {
  test('export-catalog writes the whole catalog that ships if nothing was imported', async () => {
    const { rolegraph } = await place();
    const { code, stdout, stderr } = await rolegraph('export-catalog');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(catalogDocument(await shippedCatalog()));
  });

  test('export-catalog writes what was imported, and importing that changes nothing', async () => {
    const { folder, write, rolegraph } = await place();
    await rolegraph('import', await write('catalog.json', handbookCatalog));
    const exported = join(folder, 'exported.json');
    const { code, stdout, stderr } = await rolegraph('export-catalog', '--output', exported);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: `Wrote the current catalog to ${exported}.\n`,
    });
    expect(await readFile(exported, 'utf8')).toBe(catalogDocument(handbookCatalog));
    expect((await rolegraph('import', exported)).stdout).toContain('Nothing to change');
  });

  test('export-catalog says where it cannot write', async () => {
    const { folder, rolegraph } = await place();
    const { code, stderr } = await rolegraph('export-catalog', '-o', join(folder, 'no', 'such', 'folder.json'));
    expect(code).toBe(1);
    expect(stderr).toContain(`Cannot write the current catalog to ${join(folder, 'no', 'such', 'folder.json')}`);
  });
});

test('every command that opens a damaged store reports it and ends with 1', async () => {
  const { data, write, rolegraph } = await place();
  const file = await write('catalog.json', handbookCatalog);
  await rolegraph('import', file);
  await writeFile(join(data, 'generation-1.graph'), 'not ours');
  for (const words of [['serve'], ['export-catalog'], ['import', file]]) {
    const { code, stdout, stderr } = await rolegraph(...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('generation-1.graph is damaged');
  }
});

describe('several catalogs', () => {
  const ours = {
    name: 'Ours',
    version: '7',
    sources: [{ slug: 'own-source', title: 'Our handbook', document: 'ours.md' }],
    roles: [{ slug: 'janitor', title: 'Janitor' }],
  };
  const parts = /\n {2}Ours 7: Our handbook\n {2}The catalog of a handbook 1: /;

  test('are validated and imported as one, and exported as one document that is the current catalog', async () => {
    const { folder, write, rolegraph, revision } = await place();
    const files = [await write('ours.json', ours), await write('catalog.json', handbookCatalog)];
    const validated = await rolegraph('validate', ...files);
    expect(validated.code).toBe(0);
    expect(validated.stdout).toContain('Ours + The catalog of a handbook 7 + 1, 4 roles');
    expect(validated.stdout).toMatch(parts);
    const imported = await rolegraph('import', ...files);
    expect(imported.code).toBe(0);
    expect(imported.stdout).toMatch(parts);
    const first = await revision();

    const exported = join(folder, 'exported.json');
    expect((await rolegraph('export-catalog', '--output', exported)).code).toBe(0);
    expect((await rolegraph('import', exported)).stdout).toContain('Nothing to change');
    expect((await rolegraph('import', ...files.toReversed())).stdout).toContain('another order');
    expect(await revision()).not.toBe(first);
  });

  test('that contradict each other are refused, and a prefix keeps them apart', async () => {
    const { write, rolegraph } = await place();
    const [role, ...roles] = handbookCatalog.roles;
    const theirs = await write('theirs.json', {
      ...handbookCatalog,
      roles: [{ ...role, summary: 'Another.' }, ...roles],
    });
    const file = await write('catalog.json', handbookCatalog);
    const refused = await rolegraph('import', file, theirs);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(`${theirs}:1: error: roles[0].summary: `);
    expect(refused.stderr).toContain(`(the other at ${file}:1)`);
    expect(refused.stderr).toContain(`Nothing was imported: 1 error in ${file} and ${theirs}.`);
    const kept = await rolegraph('validate', file, '--prefix', `theirs=${theirs}`);
    expect(kept).toMatchObject({ code: 0, stderr: '' });
    expect(kept.stdout).toContain('6 roles');
  });

  test('may include the catalog that ships, by a word', async () => {
    const { rolegraph } = await place();
    const { code, stdout } = await rolegraph('validate', 'shipped');
    expect(code).toBe(0);
    expect(stdout).toContain(`${(await shippedCatalog()).roles.length} roles`);
  });
});
