import DataLoader from 'dataloader';
import type { AppearanceText, GraphTexts } from '../graph/structure/graph-data.ts';
import type { Task } from '../scheduling/task.ts';
import type { StoredCatalog } from './stored-catalog.ts';

interface Batch {
  readonly keys: Record<keyof GraphTexts, number[]>;
  readonly texts: Promise<GraphTexts>;
  /** How many keys it has. */
  size: number;
}

/** How many texts are given out at once. The fields that wait for them take about a millisecond. */
const maxBatchSize = 100;

/**
 * Loads the texts that one request asks for. Everything that is requested in one turn of the event loop, summaries and
 * lines together, becomes one call of the store; loaded texts are cached for the rest of the request. Many texts are given
 * out in slices.
 */
export class TextLoader {
  readonly catalog: StoredCatalog;
  readonly #work: Pick<Task, 'yieldSlice'>;
  readonly #responsibilitySummaries: DataLoader<number, string | null>;
  readonly #roleSummaries: DataLoader<number, string | null>;
  readonly #appearances: DataLoader<number, AppearanceText>;
  #batch: Batch | undefined;

  /** @param work the task of the request. */
  constructor(catalog: StoredCatalog, work: Pick<Task, 'yieldSlice'>) {
    this.catalog = catalog;
    this.#work = work;
    this.#responsibilitySummaries = this.#loader('responsibilitySummaries', (texts) => texts.responsibilitySummaries);
    this.#roleSummaries = this.#loader('roleSummaries', (texts) => texts.roleSummaries);
    this.#appearances = this.#loader('appearances', (texts) => texts.appearances);
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

  #loader<T>(kind: keyof GraphTexts, of: (texts: GraphTexts) => readonly T[]): DataLoader<number, T> {
    return new DataLoader((indexes) => this.#fetched(kind, indexes, of), { maxBatchSize });
  }

  /** Adds the keys of one loader to the next call, and returns its part of the answer. */
  async #fetched<T>(
    kind: keyof GraphTexts,
    indexes: readonly number[],
    of: (texts: GraphTexts) => readonly T[],
  ): Promise<T[]> {
    const batch = (this.#batch ??= this.#newBatch());
    const { keys, texts } = batch;
    const start = keys[kind].length;
    for (const index of indexes) keys[kind].push(index);
    const isFirst = batch.size < maxBatchSize;
    batch.size += indexes.length;
    if (!isFirst) {
      // A failure is reported in slices, too.
      await texts.catch(() => undefined);
      await this.#work.yieldSlice(undefined, 0);
    }
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
    return { keys, texts, size: 0 };
  }
}
