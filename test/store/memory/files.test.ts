import { copyFile, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { GraphData } from '../../../src/graph/structure/graph-data.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
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
    expect(await readdir(folder)).toEqual(['generation-1.graph']);
  });

  test('the folder holds one file, whose number rises with each import', async () => {
    const folder = await temporaryFolder();
    for (let number = 1; number <= 11; number++) {
      const { key } = await importInto(folder, number % 2 === 0 ? small : newer);
      expect(await readdir(folder)).toEqual([`generation-${number}.graph`]);
      expect((await (await openStore(folder)).current()).key).toBe(key);
    }
  });

  test('the folder keeps files that are not from Rolegraph', async () => {
    const folder = await temporaryFolder();
    const foreign = ['generation-0.graph', 'generation-01.graph', 'generation-9.graph.bak', 'import.tmp', 'notes.txt'];
    for (const name of foreign) await writeFile(join(folder, name), 'mine');
    await importInto(folder, small);
    await importInto(folder, newer);
    expect(await readdir(folder)).toEqual([...foreign, 'generation-2.graph'].sort());
  });

  test('the folder may be emptied or restored by hand while a server runs', async () => {
    const folder = await temporaryFolder();
    const saved = join(await temporaryFolder(), 'saved.graph');
    const server = await openStore(folder);
    const first = await importInto(folder, small);
    await copyFile(join(folder, 'generation-1.graph'), saved);
    expect(await server.current()).toEqual(first);
    await rm(join(folder, 'generation-1.graph'));
    expect((await server.current()).revision).toBe(shipped.structure.revision);
    const second = await importInto(folder, newer);
    expect(await server.current()).toEqual(second);
    await copyFile(saved, join(folder, 'generation-1.graph'));
    expect(await server.current()).toEqual(first);
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
  expect(await readdir(path)).toEqual(['generation-2.graph']);
});

test('one of two imports with the same number wins', async () => {
  const path = await temporaryFolder();
  const folder = new GenerationFolder(path);
  const outcomes = await Promise.allSettled([folder.add(1, [Buffer.from('a')]), folder.add(1, [Buffer.from('b')])]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await readdir(path)).toEqual(['generation-1.graph']);
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
