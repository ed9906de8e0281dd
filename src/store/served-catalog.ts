import { setTimeout } from 'node:timers/promises';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import { storeNames, type GraphStore } from './graph-store.ts';
import { catalogGone, StoreError } from './store-error.ts';
import { StoredCatalog } from './stored-catalog.ts';

/** The maximum age of a process's copy of the pointer, in milliseconds. */
const pollInterval = 1_000;

/** How long a request waits for the first catalog of a process to be opened, in milliseconds. */
const longestWait = 1_000;

/**
 * How long requests wait for a new catalog to be opened, in milliseconds: a small one is open by then, so that the first query
 * after an import is answered from it.
 */
const shortWait = 500;

/** The work of opening a catalog. It continues if nobody waits for it. */
interface Opening {
  readonly done: Promise<StoredCatalog>;
}

/** Is told what happens to the catalog that a process serves. */
export interface ServedCatalogObserver {
  /** Another catalog replaces the one that was served; not called for the first. */
  readonly changed?: (catalog: StoredCatalog, graph: CatalogGraph) => void;
  /** The layout of a large catalog could not be computed; it stays pending until the next catalog or start. */
  readonly layoutFailed?: (catalog: StoredCatalog, error: unknown) => void;
}

/**
 * The catalog that this process serves: a copy of the store's pointer, which is polled when it is a second old, at most
 * once at a time and for all requests together. A request gets the catalog once and uses it to its end.
 *
 * Opening a large catalog takes seconds. Requests wait half a second for a new one; until it is open, they get the previous
 * one.
 */
export class ServedCatalog {
  readonly #store: GraphStore;
  readonly #observer: ServedCatalogObserver;
  #catalog: StoredCatalog | undefined;
  #polledAt = -Infinity;
  #polling: Promise<StoredCatalog | Opening> | undefined;
  /** Only one catalog is opened at a time. */
  #opening: Opening | undefined;
  /** Ends when the layouts of all catalogs so far are computed or given up: one at a time, in the order of the catalogs. */
  #layouts: Promise<unknown> = Promise.resolve();
  /** Why the newest catalog could not be opened. */
  #failure: { readonly key: string; readonly error: unknown } | undefined;

  constructor(store: GraphStore, observer: ServedCatalogObserver = {}) {
    this.#store = store;
    this.#observer = observer;
  }

  /**
   * The catalog to answer a request from, with its graph open. If the store does not answer, or if its current catalog
   * cannot be opened, no other catalog is returned instead: clients could not distinguish its answers from current ones.
   *
   * @throws StoreError if the store does not answer or has lost what it served, if its catalog cannot be opened, or if the
   *   first catalog of this process is still being opened after a second; the next call tries again.
   */
  async current(): Promise<StoredCatalog> {
    const found = await this.#find();
    return found instanceof StoredCatalog ? found : openWithin(found.done, longestWait);
  }

  /** Like current(), but waits until the first catalog is open, however long this takes. */
  async opened(): Promise<StoredCatalog> {
    const found = await this.#find();
    return found instanceof StoredCatalog ? found : found.done;
  }

  /**
   * The store's current catalog as of now, once it is open, however long this takes: the next query of somebody who has imported is
   * answered from what they have imported.
   *
   * @throws StoreError as `current` does.
   */
  async renewed(): Promise<StoredCatalog> {
    for (;;) {
      // Their looks at the pointer may be from before it has moved.
      await this.#polling?.catch(() => undefined);
      await this.#opening?.done.catch(() => undefined);
      this.#polledAt = -Infinity;
      const found = await this.#find();
      if (!(found instanceof StoredCatalog)) return found.done;
      // One that is large is still being opened.
      if (this.#opening === undefined) return found;
    }
  }

  /** The catalog that requests are answered from now; undefined until the first one is open. */
  get held(): StoredCatalog | undefined {
    return this.#catalog;
  }

  /** Whether another catalog is being opened, which will replace the one that is held. */
  get isReplacing(): boolean {
    return this.#opening !== undefined;
  }

  /**
   * Asks the store which catalog is current, without a request, unless that was asked less than `oldest` milliseconds ago.
   *
   * @throws StoreError as `current` does.
   */
  async look(oldest: number): Promise<void> {
    await this.#find(oldest);
  }

  async #find(oldest = pollInterval): Promise<StoredCatalog | Opening> {
    if (this.#catalog === undefined && this.#opening !== undefined) return this.#opening;
    if (this.#catalog !== undefined && performance.now() - this.#polledAt < oldest) return this.#catalog;
    this.#polling ??= this.#poll().finally(() => {
      this.#polling = undefined;
    });
    return this.#polling;
  }

  async #poll(): Promise<StoredCatalog | Opening> {
    const newest = await this.#store.current();
    const polledAt = performance.now();
    if (newest.key !== this.#catalog?.key) {
      // What was served cannot have been taken back by an import: it was lost.
      if (this.#catalog?.isShipped === false && newest.isShipped) {
        const where = `${storeNames[this.#store.kind]}: this server has served it until now`;
        throw catalogGone(where, 'restart this server');
      }
      const isBegun = this.#opening !== undefined;
      const opening = (this.#opening ??= this.#open(newest));
      if (this.#catalog === undefined) return opening;
      if (!isBegun) {
        await Promise.race([opening.done.catch(() => undefined), setTimeout(shortWait, undefined, { ref: false })]);
      }
      // The failure is reported while the catalog is being opened once more, so that nobody waits for that.
      if (newest.key === this.#failure?.key) throw this.#failure.error;
    }
    this.#polledAt = polledAt;
    return this.#catalog;
  }

  #open(catalog: StoredCatalog): Opening {
    const done = this.#replaceBy(catalog)
      .catch((error: unknown) => {
        this.#failure = { key: catalog.key, error };
        // The next request finds out whether this catalog is still the newest.
        this.#polledAt = -Infinity;
        throw error;
      })
      .finally(() => {
        this.#opening = undefined;
      });
    // Nobody may be waiting for it; the next request reports the failure.
    done.catch(() => undefined);
    return { done };
  }

  async #replaceBy(catalog: StoredCatalog): Promise<StoredCatalog> {
    const graph = await catalog.graph();
    // If building the index fails, the first search tries again and reports the failure.
    const searchable = catalog.searchIndex().catch(() => undefined);
    const before = this.#catalog;
    // Otherwise, searches would wait for the index as soon as the catalog is replaced.
    if (before !== undefined) await searchable;
    else this.#polledAt = performance.now();
    this.#catalog = catalog;
    this.#failure = undefined;
    if (before !== undefined) this.#observer.changed?.(catalog, graph);
    // After the index, which more people wait for, and the layouts of earlier catalogs.
    if (catalog.isLayoutPending) {
      this.#layouts = Promise.all([searchable, this.#layouts]).then(() => this.#layOut(catalog));
    }
    return catalog;
  }

  /** Computes the layout of a large catalog, unless another catalog is served by now: then nobody needs it. */
  async #layOut(catalog: StoredCatalog): Promise<void> {
    if (this.#catalog !== catalog) return;
    try {
      await catalog.layout();
    } catch (error) {
      this.#observer.layoutFailed?.(catalog, error);
    }
  }
}

async function openWithin(done: Promise<StoredCatalog>, milliseconds: number): Promise<StoredCatalog> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const timer = globalThis.setTimeout(() => {
    reject(new StoreError('UNAVAILABLE', 'The catalog is being opened. Try again in a few seconds.'));
  }, milliseconds);
  return Promise.race([done, over]).finally(() => {
    clearTimeout(timer);
  });
}
