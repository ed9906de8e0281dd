import DataLoader from 'dataloader';
import type { AppearanceText, GraphTexts } from '../graph/structure/graph-data.ts';
import type { StoredCatalog } from './stored-catalog.ts';

interface Batch {
  readonly keys: { readonly roleSummaries: number[]; readonly appearances: number[] };
  readonly texts: Promise<GraphTexts>;
}

/**
 * Loads the texts that one request asks for. Everything that is requested in one turn of the event loop, summaries and
 * lines together, becomes one call of the store; loaded texts are cached for the rest of the request.
 */
export class TextLoader {
  readonly catalog: StoredCatalog;
  readonly #summaries: DataLoader<number, string | null>;
  readonly #appearances: DataLoader<number, AppearanceText>;
  #batch: Batch | undefined;

  constructor(catalog: StoredCatalog) {
    this.catalog = catalog;
    this.#summaries = new DataLoader((indexes) =>
      this.#fetched('roleSummaries', indexes, (texts) => texts.roleSummaries),
    );
    this.#appearances = new DataLoader((indexes) =>
      this.#fetched('appearances', indexes, (texts) => texts.appearances),
    );
  }

  /** The summary of a role by its index; null if the catalog gives none. */
  roleSummary(index: number): Promise<string | null> {
    return this.#summaries.load(index);
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

  /** The call waits for one more turn, so that both loaders have added their keys. */
  #newBatch(): Batch {
    const keys = { roleSummaries: [], appearances: [] };
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
