import { expect, test, vi } from 'vitest';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { TextLoader } from '../../src/store/text-loader.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { structure, texts } = graphOfCatalog(handbookCatalog);

async function opened() {
  const folder = await temporaryFolder();
  const store = await openMemoryStore({ folder, shippedCatalog: () => Promise.resolve({ structure, texts }) });
  const catalog = await store.current();
  const calls = vi.spyOn(catalog, 'texts');
  return { catalog, calls, loader: new TextLoader(catalog, new Scheduler().createTask()) };
}

test('all that is wanted in one turn is one call, each key once', async () => {
  const { loader, calls } = await opened();
  const wanted = await Promise.all([
    loader.roleSummary(2),
    loader.appearance(1),
    loader.roleSummary(0),
    loader.appearance(3),
    loader.roleSummary(2),
    loader.responsibilitySummary(1),
    loader.appearance(1),
  ]);
  expect(wanted).toEqual([
    texts.roleSummaries[2],
    texts.appearances[1],
    texts.roleSummaries[0],
    texts.appearances[3],
    texts.roleSummaries[2],
    texts.responsibilitySummaries[1],
    texts.appearances[1],
  ]);
  expect(calls.mock.calls).toEqual([[{ responsibilitySummaries: [1], roleSummaries: [2, 0], appearances: [1, 3] }]]);
});

test('what is wanted by what the turn goes on to do joins the same call', async () => {
  const { loader, calls } = await opened();
  await Promise.all([
    loader.roleSummary(0),
    Promise.resolve().then(() => loader.appearance(0)),
    Promise.resolve()
      .then(() => Promise.resolve())
      .then(() => loader.roleSummary(1)),
  ]);
  expect(calls).toHaveBeenCalledTimes(1);
});

test('what was loaded is not asked for again; the rest of the next turn is one more call', async () => {
  const { loader, calls } = await opened();
  await loader.roleSummary(0);
  await Promise.all([loader.roleSummary(0), loader.roleSummary(1), loader.appearance(2)]);
  expect(calls).toHaveBeenCalledTimes(2);
  expect(calls).toHaveBeenLastCalledWith({ responsibilitySummaries: [], roleSummaries: [1], appearances: [2] });
});

test('a failure reaches all who waited, and nobody else', async () => {
  const { loader, calls } = await opened();
  calls.mockRejectedValueOnce(new Error('away'));
  const outcomes = await Promise.allSettled([loader.roleSummary(0), loader.appearance(0)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await loader.appearance(1)).toEqual(texts.appearances[1]);
});

test('two requests load on their own', async () => {
  const { catalog, calls, loader } = await opened();
  await Promise.all([loader.roleSummary(0), new TextLoader(catalog, new Scheduler().createTask()).roleSummary(0)]);
  expect(calls).toHaveBeenCalledTimes(2);
});

test.each([
  ['many texts', (field: number) => field],
  ['one text that many fields have', () => 7],
  ['three texts that many fields have', (field: number) => field % 3],
])('one call for %s, which are given out in slices', async (_case, indexOf) => {
  const { catalog, calls } = await opened();
  calls.mockImplementation(({ roleSummaries }) =>
    Promise.resolve({ responsibilitySummaries: [], appearances: [], roleSummaries: roleSummaries.map(String) }),
  );
  const waiting: (() => void)[] = [];
  const loader = new TextLoader(catalog, {
    yieldSlice: (value) =>
      new Promise((resolve) => {
        waiting.push(() => {
          resolve(value);
        });
      }),
  });
  const given: string[] = [];
  const all = Promise.all(
    Array.from({ length: 250 }, async (_, field) => given.push((await loader.roleSummary(indexOf(field))) ?? 'none')),
  );
  await vi.waitFor(() => {
    expect([given.length, waiting.length]).toEqual([100, 2]);
  });
  for (const turn of waiting) turn();
  await all;
  expect(given).toEqual(Array.from({ length: 250 }, (_, field) => String(indexOf(field))));
  expect(calls).toHaveBeenCalledTimes(1);
});
