import type { NodeKind } from '../graph/nodes/node-kind.ts';
import type { Appearance, Node, Source } from '../graph/nodes/node.ts';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import { nodeOf } from '../graph/named-nodes.ts';

/** The kinds of nodes that edges connect: all but sources and appearances, which are where the others are named. */
export const graphNodeKinds = [
  'ROLE',
  'RESPONSIBILITY',
  'TOPIC',
  'PILLAR',
  'CATEGORY',
  'ORGANIZATION_TYPE',
] as const satisfies readonly NodeKind[];

export type GraphNodeKind = (typeof graphNodeKinds)[number];
export type GraphNode = Exclude<Node, Source | Appearance>;

/**
 * The node of an id, title or name that must be one that edges connect.
 *
 * @throws ArgumentError if no such node has it, or several have.
 */
export function graphNodeOf(graph: CatalogGraph, given: string, argument: string): GraphNode {
  return nodeOf(graph, given, argument, graphNodeKinds);
}
