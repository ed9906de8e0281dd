import type { Generation, GraphStore, TextKeys, Texts } from '../../src/store/graph-store.ts';

/** A store that counts what is asked of the one behind it: each count is a round trip of a database. */
export class CountingStore implements GraphStore {
  readonly kind: GraphStore['kind'];
  /** The keys of each call of texts. */
  readonly textCalls: TextKeys[] = [];
  graphCalls = 0;
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

  structure(generation: Generation) {
    return this.#store.structure(generation);
  }

  texts(generation: Generation, keys: TextKeys): Promise<Texts> {
    this.textCalls.push(keys);
    return this.#store.texts(generation, keys);
  }

  graph(generation: Generation) {
    this.graphCalls += 1;
    return this.#store.graph(generation);
  }

  replace(...replaced: Parameters<GraphStore['replace']>) {
    return this.#store.replace(...replaced);
  }

  close() {
    return this.#store.close();
  }
}
