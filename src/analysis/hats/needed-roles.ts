import { RoleSet } from '../../collections/role-set.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Category, Role, RoleGroup } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { CoverageItem } from '../coverage/coverage-item.ts';
import { requirementsOf, type CarrierScope, type Requirements } from '../coverage/requirements.ts';
import { invitePlan } from '../invites/invite-plan.ts';

/** The most roles that are split: the work grows with the square of their number. */
export const mostRoles = 100;

/** @throws ArgumentError for more roles than can be split. */
export function checkRoleCount(count: number): void {
  if (count <= mostRoles) return;
  throw new ArgumentError(
    'of',
    `of needs ${count} roles, together with mustInclude; at most ${mostRoles} are split: ask for fewer groups, or only for ` +
      'the fewest roles that cover them (PLAN).',
  );
}

/** Which roles of groups are assigned: all, or those of the smallest plan that covers their categories. */
export type Assign = 'ALL' | 'PLAN';

export interface RolesRequest {
  readonly groups: readonly RoleGroup[];
  /** Roles that are assigned as well. */
  readonly mustInclude: readonly Role[];
  readonly assign: Assign;
  /** By which lines the plan counts; MEMBERS where it is not given. */
  readonly from?: CarrierScope | null | undefined;
}

/** Roles to assign. */
export interface NeededRoles {
  readonly roles: readonly Role[];
  /** The distinct categories of the groups, by name. */
  readonly categories: readonly Category[];
  /** The categories as items to cover. */
  readonly requirements: Requirements;
  /** Those that none of the roles carries, by name. */
  readonly uncovered: readonly CoverageItem[];
}

/**
 * The roles that groups need, and those of mustInclude.
 *
 * @throws ArgumentError for CATALOG where all roles of the groups are assigned, and for more roles than can be split.
 */
export function* neededRoles(
  graph: CatalogGraph,
  { groups, mustInclude, assign, from }: RolesRequest,
): Steps<NeededRoles> {
  if (assign === 'ALL' && from === 'CATALOG') {
    throw new ArgumentError(
      'from',
      'from is CATALOG, which is for assign PLAN only: ALL assigns the roles of the groups themselves; mustInclude adds others.',
    );
  }
  const scope = { groups, from: from ?? 'MEMBERS' };
  const requirements = yield* requirementsOf(graph, scope, ['CATEGORY']);
  const roles = new Set(mustInclude);
  if (assign === 'PLAN') {
    const plan = yield* invitePlan(graph, { ...scope, unit: 'CATEGORY', mustInclude, exclude: [] });
    for (const { role } of plan.invites) roles.add(role);
  } else {
    let members = new RoleSet(
      graph.roles.length,
      mustInclude.map(({ index }) => index),
    );
    for (const { roleSet } of groups) {
      members = members.union(roleSet);
      yield;
    }
    // Counted before there is an object for each.
    checkRoleCount(members.size);
    for (const role of graph.rolesIn(members)) roles.add(role);
  }
  const indexes = new Set([...roles].map(({ index }) => index));
  const items = requirements.items.CATEGORY;
  const uncovered: CoverageItem[] = [];
  for (const item of items) {
    if (!requirements.carriersOf(item).some((index) => indexes.has(index))) uncovered.push(item);
    yield;
  }
  const nodes = items.map(({ node }) => node).filter((node) => node.kind === 'CATEGORY');
  return { roles: [...roles], categories: [...new Set(nodes)], requirements, uncovered };
}
