import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphData } from '../../../src/graph/structure/graph-data.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { openMemoryStore } from '../../../src/store/memory/memory-store.ts';
import type { RoundTrip } from '../../../src/store/neo4j/driver/executor.ts';

/** Where an engine keeps its generations: a folder, a database. What opens it twice is like two processes. */
export interface Place {
  /** @param onRoundTrip told of every round trip to the engine, where it is one to make round trips to. */
  open(shippedCatalog: () => Promise<GraphData>, onRoundTrip?: (roundTrip: RoundTrip) => void): Promise<GraphStore>;
  /** Closes what was opened; removes a folder. What is in a database for tests stays, as the database does not. */
  remove(): Promise<void>;
}

export interface Engine {
  readonly name: GraphStore['kind'];
  /** A place with nothing in it. */
  readonly emptyPlace: () => Promise<Place>;
}

/** The engine that needs nothing installed. */
export const memoryEngine: Engine = {
  name: 'MEMORY',
  emptyPlace: () => {
    // The first import makes the folder.
    const folder = join(tmpdir(), `rolegraph-test-${randomUUID()}`);
    return Promise.resolve({
      open: (shippedCatalog) => openMemoryStore({ folder, shippedCatalog }),
      remove: () => rm(folder, { recursive: true, force: true }),
    });
  },
};
