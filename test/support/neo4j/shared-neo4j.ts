import { randomUUID } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import type { Neo4jSettings } from '../../../src/config/config.ts';
import type { GraphData } from '../../../src/graph/structure/graph-data.ts';
import type { GraphStore } from '../../../src/store/graph-store.ts';
import { openNeo4jStore, type Neo4jStoreParts } from '../../../src/store/neo4j/neo4j-store.ts';
import type { Env } from '../processes/cli-process.ts';

/** The Neo4j of this run; undefined if there is none, which the run reports at its start. */
export function sharedNeo4j(): Neo4jSettings | undefined {
  const found = inject('neo4j');
  return found === null ? undefined : { database: undefined, ...found };
}

/** The settings by which a process uses a Neo4j. */
export function environmentOf({ uri, username, password }: Neo4jSettings): Env {
  return { NEO4J_URI: uri, NEO4J_USERNAME: username ?? 'neo4j', NEO4J_PASSWORD: password ?? '' };
}

/** A separate catalog in the shared Neo4j, next to those of other tests. */
export function emptyCatalog(settings: Neo4jSettings) {
  const catalog = `test-${randomUUID()}`;
  return {
    /** The key of its pointer. */
    catalog,
    open: (shippedCatalog: () => Promise<GraphData>, parts: Partial<Neo4jStoreParts> = {}): GraphStore => {
      const store = openNeo4jStore({ settings, shippedCatalog, catalog, ...parts });
      onTestFinished(() => store.close());
      return store;
    },
  };
}
