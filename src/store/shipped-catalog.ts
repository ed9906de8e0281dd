import type { Graph } from '../graph/structure/graph.ts';
import type { Generation } from './graph-store.ts';
import { heldGraph, type HeldGraph } from './held-graph.ts';
import { newGeneration } from './new-generation.ts';

/** How the keys of generations begin that were not imported. */
const prefix = 'shipped-';

/** Whether a generation is the catalog that ships, of which nothing is kept in the store. */
export function isShipped({ key }: Generation): boolean {
  return key.startsWith(prefix);
}

/** The catalog that ships as a generation held in this process: what is current where nothing was imported. */
export class ShippedCatalog {
  readonly #read: () => Promise<Graph>;
  #generation: Promise<Generation> | undefined;
  readonly #held = new WeakMap<Generation, HeldGraph>();

  /** @param read is called when the catalog is needed first, and again where that failed. */
  constructor(read: () => Promise<Graph>) {
    this.#read = read;
  }

  generation(): Promise<Generation> {
    this.#generation ??= this.#opened().catch((error: unknown) => {
      this.#generation = undefined;
      throw error;
    });
    return this.#generation;
  }

  /** The graph of a generation that was given out here; undefined for any other. */
  heldBy(generation: Generation): HeldGraph | undefined {
    return this.#held.get(generation);
  }

  async #opened(): Promise<Generation> {
    const graph = await this.#read();
    const generation = newGeneration(graph, `${prefix}${graph.structure.revision}`);
    this.#held.set(generation, heldGraph(graph));
    return generation;
  }
}
