import type { AppearanceText, Graph, GraphStructure } from '../graph/graph.ts';

export type StoreKind = 'MEMORY' | 'NEO4J';

/** One imported catalog. It never changes: an import makes a new generation and moves the store's pointer to it. */
export interface Generation {
  /** Names the generation inside its store. */
  readonly key: string;
  /** The revision of its catalog, see GraphStructure. */
  readonly revision: string;
  readonly importedAt: Date;
}

/** Which texts are wanted: places of roles and of appearances in the generation's structure. */
export interface TextKeys {
  readonly roleSummaries: readonly number[];
  readonly appearances: readonly number[];
}

/** The wanted texts, each list in the order of its keys. */
export interface Texts {
  readonly roleSummaries: readonly (string | null)[];
  readonly appearances: readonly AppearanceText[];
}

/**
 * Where generations are kept: the one port between the graph and its storage. Every engine answers every call alike; one
 * contract suite (test/store) is run on all of them.
 */
export interface GraphStore {
  readonly kind: StoreKind;

  /**
   * The generation that the pointer names.
   *
   * @throws StoreError UNAVAILABLE where the store does not answer.
   */
  current(): Promise<Generation>;

  /** What is connected with what in a generation. */
  structure(generation: Generation): Promise<GraphStructure>;

  /** Texts of a generation by key, in one round trip. */
  texts(generation: Generation, keys: TextKeys): Promise<Texts>;

  /** A whole generation: for export, comparison and the search index, in time and memory in proportion to it. */
  graph(generation: Generation): Promise<Graph>;

  /**
   * Keeps a graph as a new generation, unseen until it is whole, then moves the pointer to it.
   *
   * @param replaced the generation that the caller saw as current; the pointer moves only from there.
   * @throws StoreError CONFLICT where the pointer has moved since; nothing is changed then.
   */
  replace(replaced: Generation, graph: Graph): Promise<Generation>;

  close(): Promise<void>;
}
