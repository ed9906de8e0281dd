import { onceFulfilled } from '../collections/memoize.ts';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import type { SearchIndex } from '../graph/search/search-index.ts';
import { isLargeLayout } from '../graph/layout/laid-out-nodes.ts';
import type { GraphData, GraphLayout, GraphTexts, TextKeys } from '../graph/structure/graph-data.ts';
import type { Summaries } from '../graph/summaries.ts';
import type { RunSteps } from '../scheduling/steps.ts';
import type { StoreKind } from './graph-store.ts';
import type { SolveLayout } from './layout-solver.ts';

/** How many entries an import added, changed and removed, compared with the catalog that it replaced; see countChanges. */
export interface ChangeCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What is recorded about an import besides its content. */
export interface ImportRecord {
  /**
   * Who imported the catalog: the name of a token, the subject of a JWT, or the user who ran a command; at most
   * {@link longestImporter} characters. Null if it is not known.
   */
  readonly importedBy: string | null;
  /** Null where there was nothing to compare with, e.g. at the first import. */
  readonly changes: ChangeCounts | null;
}

/** The longest name of somebody who imports a catalog, in UTF-16 code units. */
export const longestImporter = 200;

/**
 * A name as every store can hold it: cut to {@link longestImporter}, between characters, and without halves of surrogate pairs.
 *
 * @returns null for an empty name.
 */
export function importerName(name: string | null): string | null {
  const cut = name?.slice(0, longestImporter) ?? '';
  // The last unit is half of a pair if the cut went through one.
  const whole = name !== null && name.length > longestImporter && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
  return whole === '' ? null : whole.toWellFormed();
}

/** The metadata of a catalog that is being imported. It gets its sequence when it becomes the current one. */
export interface NewCatalogHeader extends ImportRecord {
  /** Identifies the generation within its store. */
  readonly key: string;
  /** The revision of the catalog, see GraphStructure. */
  readonly revision: string;
  readonly importedAt: Date;
  /**
   * The storage format of the catalog. An earlier one is converted when the catalog is opened. A catalog whose format is not
   * readable (isReadableFormat) can be replaced, but not read: every call that reads it fails with DAMAGED, and the message
   * says what to run.
   */
  readonly format: number;
}

/** The metadata of an imported catalog. */
export interface CatalogHeader extends NewCatalogHeader {
  /**
   * The number of the import: 1 for the first one of a store, and higher with every later one. 0 for the catalog that ships
   * where nothing was imported. Unlike a revision, a sequence does not come back when the content does.
   */
  readonly sequence: number;
}

/**
 * A handle for one imported catalog (a generation) in its store. A catalog never changes, so a request that holds a handle
 * is answered from one catalog to its end. The graph and the search index are opened once for all callers and cached in
 * the handle; if opening one fails, the next call tries again.
 */
export abstract class StoredCatalog implements CatalogHeader {
  readonly key: string;
  readonly revision: string;
  readonly importedAt: Date;
  readonly format: number;
  readonly sequence: number;
  readonly importedBy: string | null;
  readonly changes: ChangeCounts | null;
  abstract readonly storeKind: StoreKind;
  /** Whether this is the catalog that ships with Rolegraph, which need not be in the store. */
  abstract readonly isShipped: boolean;
  readonly #runSteps: RunSteps;
  readonly #solveLayout: SolveLayout;
  /** True as well until the graph is open: an answer that is made until then must not be taken for one with positions. */
  #isLayoutPending = true;
  readonly #graph = onceFulfilled(async (): Promise<CatalogGraph> => {
    const graph = await this.#runSteps(await this.openGraph());
    this.#isLayoutPending = graph.structure.layout === null && isLargeLayout(graph.structure);
    return graph;
  });
  readonly #layout = onceFulfilled(async (): Promise<GraphLayout> => {
    const graph = await this.graph();
    const layout = graph.structure.layout ?? (await this.#solveLayout(graph));
    this.#isLayoutPending = false;
    return layout;
  });
  readonly #searchIndex = onceFulfilled(async (): Promise<SearchIndex> => {
    const [{ SearchIndex }, graph, summaries] = await Promise.all([
      import('../graph/search/search-index.ts'),
      this.graph(),
      this.summaries(),
    ]);
    return this.#runSteps(SearchIndex.of(graph, summaries));
  });

  /**
   * @param runSteps runs work that takes long for a large catalog.
   * @param solveLayout computes the layout where none is stored.
   */
  constructor(header: CatalogHeader, runSteps: RunSteps, solveLayout: SolveLayout) {
    this.key = header.key;
    this.revision = header.revision;
    this.importedAt = header.importedAt;
    this.format = header.format;
    this.sequence = header.sequence;
    this.importedBy = header.importedBy;
    this.changes = header.changes;
    this.#runSteps = runSteps;
    this.#solveLayout = solveLayout;
  }

  /** The catalog as objects, in this process. */
  graph(): Promise<CatalogGraph> {
    return this.#graph();
  }

  /** The index of every text. */
  searchIndex(): Promise<SearchIndex> {
    return this.#searchIndex();
  }

  /**
   * Where a drawing has the nodes: from the store or, where no import has stored it, computed once. It is the same in every
   * process, so it is never written back. Takes half a minute for a catalog of 50,000 roles.
   */
  layout(): Promise<GraphLayout> {
    return this.#layout();
  }

  /** The layout for a request, which does not wait for that of a large catalog: undefined until that is computed. */
  async readyLayout(): Promise<GraphLayout | undefined> {
    await this.graph();
    return this.#isLayoutPending ? undefined : this.layout();
  }

  /** Whether the graph is not open yet, or its layout takes so long that requests do not wait for it. */
  get isLayoutPending(): boolean {
    return this.#isLayoutPending;
  }

  /** Some texts, each list in the order of its keys, in one round trip if they are not very many. */
  abstract texts(keys: TextKeys): Promise<GraphTexts>;

  /** Every summary, note and quote. Time and memory are proportional to the size of the catalog. */
  abstract summaries(): Promise<Summaries>;

  /** The whole catalog, for export and comparison. Time and memory are proportional to its size. */
  abstract data(): Promise<GraphData>;

  /** Reads the data of the graph, and returns the steps that build it. */
  protected abstract openGraph(): Promise<ReturnType<typeof CatalogGraph.inSteps>>;
}
