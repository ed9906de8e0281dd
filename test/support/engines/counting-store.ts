import type { Generation, GraphStore, TextKeys, Texts } from '../../../src/store/graph-store.ts';

/** A store that counts what is asked of the one behind it: each count is a round trip of a database. */
export class CountingStore implements GraphStore {
  readonly kind: GraphStore['kind'];
  /** The keys of each call of texts. */
  readonly textCalls: TextKeys[] = [];
  summaryCalls = 0;
  readonly #store: GraphStore;

  constructor(store: GraphStore) {
    this.kind = store.kind;
    this.#store = store;
  }

  prepare() {
    return this.#store.prepare();
  }

  current() {
    return this.#store.current();
  }

  opened(generation: Generation) {
    return this.#store.opened(generation);
  }

  texts(generation: Generation, keys: TextKeys): Promise<Texts> {
    this.textCalls.push(keys);
    return this.#store.texts(generation, keys);
  }

  summaries(generation: Generation) {
    this.summaryCalls += 1;
    return this.#store.summaries(generation);
  }

  graph(generation: Generation) {
    return this.#store.graph(generation);
  }

  replace(...replaced: Parameters<GraphStore['replace']>) {
    return this.#store.replace(...replaced);
  }

  close() {
    return this.#store.close();
  }
}
