import type { NodeKind } from '../graph/nodes/node-kind.ts';
import type { AppearanceEntry, NodeEntry, SourceEntry } from '../graph/nodes/entries.ts';
import type { Membership } from '../graph/catalog-graph.ts';
import { nodeOf } from '../graph/named-nodes.ts';

/** The kinds of nodes that edges join: all but sources and appearances, which tell where the rest is said. */
export const graphNodeKinds = [
  'ROLE',
  'RESPONSIBILITY',
  'TOPIC',
  'PILLAR',
  'CATEGORY',
  'ORGANIZATION_TYPE',
] as const satisfies readonly NodeKind[];

export type GraphNodeKind = (typeof graphNodeKinds)[number];
export type GraphNodeEntry = Exclude<NodeEntry, SourceEntry | AppearanceEntry>;

export function isGraphNode(node: NodeEntry): node is GraphNodeEntry {
  return node.kind !== 'SOURCE' && node.kind !== 'APPEARANCE';
}

/**
 * The node of an id that must be one that edges join.
 *
 * @throws ArgumentError for an id that no such node has.
 */
export function graphNodeOf(membership: Membership, id: string, argument: string): GraphNodeEntry {
  return nodeOf(membership, id, argument, {
    accepts: isGraphNode,
    called: 'a role, responsibility, topic, pillar, category or organization type',
    example: 'role:devops-engineer',
  });
}

/** All nodes of a kind, by place. */
export function nodesOfKind({ entries }: Membership, kind: GraphNodeKind): readonly GraphNodeEntry[] {
  const { roles, responsibilities, topics, pillars, categories, organizationTypes } = entries;
  return {
    ROLE: roles,
    RESPONSIBILITY: responsibilities,
    TOPIC: topics,
    PILLAR: pillars,
    CATEGORY: categories,
    ORGANIZATION_TYPE: organizationTypes,
  }[kind];
}
