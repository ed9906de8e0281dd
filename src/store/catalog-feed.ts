import type { ServedCatalog } from './served-catalog.ts';
import type { StoredCatalog } from './stored-catalog.ts';

/** How often the store is asked for a new catalog while somebody listens, in milliseconds. */
const lookInterval = 1_000;

/**
 * Requests ask the store as well, once a second at most. If one did within this time, in milliseconds, the feed need not; half the
 * interval, so that a timer that fires a moment early does not skip a whole second.
 */
const recently = lookInterval / 2;

/** Is given each catalog that replaces the one that was served. */
export type ChangeListener = (catalog: StoredCatalog) => void;

/**
 * Tells listeners which catalog this process serves, each time that another one replaces it: a query that is sent then is answered
 * from the new one. While somebody listens, the store is asked once a second, for all of them together; without listeners, never.
 *
 * Two imports within a second can be one change, to the second of them.
 */
export class CatalogFeed {
  readonly #served: Pick<ServedCatalog, 'held' | 'isReplacing' | 'look'>;
  readonly #listeners = new Set<ChangeListener>();
  readonly #streams = new Set<ChangeStream>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(served: Pick<ServedCatalog, 'held' | 'isReplacing' | 'look'>) {
    this.#served = served;
  }

  /** Gives a catalog to all listeners; called when it has replaced the one that was served. */
  publish(catalog: StoredCatalog): void {
    for (const listener of [...this.#listeners]) listener(catalog);
  }

  /** Calls back at each change from now on, until the function that is returned is called. */
  listen(listener: ChangeListener): () => void {
    if (this.#isClosed) return () => undefined;
    this.#listeners.add(listener);
    this.#timer ??= this.#nextLook();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  }

  /**
   * The changes from now on, until the feed is closed. Whoever reads them ends them by return().
   *
   * @param sequence that of the last catalog that the listener knows. If another one is served, that one comes at once. Null if
   *   only later changes are of interest.
   */
  changesAfter(sequence: number | null): AsyncIterableIterator<StoredCatalog> {
    const stream = new ChangeStream();
    if (this.#isClosed) {
      stream.close();
      return stream;
    }
    const forget = this.listen((catalog) => {
      stream.push(catalog);
    });
    this.#streams.add(stream);
    stream.onClose(() => {
      forget();
      this.#streams.delete(stream);
    });
    const { held } = this.#served;
    if (sequence === null || held === undefined || held.sequence === sequence) return stream;
    if (held.sequence > sequence) stream.push(held);
    else void this.#catchUp(stream, held);
    return stream;
  }

  /** Ends all changes, and asks the store no more. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#listeners.clear();
    for (const stream of [...this.#streams]) stream.close();
  }

  /**
   * For a listener who knows a later catalog than this process. Usually another process has told them of an import that this one
   * does not serve yet: that one comes by itself. If the store has no later one, it was restored from a backup.
   */
  async #catchUp(stream: ChangeStream, held: StoredCatalog): Promise<void> {
    try {
      await this.#served.look(0);
    } catch {
      return;
    }
    if (this.#served.held === held && !this.#served.isReplacing) stream.push(held);
  }

  #nextLook(): NodeJS.Timeout {
    return setTimeout(() => {
      void this.#look().finally(() => {
        if (this.#timer !== undefined) this.#timer = this.#nextLook();
      });
    }, lookInterval).unref();
  }

  /** Before the first catalog is open, whoever prepares the store asks it. */
  async #look(): Promise<void> {
    if (this.#served.held === undefined) return;
    // Requests and probes report what fails.
    await this.#served.look(recently).catch(() => undefined);
  }
}

/** The changes for one reader, who takes them faster than imports can follow each other. */
class ChangeStream implements AsyncIterableIterator<StoredCatalog> {
  #waiting: PromiseWithResolvers<IteratorResult<StoredCatalog, undefined>> | undefined;
  readonly #queue: StoredCatalog[] = [];
  #isClosed = false;
  #closed = (): void => undefined;

  onClose(callback: () => void): void {
    this.#closed = callback;
  }

  push(catalog: StoredCatalog): void {
    if (this.#isClosed) return;
    if (this.#waiting === undefined) this.#queue.push(catalog);
    else this.#settle({ done: false, value: catalog });
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#queue.length = 0;
    this.#settle({ done: true, value: undefined });
    this.#closed();
  }

  async next(): Promise<IteratorResult<StoredCatalog, undefined>> {
    const value = this.#queue.shift();
    if (value !== undefined) return { done: false, value };
    if (this.#isClosed) return { done: true, value: undefined };
    this.#waiting ??= Promise.withResolvers();
    return this.#waiting.promise;
  }

  return(): Promise<IteratorResult<StoredCatalog, undefined>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #settle(result: IteratorResult<StoredCatalog, undefined>): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(result);
  }
}
