import { onceFulfilled } from '../collections/memoize.ts';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import type { SearchIndex } from '../graph/search/search-index.ts';
import type { GraphData, GraphTexts } from '../graph/structure/graph-data.ts';
import type { Summaries } from '../graph/summaries.ts';
import type { RunSteps } from '../scheduling/steps.ts';
import type { StoreKind } from './graph-store.ts';

/** What is noted of an imported catalog beside its content. */
export interface CatalogHeader {
  /** Names the generation inside its store. */
  readonly key: string;
  /** The revision of the catalog, see GraphStructure. */
  readonly revision: string;
  readonly importedAt: Date;
  /**
   * The form that the catalog is stored in. A catalog whose format is not graphFormat can be replaced, but not read: every
   * call that reads it fails with DAMAGED, and the message says what to run.
   */
  readonly format: number;
}

/** Which texts are wanted: indexes of roles and of appearances in the catalog's graph. */
export interface TextKeys {
  readonly roleSummaries: readonly number[];
  readonly appearances: readonly number[];
}

/**
 * One imported catalog (a generation), as a handle on what its store keeps. A catalog never changes, so a request that
 * holds a handle is answered from one catalog to its end. What is large and read by everybody is opened once and kept with
 * the handle; what fails is tried again at the next call.
 */
export abstract class StoredCatalog implements CatalogHeader {
  readonly key: string;
  readonly revision: string;
  readonly importedAt: Date;
  readonly format: number;
  abstract readonly storeKind: StoreKind;
  /** Whether this is the catalog that ships with Rolegraph, of which nothing needs to be in the store. */
  abstract readonly isShipped: boolean;
  readonly #runSteps: RunSteps;
  readonly #graph = onceFulfilled(async (): Promise<CatalogGraph> => this.#runSteps(await this.openGraph()));
  readonly #searchIndex = onceFulfilled(async (): Promise<SearchIndex> => {
    const [{ SearchIndex }, graph, summaries] = await Promise.all([
      import('../graph/search/search-index.ts'),
      this.graph(),
      this.summaries(),
    ]);
    return this.#runSteps(SearchIndex.of(graph, summaries));
  });

  /** @param runSteps runs what takes long for a large catalog. */
  constructor({ key, revision, importedAt, format }: CatalogHeader, runSteps: RunSteps) {
    this.key = key;
    this.revision = revision;
    this.importedAt = importedAt;
    this.format = format;
    this.#runSteps = runSteps;
  }

  /** The catalog as objects, in this process. */
  graph(): Promise<CatalogGraph> {
    return this.#graph();
  }

  /** The index of every text. */
  searchIndex(): Promise<SearchIndex> {
    return this.#searchIndex();
  }

  /** Some texts, each list in the order of its keys, in one round trip. */
  abstract texts(keys: TextKeys): Promise<GraphTexts>;

  /** Every summary, in time and memory in proportion to the catalog. */
  abstract summaries(): Promise<Summaries>;

  /** The whole catalog, in time and memory in proportion to it: for export and comparison. */
  abstract data(): Promise<GraphData>;

  /** Reads what the graph is made of; its steps make the graph. */
  protected abstract openGraph(): Promise<ReturnType<typeof CatalogGraph.inSteps>>;
}
