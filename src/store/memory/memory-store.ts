import { basename, resolve } from 'node:path';
import { onceFulfilled } from '../../collections/memoize.ts';
import { graphFormat, type GraphData } from '../../graph/structure/graph-data.ts';
import { runToCompletion, type RunSteps } from '../../scheduling/steps.ts';
import type { GraphStore, ReplaceOptions, StoreSettings } from '../graph-store.ts';
import { catalogInProcess, InProcessCatalog, shippedCatalog, type CatalogContent } from '../in-process-catalog.ts';
import { catalogExpired, catalogGone, importConflict, storeClosed, StoreError } from '../store-error.ts';
import { layoutSolver, layoutSolverInWorker, type SolveLayout } from '../layout-solver.ts';
import type { CatalogHeader, StoredCatalog } from '../stored-catalog.ts';
import { contentOfFile, contentOfFileInWorker } from './catalog-file.ts';
import { generationFile, generationHeader } from './generation-file.ts';
import type { FolderFiles } from './folder-files.ts';
import { GenerationFolder, markerName } from './generation-folder.ts';

export interface MemoryStoreSettings extends StoreSettings {
  /** The folder for imports; made at the first import. Must be on a file system with hard links. */
  readonly folder: string;
  /** The file system; that of this machine by default. */
  readonly files?: FolderFiles;
}

/**
 * Opens the store that holds the current generation in this process and stores imports in a folder. Several processes may
 * share the folder.
 *
 * @throws StoreError DAMAGED if the last import cannot be read as it was written; an older one is never served instead.
 * UNAVAILABLE if the folder cannot be read.
 */
export async function openMemoryStore(settings: MemoryStoreSettings): Promise<GraphStore> {
  const store = new MemoryStore(settings);
  await store.prepare();
  return store;
}

interface Pointer {
  /** The number of the generation's file, which is the catalog's sequence; 0 for the catalog that ships. */
  readonly number: number;
  readonly catalog: StoredCatalog;
}

/** Up to so many bytes, a file is opened in less time than a worker thread takes to start. */
const mostBytesOpenedHere = 1_000_000;

/** How often a file may be replaced by a newer one while it is being read. */
const mostTries = 10;

class MemoryStore implements GraphStore {
  readonly kind = 'MEMORY';
  readonly #folder: GenerationFolder;
  readonly #shipped: () => Promise<StoredCatalog>;
  /** The imported catalog that was current when this store last looked. */
  #current: StoredCatalog | undefined;
  readonly #opensInWorker: boolean;
  /** What every catalog is made with. */
  readonly #parts: { readonly storeKind: 'MEMORY'; readonly runSteps: RunSteps; readonly solveLayout: SolveLayout };
  readonly #closing = new AbortController();

  constructor(settings: MemoryStoreSettings) {
    const { folder, files, shippedCatalog: readShipped, opensInWorker = false, runSteps = runToCompletion } = settings;
    this.#folder = new GenerationFolder(resolve(folder), files);
    this.#opensInWorker = opensInWorker;
    const { signal } = this.#closing;
    const solveLayout = opensInWorker ? layoutSolverInWorker(runSteps, signal) : layoutSolver(runSteps, signal);
    this.#parts = { storeKind: 'MEMORY', runSteps, solveLayout };
    this.#shipped = onceFulfilled(async () => shippedCatalog(await readShipped(), this.#parts));
  }

  async prepare(): Promise<undefined> {
    const number = await this.#folder.latest();
    // A server waits until the files are back; current() says what is missing.
    if (number === undefined) return;
    // Before anything older is removed, make sure that the current generation can be read.
    if (number > 0) await (await this.current()).summaries();
    await this.#folder.tidy(number);
  }

  async current(): Promise<StoredCatalog> {
    return (await this.#pointer()).catalog;
  }

  async replace(
    replaced: StoredCatalog | undefined,
    data: GraphData,
    options: ReplaceOptions = {},
  ): Promise<StoredCatalog> {
    const sequence = (await this.#numberOf(replaced)) + 1;
    const { header, parts } = generationFile(data, options);
    await this.#folder.add(sequence, parts);
    this.#current = catalogInProcess(data, { header: { ...header, sequence }, ...this.#parts });
    await this.#folder.tidy(sequence);
    return this.#current;
  }

  close(): Promise<void> {
    this.#current = undefined;
    this.#closing.abort(storeClosed());
    return Promise.resolve();
  }

  /** The number of the current generation. @throws StoreError CONFLICT if the current catalog is another one. */
  async #numberOf(expected: StoredCatalog | undefined): Promise<number> {
    if (expected === undefined) {
      if (((await this.#folder.latest()) ?? 0) > 0) throw importConflict();
      return 0;
    }
    const { number, catalog } = await this.#pointer();
    if (catalog.key !== expected.key) throw importConflict();
    return number;
  }

  async #pointer(): Promise<Pointer> {
    let number: number | undefined;
    for (let tries = 0; tries < mostTries; tries++) {
      number = await this.#folder.latest();
      if (number === undefined) continue;
      const catalog = number === 0 ? await this.#shipped() : await this.#imported(number);
      if (catalog !== undefined) return { number, catalog };
    }
    if (number === undefined) {
      throw catalogGone(
        'the data folder: something was imported there, and no file generation-<n>.graph is left',
        `delete ${markerName} there`,
      );
    }
    throw new StoreError(
      'UNAVAILABLE',
      `The data folder names a file that is not there: ${basename(this.#folder.pathOf(number))}. ` +
        'Remove the name if it is a broken link; otherwise try again when fewer imports are running.',
    );
  }

  /** Reads the header each time, so that a file that was replaced by hand is noticed. */
  async #imported(number: number): Promise<StoredCatalog | undefined> {
    const path = this.#folder.pathOf(number);
    const start = await this.#folder.start(number);
    if (start === undefined) return undefined;
    const header = { ...generationHeader(path, start).header, sequence: number };
    // A file that was copied to another number, e.g. from a backup, is another import of the same catalog.
    if (this.#current?.key === header.key && this.#current.sequence === number) return this.#current;
    // Read now, as the file may be removed soon; checked and unpacked when the catalog is opened, which takes much longer.
    let file = await this.#folder.content(number);
    if (file === undefined) return undefined;
    const content = async () => {
      const bytes = file ?? (await this.#folder.content(number));
      // A worker takes the memory, so another attempt needs to read the file again.
      file = undefined;
      if (bytes === undefined || generationHeader(path, bytes).header.key !== header.key) throw catalogExpired();
      return this.#unpacked(path, bytes, header);
    };
    this.#current = new InProcessCatalog({ header, content, ...this.#parts });
    return this.#current;
  }

  async #unpacked(path: string, file: Buffer, { format }: CatalogHeader): Promise<CatalogContent> {
    // Converting takes several times as long as opening.
    const takesLong = file.length > mostBytesOpenedHere || format !== graphFormat;
    return this.#opensInWorker && takesLong
      ? contentOfFileInWorker(path, file, this.#closing.signal, this.#parts.runSteps)
      : contentOfFile(path, file);
  }
}
