import type { StoreKind } from './graph-store.ts';

/** What people are told that the graph is kept in. */
export const storeNames: Readonly<Record<StoreKind, string>> = { MEMORY: 'the embedded graph', NEO4J: 'Neo4j' };
