import type { GraphStore } from '../../../src/store/graph-store.ts';
import type { TextKeys } from '../../../src/graph/structure/graph-data.ts';
import type { StoredCatalog } from '../../../src/store/stored-catalog.ts';

/** The calls of a catalog's store. Each is a round trip of a database. */
export interface CountedCalls {
  /** The keys of each call of texts. */
  readonly textCalls: TextKeys[];
}

/** Makes a store count the calls of its catalogs. */
export function countingStore(store: GraphStore): GraphStore & CountedCalls {
  const textCalls: TextKeys[] = [];
  const counted = new Set<StoredCatalog>();
  return {
    kind: store.kind,
    textCalls,
    prepare: () => store.prepare(),
    replace: (...replaced) => store.replace(...replaced),
    close: () => store.close(),
    current: async () => {
      const catalog = await store.current();
      if (!counted.has(catalog)) {
        counted.add(catalog);
        const texts = catalog.texts.bind(catalog);
        catalog.texts = (keys) => {
          textCalls.push(keys);
          return texts(keys);
        };
      }
      return catalog;
    },
  };
}
