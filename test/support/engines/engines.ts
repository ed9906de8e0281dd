import { randomUUID } from 'node:crypto';
import type { GraphData } from '../../../src/graph/structure/graph-data.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import type { RoundTrip } from '../../../src/store/neo4j/driver/executor.ts';
import { openNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import { startupTimeouts } from '../../../src/store/neo4j/driver/timeouts.ts';
import { memoryEngine, type Engine } from './memory-engine.ts';
import { sharedNeo4j } from '../neo4j/shared-neo4j.ts';

function neo4jEngines(): Engine[] {
  const settings = sharedNeo4j();
  if (settings === undefined) return [];
  const emptyPlace = () => {
    const catalog = `test-${randomUUID()}`;
    const stores: GraphStore[] = [];
    return Promise.resolve({
      open: (
        shippedCatalog: () => Promise<GraphData>,
        onRoundTrip: (roundTrip: RoundTrip) => void = () => undefined,
      ) => {
        const store = openNeo4jStore({ settings, shippedCatalog, catalog, onRoundTrip, timeouts: startupTimeouts });
        stores.push(store);
        return Promise.resolve(store);
      },
      remove: async () => {
        await Promise.all(stores.map((store) => store.close()));
      },
    });
  };
  return [{ name: 'NEO4J', emptyPlace }];
}

/**
 * All engines. The same tests run on each of them. With ENGINES=neo4j in the environment, only Neo4j: another version of it is tested
 * after all engines were.
 */
export const engines: readonly Engine[] =
  process.env['ENGINES'] === 'neo4j' ? neo4jEngines() : [memoryEngine, ...neo4jEngines()];
