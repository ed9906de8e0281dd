import { copyFile, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { GraphData } from '../../../src/graph/structure/graph-data.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { systemFiles } from '../../../src/store/memory/folder-files.ts';
import { GenerationFolder } from '../../../src/store/memory/generation-folder.ts';
import { openMemoryStore } from '../../../src/store/memory/memory-store.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { storeFailure } from '../../support/engines/store-failure.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const shipped = graphOfCatalog({ ...handbookCatalog, name: 'Shipped' });
const small = graphOfCatalog(handbookCatalog);
const newer = graphOfCatalog({ ...handbookCatalog, version: '2' });

function openStore(folder: string, shippedCatalog = () => Promise.resolve(shipped)) {
  return openMemoryStore({ folder, shippedCatalog });
}

async function importInto(folder: string, graph: GraphData) {
  const store = await openStore(folder);
  return store.replace(await store.current(), graph);
}

describe('the folder', () => {
  test('the folder is made at the first import and not before, with the folders above it', async () => {
    const parent = await temporaryFolder();
    const folder = join(parent, 'a', 'b');
    const store = await openStore(folder);
    const generation = await store.current();
    expect(await readdir(parent)).toEqual([]);
    await store.replace(generation, small);
    expect(await readdir(folder)).toEqual(['generation-1.graph', 'imported.txt']);
  });

  test('the folder holds one file, whose number rises with each import', async () => {
    const folder = await temporaryFolder();
    for (let number = 1; number <= 11; number++) {
      const { key } = await importInto(folder, number % 2 === 0 ? small : newer);
      expect(await readdir(folder)).toEqual([`generation-${number}.graph`, 'imported.txt']);
      expect((await (await openStore(folder)).current()).key).toBe(key);
    }
  });

  test('the folder keeps files that are not from Rolegraph', async () => {
    const folder = await temporaryFolder();
    const foreign = ['generation-0.graph', 'generation-01.graph', 'generation-9.graph.bak', 'import.tmp', 'notes.txt'];
    for (const name of foreign) await writeFile(join(folder, name), 'mine');
    await importInto(folder, small);
    await importInto(folder, newer);
    expect(await readdir(folder)).toEqual([...foreign, 'generation-2.graph', 'imported.txt'].sort());
  });

  test('the current generation may be replaced or restored by hand while a server runs', async () => {
    const folder = await temporaryFolder();
    const saved = join(await temporaryFolder(), 'saved.graph');
    const server = await openStore(folder);
    const first = await importInto(folder, small);
    await copyFile(join(folder, 'generation-1.graph'), saved);
    expect(await server.current()).toEqual(first);
    await rm(join(folder, 'generation-1.graph'));
    await expect(server.current()).rejects.toMatchObject({ code: 'MISSING' });
    const store = await openStore(folder);
    const second = await store.replace(undefined, newer);
    expect(await server.current()).toEqual(second);
    await copyFile(saved, join(folder, 'generation-1.graph'));
    expect(await server.current()).toEqual(first);
  });
});

describe('a folder whose generations are gone', () => {
  async function emptied() {
    const folder = await temporaryFolder();
    await importInto(folder, small);
    await rm(join(folder, 'generation-1.graph'));
    return folder;
  }

  test('says what is gone and what to do, instead of serving the catalog that ships', async () => {
    const store = await openStore(await emptied());
    const { code, message } = await storeFailure(store.current());
    expect(code).toBe('MISSING');
    expect(message).toBe(
      'The imported catalog is gone from the data folder: something was imported there, and no file generation-<n>.graph is ' +
        'left. Restore a backup, or import the catalog again. To serve the catalog that ships with Rolegraph, delete ' +
        'imported.txt there.',
    );
  });

  test('takes an import that saw nothing, and no other', async () => {
    const folder = await emptied();
    const store = await openStore(folder);
    const beforeThat = await (await openStore(await temporaryFolder())).current();
    await expect(store.replace(beforeThat, newer)).rejects.toMatchObject({ code: 'MISSING' });
    const imported = await store.replace(undefined, newer);
    expect((await (await openStore(folder)).current()).key).toBe(imported.key);
    await expect(store.replace(undefined, small)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('serves the catalog that ships after the marker was deleted', async () => {
    const folder = await emptied();
    await rm(join(folder, 'imported.txt'));
    expect((await (await openStore(folder)).current()).isShipped).toBe(true);
  });

  test('is noticed also where an earlier version imported, or an import could not write the marker', async () => {
    const folder = await temporaryFolder();
    await importInto(folder, small);
    await rm(join(folder, 'imported.txt'));
    await openStore(folder);
    await rm(join(folder, 'generation-1.graph'));
    await expect((await openStore(folder)).current()).rejects.toMatchObject({ code: 'MISSING' });
  });

  test('is not taken for one whose generation was replaced while the folder was listed', async () => {
    const folder = await temporaryFolder();
    const imported = await importInto(folder, small);
    const readdir = vi.fn((path: string) => systemFiles.readdir(path)).mockResolvedValueOnce(['imported.txt']);
    const store = await openMemoryStore({
      folder,
      shippedCatalog: () => Promise.resolve(shipped),
      files: { ...systemFiles, readdir },
    });
    readdir.mockResolvedValueOnce(['imported.txt']);
    expect((await store.current()).key).toBe(imported.key);
  });
});

describe('the catalog that ships', () => {
  test('the catalog that ships is read when it is needed, once', async () => {
    const read = vi.fn(() => Promise.resolve(shipped));
    const store = await openStore(await temporaryFolder(), read);
    expect(read).not.toHaveBeenCalled();
    await Promise.all([store.current(), store.current()]);
    await store.current();
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('the catalog that ships is not read if something was imported', async () => {
    const folder = await temporaryFolder();
    await importInto(folder, small);
    const read = vi.fn(() => Promise.resolve(shipped));
    const store = await openStore(folder, read);
    await (await store.current()).data();
    expect(read).not.toHaveBeenCalled();
  });

  test('the catalog that ships is read again after a failure', async () => {
    const read = vi.fn(() => Promise.resolve(shipped)).mockRejectedValueOnce(new Error('not this time'));
    const store = await openStore(await temporaryFolder(), read);
    await expect(store.current()).rejects.toThrow('not this time');
    expect((await store.current()).revision).toBe(shipped.structure.revision);
  });
});

test('an import that two others overtook does not take the name of the first of them', async () => {
  const path = await temporaryFolder();
  const folder = new GenerationFolder(path);
  const content = [await contentOf(small)];
  await folder.add(2, content);
  await expect(folder.add(1, content)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await readdir(path)).toEqual(['generation-2.graph', 'imported.txt']);
});

test('one of two imports with the same number wins', async () => {
  const path = await temporaryFolder();
  const folder = new GenerationFolder(path);
  const outcomes = await Promise.allSettled([folder.add(1, [Buffer.from('a')]), folder.add(1, [Buffer.from('b')])]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await readdir(path)).toEqual(['generation-1.graph', 'imported.txt']);
});

test('a name that leads nowhere is reported, not looked up for ever', async () => {
  const folder = await temporaryFolder();
  await symlink(join(folder, 'nowhere'), join(folder, 'generation-4.graph'));
  const { code, message } = await storeFailure(openStore(folder));
  expect(code).toBe('UNAVAILABLE');
  expect(message).toContain('generation-4.graph');
});

async function contentOf(graph: GraphData): Promise<Buffer> {
  const folder = join(await temporaryFolder(), 'made');
  await mkdir(folder);
  await importInto(folder, graph);
  return readFile(join(folder, 'generation-1.graph'));
}
