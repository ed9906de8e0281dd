import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Category, Role, RoleGroup } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { CoverageItem } from '../coverage/coverage-item.ts';
import { requirementsOf, type CarrierScope, type Requirements } from '../coverage/requirements.ts';
import { invitePlan } from '../invites/invite-plan.ts';

/** Which roles of groups are assigned: all, or those of the smallest plan that covers their categories. */
export type Assign = 'ALL' | 'PLAN';

export interface RolesRequest {
  readonly groups: readonly RoleGroup[];
  /** Roles that are assigned as well. */
  readonly mustInclude: readonly Role[];
  readonly assign: Assign;
  /** Whom the plan may take; MEMBERS where it is not given. */
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
 * @throws ArgumentError for CATALOG where all roles of the groups are assigned.
 */
export function* neededRoles(
  graph: CatalogGraph,
  { groups, mustInclude, assign, from }: RolesRequest,
): Steps<NeededRoles> {
  if (assign === 'ALL' && from === 'CATALOG') {
    throw new ArgumentError(
      'from',
      'from is CATALOG, which is for assign PLAN: whom a plan may take. ALL assigns the roles of the groups themselves; ' +
        'mustInclude adds others.',
    );
  }
  const scope = { groups, from: from ?? 'MEMBERS' };
  const requirements = yield* requirementsOf(graph, scope, ['CATEGORY']);
  const roles = new Set(mustInclude);
  if (assign === 'PLAN') {
    const plan = yield* invitePlan(graph, { ...scope, unit: 'CATEGORY', mustInclude, exclude: [] });
    for (const { role } of plan.invites) roles.add(role);
  } else {
    for (const group of groups) {
      for (const role of group.roles) roles.add(role);
      yield;
    }
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
