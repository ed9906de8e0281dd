import type { GraphNode, GraphNodeKind } from '../../analysis/graph-nodes.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { isGroup, type RoleGroup } from '../../graph/nodes/node.ts';
import { signatureOf, type Signature } from '../signature/signature.ts';

/** A node of the graph as pictures show it. */
export interface PictureNode {
  readonly id: string;
  readonly kind: GraphNodeKind;
  readonly label: string;
  /** The pillars that a role stands in; not given for other kinds. */
  readonly signature?: Signature;
  /** The position of a group's hue, see hueAt; not given for other kinds, and for groups without a hue. */
  readonly hue?: number;
}

export function pictureNode(graph: CatalogGraph, node: GraphNode): PictureNode {
  const { id, kind, label } = node;
  if (node.kind === 'ROLE') return { id, kind, label, signature: signatureOf(graph, node) };
  const hue = isGroup(node) ? huePosition(graph, node) : undefined;
  return { id, kind, label, ...(hue !== undefined && { hue }) };
}

/**
 * The position of a group's hue: that of its pillar. Organization types have hues only where a catalog has no pillars, so that a
 * hue means one thing.
 */
export function huePosition(graph: CatalogGraph, group: RoleGroup): number | undefined {
  const owner = group.kind === 'CATEGORY' ? group.owners[0] : group;
  return owner?.kind === 'PILLAR' || graph.pillars.length === 0 ? owner?.index : undefined;
}
