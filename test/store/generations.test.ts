import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { Generations } from '../../src/store/generations.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const shipped = graphOfCatalog({ ...handbookCatalog, name: 'Shipped' });
const small = graphOfCatalog(handbookCatalog);

async function opened() {
  const folder = await temporaryFolder();
  const open = () => openMemoryStore({ folder, shippedCatalog: () => Promise.resolve(shipped) });
  const [store, other] = [await open(), await open()];
  const looks = vi.spyOn(store, 'current');
  const openings = vi.spyOn(store, 'opened');
  const importElsewhere = async () => other.replace(await other.current(), small);
  const changes: string[] = [];
  const generations = new Generations(store, ({ generation }) => changes.push(generation.key));
  return { generations, changes, store, looks, openings, importElsewhere };
}

let now = 0;
beforeEach(() => {
  now = 5_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the generation that a process serves', () => {
  test('the current generation is looked up once for all who ask at once, and read once', async () => {
    const { generations, looks, openings } = await opened();
    const all = await Promise.all(Array.from({ length: 50 }, () => generations.current()));
    expect(new Set(all).size).toBe(1);
    expect(looks).toHaveBeenCalledTimes(1);
    expect(openings).toHaveBeenCalledTimes(1);
  });

  test('the current generation is looked up at most once a second', async () => {
    const { generations, looks, openings } = await opened();
    const first = await generations.current();
    now += 999;
    await generations.current();
    expect(looks).toHaveBeenCalledTimes(1);
    now += 1;
    expect(await generations.current()).toBe(first);
    expect(looks).toHaveBeenCalledTimes(2);
    now += 999;
    await generations.current();
    expect(looks).toHaveBeenCalledTimes(2);
    expect(openings).toHaveBeenCalledTimes(1);
  });

  test("becomes another process's import within a second, while those who hold the old one keep it", async () => {
    const { generations, importElsewhere } = await opened();
    const before = await generations.current();
    const imported = await importElsewhere();
    now += 999;
    expect(await generations.current()).toBe(before);
    now += 1;
    const after = await generations.current();
    expect(after.generation.key).toBe(imported.key);
    expect(after.graph.structure.revision).toBe(small.structure.revision);
    expect(before.graph.structure.revision).toBe(shipped.structure.revision);
    expect(await before.textLoader().roleSummary(0)).toBe(shipped.texts.roleSummaries[0]);
  });

  test('the current generation is looked up again at the next request after a failure', async () => {
    const { generations, store, looks } = await opened();
    looks.mockRejectedValueOnce(new Error('away'));
    await expect(Promise.all([generations.current(), generations.current()])).rejects.toThrow('away');
    expect((await generations.current()).generation).toEqual(await store.current());
  });

  test('a generation is not served while it is unknown whether it is current, and is read once all the same', async () => {
    const { generations, looks, openings } = await opened();
    const before = await generations.current();
    now += 1_000;
    looks.mockRejectedValueOnce(new Error('away'));
    await expect(generations.current()).rejects.toThrow('away');
    expect(await generations.current()).toBe(before);
    expect(openings).toHaveBeenCalledTimes(1);
  });

  test('a generation is not served instead of a newer one that could not be read', async () => {
    const { generations, openings, importElsewhere } = await opened();
    await generations.current();
    const imported = await importElsewhere();
    now += 1_000;
    openings.mockRejectedValueOnce(new Error('away'));
    await expect(generations.current()).rejects.toThrow('away');
    expect((await generations.current()).generation.key).toBe(imported.key);
  });
});

describe('whoever is to be told of changes', () => {
  test('the listener is called once for each change, and not for the first generation', async () => {
    const { generations, changes, importElsewhere } = await opened();
    await generations.current();
    now += 1_000;
    await generations.current();
    expect(changes).toEqual([]);
    const imported = await importElsewhere();
    for (let looks = 0; looks < 3; looks += 1) {
      now += 1_000;
      await generations.current();
    }
    expect(changes).toEqual([imported.key]);
  });

  test('the listener is called only when the new generation has been read', async () => {
    const { generations, changes, openings, importElsewhere } = await opened();
    await generations.current();
    const imported = await importElsewhere();
    now += 1_000;
    openings.mockRejectedValueOnce(new Error('away'));
    await expect(generations.current()).rejects.toThrow('away');
    expect(changes).toEqual([]);
    await generations.current();
    expect(changes).toEqual([imported.key]);
  });
});

test('a generation says where it is kept and indexes its texts once', async () => {
  const { generations, store } = await opened();
  const readings = vi.spyOn(store, 'summaries').mockRejectedValueOnce(new Error('away'));
  const open = await generations.current();
  expect(open.storeKind).toBe('MEMORY');
  await expect.poll(() => readings.mock.settledResults.map(({ type }) => type)).toEqual(['rejected']);
  const [one, other] = await Promise.all([open.searchIndex(), open.searchIndex()]);
  expect(one).toBe(other);
  expect(readings).toHaveBeenCalledTimes(2);
});
