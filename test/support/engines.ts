import type { Graph } from '../../src/graph/graph.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Where an engine keeps its generations: a folder, a database. What opens it twice is like two processes. */
export interface Place {
  open(shippedCatalog: () => Promise<Graph>): Promise<GraphStore>;
}

export interface Engine {
  readonly name: GraphStore['kind'];
  /** A place with nothing in it, gone when the test is over. */
  readonly emptyPlace: () => Promise<Place>;
}

/** Every engine there is: what holds for one of them holds for all. */
export const engines: readonly Engine[] = [
  {
    name: 'MEMORY',
    emptyPlace: async () => {
      const folder = await temporaryFolder();
      return { open: (shippedCatalog) => openMemoryStore({ folder, shippedCatalog }) };
    },
  },
];
