import DataLoader from 'dataloader';
import { itemAt } from '../collections/item-at.ts';
import type { AppearanceText, GraphTexts } from '../graph/structure/graph-data.ts';
import type { Task } from '../scheduling/task.ts';
import type { StoredCatalog } from './stored-catalog.ts';

/** What is asked of the store in one turn of the event loop. */
interface Batch {
  readonly keys: Record<keyof GraphTexts, number[]>;
  readonly texts: Promise<GraphTexts>;
  /** How many texts wait for it, those included that were asked for before. */
  size: number;
}

/** Where a text is that was asked for. */
interface Place {
  readonly texts: Promise<GraphTexts>;
  readonly index: number;
}

const noTexts: GraphTexts = { responsibilitySummaries: [], roleSummaries: [], appearances: [] };

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

  /** The cache is ours: DataLoader would give out at once what it has, however many fields ask for it. */
  #loader<T>(kind: keyof GraphTexts, of: (texts: GraphTexts) => readonly T[]): DataLoader<number, T> {
    const places = new Map<number, Place>();
    return new DataLoader((keys) => this.#fetched(kind, keys, of, places), { maxBatchSize, cache: false });
  }

  /** Adds the keys of one loader that are new to the next call, and returns the texts of all. */
  async #fetched<T>(
    kind: keyof GraphTexts,
    given: readonly number[],
    of: (texts: GraphTexts) => readonly T[],
    places: Map<number, Place>,
  ): Promise<T[]> {
    const batch = (this.#batch ??= this.#newBatch());
    const { keys, texts } = batch;
    const wanted = given.map((key) => {
      const known = places.get(key);
      if (known !== undefined) return known;
      const place = { texts, index: keys[kind].length };
      keys[kind].push(key);
      places.set(key, place);
      return place;
    });
    const isFirst = batch.size < maxBatchSize;
    batch.size += given.length;
    if (!isFirst) {
      // A failure is reported in slices, too.
      await texts.catch(() => undefined);
      await this.#work.yieldSlice(undefined, 0);
    }
    const found: T[] = [];
    const lists = new Map<Promise<GraphTexts>, readonly T[]>();
    for (const place of wanted) {
      const list = lists.get(place.texts) ?? of(await place.texts);
      lists.set(place.texts, list);
      found.push(itemAt(list, place.index));
    }
    return found;
  }

  /** The call waits for one more turn, so that all loaders have added their keys. */
  #newBatch(): Batch {
    const keys = { responsibilitySummaries: [], roleSummaries: [], appearances: [] };
    const turn = new Promise<void>((resolve) => {
      process.nextTick(resolve);
    });
    const texts = turn.then(() => {
      this.#batch = undefined;
      const isAsked = Object.values(keys).some(({ length }) => length > 0);
      return isAsked ? this.catalog.texts(keys) : noTexts;
    });
    return { keys, texts, size: 0 };
  }
}
