import type { Category } from '../../graph/nodes/category.ts';
import type { Node } from '../../graph/nodes/node.ts';
import type { OrganizationType } from '../../graph/nodes/organization-type.ts';
import type { Pillar } from '../../graph/nodes/pillar.ts';
import type { Responsibility } from '../../graph/nodes/responsibility.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { Topic } from '../../graph/nodes/topic.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { roleOverlapOf, type RoleOverlap } from '../../graph/overlaps/role-overlaps.ts';

/** The least and the most roles that one comparison takes. */
export const minComparedRoles = 2;
export const maxComparedRoles = 6;

/** What roles have; each list in the order of its kind. */
export interface RoleTraits {
  readonly pillars: readonly Pillar[];
  readonly organizationTypes: readonly OrganizationType[];
  readonly categories: readonly Category[];
  readonly topics: readonly Topic[];
  readonly responsibilities: readonly Responsibility[];
}

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
  const compared = roles.map((role) => ({ role, traits: traitsOf(role) }));
  const holders = new Map<Node, number>();
  for (const { traits } of compared) {
    for (const trait of allOf(traits)) holders.set(trait, (holders.get(trait) ?? 0) + 1);
  }
  /** Of the traits of a role, those that so many of the roles have. */
  const heldBy = (count: number, traits: RoleTraits) => filteredTraits(traits, (trait) => holders.get(trait) === count);
  const [first] = compared;
  return {
    roles,
    shared: heldBy(roles.length, first?.traits ?? noTraits),
    distinct: compared.map(({ role, traits }) => ({ role, traits: heldBy(1, traits) })),
    overlaps: roles.flatMap((role, index) => roles.slice(index + 1).map((other) => roleOverlapOf(graph, role, other))),
  };
}

const noTraits: RoleTraits = { pillars: [], organizationTypes: [], categories: [], topics: [], responsibilities: [] };

function traitsOf(role: Role): RoleTraits {
  return {
    pillars: role.pillars,
    organizationTypes: role.organizationTypes,
    categories: role.categories,
    topics: role.topics,
    responsibilities: role.responsibilities,
  };
}

function allOf({ pillars, organizationTypes, categories, topics, responsibilities }: RoleTraits): readonly Node[] {
  return [...pillars, ...organizationTypes, ...categories, ...topics, ...responsibilities];
}

function filteredTraits(traits: RoleTraits, holds: (trait: Node) => boolean): RoleTraits {
  return {
    pillars: traits.pillars.filter(holds),
    organizationTypes: traits.organizationTypes.filter(holds),
    categories: traits.categories.filter(holds),
    topics: traits.topics.filter(holds),
    responsibilities: traits.responsibilities.filter(holds),
  };
}
