import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import type { ImportOptions } from '../../src/import/import-observer.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { catalogWith } from '../support/catalogs/small-catalogs.ts';
import { storeFailure } from '../support/engines/store-failure.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { graphFormat, oldestReadableFormat } from '../../src/graph/structure/graph-data.ts';
import { replaceCurrent } from '../../src/import/import-catalog.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { recordingObserver } from './recording-observer.ts';
import { handbookGraph, storeHolding } from './store-holding.ts';

test.each([
  ['was stored by an older version', oldestReadableFormat - 1, 'OLDER_VERSION'],
  ['is damaged', graphFormat, 'DAMAGED'],
])('a current catalog that %s is replaced without a comparison', async (_, format, reason) => {
  const { store, current, replace } = storeHolding(format);
  const observer = recordingObserver();
  expect(await replaceCurrent(store, handbookCatalog, { dryRun: false, importedBy: 'kim' }, observer)).toEqual({
    kind: 'IMPORTED',
    catalog: handbookCatalog,
    before: current,
    after: current,
  });
  expect(observer.events).toEqual(['COMPARING', { kind: 'UNREADABLE', reason }, 'WRITING', { written: 1, total: 2 }]);
  expect(replace).toHaveBeenCalledExactlyOnceWith(
    current,
    handbookGraph,
    expect.objectContaining({ importedBy: 'kim', changes: null }),
  );
});

test('an equal catalog is not written, and no difference is reported', async () => {
  const { store, replace } = storeHolding(graphFormat, handbookGraph);
  const observer = recordingObserver();
  expect(await replaceCurrent(store, handbookCatalog, { dryRun: false }, observer)).toMatchObject({
    kind: 'UNCHANGED',
  });
  expect(observer.events).toEqual(['COMPARING']);
  expect(replace).not.toHaveBeenCalled();
});

test('fails with CONFLICT when another import replaced the equal catalog meanwhile', async () => {
  const { store, current, other, pointer } = storeHolding(graphFormat, handbookGraph);
  pointer.mockResolvedValueOnce(current);
  pointer.mockResolvedValueOnce(other);
  const replaced = replaceCurrent(store, handbookCatalog, { dryRun: true }, recordingObserver());
  await expect(replaced).rejects.toMatchObject({ code: 'CONFLICT' });
});

describe('who was faster', () => {
  const newer: Catalog = { ...handbookCatalog, version: '2' };
  const newest: Catalog = { ...handbookCatalog, version: '3' };

  async function emptyStore() {
    const store = await openMemoryStore({
      folder: join(await temporaryFolder(), 'data'),
      shippedCatalog: () => Promise.resolve(graphOfCatalog(catalogWith({}))),
    });
    onTestFinished(() => store.close());
    return store;
  }
  const importInto = (store: GraphStore, catalog: Catalog, options: Partial<ImportOptions> = {}) =>
    replaceCurrent(store, catalog, { dryRun: false, ...options }, recordingObserver());

  test('an import that expects another sequence conflicts, and is told which is current and who imported it', async () => {
    const store = await emptyStore();
    await importInto(store, handbookCatalog, { importedBy: 'kim', expectedSequence: 0 });
    await importInto(store, newer, { importedBy: 'lee', expectedSequence: 1 });
    const { importedAt } = await store.current();
    for (const expectedSequence of [0, 1, 3]) {
      const failure = await storeFailure(importInto(store, newest, { expectedSequence }));
      expect(failure).toMatchObject({ code: 'CONFLICT', current: { sequence: 2, importedBy: 'lee', importedAt } });
      for (const text of [`sequence ${expectedSequence}`, 'sequence 2', '"lee"', importedAt.toISOString()])
        expect(failure.message).toContain(text);
    }
    expect(await store.current()).toMatchObject({ sequence: 2, importedBy: 'lee' });
  });

  test('an import that expects a sequence conflicts also where its content is current already', async () => {
    const store = await emptyStore();
    await importInto(store, handbookCatalog);
    await expect(importInto(store, handbookCatalog, { expectedSequence: 0 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  test.each([undefined, 1])(
    'the import that loses a race is told who won: expected sequence %s',
    async (expectedSequence) => {
      const store = await emptyStore();
      await importInto(store, handbookCatalog);
      const replace = store.replace.bind(store);
      vi.spyOn(store, 'replace').mockImplementationOnce(async (replaced, data, options) => {
        await replace(replaced, graphOfCatalog(newer), { importedBy: 'lee' });
        return replace(replaced, data, options);
      });
      const failure = await storeFailure(importInto(store, newest, { expectedSequence }));
      expect(failure).toMatchObject({ code: 'CONFLICT', current: { sequence: 2, importedBy: 'lee' } });
      expect(failure.message).toContain('sequence 2, imported by "lee" at ');
    },
  );

  test('equal content gets no new sequence, and nobody else is said to have imported it', async () => {
    const store = await emptyStore();
    await importInto(store, handbookCatalog, { importedBy: 'kim' });
    const { kind, before, after } = await importInto(store, handbookCatalog, {
      importedBy: 'lee',
      expectedSequence: 1,
    });
    expect({ kind, before: before?.sequence, after: after?.sequence }).toEqual({
      kind: 'UNCHANGED',
      before: 1,
      after: 1,
    });
    expect(await store.current()).toMatchObject({ sequence: 1, importedBy: 'kim' });
  });

  test('the catalog that ships, imported by somebody into an empty database, is theirs', async () => {
    const { store, prepare } = storeHolding(graphFormat, handbookGraph);
    await importInto(store, handbookCatalog, { importedBy: 'kim' });
    expect(prepare).toHaveBeenCalledExactlyOnceWith({ importedBy: 'kim' });
  });
});
