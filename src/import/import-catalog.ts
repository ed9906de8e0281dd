import { readCatalog, type CatalogReading } from '../catalog/read/read-catalog.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { ImportObserver, ImportOptions } from './import-observer.ts';
import { replaceCurrent, type Replacement } from './replace-current.ts';

/** How an import ended. */
export type ImportOutcome = Replacement | { readonly kind: 'INVALID'; readonly reading: CatalogReading };

/**
 * Imports a catalog: reads and checks its files, compares it with the current catalog, writes it as a new generation and
 * moves the store's pointer to that.
 *
 * @param location see readCatalog.
 * @param openStore called once, after the catalog was found to be valid; the store is closed at the end.
 * @throws StoreError, e.g. CONFLICT where another import moved the pointer meanwhile.
 */
export async function importCatalog(
  location: string,
  openStore: () => Promise<GraphStore>,
  options: ImportOptions,
  observer: ImportObserver,
): Promise<ImportOutcome> {
  const reading = await observer.run({
    step: 'READING',
    work: () => readCatalog(location),
    isRefused: ({ catalog }) => catalog === undefined,
  });
  observer.checked(reading);
  if (reading.catalog === undefined) return { kind: 'INVALID', reading };
  const store = await openStore();
  try {
    return await replaceCurrent(store, reading.catalog, options, observer);
  } finally {
    await store.close();
  }
}
