import { vi } from 'vitest';
import { withLayout } from '../../src/graph/layout/graph-layout.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import type { GraphData } from '../../src/graph/structure/graph-data.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { catalogInProcess } from '../../src/store/in-process-catalog.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';

export const handbookGraph = withLayout(graphOfCatalog(handbookCatalog));
export const otherFormat = new StoreError('DAMAGED', 'Another version stored the catalog.');

/** A store whose current catalog is the handbook's own, stored in some format; one that cannot be read where not given. */
export function storeHolding(format: number, stored?: GraphData) {
  const heldAs = (key: string, revision: string) =>
    catalogInProcess(stored ?? handbookGraph, {
      header: { key, revision, importedAt: new Date(), format, sequence: 1, importedBy: null, changes: null },
      storeKind: 'NEO4J',
      runSteps: runToCompletion,
    });
  const current = heldAs('k', handbookGraph.structure.revision);
  const other = heldAs('other', 'other');
  if (stored === undefined) vi.spyOn(current, 'data').mockRejectedValue(otherFormat);
  const replace = vi.fn<GraphStore['replace']>((replaced, _, options) => {
    options?.onProgress?.({ written: 1, total: 2 });
    return Promise.resolve(replaced ?? current);
  });
  const pointer = vi.fn<GraphStore['current']>(() => Promise.resolve(current));
  const prepare = vi.fn<GraphStore['prepare']>(() => Promise.resolve(undefined));
  const close = vi.fn<GraphStore['close']>(() => Promise.resolve());
  const store: GraphStore = {
    kind: 'NEO4J',
    prepare,
    current: pointer,
    replace,
    close,
  };
  return { store, current, other, pointer, replace, prepare, close };
}
