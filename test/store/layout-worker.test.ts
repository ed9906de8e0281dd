import { expect, onTestFinished, test, vi } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { layoutProblem, solvedLayout } from '../../src/graph/layout/graph-layout.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { ServedCatalog } from '../../src/store/served-catalog.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const large = graphOfCatalog(generatedCatalog({ roles: 1_500, seed: 1, appearancesPerRole: 2 }));

async function openServer() {
  const folder = await temporaryFolder();
  const store = await openMemoryStore({ folder, shippedCatalog: () => Promise.resolve(large), opensInWorker: true });
  onTestFinished(() => store.close());
  return store;
}

test('a server computes the layout of a large catalog in a worker thread, as soon as it serves it', async () => {
  const served = new ServedCatalog(await openServer());
  const catalog = await served.current();
  expect(catalog.isLayoutPending).toBe(true);
  expect(await catalog.readyLayout()).toBeUndefined();
  await eventually(() => {
    expect(catalog.isLayoutPending).toBe(false);
  });
  const graph = await catalog.graph();
  expect(await catalog.readyLayout()).toEqual(runToCompletion(solvedLayout(runToCompletion(layoutProblem(graph)))));
});

test('a server that is closed meanwhile ends the worker thread, and reports the failure', async () => {
  const layoutFailed = vi.fn();
  const store = await openServer();
  const served = new ServedCatalog(store, { layoutFailed });
  const catalog = await served.current();
  await catalog.searchIndex();
  await store.close();
  await eventually(() => {
    expect(layoutFailed).toHaveBeenCalledExactlyOnceWith(catalog, expect.objectContaining({ name: 'StoreError' }));
  });
  expect(catalog.isLayoutPending).toBe(true);
});
