import type { Neo4jSettings } from '../../config/config.ts';
import { onceFulfilled } from '../../collections/memoize.ts';
import type { GraphData } from '../../graph/structure/graph-data.ts';
import { withLayout } from '../../graph/layout/graph-layout.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { GraphStore, ReplaceOptions, StoreSettings } from '../graph-store.ts';
import { newHeader, shippedCatalog } from '../in-process-catalog.ts';
import { layoutSolver, layoutSolverInWorker } from '../layout-solver.ts';
import { importConflict, storeClosed, StoreError } from '../store-error.ts';
import type { ImportRecord, StoredCatalog } from '../stored-catalog.ts';
import { Connection } from './driver/connection.ts';
import { Executor, type RoundTrip } from './driver/executor.ts';
import { requestTimeouts, startupTimeouts, type Timeouts } from './driver/timeouts.ts';
import { Neo4jCatalog, type Neo4jReading } from './neo4j-catalog.ts';
import { checkFormat, lostAtTheEnd, movePointer, pointerOf } from './pointer.ts';
import { planTextStatements } from './read/text-reader.ts';
import { writeGeneration } from './write/generation-writer.ts';
import { abandonGeneration, removeGeneration, removeUnusedGenerations } from './write/unused-generations.ts';

export interface Neo4jStoreParts extends StoreSettings {
  readonly settings: Neo4jSettings;
  /** Called after every round trip to the database. */
  readonly onRoundTrip?: (roundTrip: RoundTrip) => void;
  /** The key of the node that is the pointer: one for each catalog. "catalog" by default. */
  readonly catalog?: string;
  /** How long to wait for the pointer and texts; as long as a request may take, by default. */
  readonly timeouts?: Timeouts;
  /** After how many milliseconds without use a generation that is not current may be removed; a minute by default. */
  readonly unusedFor?: number;
}

/** Longer than any request takes, and twice the maximum time of a batch of an import: nobody can still be using it. */
const minute = 60_000;

/** Returns the store of a Neo4j database, without connecting to it yet. */
export function openNeo4jStore(parts: Neo4jStoreParts): GraphStore {
  return new Neo4jStore(parts);
}

class Neo4jStore implements GraphStore {
  readonly kind = 'NEO4J';
  readonly #reading: Neo4jReading;
  readonly #unusedFor: number;
  readonly #shipped: () => Promise<StoredCatalog>;
  /** The imported catalog that was current when this store last looked. */
  #current: StoredCatalog | undefined;
  #removing: Promise<void> | undefined;
  #removalTimer: NodeJS.Timeout | undefined;
  readonly #closing = new AbortController();

  constructor(parts: Neo4jStoreParts) {
    const { settings, shippedCatalog: readShipped, onRoundTrip = () => undefined, catalog = 'catalog' } = parts;
    const { timeouts = requestTimeouts, unusedFor = minute, opensInWorker = false, runSteps = runToCompletion } = parts;
    const { signal } = this.#closing;
    const executor = new Executor(() => new Connection(settings), onRoundTrip);
    const workerParts = async () => ({ settings, onRoundTrip, signal, bookmarks: await executor.bookmarks() });
    this.#unusedFor = unusedFor;
    const solveLayout = opensInWorker ? layoutSolverInWorker(runSteps, signal) : layoutSolver(runSteps, signal);
    this.#shipped = onceFulfilled(async () =>
      shippedCatalog(await readShipped(), { storeKind: 'NEO4J', runSteps, solveLayout }),
    );
    this.#reading = {
      executor,
      catalog,
      timeouts,
      workerParts: opensInWorker ? workerParts : undefined,
      runSteps,
      solveLayout,
      isCurrent: async (key) => (await this.#imported())?.key === key,
    };
  }

  async prepare(record: Partial<ImportRecord> = {}): Promise<StoredCatalog | undefined> {
    const current = await this.#imported(startupTimeouts);
    const imported = current === undefined ? await this.#importShipped(record) : undefined;
    checkFormat((imported ?? current ?? (await this.current())).format);
    // Not awaited: nothing that is read now depends on it.
    void planTextStatements(this.#reading.executor).catch(() => undefined);
    void this.#removeUnused();
    if (!this.#closing.signal.aborted)
      this.#removalTimer ??= setInterval(() => void this.#removeUnused(), this.#unusedFor).unref();
    return imported;
  }

  async current(): Promise<StoredCatalog> {
    return (await this.#imported()) ?? (await this.#shipped());
  }

  async replace(
    replaced: StoredCatalog | undefined,
    data: GraphData,
    { onProgress = () => undefined, ...record }: ReplaceOptions = {},
  ): Promise<StoredCatalog> {
    // Avoids writing a whole graph that could no longer become current.
    if ((await this.#imported())?.key !== importedKey(replaced)) throw importConflict();
    void this.#removeUnused();
    const header = newHeader(data, record);
    try {
      await writeGeneration(this.#reading, header, data, onProgress);
    } catch (error) {
      await this.#abandon(header.key, startupTimeouts).catch(() => undefined);
      throw error;
    }
    const sequence = await this.#move(replaced, header.key);
    this.#current = new Neo4jCatalog({ ...header, sequence }, this.#reading);
    return this.#current;
  }

  async close(): Promise<void> {
    this.#closing.abort(storeClosed());
    clearInterval(this.#removalTimer);
    await this.#reading.executor.close();
  }

  /** The catalog that the pointer names; undefined if nothing was imported. */
  async #imported(timeouts = this.#reading.timeouts): Promise<StoredCatalog | undefined> {
    const header = await pointerOf(this.#reading, timeouts);
    const isSame = header?.key === this.#current?.key && header?.sequence === this.#current?.sequence;
    if (!isSame) this.#current = header && new Neo4jCatalog(header, this.#reading);
    return this.#current;
  }

  /**
   * Moves the pointer to a generation. @returns its sequence.
   *
   * @throws StoreError CONFLICT if the pointer has moved since.
   */
  async #move(replaced: StoredCatalog | undefined, key: string): Promise<number> {
    const sequence = await movePointer(this.#reading, importedKey(replaced) ?? null, key).catch((error: unknown) =>
      this.#movedDespite(error, key),
    );
    if (sequence !== undefined) return sequence;
    await this.#abandon(key).catch(() => undefined);
    throw importConflict();
  }

  /**
   * Finds out whether the pointer was moved to a generation after the answer to the move was lost.
   *
   * @returns its sequence.
   * @throws the failure itself if it was not moved and will not be; UNAVAILABLE if that cannot be found out.
   */
  async #movedDespite(failure: unknown, key: string): Promise<number> {
    const unknownOutcome = (cause: unknown): never => {
      throw lostAtTheEnd(cause);
    };
    // The move may still be running. Abandoning the generation waits for it, so the outcome is certain.
    const isGivenUp = await this.#abandon(key).catch(unknownOutcome);
    if (isGivenUp) throw failure;
    const current = await this.#imported().catch(unknownOutcome);
    return current?.key === key ? current.sequence : unknownOutcome(failure);
  }

  /** Abandons a generation of this process, unless it is current, and starts to remove it. */
  async #abandon(key: string, timeouts?: Timeouts): Promise<boolean> {
    const isGivenUp = await abandonGeneration(this.#reading, key, timeouts);
    if (isGivenUp) void removeGeneration(this.#reading, key).catch(() => undefined);
    return isGivenUp;
  }

  async #importShipped(record: Partial<ImportRecord>): Promise<StoredCatalog | undefined> {
    const shipped = await this.#shipped();
    try {
      return await this.replace(shipped, withLayout(await shipped.data()), record);
    } catch (error) {
      // Another server may have been started on the same empty database.
      const isConflict = error instanceof StoreError && error.code === 'CONFLICT';
      if (isConflict && (await this.#imported()) !== undefined) return undefined;
      throw error;
    }
  }

  /** Removes unused generations in the background; if that fails or is interrupted by closing, the next run does it. */
  #removeUnused(): Promise<void> {
    this.#removing ??= removeUnusedGenerations(this.#reading, this.#unusedFor)
      .catch(() => undefined)
      .finally(() => {
        this.#removing = undefined;
      });
    return this.#removing;
  }
}

/** The key that the pointer has while a catalog is current; undefined if nothing was imported then. */
function importedKey(catalog: StoredCatalog | undefined): string | undefined {
  return catalog === undefined || catalog.isShipped ? undefined : catalog.key;
}
