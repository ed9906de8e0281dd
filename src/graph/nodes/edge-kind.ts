/** What an edge of the graph says; the names are those of the GraphQL enum EdgeKind and of the types in Neo4j. */
export const edgeKinds = [
  'APPEARS_IN',
  'IN_CATEGORY',
  'PART_OF',
  'WORKS_IN',
  'PERFORMS',
  'ABOUT',
  'OVERLAPS_WITH',
] as const;

export type EdgeKind = (typeof edgeKinds)[number];
