import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { ServedCatalog } from '../../src/store/served-catalog.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import { TextLoader } from '../../src/store/text-loader.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { matching } from '../server/expected.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const shipped = graphOfCatalog({ ...handbookCatalog, name: 'Shipped' });
const small = graphOfCatalog(handbookCatalog);

async function opened() {
  const folder = await temporaryFolder();
  const open = () => openMemoryStore({ folder, shippedCatalog: () => Promise.resolve(shipped) });
  const [store, other] = [await open(), await open()];
  const looks = vi.spyOn(store, 'current');
  const openings = vi.spyOn(CatalogGraph, 'inSteps');
  const importElsewhere = async () => other.replace(await other.current(), small);
  const changes: string[] = [];
  const served = new ServedCatalog(store, { changed: ({ key }) => changes.push(key) });
  return { served, folder, changes, store, looks, openings, importElsewhere };
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
  test('the current catalog is looked up once for all who ask at once, and read once', async () => {
    const { served, looks, openings } = await opened();
    const all = await Promise.all(Array.from({ length: 50 }, () => served.current()));
    expect(new Set(all).size).toBe(1);
    expect(looks).toHaveBeenCalledTimes(1);
    expect(openings).toHaveBeenCalledTimes(1);
  });

  test('the current catalog is looked up at most once a second', async () => {
    const { served, looks, openings } = await opened();
    const first = await served.current();
    now += 999;
    await served.current();
    expect(looks).toHaveBeenCalledTimes(1);
    now++;
    expect(await served.current()).toBe(first);
    expect(looks).toHaveBeenCalledTimes(2);
    now += 999;
    await served.current();
    expect(looks).toHaveBeenCalledTimes(2);
    expect(openings).toHaveBeenCalledTimes(1);
  });

  test("becomes another process's import within a second, while those who hold the old one keep it", async () => {
    const { served, importElsewhere } = await opened();
    const before = await served.current();
    const imported = await importElsewhere();
    now += 999;
    expect(await served.current()).toBe(before);
    now++;
    const after = await served.current();
    expect(after.key).toBe(imported.key);
    expect((await after.graph()).structure.revision).toBe(small.structure.revision);
    expect((await before.graph()).structure.revision).toBe(shipped.structure.revision);
    expect(await new TextLoader(before, new Scheduler().createTask()).roleSummary(0)).toBe(
      shipped.texts.roleSummaries[0],
    );
  });

  test('the current catalog is looked up again at the next request after a failure', async () => {
    const { served, store, looks } = await opened();
    looks.mockRejectedValueOnce(new Error('away'));
    await expect(Promise.all([served.current(), served.current()])).rejects.toThrow('away');
    expect(await served.current()).toBe(await store.current());
  });

  test('the catalog that ships is not served in place of an import that is gone', async () => {
    const { served, folder, changes, importElsewhere } = await opened();
    await importElsewhere();
    const before = await served.current();
    await rm(folder, { recursive: true });
    for (let looks = 0; looks < 2; looks++) {
      now += 1_000;
      await expect(served.current()).rejects.toMatchObject({
        code: 'MISSING',
        message: matching(
          /^The imported catalog is gone from the embedded graph: this server has served it until now\. Restore a backup, or import/,
        ),
      });
    }
    expect(changes).toEqual([]);
    const again = await importElsewhere();
    expect(again.key).not.toBe(before.key);
    await expect.poll(async () => (await served.current()).key).toBe(again.key);
  });

  test('a catalog is not served while it is unknown whether it is current, and is read once all the same', async () => {
    const { served, looks, openings } = await opened();
    const before = await served.current();
    now += 1_000;
    looks.mockRejectedValueOnce(new Error('away'));
    await expect(served.current()).rejects.toThrow('away');
    expect(await served.current()).toBe(before);
    expect(openings).toHaveBeenCalledTimes(1);
  });

  test('a catalog is not served instead of a newer one that could not be read', async () => {
    const { served, openings, importElsewhere } = await opened();
    await served.current();
    const imported = await importElsewhere();
    now += 1_000;
    openings.mockImplementationOnce(() => {
      throw new Error('away');
    });
    await expect(served.current()).rejects.toThrow('away');
    expect((await served.current()).key).toBe(imported.key);
  });

  test('the previous catalog is served until the new one and its search index are open', async () => {
    const { served, store, importElsewhere } = await opened();
    const before = await served.current();
    await importElsewhere();
    const imported = await store.current();
    const gate = Promise.withResolvers<undefined>();
    const index = vi.spyOn(imported, 'searchIndex').mockImplementationOnce(async () => {
      await gate.promise;
      return before.searchIndex();
    });
    vi.spyOn(store, 'current').mockResolvedValue(imported);
    for (let polls = 0; polls < 3; polls++) {
      now += 1_000;
      expect(await served.current()).toBe(before);
    }
    await expect.poll(() => index.mock.calls.length).toBe(1);
    expect(await served.current()).toBe(before);
    gate.resolve(undefined);
    await expect.poll(() => served.current()).toBe(imported);
  });

  test('requests are told after a second that the first catalog is still being opened', async () => {
    const { served, store } = await opened();
    const first = await store.current();
    const graph = await first.graph();
    const gate = Promise.withResolvers<typeof graph>();
    vi.spyOn(first, 'graph').mockReturnValue(gate.promise);
    vi.spyOn(store, 'current').mockResolvedValue(first);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const prepared = served.opened();
      const asked = served.current().then(() => 'answered', String);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(await asked).toMatch('The catalog is being opened');
      gate.resolve(graph);
      expect(await prepared).toBe(first);
      expect(await served.current()).toBe(first);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('whoever is to be told of changes', () => {
  test('the listener is called once for each change, and not for the first catalog', async () => {
    const { served, changes, importElsewhere } = await opened();
    await served.current();
    now += 1_000;
    await served.current();
    expect(changes).toEqual([]);
    const imported = await importElsewhere();
    for (let looks = 0; looks < 3; looks++) {
      now += 1_000;
      await served.current();
    }
    expect(changes).toEqual([imported.key]);
  });

  test('the listener is called only when the new catalog has been read', async () => {
    const { served, changes, openings, importElsewhere } = await opened();
    await served.current();
    const imported = await importElsewhere();
    now += 1_000;
    openings.mockImplementationOnce(() => {
      throw new Error('away');
    });
    await expect(served.current()).rejects.toThrow('away');
    expect(changes).toEqual([]);
    await served.current();
    expect(changes).toEqual([imported.key]);
  });
});

test('a catalog says where it is kept and indexes its texts once', async () => {
  const { served, store } = await opened();
  const readings = vi.spyOn(await store.current(), 'summaries').mockRejectedValueOnce(new Error('away'));
  const catalog = await served.current();
  expect(catalog.storeKind).toBe('MEMORY');
  await expect.poll(() => readings.mock.settledResults.map(({ type }) => type)).toEqual(['rejected']);
  const [one, other] = await Promise.all([catalog.searchIndex(), catalog.searchIndex()]);
  expect(one).toBe(other);
  expect(readings).toHaveBeenCalledTimes(2);
});
