import type { GraphNode } from '../../analysis/graph-nodes.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { isGroup, kindNames, type Role, type RoleGroup } from '../../graph/nodes/node.ts';
import { roleOverlapOf } from '../../graph/overlaps/role-overlaps.ts';
import { numberOf } from '../../text/in-words.ts';

/** How many shared duties or categories a caption names. */
const mostNamed = 2;

/**
 * What a neighbour has to do with a node, in a few words: "both: Automate operations" for two roles, "pillar, 4 duties" for a group
 * of a role. Of a group, at least its kind; of others, perhaps nothing.
 */
export function neighbourCaption(graph: CatalogGraph, root: GraphNode, neighbour: GraphNode): string {
  if (isGroup(neighbour)) return captionOfGroup(root, neighbour);
  if (root.kind === 'ROLE' && neighbour.kind === 'ROLE') return captionOfRoles(graph, root, neighbour);
  if (isGroup(root) && neighbour.kind === 'ROLE') {
    const { length } = neighbour.responsibilitiesIn(root);
    return length === 0 ? '' : `${dutiesOf(length)} here`;
  }
  if (neighbour.kind === 'TOPIC') return dutiesOf(neighbour.responsibilityCount);
  return neighbour.kind === 'RESPONSIBILITY' ? numberOf(neighbour.roleCount, 'role', 'roles') : '';
}

function captionOfRoles(graph: CatalogGraph, role: Role, other: Role): string {
  const { sharedResponsibilities, sharedCategories } = roleOverlapOf(graph, role, other);
  if (sharedResponsibilities.length > 0) return `both: ${listed(sharedResponsibilities)}`;
  return sharedCategories.length === 0 ? '' : `both under ${listed(sharedCategories)}`;
}

/** Names that may have commas themselves. */
function listed(nodes: readonly GraphNode[]): string {
  const shown = nodes.slice(0, mostNamed).map(({ label }) => label);
  return [...shown, ...(nodes.length > mostNamed ? [`${nodes.length - mostNamed} more`] : [])].join('; ');
}

function captionOfGroup(root: GraphNode, group: RoleGroup): string {
  const kind = kindNames[group.kind];
  if (root.kind === 'ROLE') {
    const { length } = root.responsibilitiesIn(group);
    return length === 0 ? kind : `${kind}, ${dutiesOf(length)}`;
  }
  if (!isGroup(root)) return kind;
  if (root.kind !== group.kind) return `${kind}, ${numberOf(group.roleCount, 'role', 'roles')}`;
  return `${kind}, ${numberOf(root.roleSet.intersectionSize([group.roleSet]), 'role', 'roles')} in common`;
}

function dutiesOf(count: number): string {
  return numberOf(count, 'duty', 'duties');
}
