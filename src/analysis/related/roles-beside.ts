import { listAt } from '../../collections/lists.ts';
import type { Membership } from '../../graph/catalog-graph.ts';
import { otherOfPair } from '../../graph/overlaps/role-overlaps.ts';
import type { GraphNodeEntry } from '../graph-nodes.ts';

/** How many others stand for a role beside itself. */
export const mostAround = 10;

/**
 * The roles that a node stands for, by place: those of a pillar, category or organization type, those that have a
 * responsibility or one about a topic; for a role, itself and the (at most 10) others that it overlaps with most.
 */
export function rolesBeside(membership: Membership, node: GraphNodeEntry): Iterable<number> {
  switch (node.kind) {
    case 'ROLE':
      return rolesAround(membership, node.place);
    case 'RESPONSIBILITY':
      return listAt(membership.relations.rolesOfResponsibility, node.place);
    case 'TOPIC':
      return membership.rolesOfTopic(node);
    case 'PILLAR':
    case 'CATEGORY':
    case 'ORGANIZATION_TYPE':
      return membership.rolesOfGroup(node);
  }
}

function rolesAround(membership: Membership, role: number): readonly number[] {
  const strongest = listAt(membership.listedPairs(), role).subarray(0, mostAround);
  return [role, ...strongest.map((pair) => otherOfPair(membership, pair, role))];
}
