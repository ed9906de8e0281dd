import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { layoutProblem, solvedLayout } from '../../src/graph/layout/graph-layout.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { ServedCatalog } from '../../src/store/served-catalog.ts';
import { catalogWithLateLayout, largeGraph } from './late-layout.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const closed: unknown = expect.objectContaining({ name: 'StoreError' });

async function opened(opensInWorker: boolean) {
  const folder = await temporaryFolder();
  const store = await openMemoryStore({ folder, shippedCatalog: () => Promise.resolve(largeGraph), opensInWorker });
  onTestFinished(() => store.close());
  return store;
}

/** When a worker thread has been started. Nothing that it sends arrives before what waits for this has run. */
function workerStarted(): Promise<unknown> {
  return once(process, 'worker');
}

test('a server computes the layout of a large catalog in a worker thread, as soon as it serves it', async () => {
  const store = await opened(true);
  const catalog = await store.current();
  const meanwhile = workerStarted().then(() => catalog.readyLayout());
  expect(await new ServedCatalog(store).current()).toBe(catalog);
  expect(await meanwhile).toBeUndefined();
  await eventually(() => {
    expect(catalog.isLayoutPending).toBe(false);
  });
  const graph = await catalog.graph();
  expect(await catalog.readyLayout()).toEqual(runToCompletion(solvedLayout(runToCompletion(layoutProblem(graph)))));
});

test('a server that is closed meanwhile ends the worker thread, and reports the failure', async () => {
  const layoutFailed = vi.fn();
  const store = await opened(true);
  const closing = workerStarted().then(() => store.close());
  const catalog = await new ServedCatalog(store, { layoutFailed }).current();
  await closing;
  await eventually(() => {
    expect(layoutFailed).toHaveBeenCalledExactlyOnceWith(catalog, closed);
  });
  expect(catalog.isLayoutPending).toBe(true);
});

test('without a worker thread, the layout of a large catalog leaves the thread to others all the while', async () => {
  const catalog = await (await opened(false)).current();
  await catalog.graph();
  let turns = 0;
  let isOver = false;
  const countTurns = () => {
    turns++;
    if (!isOver) setImmediate(countTurns);
  };
  setImmediate(countTurns);
  await catalog.layout();
  isOver = true;
  expect(turns).toBeGreaterThan(10);
});

test('closing a store ends the work on a layout in this thread, too', async () => {
  const store = await opened(false);
  const layout = (await store.current()).layout();
  await store.close();
  await expect(layout).rejects.toEqual(closed);
});

test('the layout of a catalog that is replaced meanwhile is not computed, and that of its successor is', async () => {
  const [first, second, third] = [catalogWithLateLayout(), catalogWithLateLayout(), catalogWithLateLayout()];
  const layouts = [first, second, third].map(({ catalog }) => vi.spyOn(catalog, 'layout'));
  const calls = () => layouts.map(({ mock }) => mock.calls.length);
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const store = await opened(false);
  const current = vi.spyOn(store, 'current');
  const served = new ServedCatalog(store);
  for (const { catalog } of [first, second, third]) {
    current.mockResolvedValue(catalog);
    vi.advanceTimersByTime(1_000);
    await eventually(async () => {
      expect(await served.current()).toBe(catalog);
    });
    if (catalog === first.catalog)
      await eventually(() => {
        expect(calls()).toEqual([1, 0, 0]);
      });
  }
  first.layOut();
  await eventually(() => {
    expect(calls()).toEqual([1, 0, 1]);
  });
  third.layOut();
  expect(await third.catalog.layout()).toBe(third.layout);
  expect(third.catalog.isLayoutPending).toBe(false);
});
