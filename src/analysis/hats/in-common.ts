import type { Category } from '../../graph/nodes/category.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { Person } from './assigned-hats.ts';

/** Those of some categories that at least one of some roles is listed in, or those that none is; in their order. */
export function categoriesCarried(
  categories: readonly Category[],
  roles: readonly Role[],
  isCarried: boolean,
): readonly Category[] {
  const carried = new Set(roles.flatMap((role) => role.categories));
  return categories.filter((category) => carried.has(category) === isCarried);
}

/** The roles of a person, by title. */
export function rolesOf({ roles }: Person): readonly Role[] {
  return roles.map(({ role }) => role);
}
