import DataLoader from 'dataloader';
import type { AppearanceText } from '../graph/structure/graph.ts';
import type { Generation, GraphStore, Texts } from './graph-store.ts';

interface Batch {
  readonly keys: { readonly roleSummaries: number[]; readonly appearances: number[] };
  readonly texts: Promise<Texts>;
}

/**
 * Loads the texts that one request asks for. All that is asked for in one turn of the event loop, summaries and lines
 * together, becomes one call of the store; what was loaded is kept for the rest of the request.
 */
export class TextLoader {
  readonly #store: GraphStore;
  readonly #generation: Generation;
  readonly #summaries: DataLoader<number, string | null>;
  readonly #appearances: DataLoader<number, AppearanceText>;
  #batch: Batch | undefined;

  constructor(store: GraphStore, generation: Generation) {
    this.#store = store;
    this.#generation = generation;
    this.#summaries = new DataLoader((places) =>
      this.#fetched('roleSummaries', places, (texts) => texts.roleSummaries),
    );
    this.#appearances = new DataLoader((places) => this.#fetched('appearances', places, (texts) => texts.appearances));
  }

  /** The summary of the role at a place; null where the catalog gives none. */
  roleSummary(place: number): Promise<string | null> {
    return this.#summaries.load(place);
  }

  /** What the appearance at a place says. */
  appearance(place: number): Promise<AppearanceText> {
    return this.#appearances.load(place);
  }

  /** Joins what one loader wants to the call that is being prepared, and takes its part of the answer. */
  async #fetched<T>(kind: keyof Texts, places: readonly number[], of: (texts: Texts) => readonly T[]): Promise<T[]> {
    this.#batch ??= this.#newBatch();
    const { keys, texts } = this.#batch;
    const start = keys[kind].length;
    for (const place of places) keys[kind].push(place);
    return of(await texts).slice(start, start + places.length);
  }

  /** The call waits for one more turn: both loaders hand their keys over before it. */
  #newBatch(): Batch {
    const keys = { roleSummaries: [], appearances: [] };
    const turn = new Promise<void>((resolve) => {
      process.nextTick(resolve);
    });
    const texts = turn.then(() => {
      this.#batch = undefined;
      return this.#store.texts(this.#generation, keys);
    });
    return { keys, texts };
  }
}
