import { asFound, type Conversion } from '../catalog/convert/conversion.ts';
import { convertedLocation } from '../catalog/convert/converted-location.ts';
import { catalogRevision } from '../catalog/canonical-catalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { diffCatalogs } from '../catalog/diff-catalogs.ts';
import { type CatalogLocation, type CatalogReading, readCatalogs } from '../catalog/read/read-catalog.ts';
import { catalogOfGraph } from '../graph/structure/catalog-of-graph.ts';
import { withLayout } from '../graph/layout/graph-layout.ts';
import { graphFormat, oldestReadableFormat, type GraphData } from '../graph/structure/graph-data.ts';
import { graphOfCatalog } from '../graph/structure/graph-of-catalog.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { StoredCatalog } from '../store/stored-catalog.ts';
import { importConflict, otherSequence, StoreError } from '../store/store-error.ts';
import { countChanges } from './count-changes.ts';
import type { Difference, ImportObserver, ImportOptions } from './import-observer.ts';

/** How replacing the current catalog ended: with what the dry run found, or with what was done. */
export interface Replacement {
  readonly kind: 'UNCHANGED' | 'NOT_WRITTEN' | 'IMPORTED';
  readonly catalog: Catalog;
  /** What was compared with; undefined where it is missing. */
  readonly before: StoredCatalog | undefined;
  /** What is current now. */
  readonly after: StoredCatalog | undefined;
}

/** How an import ended. */
export type ImportOutcome = Replacement | { readonly kind: 'INVALID'; readonly reading: CatalogReading };

/**
 * Imports a catalog, or several that are merged, or files that become one: reads and checks them, compares it with the current
 * catalog, writes it as a new generation and moves the store's pointer to that.
 *
 * @param locations see readCatalogs.
 * @param openStore called once, after the catalog was found to be valid; the store is closed at the end.
 * @throws StoreError, e.g. CONFLICT where another import moved the pointer meanwhile; ConvertError if a file is not understood.
 */
export async function importCatalog(
  locations: readonly CatalogLocation[],
  openStore: () => Promise<GraphStore>,
  options: ImportOptions,
  observer: ImportObserver,
): Promise<ImportOutcome> {
  const reading = await readForImport(locations, options, observer);
  if (reading.catalog === undefined) return { kind: 'INVALID', reading };
  const store = await openStore();
  try {
    return await replaceCurrent(store, reading.catalog, options, observer);
  } finally {
    await store.close();
  }
}

/**
 * The first step of an import: reads and checks what is to be imported.
 *
 * @param locations see readCatalogs.
 * @throws ConvertError if a file is not understood.
 */
export async function readForImport(
  locations: readonly CatalogLocation[],
  { convert: given = asFound, sources }: Pick<ImportOptions, 'convert' | 'sources'>,
  observer: Pick<ImportObserver, 'run' | 'converted' | 'checked'>,
): Promise<CatalogReading> {
  const conversions: Conversion[] = [];
  const convert = async (location: string) => {
    const converted = given === 'NEVER' ? undefined : await convertedLocation(location, given);
    if (converted !== undefined) conversions.push(converted.conversion);
    return converted?.catalog;
  };
  const reading = await observer.run({
    step: 'READING',
    work: () => readCatalogs(locations, { sources, convert }),
    isRefused: ({ catalog }) => catalog === undefined,
  });
  for (const conversion of conversions) observer.converted(conversion);
  observer.checked(reading);
  return reading;
}

/**
 * Compares a catalog with the current one of a store and, if they differ, replaces the current one.
 *
 * @throws StoreError CONFLICT where another import moved the pointer meanwhile, or before if a sequence is expected; DAMAGED where a newer
 *   version of Rolegraph stored the current catalog: it must not be replaced by an older one.
 */
export async function replaceCurrent(
  store: GraphStore,
  catalog: Catalog,
  { dryRun, importedBy = null, expectedSequence }: Pick<ImportOptions, 'dryRun' | 'importedBy' | 'expectedSequence'>,
  observer: Pick<ImportObserver, 'run' | 'compared'>,
): Promise<Replacement> {
  const revision = catalogRevision(catalog);
  const { current, difference } = await observer.run({
    step: 'COMPARING',
    work: () => compareWithCurrent(store, catalog, revision, expectedSequence),
  });
  if (difference === undefined) {
    // An empty database reports the catalog that ships as the current one. Importing that catalog stores it for real.
    const stored = dryRun ? undefined : await store.prepare({ importedBy });
    const after = await store.current();
    if (after.revision !== current?.revision) {
      throw expectedSequence === undefined ? importConflict(after) : otherSequence(after, expectedSequence);
    }
    return { kind: stored === undefined ? 'UNCHANGED' : 'IMPORTED', catalog, before: current, after };
  }
  observer.compared(difference);
  if (dryRun) return { kind: 'NOT_WRITTEN', catalog, before: current, after: current };
  const changes = difference.kind === 'CHANGED' ? countChanges(difference.diff) : null;
  const after = await observer.run({
    step: 'WRITING',
    work: async (onProgress) => {
      const data = withLayout(graphOfCatalog(catalog, revision));
      try {
        return await store.replace(current, data, { importedBy, changes, onProgress });
      } catch (error) {
        const isConflict = error instanceof StoreError && error.code === 'CONFLICT';
        throw isConflict ? await conflictWith(store, expectedSequence, error) : error;
      }
    },
  });
  return { kind: 'IMPORTED', catalog, before: current, after };
}

/** The conflict with an import that was faster, by name if it can be found out. */
async function conflictWith(
  store: GraphStore,
  expectedSequence: number | undefined,
  conflict: StoreError,
): Promise<StoreError> {
  const current = await store.current().catch(() => undefined);
  if (current === undefined || current.sequence === expectedSequence) return conflict;
  return expectedSequence === undefined ? importConflict(current) : otherSequence(current, expectedSequence);
}

/** The current catalog, undefined where it is missing, and what the catalog changes about it, undefined where that is nothing. */
async function compareWithCurrent(
  store: GraphStore,
  catalog: Catalog,
  revision: string,
  expectedSequence: number | undefined,
): Promise<{ readonly current: StoredCatalog | undefined; readonly difference: Difference | undefined }> {
  const current = await store.current().catch((error: unknown) => {
    if (error instanceof StoreError && error.code === 'MISSING') return undefined;
    throw error;
  });
  if (expectedSequence !== undefined && expectedSequence !== (current?.sequence ?? 0)) {
    throw otherSequence(current, expectedSequence);
  }
  if (current === undefined) return { current, difference: { kind: 'UNREADABLE', reason: 'MISSING' } };
  const stored = await readableData(current);
  if (stored === undefined) {
    const reason = current.format < oldestReadableFormat ? 'OLDER_VERSION' : 'DAMAGED';
    return { current, difference: { kind: 'UNREADABLE', reason } };
  }
  // Compares what is stored, not the revision noted with it: somebody may have changed nodes in the database.
  const before = catalogOfGraph(stored);
  if (catalogRevision(before) === revision) return { current, difference: undefined };
  return { current, difference: { kind: 'CHANGED', diff: diffCatalogs(before, catalog) } };
}

/** The data of a catalog; undefined where it cannot be read and an import repairs that. */
async function readableData(catalog: StoredCatalog): Promise<GraphData | undefined> {
  if (catalog.format < oldestReadableFormat) return undefined;
  try {
    return await catalog.data();
  } catch (error) {
    const isNewer = catalog.format > graphFormat;
    if (error instanceof StoreError && error.code === 'DAMAGED' && !isNewer) return undefined;
    throw error;
  }
}
