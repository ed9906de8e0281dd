import type { Neo4jSettings } from '../../config/config.ts';
import { graphFormat, type Graph, type GraphStructure } from '../../graph/structure/graph.ts';
import { indexesOf } from '../../graph/indexes/indexes.ts';
import { summariesOf, type Summaries } from '../../graph/summaries.ts';
import { runToCompletion, type RunSteps } from '../../scheduling/steps.ts';
import type { Generation, GraphStore, ImportProgress, OpenedGraph, TextKeys, Texts } from '../graph-store.ts';
import { newGeneration } from '../new-generation.ts';
import { ShippedCatalog } from '../shipped-catalog.ts';
import { importConflict, storeClosed, StoreError } from '../store-error.ts';
import { Connection } from './driver/connection.ts';
import { Executor, type RoundTrip } from './driver/executor.ts';
import { writeGeneration } from './write/generation-writer.ts';
import { damagedGraph } from './driver/neo4j-failure.ts';
import { otherFormat } from './other-format.ts';
import { lostAtTheEnd, movePointer, pointerOf } from './pointer.ts';
import { patient, short, type Patience } from './driver/statement.ts';
import { openedInWorker, summariesInWorker, type WorkerParts } from './read/read-in-worker.ts';
import { countsOf, structureOf, type GenerationCounts } from './read/structure-reader.ts';
import { allTexts, planTextStatements, textsOf } from './read/text-reader.ts';
import { abandonGeneration, removeGeneration, removeUnusedGenerations } from './write/unused-generations.ts';

export interface Neo4jStoreParts {
  readonly settings: Neo4jSettings;
  /** The graph that is served until something is imported; called once, when it is needed. */
  readonly shippedCatalog: () => Promise<Graph>;
  /** Told of every round trip to the database. */
  readonly onRoundTrip?: (roundTrip: RoundTrip) => void;
  /** The key of the node that is the pointer: one a catalog. "catalog" where not given. */
  readonly catalog?: string;
  /** How long the pointer and texts are waited for; as long as a request may wait, where not given. */
  readonly timeouts?: Timeouts;
  /** After how many milliseconds without use a generation that is not current may be removed; a minute where not given. */
  readonly unusedFor?: number;
  /**
   * Whether generations, except small ones, are read and derived from in a worker thread: for servers, which answer
   * requests meanwhile. False where not given.
   */
  readonly opensInWorker?: boolean;
  /** Runs what then remains to be done in this thread; to completion where not given. */
  readonly runSteps?: RunSteps;
}

/** Longer than any request takes, and twice as long as a batch of an import may: nobody can be using what rested for so long. */
const minute = 60_000;

/** Up to this size, a generation is read in less time than a worker thread takes to start. */
const mostReadHere = 10_000;

/** Makes the store that keeps its generations in a Neo4j database; nothing is asked of the database yet. */
export function openNeo4jStore(parts: Neo4jStoreParts): GraphStore {
  return new Neo4jStore(parts);
}

class Neo4jStore implements GraphStore {
  readonly kind = 'NEO4J';
  readonly #executor: Executor;
  readonly #catalog: string;
  readonly #timeouts: Timeouts;
  readonly #unusedFor: number;
  readonly #shipped: ShippedCatalog;
  /** The generation that was current when this store last looked: the same object as long as it stays so. */
  #current: Generation | undefined;
  /** What connects the texts of a generation with its indexes, as long as somebody holds the generation. */
  readonly #structures = new WeakMap<Generation, GraphStructure>();
  #removing: Promise<void> | undefined;
  #removalTimer: NodeJS.Timeout | undefined;
  readonly #closing = new AbortController();
  readonly #settings: Neo4jSettings;
  readonly #onRound: (round: Round) => void;
  readonly #opensInWorker: boolean;
  readonly #runSteps: RunSteps;

  constructor(parts: Neo4jStoreParts) {
    const { settings, shippedCatalog, onRound = () => undefined, catalog = 'catalog' } = parts;
    const { isPatient = false, unusedFor = minute, opensInWorker = false, runSteps = runToCompletion } = parts;
    this.#settings = settings;
    this.#onRound = onRound;
    this.#opensInWorker = opensInWorker;
    this.#runSteps = runSteps;
    this.#executor = new Executor(() => new Connection(settings), onRound);
    this.#shipped = new ShippedCatalog(shippedCatalog);
    this.#catalog = catalog;
    this.#timeouts = timeouts;
    this.#unusedFor = unusedFor;
  }

  async prepare(): Promise<Generation | undefined> {
    const pointer = await this.#pointer(startupTimeouts);
    const imported = pointer === undefined ? await this.#importShipped() : undefined;
    const current = imported ?? pointer ?? (await this.current());
    if (current.format !== graphFormat) throw otherFormat(current.format);
    // Not awaited: what is read now needs none of it.
    void planTextStatements(this.#executor).catch(() => undefined);
    void this.#removeUnused();
    if (!this.#closing.signal.aborted)
      this.#removalTimer ??= setInterval(() => void this.#removeUnused(), this.#unusedFor).unref();
    return imported;
  }

  async current(): Promise<Generation> {
    return (await this.#pointer()) ?? (await this.#shipped.generation());
  }

  async opened(generation: Generation): Promise<OpenedGraph> {
    const held = this.#shipped.heldBy(generation);
    if (held !== undefined) return held;
    const counts = await this.#counts(generation);
    if (!this.#opensInWorker || counts.appearances + counts.overlaps <= mostReadHere) {
      const structure = await this.#structure(generation, counts);
      return { structure, derived: indexesOf(structure) };
    }
    const parts = await this.#workerParts();
    const opened = await this.#wholly(generation, () => openedInWorker(parts, generation.key, counts, this.#runSteps));
    this.#structures.set(generation, opened.structure);
    return opened;
  }

  async #workerParts(): Promise<WorkerParts> {
    const [settings, onRound, { signal }] = [this.#settings, this.#onRound, this.#closing];
    return { settings, onRound, signal, bookmarks: await this.#executor.bookmarks() };
  }

  async #counts(generation: Generation): Promise<GenerationCounts> {
    if (generation.format !== graphFormat) throw otherFormat(generation.format);
    const counts = await countsOf(this.#executor, this.#catalog, generation.key);
    if (counts === undefined) throw await this.#missing(generation);
    return counts;
  }

  async #structure(generation: Generation, counts?: GenerationCounts): Promise<GraphStructure> {
    const known = counts ?? (await this.#counts(generation));
    const structure = await this.#wholly(generation, () => structureOf(this.#executor, generation.key, known));
    this.#structures.set(generation, structure);
    return structure;
  }

  async texts(generation: Generation, keys: TextKeys): Promise<Texts> {
    const held = this.#shipped.heldBy(generation);
    if (held !== undefined) return held.texts(keys);
    const structure = this.#structures.get(generation) ?? (await this.#structure(generation));
    const texts = await textsOf(this.#executor, generation.key, structure, keys, this.#timeouts);
    if (texts !== undefined) return texts;
    await this.#counts(generation);
    throw damagedGraph('nodes are missing');
  }

  async summaries(generation: Generation): Promise<Summaries> {
    const held = this.#shipped.heldBy(generation);
    if (held !== undefined) return held.summaries;
    const structure = this.#structures.get(generation) ?? (await this.opened(generation)).structure;
    const size = structure.appearances.role.length + structure.overlaps.first.length;
    if (!this.#opensInWorker || size <= mostReadHere) return summariesOf((await this.graph(generation)).texts);
    return this.#wholly(generation, async () =>
      summariesInWorker(await this.#workerParts(), generation.key, textCountsOf(structure)),
    );
  }

  async graph(generation: Generation): Promise<Graph> {
    const held = this.#shipped.heldBy(generation);
    if (held !== undefined) return held.graph();
    const structure = this.#structures.get(generation) ?? (await this.#structure(generation));
    const texts = () => allTexts(this.#executor, generation.key, textCountsOf(structure));
    return { structure, texts: await this.#wholly(generation, texts) };
  }

  /** Reads all of some kinds; says so where what is missing is the generation, which may be removed meanwhile. */
  async #wholly<T>(generation: Generation, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof StoreError && error.code === 'DAMAGED') await this.#counts(generation);
      throw error;
    }
  }

  async replace(
    replaced: Generation,
    graph: Graph,
    onProgress: (progress: ImportProgress) => void = () => undefined,
  ): Promise<Generation> {
    // Before a whole graph is written that could not become current any more.
    if ((await this.current()).key !== replaced.key) throw importConflict();
    void this.#removeUnused();
    const generation = newGeneration(graph);
    try {
      await writeGeneration(this.#executor, this.#catalog, generation, graph, onProgress);
    } catch (error) {
      await this.#abandon(generation, startupTimeouts).catch(() => undefined);
      throw error;
    }
    await this.#move(replaced, generation);
    this.#current = generation;
    return generation;
  }

  async close(): Promise<void> {
    this.#closing.abort(storeClosed());
    clearInterval(this.#tidyingOften);
    await this.#executor.close();
  }

  /** Why a generation cannot be found: it was replaced, or it is current and somebody else has removed it. */
  async #missing({ key }: Generation): Promise<StoreError> {
    return (await this.#pointer())?.key === key ? damagedGraph('its current generation is not there') : expired();
  }

  async #pointer(timeouts = this.#timeouts): Promise<Generation | undefined> {
    const pointer = await pointerOf(this.#executor, this.#catalog, timeouts);
    if (pointer?.key !== this.#current?.key) this.#current = pointer;
    return this.#current;
  }

  /** @throws StoreError CONFLICT where the pointer has moved since. */
  async #move(replaced: Generation, generation: Generation): Promise<void> {
    const from = this.#shipped.heldBy(replaced) === undefined ? replaced.key : null;
    const isMoved = await movePointer(this.#executor, this.#catalog, from, generation.key).catch((error: unknown) =>
      this.#isMovedDespite(error, generation),
    );
    if (isMoved) return;
    await this.#abandon(generation).catch(() => undefined);
    throw importConflict();
  }

  /**
   * Finds out whether the pointer was moved where the answer to that was lost.
   *
   * @throws the failure itself where it was not moved and will not be; UNAVAILABLE where that cannot be found out.
   */
  async #isMovedDespite(failure: unknown, generation: Generation): Promise<true> {
    const unknownOutcome = (cause: unknown): never => {
      throw lostAtTheEnd(cause);
    };
    // The move may still be under way. What gives the generation up waits for it, and so knows for sure.
    const isGivenUp = await this.#abandon(generation).catch(unknownOutcome);
    if (isGivenUp) throw failure;
    const pointer = await this.#pointer().catch(unknownOutcome);
    return pointer?.key === generation.key ? true : unknownOutcome(failure);
  }

  /** Gives up a generation of our own, unless it is current, and has what is left of it removed. */
  async #abandon({ key }: Generation, timeouts?: Timeouts): Promise<boolean> {
    const isGivenUp = await abandonGeneration(this.#executor, this.#catalog, key, timeouts);
    if (isGivenUp) void removeGeneration(this.#executor, this.#catalog, key).catch(() => undefined);
    return isGivenUp;
  }

  async #importShipped(): Promise<Generation | undefined> {
    const generation = await this.#shipped.generation();
    try {
      return await this.replace(generation, await this.graph(generation));
    } catch (error) {
      // Another server was started on the same empty database.
      const isConflict = error instanceof StoreError && error.code === 'CONFLICT';
      if (isConflict && (await this.#pointer()) !== undefined) return undefined;
      throw error;
    }
  }

  /** Removes what nobody uses, in the background; where that fails or is cut off by closing, the next time will do. */
  #removeUnused(): Promise<void> {
    this.#removing ??= removeUnusedGenerations(this.#executor, this.#catalog, this.#unusedFor)
      .catch(() => undefined)
      .finally(() => {
        this.#removing = undefined;
      });
    return this.#removing;
  }
}

function expired(): StoreError {
  return new StoreError(
    'EXPIRED',
    'The catalog was replaced while this was being answered, and so long ago that the old one has been removed. Ask again.',
  );
}

function textCountsOf({ roles, appearances }: GraphStructure): {
  readonly roles: number;
  readonly appearances: number;
} {
  return { roles: roles.length, appearances: appearances.role.length };
}
