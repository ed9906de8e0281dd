import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileWatch } from '../../src/import/file-watch.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A folder with two files, and a watch of it that takes them for read. */
async function watched() {
  const folder = join(await temporaryFolder(), 'roles');
  await mkdir(folder);
  await save(folder, { 'a.yaml': 'a', 'b.yaml': 'b' });
  const watch = new FileWatch([folder]);
  await watch.begin();
  return { folder, watch };
}

async function save(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/** What the next two looks find. */
async function looks(watch: FileWatch): Promise<readonly boolean[]> {
  return [await watch.look(), await watch.look()];
}

test('finds nothing as long as nothing is saved', async () => {
  const { watch } = await watched();
  expect([await looks(watch), await looks(watch)].flat()).toEqual([false, false, false, false]);
});

test('finds a change once, when two looks see the same', async () => {
  const { folder, watch } = await watched();
  await save(folder, { 'a.yaml': 'half' });
  expect(await watch.look()).toBe(false);
  await save(folder, { 'a.yaml': 'half and whole', 'b.yaml': 'another' });
  expect(await watch.look()).toBe(false);
  expect(await looks(watch)).toEqual([true, false]);
});

test.each<readonly [what: string, change: (folder: string) => Promise<void>]>([
  ['a new file', (folder) => save(folder, { 'c.yaml': 'c' })],
  ['a file that is gone', (folder) => rm(join(folder, 'b.yaml'))],
  ['a file that has another name', (folder) => rename(join(folder, 'b.yaml'), join(folder, 'c.yaml'))],
  [
    'a file that an editor has replaced by one of the same length',
    async (folder) => {
      await save(folder, { '.a.yaml.tmp': 'c' });
      await rename(join(folder, '.a.yaml.tmp'), join(folder, 'a.yaml'));
    },
  ],
])('finds %s', async (_, change) => {
  const { folder, watch } = await watched();
  await change(folder);
  expect(await looks(watch)).toEqual([false, true]);
});

test('leaves out hidden files and those that lock others, which editors write while somebody types', async () => {
  const { folder, watch } = await watched();
  await save(folder, { '.a.yaml.swp': 'unsaved', '~$RACI.xlsx': 'locked' });
  expect(await looks(watch)).toEqual([false, false]);
});

test('finds that a folder is gone, and that it is back', async () => {
  const { folder, watch } = await watched();
  await rename(folder, `${folder}-away`);
  expect(await looks(watch)).toEqual([false, true]);
  await mkdir(folder);
  await save(folder, { 'a.yaml': 'a' });
  expect(await looks(watch)).toEqual([false, true]);
});

test('watches a file that is not there yet', async () => {
  const file = join(await temporaryFolder(), 'ours.yaml');
  const watch = new FileWatch([file]);
  await watch.begin();
  await writeFile(file, 'a');
  expect(await looks(watch)).toEqual([false, true]);
});

test('finds what is saved after the files began to be read', async () => {
  const { folder, watch } = await watched();
  await save(folder, { 'a.yaml': 'aa' });
  expect(await looks(watch)).toEqual([false, true]);
  await save(folder, { 'a.yaml': 'aaa' });
  expect(await looks(watch)).toEqual([false, true]);
});
