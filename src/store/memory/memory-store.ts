import { resolve } from 'node:path';
import type { Graph } from '../../graph/structure/graph.ts';
import type { Summaries } from '../../graph/summaries.ts';
import { runToCompletion, type RunSteps } from '../../scheduling/steps.ts';
import type { Generation, GraphStore, OpenedGraph, TextKeys, Texts } from '../graph-store.ts';
import { heldGraph, type HeldGraph } from '../held-graph.ts';
import { ShippedCatalog } from '../shipped-catalog.ts';
import { importConflict, storeClosed, StoreError } from '../store-error.ts';
import { generationFile, generationHeader } from './generation-file.ts';
import { GenerationFolder } from './generation-folder.ts';
import { openedInWorker, openedHere } from './opened-generation.ts';

export interface MemoryStoreSettings {
  /** Where imports are kept; made at the first import. Must be on a file system with hard links. */
  readonly folder: string;
  /** The graph that is served until something is imported; called once, when it is needed. */
  readonly shippedCatalog: () => Promise<Graph>;
  /**
   * Whether imported catalogs, except small ones, are checked and opened in a worker thread: for servers, which answer
   * requests meanwhile. False where not given.
   */
  readonly opensInWorker?: boolean;
  /** Runs what then remains to be done in this thread; to completion where not given. */
  readonly runSteps?: RunSteps;
}

/**
 * Opens the store that holds the current generation in this process and keeps what is imported in a folder. Several
 * processes may share the folder.
 *
 * @throws StoreError DAMAGED where the last import cannot be read as it was written; an older one is never served
 * instead. UNAVAILABLE where the folder cannot be read.
 */
export async function openMemoryStore(settings: MemoryStoreSettings): Promise<GraphStore> {
  const store = new MemoryStore(settings);
  await store.prepare();
  return store;
}

interface Pointer {
  /** The number of the generation's file; 0 for the catalog that ships. */
  readonly number: number;
  readonly generation: Generation;
}

/** Up to this many bytes, a file is opened in less time than a worker thread takes to start. */
const mostOpenedHere = 1_000_000;

/** How often a file may be replaced by a newer one just while it is being read. */
const mostTries = 10;

class MemoryStore implements GraphStore {
  readonly kind = 'MEMORY';
  readonly #folder: GenerationFolder;
  readonly #shipped: ShippedCatalog;
  /** The imported generation that was current when this store last looked. */
  #current: Generation | undefined;
  /** The graphs of this store's generations, as long as somebody holds the generation. */
  readonly #held = new WeakMap<Generation, HeldGraph>();
  readonly #opensInWorker: boolean;
  readonly #runSteps: RunSteps;
  readonly #closing = new AbortController();

  constructor({ folder, shippedCatalog, opensInWorker = false, runSteps = runToCompletion }: MemoryStoreSettings) {
    this.#folder = new GenerationFolder(resolve(folder));
    this.#shipped = new ShippedCatalog(shippedCatalog);
    this.#opensInWorker = opensInWorker;
    this.#runSteps = runSteps;
  }

  async prepare(): Promise<undefined> {
    const number = await this.#folder.latest();
    // Before anything older is removed, what is current has been read and found whole.
    if (number > 0) await this.#pointer();
    await this.#folder.tidy(number);
  }

  async current(): Promise<Generation> {
    return (await this.#pointer()).generation;
  }

  async opened(generation: Generation): Promise<OpenedGraph> {
    const { structure, derived } = await this.#heldBy(generation);
    return { structure, derived };
  }

  async texts(generation: Generation, keys: TextKeys): Promise<Texts> {
    return (await this.#heldBy(generation)).texts(keys);
  }

  async summaries(generation: Generation): Promise<Summaries> {
    return (await this.#heldBy(generation)).summaries;
  }

  async graph(generation: Generation): Promise<Graph> {
    return (await this.#heldBy(generation)).graph();
  }

  async replace(replaced: Generation, graph: Graph): Promise<Generation> {
    const { number, generation: served } = await this.#pointer();
    if (served.key !== replaced.key) throw importConflict();
    const { generation, parts } = generationFile(graph);
    await this.#folder.add(number + 1, parts);
    this.#held.set(generation, heldGraph(graph));
    this.#current = generation;
    await this.#folder.tidy(number + 1);
    return generation;
  }

  close(): Promise<void> {
    this.#current = undefined;
    this.#closing.abort(storeClosed());
    return Promise.resolve();
  }

  async #pointer(): Promise<Pointer> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const number = await this.#folder.latest();
      const generation = number === 0 ? await this.#shipped.generation() : await this.#importedGeneration(number);
      if (generation !== undefined) return { number, generation };
    }
    throw new StoreError(
      'UNAVAILABLE',
      `The data folder names a file that is not there: ${this.#folder.pathOf(await this.#folder.latest())}. ` +
        'Remove the name if it is a broken link; otherwise try again when fewer imports are running.',
    );
  }

  /** Looks at the file each time, so that one that was put in its place by hand is seen too; reads all of a new one. */
  async #importedGeneration(number: number): Promise<Generation | undefined> {
    const path = this.#folder.pathOf(number);
    const start = await this.#folder.start(number);
    if (start === undefined) return undefined;
    if (this.#current?.key === generationHeader(path, start).generation.key) return this.#current;
    const file = await this.#folder.content(number);
    if (file === undefined) return undefined;
    const { generation, held } =
      this.#opensInWorker && file.length > mostOpenedHere
        ? await openedInWorker(path, file, this.#closing.signal, this.#runSteps)
        : openedHere(path, file);
    this.#held.set(generation, held);
    this.#current = generation;
    return generation;
  }

  #heldBy(generation: Generation): Promise<HeldGraph> {
    const held = this.#held.get(generation) ?? this.#shipped.heldBy(generation);
    if (held !== undefined) return Promise.resolve(held);
    return Promise.reject(new RangeError(`generation ${generation.key} was not given out by this store`));
  }
}
