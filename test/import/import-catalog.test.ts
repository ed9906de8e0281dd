import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { catalogRevision } from '../../src/catalog/canonical-catalog.ts';
import { graphFormat } from '../../src/graph/structure/graph-data.ts';
import { importCatalog } from '../../src/import/import-catalog.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { recordingObserver } from './recording-observer.ts';
import { handbookGraph, storeHolding } from './store-holding.ts';

const newer = { ...handbookCatalog, version: '2' };

/** A file with a catalog, and a store in a folder that has the handbook's catalog as the one that ships. */
async function setUp(content: object) {
  const folder = await temporaryFolder();
  const location = join(folder, 'catalog.json');
  await writeFile(location, JSON.stringify(content));
  const openStore = vi.fn(() =>
    openMemoryStore({ folder: join(folder, 'data'), shippedCatalog: () => Promise.resolve(handbookGraph) }),
  );
  const revision = async () => {
    const store = await openStore();
    const { revision } = await store.current();
    await store.close();
    return revision;
  };
  return { location, openStore, revision, observer: recordingObserver() };
}

test('a catalog that differs is read, compared, written, and current afterwards', async () => {
  const { location, openStore, revision, observer } = await setUp(newer);
  const outcome = await importCatalog([{ location }], openStore, { dryRun: false }, observer);
  expect(outcome).toMatchObject({ kind: 'IMPORTED', catalog: { version: '2' } });
  expect(observer.events.slice(0, 5)).toEqual(['READING', { findings: 0 }, 'COMPARING', 'CHANGED', 'WRITING']);
  expect(await revision()).toBe(catalogRevision(newer));
});

test('a dry run reports the difference and writes nothing', async () => {
  const { location, openStore, revision, observer } = await setUp(newer);
  const outcome = await importCatalog([{ location }], openStore, { dryRun: true }, observer);
  expect(outcome.kind).toBe('NOT_WRITTEN');
  expect(observer.events).toEqual(['READING', { findings: 0 }, 'COMPARING', 'CHANGED']);
  expect(await revision()).toBe(catalogRevision(handbookCatalog));
});

test('the store is not opened for a catalog with errors', async () => {
  const { location, openStore, observer } = await setUp({ ...handbookCatalog, roles: [] });
  const outcome = await importCatalog([{ location }], openStore, { dryRun: false }, observer);
  expect(outcome).toMatchObject({ kind: 'INVALID', reading: { catalog: undefined } });
  expect(observer.events.slice(0, 2)).toEqual(['READING', 'READING is refused']);
  expect(observer.events).toHaveLength(3);
  expect(openStore).not.toHaveBeenCalled();
});

test('progress is reported as the store writes, and the store is closed even after a failure', async () => {
  const { location, observer } = await setUp(newer);
  const { store, replace, close } = storeHolding(graphFormat, handbookGraph);
  await importCatalog([{ location }], () => Promise.resolve(store), { dryRun: false }, observer);
  expect(observer.events.slice(-2)).toEqual(['WRITING', { written: 1, total: 2 }]);
  expect(close).toHaveBeenCalledOnce();
  const error = new Error('disk full');
  replace.mockRejectedValueOnce(error);
  const failing = importCatalog([{ location }], () => Promise.resolve(store), { dryRun: false }, recordingObserver());
  await expect(failing).rejects.toBe(error);
  expect(close).toHaveBeenCalledTimes(2);
});
