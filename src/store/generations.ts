import { Membership } from '../membership/membership.ts';
import type { Graph } from '../graph/graph.ts';
import type { Generation, GraphStore } from './graph-store.ts';
import { OpenGeneration } from './open-generation.ts';

/** How old a process's copy of the pointer may be, in milliseconds. */
const pollInterval = 1_000;

/**
 * The generation that this process serves: its own copy of the store's pointer, looked at again when it is a second old,
 * at most once at a time and for all requests together. A request takes it once and stays with it to its end.
 */
export class Generations {
  readonly #store: GraphStore;
  #open: OpenGeneration | undefined;
  #polledAt = -Infinity;
  #polling: Promise<OpenGeneration> | undefined;

  constructor(store: GraphStore) {
    this.#store = store;
  }

  /**
   * The generation to answer a request from.
   *
   * @throws StoreError where the store does not answer.
   */
  async current(): Promise<OpenGeneration> {
    if (this.#open !== undefined && performance.now() - this.#polledAt < pollInterval) return this.#open;
    this.#polling ??= this.#polled().finally(() => {
      this.#polling = undefined;
    });
    return this.#polling;
  }

  /** Imports a graph in place of what this process saw as current, and serves it at once. */
  async replace(graph: Graph): Promise<OpenGeneration> {
    const { generation } = await this.current();
    return this.#serve(await this.#store.replace(generation, graph));
  }

  async #polled(): Promise<OpenGeneration> {
    const generation = await this.#store.current();
    this.#polledAt = performance.now();
    if (this.#open?.generation.key === generation.key) return this.#open;
    return this.#serve(generation);
  }

  async #serve(generation: Generation): Promise<OpenGeneration> {
    const membership = new Membership(await this.#store.structure(generation));
    this.#open = new OpenGeneration(this.#store, generation, membership);
    return this.#open;
  }
}
