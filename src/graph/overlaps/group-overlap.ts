import { itemAt } from '../../collections/item-at.ts';
import type { RoleSet } from '../../collections/role-set.ts';
import { bySortKey, sortKey } from '../../text/sort-key.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import { comparedGroups } from '../named-nodes.ts';
import type { Role, RoleGroup } from '../nodes/node.ts';
import { ratio } from '../structure/overlap-arithmetic.ts';

/** How many groups one comparison takes. */
export const minComparedGroups = 2;
export const maxComparedGroups = 16;

/** What is known of an overlap already. */
interface KnownOfOverlap {
  sharedRoleCount?: number;
  unionRoleCount?: number;
  /** The indexes of the exclusive roles, ascending, where only some of the groups are compared with each other. */
  readonly exclusive?: readonly number[];
}

/** One or more groups of roles, compared as sets. What the caller does not know is computed when it is first read. */
export class GroupOverlap {
  /** In the order given. */
  readonly groups: readonly RoleGroup[];
  readonly #graph: CatalogGraph;
  readonly #known: KnownOfOverlap;
  #shared: RoleSet | undefined;
  #union: RoleSet | undefined;
  #exclusiveRoles: readonly Role[] | undefined;

  constructor(graph: CatalogGraph, groups: readonly RoleGroup[], known: Readonly<KnownOfOverlap> = {}) {
    this.#graph = graph;
    this.groups = groups;
    this.#known = { ...known };
  }

  /** Roles in all of the groups. */
  get shared(): RoleSet {
    return (this.#shared ??= this.#sets.reduce((both, set) => both.intersection(set)));
  }

  get sharedRoleCount(): number {
    const [first, ...others] = this.#sets;
    return (this.#known.sharedRoleCount ??= first?.intersectionSize(others) ?? 0);
  }

  /** Roles in at least one of the groups. */
  get union(): RoleSet {
    return (this.#union ??= this.#sets.reduce((all, set) => all.union(set)));
  }

  get unionRoleCount(): number {
    const [first, ...others] = this.#sets;
    return (this.#known.unionRoleCount ??= first?.unionSize(others) ?? 0);
  }

  /**
   * Roles in all of the groups and in no other group whose kind is one of theirs, by title; or those that were given as
   * exclusive by a comparison among some groups only.
   */
  get exclusiveRoles(): readonly Role[] {
    const { exclusive } = this.#known;
    return (this.#exclusiveRoles ??= exclusive
      ? this.#graph.rolesIn(exclusive)
      : inNoOther(this.groups, this.#graph.rolesIn(this.shared)));
  }

  get exclusiveRoleCount(): number {
    return this.exclusiveRoles.length;
  }

  /** shared / union, the Jaccard index: 0 to 1, rounded to 6 decimals; 0 where the union is empty. */
  get jaccard(): number {
    return ratio(this.sharedRoleCount, this.unionRoleCount);
  }

  /** shared / smallest group (Szymkiewicz-Simpson): 0 to 1, rounded to 6 decimals; 0 where that group is empty. */
  get overlapCoefficient(): number {
    return ratio(this.sharedRoleCount, Math.min(...this.groups.map(({ roleCount }) => roleCount)));
  }

  get #sets(): readonly RoleSet[] {
    return this.groups.map(({ roleSet }) => roleSet);
  }
}

/**
 * The overlap of distinct groups by their ids, 2 to 16 of any kinds.
 *
 * @throws ArgumentError for an unknown id, a group given twice or a wrong number of them.
 */
export function overlapOf(graph: CatalogGraph, ids: readonly string[], argument: string): GroupOverlap {
  const limits = { least: minComparedGroups, most: maxComparedGroups };
  return new GroupOverlap(graph, comparedGroups(graph, ids, argument, limits));
}

/** The groups of the same kind that share a role with a group, most shared roles first, then by name, then id. */
export function overlapsOf(graph: CatalogGraph, group: RoleGroup): readonly GroupOverlap[] {
  const counts = group.sharedRoleCounts;
  const shared = (other: RoleGroup) => itemAt(counts, other.index);
  return graph
    .groupsOfKind(group.kind)
    .filter((other) => other !== group && shared(other) > 0)
    .map((other) => ({ other, shared: shared(other), sortKey: sortKey(other.name), id: other.id }))
    .sort((a, b) => b.shared - a.shared || bySortKey(a, b))
    .map(({ other, shared }) => {
      const unionRoleCount = group.roleCount + other.roleCount - shared;
      return new GroupOverlap(graph, [group, other], { sharedRoleCount: shared, unionRoleCount });
    });
}

/** Of the roles that all of the groups have, those in no other group whose kind is one of theirs. */
function inNoOther(groups: readonly RoleGroup[], shared: readonly Role[]): readonly Role[] {
  // A role of every given group is in no other of a kind exactly when it is in as many of that kind as were given.
  const given = { PILLAR: 0, CATEGORY: 0, ORGANIZATION_TYPE: 0 };
  for (const { kind } of groups) given[kind]++;
  return shared.filter(
    (role) =>
      (given.PILLAR === 0 || role.pillarCount === given.PILLAR) &&
      (given.CATEGORY === 0 || role.categoryCount === given.CATEGORY) &&
      (given.ORGANIZATION_TYPE === 0 || role.organizationTypeCount === given.ORGANIZATION_TYPE),
  );
}
