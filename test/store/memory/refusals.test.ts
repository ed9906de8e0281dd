import { chmod, chown, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { fileFailure, noHardLinks } from '../../../src/store/memory/file-failure.ts';
import { openMemoryStore } from '../../../src/store/memory/memory-store.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { storeFailure } from '../../support/engines/store-failure.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const small = graphOfCatalog(handbookCatalog);
const newer = graphOfCatalog({ ...handbookCatalog, version: '2' });
const nobody = 65_534;

function openStore(folder: string) {
  return openMemoryStore({ folder, shippedCatalog: () => Promise.resolve(small) });
}

/** Permissions do not bind root: its tests go on as nobody. */
async function folderOfOrdinaryUser(): Promise<string> {
  const folder = await temporaryFolder();
  if (process.getuid?.() === 0) {
    await chown(folder, nobody, nobody);
    process.seteuid?.(nobody);
    onTestFinished(() => process.seteuid?.(0));
  }
  return folder;
}

/**
 * Expects an attempt to fail because the disk does not let it, with a message that says all of this. Only the cause names
 * the whole path.
 */
async function expectUnavailable(attempt: Promise<unknown>, path: string, ...said: readonly string[]) {
  const { code, message, cause } = await storeFailure(attempt);
  expect(code).toBe('UNAVAILABLE');
  expect(String(cause)).toContain(path);
  for (const text of said) expect(message).toContain(text);
}

test('reports a file where the folder should be', async () => {
  const file = join(await temporaryFolder(), 'data');
  await writeFile(file, '');
  await expectUnavailable(openStore(file), file, basename(file), 'a file stands', 'ROLEGRAPH_DATA');
  await expectUnavailable(openStore(join(file, 'below')), join(file, 'below'), 'below', 'a file stands');
});

test('reports a folder where a generation should be', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'generation-3.graph'));
  const { code, message } = await storeFailure(openStore(folder));
  expect(code).toBe('UNAVAILABLE');
  expect(message).toContain('Cannot read generation-3.graph: a folder stands where a file is expected');
});

test('reports a folder that may not be read', async () => {
  const folder = await folderOfOrdinaryUser();
  await chmod(folder, 0o300);
  await expectUnavailable(openStore(folder), folder, basename(folder), 'permission is denied', 'EACCES');
});

test('reports a generation that may not be read', async () => {
  const folder = await folderOfOrdinaryUser();
  const store = await openStore(folder);
  await store.replace(await store.current(), small);
  const path = join(folder, 'generation-1.graph');
  await chmod(path, 0o000);
  await expectUnavailable(openStore(folder), path, basename(path), 'permission is denied');
});

test('a folder that may not be written serves what it has, refuses imports and loses nothing', async () => {
  const folder = await folderOfOrdinaryUser();
  const first = await openStore(folder);
  const imported = await first.replace(await first.current(), small);
  await chmod(folder, 0o500);
  const store = await openStore(folder);
  expect(await store.current()).toEqual(imported);
  await expectUnavailable(store.replace(imported, newer), folder, 'generation-2.graph', 'permission is denied');
  expect(await store.current()).toEqual(imported);
  expect(await readdir(folder)).toEqual(['generation-1.graph', 'imported.txt']);
});

test('reports a folder that may not be made', async () => {
  const parent = await folderOfOrdinaryUser();
  await chmod(parent, 0o500);
  const store = await openStore(join(parent, 'data'));
  await expectUnavailable(store.replace(await store.current(), newer), parent, 'permission');
});

describe('what a failure of the file system means', () => {
  test.each([
    ['ENOSPC', 'no space left'],
    ['EDQUOT', 'no space left'],
    ['EROFS', 'mounted read-only'],
    ['ENOTDIR', 'a file stands where a folder is expected'],
    ['EMFILE', 'too many files are open'],
    ['EIO', 'the file system reports an error'],
  ])('says what a failure of the file system means: %s', (code, meaning) => {
    const cause = Object.assign(new Error('as the system says it'), { code });
    const failure = fileFailure('write', '/data', cause);
    expect(failure).toMatchObject({ name: 'StoreError', code: 'UNAVAILABLE', cause });
    for (const text of ['Cannot write data', meaning, code]) expect(String(failure)).toContain(text);
  });

  test('says that the file system has no hard links', () => {
    expect(noHardLinks(undefined).message).toMatch(/data folder.*no hard links.*ROLEGRAPH_DATA/);
  });

  test('passes on any other failure as it is', () => {
    const conflict = new StoreError('CONFLICT', 'first');
    const fault = new RangeError('ours');
    expect(fileFailure('write', '/data', conflict)).toBe(conflict);
    expect(fileFailure('write', '/data', fault)).toBe(fault);
  });
});
