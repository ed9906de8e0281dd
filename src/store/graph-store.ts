import type { AppearanceText, Graph, GraphStructure } from '../graph/structure/graph.ts';
import type { Indexes } from '../graph/indexes/indexes.ts';
import type { Summaries } from '../graph/summaries.ts';

export type StoreKind = 'MEMORY' | 'NEO4J';

/** One imported catalog. It never changes: an import makes a new generation and moves the store's pointer to it. */
export interface Generation {
  /** Names the generation inside its store. */
  readonly key: string;
  /** The revision of its catalog, see GraphStructure. */
  readonly revision: string;
  readonly importedAt: Date;
  /**
   * The form that it is stored in. One whose format is not graphFormat can be replaced, but not read: every call that
   * reads it fails with DAMAGED and says what to run.
   */
  readonly format: number;
}

/** How far an import has come. */
export interface ImportProgress {
  /** Rows written so far, 0..total. */
  readonly written: number;
  /** Rows there are to write: nodes and relationships. */
  readonly total: number;
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

/** What of a generation is not text, ready to be made a graph of. */
export interface OpenedGraph {
  readonly structure: GraphStructure;
  readonly derived: Indexes;
}

/**
 * Where generations are kept: the one port between the graph and its storage. Every engine answers every call alike; one
 * contract suite (test/store) is run on all of them.
 */
export interface GraphStore {
  readonly kind: StoreKind;

  /**
   * Makes the store ready to be served from: a server calls this at its start, and again until it works. Removes what nobody uses
   * any more (older generations, what killed imports left). Where nothing was imported and others read the store beside
   * us, as people do in a database, it imports the catalog that ships.
   *
   * @returns the generation of the catalog that ships, where this call imported it.
   */
  prepare(): Promise<Generation | undefined>;

  /**
   * The generation that the pointer names; where nothing was imported, that of the catalog that ships, which need not be
   * stored.
   *
   * @throws StoreError UNAVAILABLE where the store does not answer.
   */
  current(): Promise<Generation>;

  /** What is connected with what in a generation, and what is derived from that. */
  opened(generation: Generation): Promise<OpenedGraph>;

  /** Texts of a generation by key, in one round trip. */
  texts(generation: Generation, keys: TextKeys): Promise<Texts>;

  /** Every summary of a generation, in time and memory in proportion to it: for the search index. */
  summaries(generation: Generation): Promise<Summaries>;

  /** A whole generation, in time and memory in proportion to it: for export and comparison. */
  graph(generation: Generation): Promise<Graph>;

  /**
   * Keeps a graph as a new generation, unseen until it is whole, then moves the pointer to it.
   *
   * @param replaced the generation that the caller saw as current; the pointer moves only from there.
   * @param onProgress told now and then how far it is, by engines that write in parts.
   * @throws StoreError CONFLICT where the pointer has moved since; nothing is changed then.
   */
  replace(replaced: Generation, graph: Graph, onProgress?: (progress: ImportProgress) => void): Promise<Generation>;

  close(): Promise<void>;
}
