import type { ListedKind } from '../catalog-graph.ts';
import type { Node } from '../nodes/node.ts';
import type { GraphStructure } from '../structure/graph-data.ts';

/** The kinds of nodes that a layout places, in the order of its columns: all but sources and appearances. */
export const laidOutKinds = [
  'ROLE',
  'RESPONSIBILITY',
  'TOPIC',
  'PILLAR',
  'ORGANIZATION_TYPE',
  'CATEGORY',
] as const satisfies readonly ListedKind[];

type LaidOutKind = (typeof laidOutKinds)[number];

/** A node that a layout places. */
export type LaidOutNode = Extract<Node, { readonly kind: LaidOutKind }>;

/**
 * Up to so many nodes, a layout takes about as long as the other work of an import, and is stored with it. That of a larger
 * catalog is computed by servers, in a worker thread, after they have opened it.
 */
const mostAtImport = 3_000;

/** The nodes of each kind that a layout places. */
export type LaidOutLists = Pick<
  GraphStructure,
  'roles' | 'responsibilities' | 'topics' | 'pillars' | 'organizationTypes' | 'categories'
>;

/** How many nodes of each kind a layout places. */
function laidOutCounts(structure: LaidOutLists): Readonly<Record<LaidOutKind, number>> {
  return {
    ROLE: structure.roles.length,
    RESPONSIBILITY: structure.responsibilities.length,
    TOPIC: structure.topics.length,
    PILLAR: structure.pillars.length,
    ORGANIZATION_TYPE: structure.organizationTypes.length,
    CATEGORY: structure.categories.length,
  };
}

/** How many nodes a layout places. */
export function laidOutCount(structure: LaidOutLists): number {
  return Object.values(laidOutCounts(structure)).reduce((sum, count) => sum + count, 0);
}

/** Whether the layout is computed at import. */
export function isLaidOutAtImport(structure: LaidOutLists): boolean {
  const count = laidOutCount(structure);
  return count > 0 && count <= mostAtImport;
}

/** Whether computing the layout takes so long that a server does it in a worker thread. */
export function isLargeLayout(structure: LaidOutLists): boolean {
  return laidOutCount(structure) > mostAtImport;
}

/** The index in the columns of a layout at which each kind begins. */
export function layoutOffsets(structure: LaidOutLists): Readonly<Record<LaidOutKind, number>> {
  const counts = laidOutCounts(structure);
  const offsets = { ROLE: 0, RESPONSIBILITY: 0, TOPIC: 0, PILLAR: 0, ORGANIZATION_TYPE: 0, CATEGORY: 0 };
  let offset = 0;
  for (const kind of laidOutKinds) {
    offsets[kind] = offset;
    offset += counts[kind];
  }
  return offsets;
}

export function isLaidOut(node: Node): node is LaidOutNode {
  return node.kind !== 'SOURCE' && node.kind !== 'APPEARANCE';
}
