import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { catalogRevision } from '../../src/catalog/canonical-catalog.ts';
import { readCatalog } from '../../src/catalog/read/read-catalog.ts';
import { readText, smallCatalog, temporaryFolder } from './small-catalog.ts';

const { name, version, roles, appearances, ...rest } = smallCatalog();

/** The small catalog in several files, with more or other files. */
async function folderWith(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  const all = {
    'catalog.yaml': stringify({ name, version, ...rest }),
    'roles-1.yaml': stringify({ roles: roles.slice(0, 1), appearances: appearances.slice(0, 1) }),
    'roles-2.yml': stringify({ roles: roles.slice(1), appearances: appearances.slice(1) }),
    ...files,
  };
  for (const [file, text] of Object.entries(all)) await writeFile(join(folder, file), text);
  return folder;
}

const messages = async (location: string): Promise<string[]> =>
  (await readCatalog(location)).findings.map(
    ({ severity, file, line, path, message }) =>
      `${file.slice(file.lastIndexOf('/') + 1)}:${line}: ${severity}: ${path}: ${message}`,
  );

describe('a folder', () => {
  test('reads a folder as one document, lists in the order of the file names', async () => {
    const { catalog, findings } = await readCatalog(await folderWith());
    expect(findings).toEqual([]);
    expect(catalog).toEqual(smallCatalog());
    const whole = await readText(JSON.stringify(smallCatalog()));
    expect(catalog && catalogRevision(catalog)).toBe(whole.catalog && catalogRevision(whole.catalog));
  });

  test('names files of a folder as the location does', async () => {
    const folder = await folderWith({ 'x.yaml': 'rolls: []' });
    const { findings } = await readCatalog(folder);
    expect(findings.map(({ file }) => file)).toEqual([join(folder, 'x.yaml')]);
  });

  test('counts indexes and lines by file, and says where the first of two entries is', async () => {
    const folder = await folderWith({ 'z.yaml': 'roles:\n- slug: new\n  title: the role\n' });
    expect(await messages(folder)).toEqual([
      expect.stringMatching(
        /^z\.yaml:3: error: roles\[0\]\.title: "the role" is the same.*first given at .*roles-1\.yaml:3\)$/,
      ),
    ]);
  });

  test('requires a version once in a folder', async () => {
    const folder = await folderWith({ 'z.yaml': 'version: "2"\n' });
    expect(await messages(folder)).toEqual([
      expect.stringMatching(/^z\.yaml:1: error: version: is given twice.*catalog\.yaml:2\)$/),
    ]);
  });

  test('requires a name of each file if several files have one', async () => {
    const folder = await folderWith({ 'z.yaml': 'name: B\nversion: "2"\n' });
    expect(await messages(folder)).toEqual([
      expect.stringMatching(
        /^roles-1\.yaml:1: error: : has no name, but several files of the folder have one.*names given at .*catalog\.yaml:1\)$/,
      ),
      expect.stringMatching(/^roles-2\.yml:1: error: : has no name/),
    ]);
  });

  test('reports nothing as missing if a file could not be read', async () => {
    const folder = await folderWith({ 'roles-1.yaml': 'roles: [' });
    expect(await messages(folder)).toEqual([expect.stringMatching(/^roles-1\.yaml:1: error: : is not YAML/)]);
  });

  test('reports for the folder what no file holds', async () => {
    const folder = await folderWith({ 'roles-1.yaml': 'roles: []', 'roles-2.yml': 'roles: []' });
    const { findings } = await readCatalog(folder);
    expect(findings.map(({ file, path }) => [file, path])).toEqual(
      [
        [join(folder, 'roles-1.yaml'), 'roles'],
        [folder, 'appearances'],
      ].sort(),
    );
  });

  test('ignores other files, the generated schema and dot files among them', async () => {
    const folder = await folderWith({
      'README.md': 'x',
      'catalog.schema.json': '{}',
      'catalog.generated.json': '{',
      '.hidden.yaml': ': : :',
    });
    expect(await messages(folder)).toEqual([]);
  });

  test('warns of sub-folders and JSON files, which it does not read', async () => {
    const folder = await folderWith({ 'more.json': '{' });
    await mkdir(join(folder, 'sub'));
    const { catalog } = await readCatalog(folder);
    expect(catalog).toEqual(smallCatalog());
    expect(await messages(folder)).toEqual([
      expect.stringMatching(/^more\.json:1: warning: : is not read; of a folder only YAML files are/),
      expect.stringMatching(/^sub:1: warning: : is a sub-folder, and not read/),
    ]);
  });

  test('accepts links to files of the same folder', async () => {
    const folder = await folderWith();
    await writeFile(join(folder, 'more.txt'), 'topics:\n- slug: more\n  name: More\n');
    await symlink('more.txt', join(folder, 'more.yaml'));
    const { catalog } = await readCatalog(folder);
    expect(catalog?.topics.map(({ slug }) => slug)).toEqual(['top', 'pot', 'more']);
  });

  const linked: readonly (readonly [string, string, RegExp])[] = [
    ['outside', '/etc/hostname', /is a link that leaves the folder/],
    ['to a device', '/dev/zero', /is a link that leaves the folder/],
    ['upwards', '..', /is a link that leaves the folder/],
    ['to the folder itself', '.', /is not a regular file/],
    ['to nothing', 'nothing-there', /is a link to nothing/],
    ['to itself', 'link.yaml', /leads back to itself/],
    ['to the folder itself', '.', /leaves the folder|not a regular file/],
  ];
  test.for(linked)('refuses a link %s', async ([, target, says]) => {
    const folder = await folderWith();
    await symlink(target, join(folder, 'link.yaml'));
    const { catalog } = await readCatalog(folder);
    expect(catalog).toBeUndefined();
    expect(await messages(folder)).toEqual([expect.stringMatching(says)]);
  });

  test('refuses a link to the outside under any other name, too', async () => {
    const folder = await folderWith();
    await symlink('/etc', join(folder, 'etc'));
    expect(await messages(folder)).toEqual([
      expect.stringMatching(/^etc:1: error: : is a link that leaves the folder/),
    ]);
  });

  test('refuses a FIFO, which would never end', async () => {
    const folder = await folderWith();
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    expect(await messages(folder)).toEqual([expect.stringMatching(/^pipe\.yaml:1: error: : is not a regular file/)]);
  });

  test('refuses a folder named like a file', async () => {
    const folder = await folderWith();
    await mkdir(join(folder, 'sub.yaml'));
    expect(await messages(folder)).toEqual([expect.stringMatching(/^sub\.yaml:1: error: : is not a regular file/)]);
  });
});

describe('a location', () => {
  test('reports a location that does not exist', async () => {
    expect(await messages('/nowhere/x.yaml')).toEqual([
      expect.stringMatching(/does not exist.*expected a folder of YAML files, a YAML file/),
    ]);
  });

  test('reports a location that cannot be a name', async () => {
    expect(await messages('a\0b.yaml')).toEqual([expect.stringMatching(/cannot be read/)]);
  });

  test('reports a location that is an empty folder', async () => {
    expect(await messages(await temporaryFolder())).toEqual([expect.stringMatching(/the folder has no YAML files/)]);
  });

  test('reports a location that is a device or a FIFO', async () => {
    const pipe = join(await temporaryFolder(), 'pipe.json');
    execFileSync('mkfifo', [pipe]);
    expect(await messages(pipe)).toEqual([expect.stringMatching(/is not a regular file/)]);
    expect(await messages('/dev/zero')).toEqual([expect.stringMatching(/is not a regular file/)]);
  });

  test('reads the file that a location links to', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.txt'), JSON.stringify(smallCatalog()));
    await symlink('a.txt', join(folder, 'b.json'));
    expect(await messages(join(folder, 'b.json'))).toEqual([]);
  });
});

describe('the size of files', () => {
  test('a YAML file has 8 MB at most', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'a.yaml');
    const text = stringify(smallCatalog());
    await writeFile(file, `${text}#${'x'.repeat(8 * 1024 * 1024 - Buffer.byteLength(text) - 1)}`);
    expect(await messages(file)).toEqual([]);
    await truncate(file, 8 * 1024 * 1024 + 1);
    expect(await messages(file)).toEqual([expect.stringMatching(/larger than 8 MB \(8,388,608 bytes\)/)]);
  });

  test('a JSON document has 256 MB at most, and more is not even read', async () => {
    const file = join(await temporaryFolder(), 'a.json');
    await writeFile(file, '{}');
    await truncate(file, 256 * 1024 * 1024 + 1);
    expect(await messages(file)).toEqual([expect.stringMatching(/larger than 256 MB \(268,435,456 bytes\)/)]);
  });
});
