/** What an edge of the graph says; the names are those of the GraphQL enum EdgeKind and of the types in Neo4j. */
export const edgeKinds = [
  'APPEARS_IN',
  'IN_CATEGORY',
  'PART_OF',
  'WORKS_IN',
  'PERFORMS',
  'ABOUT',
  'OVERLAPS_WITH',
  'CONSULTED_ON',
  'INFORMED_ABOUT',
] as const;

export type EdgeKind = (typeof edgeKinds)[number];

/** The kinds that say what is connected by what is done: whoever is consulted or informed does nothing. The default. */
export const edgeKindsOfDoing: readonly EdgeKind[] = edgeKinds.filter(
  (kind) => kind !== 'CONSULTED_ON' && kind !== 'INFORMED_ABOUT',
);
