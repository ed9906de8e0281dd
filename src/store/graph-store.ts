import type { GraphData } from '../graph/structure/graph-data.ts';
import type { RunSteps } from '../scheduling/steps.ts';
import type { ImportRecord, StoredCatalog } from './stored-catalog.ts';

export type StoreKind = 'MEMORY' | 'NEO4J';

/** What messages call a store. */
export const storeNames: Readonly<Record<StoreKind, string>> = { MEMORY: 'the embedded graph', NEO4J: 'Neo4j' };

/** The progress of an import. */
export interface ImportProgress {
  /** Rows written so far, 0..total. */
  readonly written: number;
  /** All rows to write: nodes and relationships. */
  readonly total: number;
}

export interface ReplaceOptions extends Partial<ImportRecord> {
  /** Called repeatedly by engines that write in parts. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

/**
 * Stores imported catalogs: the only interface between the graph and its storage. An import creates a new generation and
 * moves the store's pointer to it. Every engine returns the same for every call; one contract suite (test/store) runs on
 * all of them.
 */
export interface GraphStore {
  readonly kind: StoreKind;

  /**
   * Prepares the store for serving. A server calls this at its start, and again until it succeeds. Removes what is no
   * longer used (older generations, leftovers of killed imports). If nothing was imported and others read the store as
   * well, as people do in a database, it imports the catalog that ships.
   *
   * @param record what is recorded about that import.
   * @returns the catalog that ships, if this call imported it.
   */
  prepare(record?: Partial<ImportRecord>): Promise<StoredCatalog | undefined>;

  /**
   * The catalog that the pointer names: the same handle until the pointer moves. If nothing was imported, this is the
   * catalog that ships, which need not be stored.
   *
   * @throws StoreError UNAVAILABLE if the store does not answer; MISSING if there is no catalog to serve.
   */
  current(): Promise<StoredCatalog>;

  /**
   * Stores data as a new generation, which nobody sees until it is complete, then moves the pointer to it and gives it the
   * next sequence.
   *
   * @param replaced the catalog that the caller saw as current; undefined if there was none (MISSING). The pointer moves only from
   *   there.
   * @throws StoreError CONFLICT if the pointer has moved since; nothing is changed then.
   */
  replace(replaced: StoredCatalog | undefined, data: GraphData, options?: ReplaceOptions): Promise<StoredCatalog>;

  close(): Promise<void>;
}

/** What every engine needs to open a store. */
export interface StoreSettings {
  /**
   * Reads the graph that is served until something is imported; called until it succeeds once, when it is needed. Fails with
   * MISSING if that graph is not to be served.
   */
  readonly shippedCatalog: () => Promise<GraphData>;
  /**
   * Whether imported catalogs, except small ones, are opened and their indexes computed in a worker thread: for servers,
   * which answer requests meanwhile. False by default.
   */
  readonly opensInWorker?: boolean;
  /** Runs what then remains to be done in this thread; to completion by default. */
  readonly runSteps?: RunSteps;
}
