import type {
  CategoryEntry,
  NodeEntry,
  OrganizationTypeEntry,
  PillarEntry,
  ResponsibilityEntry,
  RoleEntry,
  TopicEntry,
} from '../../graph/nodes/entries.ts';
import type { Membership } from '../../graph/catalog-graph.ts';
import { roleOverlapOf, type RoleOverlap } from '../../graph/overlaps/role-overlaps.ts';

/** The least and the most roles that one comparison takes. */
export const minComparedRoles = 2;
export const maxComparedRoles = 6;

/** What roles have; each list in the order of its kind. */
export interface RoleTraits {
  readonly pillars: readonly PillarEntry[];
  readonly organizationTypes: readonly OrganizationTypeEntry[];
  readonly categories: readonly CategoryEntry[];
  readonly topics: readonly TopicEntry[];
  readonly responsibilities: readonly ResponsibilityEntry[];
}

export interface RoleComparison {
  /** In the order asked. */
  readonly roles: readonly RoleEntry[];
  /** What all of them have. */
  readonly shared: RoleTraits;
  /** What each has and no other of them, in the order asked. */
  readonly distinct: readonly RoleDistinction[];
  /** Every pair, the one that was asked earlier first, in the order asked. */
  readonly overlaps: readonly RoleOverlap[];
}

export interface RoleDistinction {
  readonly role: RoleEntry;
  readonly traits: RoleTraits;
}

/** Compares distinct roles, at least one, by what they have. */
export function comparisonOfRoles(membership: Membership, roles: readonly RoleEntry[]): RoleComparison {
  const compared = roles.map((role) => ({ role, traits: traitsOf(membership, role) }));
  const holders = new Map<NodeEntry, number>();
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
    overlaps: roles.flatMap((role, index) =>
      roles.slice(index + 1).map((other) => roleOverlapOf(membership, role, other)),
    ),
  };
}

const noTraits: RoleTraits = { pillars: [], organizationTypes: [], categories: [], topics: [], responsibilities: [] };

function traitsOf(membership: Membership, role: RoleEntry): RoleTraits {
  return {
    pillars: membership.pillarsOf(role),
    organizationTypes: membership.organizationTypesOf(role),
    categories: membership.categoriesOf(role),
    topics: membership.topicsOfRole(role),
    responsibilities: membership.responsibilitiesOf(role),
  };
}

function allOf({ pillars, organizationTypes, categories, topics, responsibilities }: RoleTraits): readonly NodeEntry[] {
  return [...pillars, ...organizationTypes, ...categories, ...topics, ...responsibilities];
}

function filteredTraits(traits: RoleTraits, holds: (trait: NodeEntry) => boolean): RoleTraits {
  return {
    pillars: traits.pillars.filter(holds),
    organizationTypes: traits.organizationTypes.filter(holds),
    categories: traits.categories.filter(holds),
    topics: traits.topics.filter(holds),
    responsibilities: traits.responsibilities.filter(holds),
  };
}
