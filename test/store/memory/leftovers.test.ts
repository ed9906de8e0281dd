import { spawnSync } from 'node:child_process';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { generationFile } from '../../../src/store/memory/generation-file.ts';
import { openMemoryStore } from '../../../src/store/memory/memory-store.ts';
import { isTemporaryName, temporaryName } from '../../../src/store/memory/temporary-file.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const small = graphOfCatalog(handbookCatalog);
const mine = temporaryName();

function openStore(folder: string) {
  return openMemoryStore({ folder, shippedCatalog: () => Promise.resolve(small) });
}

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

function nameFrom(host: string, pid: number): string {
  return mine.replace(/^import-.+-[0-9]+(?=-[0-9a-f-]{36}\.tmp$)/, `import-${host}-${pid}`);
}

async function folderWith(name: string, ageInMinutes = 0): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, name), 'half a gener');
  const written = new Date(Date.now() - ageInMinutes * 60_000);
  await utimes(join(folder, name), written, written);
  return folder;
}

test('the name of a file being written tells its host and process', () => {
  expect(isTemporaryName(mine)).toBe(true);
  expect(nameFrom(hostname(), process.pid)).toBe(mine);
  expect(temporaryName()).not.toBe(mine);
});

test('what a killed import left is removed when the folder is opened', async () => {
  const folder = await folderWith(nameFrom(hostname(), endedProcess()));
  await openStore(folder);
  expect(await readdir(folder)).toEqual([]);
});

test('what a killed import left is removed by an import', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder);
  await writeFile(join(folder, nameFrom(hostname(), endedProcess())), 'half a gener');
  await store.replace(await store.current(), small);
  expect(await readdir(folder)).toEqual(['generation-1.graph', 'imported.txt']);
});

test.each([
  ['of a process that is running', nameFrom(hostname(), process.ppid)],
  ['of another host, whose processes cannot be seen', nameFrom('another-host', endedProcess())],
])('a file %s is kept for an hour after its last write', async (_, name) => {
  const young = await folderWith(name, 55);
  const store = await openStore(young);
  await store.replace(await store.current(), small);
  expect(await readdir(young)).toContain(name);
  const old = await folderWith(name, 65);
  await openStore(old);
  expect(await readdir(old)).toEqual([]);
});

test('generations before the current one are removed when the folder is opened', async () => {
  const folder = await temporaryFolder();
  for (const number of [1, 2, 10]) {
    await writeFile(join(folder, `generation-${number}.graph`), Buffer.concat(generationFile(small).parts));
  }
  await openStore(folder);
  expect(await readdir(folder)).toEqual(['generation-10.graph', 'imported.txt']);
});
