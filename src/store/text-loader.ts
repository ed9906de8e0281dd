import DataLoader from 'dataloader';
import type { AppearanceText, GraphTexts } from '../graph/structure/graph-data.ts';
import type { StoredCatalog } from './stored-catalog.ts';

interface Batch {
  readonly keys: Record<keyof GraphTexts, number[]>;
  readonly texts: Promise<GraphTexts>;
}

/**
 * Loads the texts that one request asks for. Everything that is requested in one turn of the event loop, summaries and
 * lines together, becomes one call of the store; loaded texts are cached for the rest of the request.
 */
export class TextLoader {
  readonly catalog: StoredCatalog;
  readonly #responsibilitySummaries: DataLoader<number, string | null>;
  readonly #roleSummaries: DataLoader<number, string | null>;
  readonly #appearances: DataLoader<number, AppearanceText>;
  #batch: Batch | undefined;

  constructor(catalog: StoredCatalog) {
    this.catalog = catalog;
    this.#responsibilitySummaries = new DataLoader((indexes) =>
      this.#fetched('responsibilitySummaries', indexes, (texts) => texts.responsibilitySummaries),
    );
    this.#roleSummaries = new DataLoader((indexes) =>
      this.#fetched('roleSummaries', indexes, (texts) => texts.roleSummaries),
    );
    this.#appearances = new DataLoader((indexes) =>
      this.#fetched('appearances', indexes, (texts) => texts.appearances),
    );
  }

  /** The summary of a responsibility by its index; null if the catalog gives none. */
  responsibilitySummary(index: number): Promise<string | null> {
    return this.#responsibilitySummaries.load(index);
  }

  /** The summary of a role by its index; null if the catalog gives none. */
  roleSummary(index: number): Promise<string | null> {
    return this.#roleSummaries.load(index);
  }

  /** The texts of an appearance by its index. */
  appearance(index: number): Promise<AppearanceText> {
    return this.#appearances.load(index);
  }

  /** Adds the keys of one loader to the next call, and returns its part of the answer. */
  async #fetched<T>(
    kind: keyof GraphTexts,
    indexes: readonly number[],
    of: (texts: GraphTexts) => readonly T[],
  ): Promise<T[]> {
    this.#batch ??= this.#newBatch();
    const { keys, texts } = this.#batch;
    const start = keys[kind].length;
    for (const index of indexes) keys[kind].push(index);
    return of(await texts).slice(start, start + indexes.length);
  }

  /** The call waits for one more turn, so that all loaders have added their keys. */
  #newBatch(): Batch {
    const keys = { responsibilitySummaries: [], roleSummaries: [], appearances: [] };
    const turn = new Promise<void>((resolve) => {
      process.nextTick(resolve);
    });
    const texts = turn.then(() => {
      this.#batch = undefined;
      return this.catalog.texts(keys);
    });
    return { keys, texts };
  }
}
