import type { ExpectedSizes } from '../../src/graph/indexes/expected-sizes.ts';
import type { OrderDirection, RoleOrderField } from '../../src/graph/lists/orders.ts';
import type { PageArguments } from '../../src/graph/lists/page.ts';
import type { RoleFilter } from '../../src/graph/lists/role-filter.ts';
import { roleWalk, setWork } from './cost.ts';

export interface RoleListArguments extends PageArguments {
  readonly filter?: RoleFilter | null | undefined;
  readonly orderBy?: { readonly field: RoleOrderField; readonly direction: OrderDirection } | null | undefined;
}

/**
 * The cost of filtering and ordering a set of roles.
 *
 * @param roles how many roles the set has; 0 for all roles of the catalog, whose order is precomputed.
 */
export function roleListWork(sizes: ExpectedSizes, roles: number, { filter, orderBy }: RoleListArguments): number {
  const { all } = sizes;
  const ordering = 4 * setWork(sizes) + (orderBy == null ? roleWalk(roles) : 4 * roleWalk(all.roles));
  if (filter == null) return ordering;
  const { inAll, inAny, inNone, performsAll, performsAny, pillarCount, titleContains } = filter;
  const sets = [inAll, inAny, inNone, performsAll, performsAny].reduce((sum, ids) => sum + (ids?.length ?? 0), 0);
  const walk = roleWalk(roles === 0 ? all.roles : roles);
  const walks = 1 + (pillarCount == null ? 0 : 8) + (titleContains == null ? 0 : 24);
  return ordering + walks * walk + sets * setWork(sizes);
}
