import type { CatalogGraph } from '../graph/catalog-graph.ts';
import type { SearchIndex } from '../graph/search/search-index.ts';
import type { RunSteps } from '../scheduling/steps.ts';
import type { Generation, GraphStore } from './graph-store.ts';
import { TextLoader } from './text-loader.ts';

/** A generation ready to be asked: its sets in memory, its texts in the store. */
export class OpenGeneration {
  readonly generation: Generation;
  readonly graph: CatalogGraph;
  readonly #store: GraphStore;
  readonly #runSteps: RunSteps;
  #searchIndex: Promise<SearchIndex> | undefined;

  /** @param runSteps runs what takes long. */
  constructor(store: GraphStore, generation: Generation, graph: CatalogGraph, runSteps: RunSteps) {
    this.#store = store;
    this.#runSteps = runSteps;
    this.generation = generation;
    this.graph = graph;
  }

  get storeKind(): GraphStore['kind'] {
    return this.#store.kind;
  }

  /** A loader of texts for one request. */
  textLoader(): TextLoader {
    return new TextLoader(this.#store, this.generation);
  }

  /** The index of every text, made once; a failure to read the texts is not kept. */
  searchIndex(): Promise<SearchIndex> {
    this.#searchIndex ??= this.#indexed().catch((error: unknown) => {
      this.#searchIndex = undefined;
      throw error;
    });
    return this.#searchIndex;
  }

  async #indexed(): Promise<SearchIndex> {
    const [{ SearchIndex }, summaries] = await Promise.all([
      import('../graph/search/search-index.ts'),
      this.#store.summaries(this.generation),
    ]);
    return this.#runSteps(SearchIndex.of(this.graph, summaries));
  }
}
