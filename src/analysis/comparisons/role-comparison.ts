import { itemAt } from '../../collections/item-at.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Node, Role } from '../../graph/nodes/node.ts';
import { roleOverlapOf, type RoleOverlap } from '../../graph/overlaps/role-overlaps.ts';

/** The least and the most roles that one comparison takes. */
export const minComparedRoles = 2;
export const maxComparedRoles = 6;

/** What roles have; each list in the order of its kind. */
export type RoleTraits = Pick<Role, 'pillars' | 'organizationTypes' | 'categories' | 'topics' | 'responsibilities'>;

export interface RoleComparison {
  /** In the order asked. */
  readonly roles: readonly Role[];
  /** What all of them have. */
  readonly shared: RoleTraits;
  /** What each has and no other of them, in the order asked. */
  readonly distinct: readonly RoleDistinction[];
  /** Every pair, the one that was asked earlier first, in the order asked. */
  readonly overlaps: readonly RoleOverlap[];
}

export interface RoleDistinction {
  readonly role: Role;
  readonly traits: RoleTraits;
}

/** Compares distinct roles, at least one, by what they have. */
export function comparisonOfRoles(graph: CatalogGraph, roles: readonly Role[]): RoleComparison {
  const traitsOf = new Map(roles.map((role) => [role, allTraitsOf(role)]));
  const heldByAll = (trait: Node) => roles.every((role) => traitsOf.get(role)?.has(trait));
  const heldOnlyBy = (role: Role) => (trait: Node) =>
    roles.every((other) => other === role || traitsOf.get(other)?.has(trait) === false);
  return {
    roles,
    shared: filteredTraits(itemAt(roles, 0), heldByAll),
    distinct: roles.map((role) => ({ role, traits: filteredTraits(role, heldOnlyBy(role)) })),
    overlaps: roles.flatMap((role, index) => roles.slice(index + 1).map((other) => roleOverlapOf(graph, role, other))),
  };
}

function allTraitsOf(role: Role): ReadonlySet<Node> {
  const { pillars, organizationTypes, categories, topics, responsibilities } = role;
  return new Set<Node>([...pillars, ...organizationTypes, ...categories, ...topics, ...responsibilities]);
}

function filteredTraits(role: Role, holds: (trait: Node) => boolean): RoleTraits {
  return {
    pillars: role.pillars.filter(holds),
    organizationTypes: role.organizationTypes.filter(holds),
    categories: role.categories.filter(holds),
    topics: role.topics.filter(holds),
    responsibilities: role.responsibilities.filter(holds),
  };
}
