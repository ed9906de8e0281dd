import { listAt } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { otherOfPair } from '../../graph/overlaps/role-overlaps.ts';
import type { GraphNode } from '../graph-nodes.ts';

/** How many others stand for a role beside itself. */
export const mostAround = 10;

/**
 * The roles that a node stands for, by place: those of a pillar, category or organization type, those that have a
 * responsibility or one about a topic; for a role, itself and the (at most 10) others that it overlaps with most.
 */
export function rolesBeside(graph: CatalogGraph, node: GraphNode): Iterable<number> {
  switch (node.kind) {
    case 'ROLE':
      return rolesAround(graph, node.index);
    case 'RESPONSIBILITY':
      return listAt(graph.relations.rolesOfResponsibility, node.index);
    case 'TOPIC':
      return node.roleSet;
    case 'PILLAR':
    case 'CATEGORY':
    case 'ORGANIZATION_TYPE':
      return node.roleSet;
  }
}

function rolesAround(graph: CatalogGraph, role: number): readonly number[] {
  const strongest = listAt(graph.indexes.listedPairs, role).subarray(0, mostAround);
  return [role, ...strongest.map((pair) => otherOfPair(graph, pair, role))];
}
