import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Category, Role, RoleGroup } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { itemsOfGroups, type CoverageItem } from '../coverage/coverage-item.ts';
import { invitePlan } from '../invites/invite-plan.ts';

/** Which roles of groups are assigned: all, or those of the smallest plan that covers their categories. */
export type Assign = 'ALL' | 'PLAN';

/** Roles to assign. */
export interface NeededRoles {
  readonly roles: readonly Role[];
  /** The categories of the groups, by name. */
  readonly categories: readonly Category[];
}

/** The roles that groups need, and those of mustInclude. */
export function* neededRoles(
  graph: CatalogGraph,
  groups: readonly RoleGroup[],
  mustInclude: readonly Role[],
  assign: Assign,
): Steps<NeededRoles> {
  if (assign === 'PLAN') {
    const plan = yield* invitePlan(graph, { groups, unit: 'CATEGORY', mustInclude, exclude: [] });
    return { roles: plan.invites.map(({ role }) => role), categories: categoriesIn(plan.items) };
  }
  const { CATEGORY } = yield* itemsOfGroups(graph, groups);
  const roles = new Set(mustInclude);
  for (const group of groups) {
    for (const role of group.roles) roles.add(role);
    yield;
  }
  return { roles: [...roles], categories: categoriesIn(CATEGORY) };
}

function categoriesIn(items: readonly CoverageItem[]): readonly Category[] {
  return items.filter((item) => item.kind === 'CATEGORY');
}
