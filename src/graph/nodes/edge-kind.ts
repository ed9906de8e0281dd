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
  'OF',
  'UNDER',
  'STATED_IN',
  'NAMES',
  'INVOLVES',
] as const;

export type EdgeKind = (typeof edgeKinds)[number];

/** The kinds of edges from appearances: what a line of a source says. */
export const edgeKindsOfEvidence: readonly EdgeKind[] = ['OF', 'UNDER', 'STATED_IN', 'NAMES', 'INVOLVES'];

const ofTheInvolved: readonly EdgeKind[] = ['CONSULTED_ON', 'INFORMED_ABOUT', 'INVOLVES'];

/** The kinds that say what is connected by what is done: whoever is consulted or informed does nothing. The default. */
export const edgeKindsOfDoing: readonly EdgeKind[] = edgeKinds.filter((kind) => !ofTheInvolved.includes(kind));
