import { expect, test } from 'vitest';
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
  expect(await replaceCurrent(store, handbookCatalog, { dryRun: false }, observer)).toMatchObject({
    kind: 'IMPORTED',
    catalog: handbookCatalog,
  });
  expect(observer.events).toEqual(['COMPARING', { kind: 'UNREADABLE', reason }, 'WRITING', { written: 1, total: 2 }]);
  expect(replace).toHaveBeenCalledExactlyOnceWith(
    current,
    handbookGraph,
    expect.objectContaining({ importedBy: null, changes: null }),
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
