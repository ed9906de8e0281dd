import { CatalogGraph } from '../graph/catalog-graph.ts';
import { runToCompletion, type RunSteps } from '../scheduling/steps.ts';
import type { GraphStore } from './graph-store.ts';
import { OpenGeneration } from './open-generation.ts';

/** How old a process's copy of the pointer may be, in milliseconds. */
const pollInterval = 1_000;

/**
 * The generation that this process serves: its own copy of the store's pointer, looked at again when it is a second old,
 * at most once at a time and for all requests together. A request takes it once and stays with it to its end.
 */
export class Generations {
  readonly #store: GraphStore;
  readonly #runSteps: RunSteps;
  readonly #onChange: ((open: OpenGeneration) => void) | undefined;
  #open: OpenGeneration | undefined;
  #polledAt = -Infinity;
  #polling: Promise<OpenGeneration> | undefined;

  /**
   * @param onChange told when another generation takes the place of the one that was served; not of the first.
   * @param runSteps runs what takes long when a generation is opened; to completion where not given.
   */
  constructor(store: GraphStore, onChange?: (open: OpenGeneration) => void, runSteps: RunSteps = runToCompletion) {
    this.#store = store;
    this.#runSteps = runSteps;
    this.#onChange = onChange;
  }

  /**
   * The generation to answer a request from. One that may be older than a second is not given instead of a failure: nobody
   * could tell its answers from those of the current one.
   *
   * @throws StoreError where the store does not answer; the next call looks again.
   */
  async current(): Promise<OpenGeneration> {
    if (this.#open !== undefined && performance.now() - this.#polledAt < pollInterval) return this.#open;
    this.#polling ??= this.#polled().finally(() => {
      this.#polling = undefined;
    });
    return this.#polling;
  }

  async #polled(): Promise<OpenGeneration> {
    const generation = await this.#store.current();
    const polledAt = performance.now();
    const before = this.#open;
    let open = before;
    if (open?.generation.key !== generation.key) {
      const { structure, derived } = await this.#store.opened(generation);
      const graph = await this.#runSteps(CatalogGraph.inSteps(structure, derived));
      open = new OpenGeneration(this.#store, generation, graph, this.#runSteps);
      this.#open = open;
      // Takes seconds for a large catalog; a failure is told to whoever searches first, for whom it is tried again.
      open.searchIndex().catch(() => undefined);
    }
    // Only now: while a new generation is read, and where that fails, the one before must not pass for looked at.
    this.#polledAt = polledAt;
    if (before !== undefined && open !== before) this.#onChange?.(open);
    return open;
  }
}
