/** What a node of the graph is; the names are those of the GraphQL enum NodeKind and of the labels in Neo4j. */
export const nodeKinds = [
  'ROLE',
  'RESPONSIBILITY',
  'TOPIC',
  'PILLAR',
  'CATEGORY',
  'ORGANIZATION_TYPE',
  'SOURCE',
  'APPEARANCE',
] as const;

export type NodeKind = (typeof nodeKinds)[number];

/** The kinds of nodes that are sets of roles and can be compared as such. */
export type GroupKind = 'PILLAR' | 'CATEGORY' | 'ORGANIZATION_TYPE';

export const groupKinds: readonly GroupKind[] = ['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'];
