import type { CatalogGraph } from '../graph/catalog-graph.ts';
import type { GraphStore } from './graph-store.ts';
import type { StoredCatalog } from './stored-catalog.ts';

/** The maximum age of a process's copy of the pointer, in milliseconds. */
const pollInterval = 1_000;

/**
 * The catalog that this process serves: a copy of the store's pointer, which is polled when it is a second old, at most
 * once at a time and for all requests together. A request gets the catalog once and uses it to its end.
 */
export class ServedCatalog {
  readonly #store: GraphStore;
  readonly #onChange: ((catalog: StoredCatalog, graph: CatalogGraph) => void) | undefined;
  #catalog: StoredCatalog | undefined;
  #polledAt = -Infinity;
  #polling: Promise<StoredCatalog> | undefined;

  /** @param onChange called when another catalog replaces the one that was served; not for the first. */
  constructor(store: GraphStore, onChange?: (catalog: StoredCatalog, graph: CatalogGraph) => void) {
    this.#store = store;
    this.#onChange = onChange;
  }

  /**
   * The catalog to answer a request from, with its graph open. If the store does not answer, a catalog that may be older
   * than a second is not returned instead: clients could not distinguish its answers from current ones.
   *
   * @throws StoreError if the store does not answer; the next call polls again.
   */
  async current(): Promise<StoredCatalog> {
    if (this.#catalog !== undefined && performance.now() - this.#polledAt < pollInterval) return this.#catalog;
    this.#polling ??= this.#poll().finally(() => {
      this.#polling = undefined;
    });
    return this.#polling;
  }

  async #poll(): Promise<StoredCatalog> {
    const catalog = await this.#store.current();
    const polledAt = performance.now();
    const before = this.#catalog;
    if (catalog.key === before?.key) {
      this.#polledAt = polledAt;
      return before;
    }
    const graph = await catalog.graph();
    this.#catalog = catalog;
    // Only now: while a new catalog is opened, or if that fails, the previous one must not count as just polled.
    this.#polledAt = polledAt;
    // Takes seconds for a large catalog. If it fails, the first search tries again and reports the failure.
    catalog.searchIndex().catch(() => undefined);
    if (before !== undefined) this.#onChange?.(catalog, graph);
    return catalog;
  }
}
