import { vi } from 'vitest';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import type { Graph } from '../../src/graph/structure/graph.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';

export const handbookGraph = graphOfCatalog(handbookCatalog);
export const otherFormat = new StoreError('DAMAGED', 'Another version stored the catalog.');

/** A store whose current catalog is the handbook's own, stored in some format; one that cannot be read where not given. */
export function storeHolding(format: number, stored?: Graph) {
  const current = { key: 'k', revision: handbookGraph.structure.revision, importedAt: new Date(), format };
  const replace = vi.fn<GraphStore['replace']>((replaced, _, onProgress) => {
    onProgress?.({ written: 1, total: 2 });
    return Promise.resolve(replaced);
  });
  const pointer = vi.fn<GraphStore['current']>(() => Promise.resolve(current));
  const prepare = vi.fn<GraphStore['prepare']>(() => Promise.resolve(undefined));
  const close = vi.fn<GraphStore['close']>(() => Promise.resolve());
  const fail = () => Promise.reject(otherFormat);
  const store: GraphStore = {
    kind: 'NEO4J',
    prepare,
    current: pointer,
    opened: fail,
    texts: fail,
    summaries: fail,
    graph: () => (stored === undefined ? fail() : Promise.resolve(stored)),
    replace,
    close,
  };
  return { store, current, pointer, replace, prepare, close };
}
