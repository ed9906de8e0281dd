import { CatalogGraph } from '../../graph/catalog-graph.ts';
import { indexesOf, type Indexes } from '../../graph/indexes/indexes.ts';
import {
  graphFormat,
  type GraphData,
  type GraphStructure,
  type GraphTexts,
  type TextKeys,
} from '../../graph/structure/graph-data.ts';
import { summariesOf, type Summaries } from '../../graph/summaries.ts';
import { onceFulfilled } from '../../collections/memoize.ts';
import type { RunSteps } from '../../scheduling/steps.ts';
import type { SolveLayout } from '../layout-solver.ts';
import { catalogExpired, StoreError } from '../store-error.ts';
import { StoredCatalog, type CatalogHeader } from '../stored-catalog.ts';
import { damagedGraph } from './driver/neo4j-failure.ts';
import type { Timeouts } from './driver/timeouts.ts';
import type { GenerationCounts } from './generation-counts.ts';
import { checkFormat, type CatalogScope } from './pointer.ts';
import { openedInWorker, summariesInWorker, type WorkerParts } from './read/read-in-worker.ts';
import { readStructure, readTexts, type StoredGeneration } from './read/graph-reader.ts';
import { readCounts } from './read/structure-reader.ts';
import { textsOf } from './read/text-reader.ts';

/** How the catalogs of one store read their database. */
export interface Neo4jReading extends CatalogScope {
  /** How long to wait for texts. */
  readonly timeouts: Timeouts;
  /** What reading in a worker thread needs; undefined if everything is read in this thread. */
  readonly workerParts: (() => Promise<WorkerParts>) | undefined;
  readonly runSteps: RunSteps;
  readonly solveLayout: SolveLayout;
  /** Whether the pointer names a generation now. */
  readonly isCurrent: (key: string) => Promise<boolean>;
}

interface Opened {
  readonly counts: GenerationCounts;
  readonly structure: GraphStructure;
  readonly indexes: Indexes;
}

/** Whether a generation is read in less time than a worker thread takes to start; one that is converted never is. */
function isSmall({ counts: { appearances, overlaps }, format }: StoredGeneration): boolean {
  return format === graphFormat && appearances + overlaps <= 10_000;
}

/** A catalog that is stored in Neo4j: its graph is read completely, its texts by key. */
export class Neo4jCatalog extends StoredCatalog {
  readonly storeKind = 'NEO4J';
  readonly isShipped = false;
  readonly #reading: Neo4jReading;

  constructor(header: CatalogHeader, reading: Neo4jReading) {
    super(header, reading.runSteps, reading.solveLayout);
    this.#reading = reading;
  }

  readonly #opened = onceFulfilled(async (): Promise<Opened> => {
    const { executor, workerParts, runSteps } = this.#reading;
    const counts = await this.#counts();
    const stored = this.#stored(counts);
    if (workerParts === undefined || isSmall(stored)) {
      const structure = await this.#readAll(() => readStructure(executor, stored));
      return { counts, structure, indexes: indexesOf(structure) };
    }
    const parts = await workerParts();
    return { counts, ...(await this.#readAll(() => openedInWorker(parts, stored, runSteps))) };
  });

  async texts(keys: TextKeys): Promise<GraphTexts> {
    const { executor, timeouts } = this.#reading;
    const { structure } = await this.#opened();
    const read = () => textsOf(executor, this.key, structure, keys, timeouts);
    // Now and then, a result whose connection the database closes meanwhile ends early and without an error.
    const texts = (await read()) ?? (await read());
    if (texts !== undefined) return texts;
    await this.#counts();
    throw damagedGraph('nodes are missing');
  }

  async summaries(): Promise<Summaries> {
    const { workerParts } = this.#reading;
    const stored = this.#stored((await this.#opened()).counts);
    if (workerParts === undefined || isSmall(stored)) return summariesOf((await this.data()).texts);
    const parts = await workerParts();
    return this.#readAll(() => summariesInWorker(parts, stored));
  }

  async data(): Promise<GraphData> {
    const { structure, counts } = await this.#opened();
    return { structure, texts: await this.#readAll(() => readTexts(this.#reading.executor, this.#stored(counts))) };
  }

  protected async openGraph() {
    const { structure, indexes } = await this.#opened();
    return CatalogGraph.inSteps(structure, indexes);
  }

  #stored(counts: GenerationCounts): StoredGeneration {
    return { generation: this.key, counts, format: this.format };
  }

  /** How many nodes of each kind there are to read. */
  async #counts(): Promise<GenerationCounts> {
    checkFormat(this.format);
    const counts = await readCounts(this.#reading, this.key);
    if (counts !== undefined) return counts;
    // Either it was replaced, or it is current and somebody else has removed it.
    throw (await this.#reading.isCurrent(this.key))
      ? damagedGraph('its current generation is not there')
      : catalogExpired();
  }

  /** Reads all nodes of some kinds. Fails with EXPIRED if nodes are missing because the generation was removed meanwhile. */
  async #readAll<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof StoreError && error.code === 'DAMAGED') await this.#counts();
      throw error;
    }
  }
}
