import { itemAt } from '../../collections/item-at.ts';
import { listAt, type Lists } from '../../collections/lists.ts';
import type { CategoryEntry, RoleEntry, TopicEntry } from '../../graph/nodes/entries.ts';
import type { Membership } from '../../graph/catalog-graph.ts';
import type { Person } from './assigned-hats.ts';

/** The entries that the lists of all roles of a person have, in the kind's order; for one role, all of its own. */
export function commonTo<T>(entries: readonly T[], lists: Lists, person: Person): readonly T[] {
  const common = rolesOf(person)
    .map(({ place }) => new Set(listAt(lists, place)))
    .reduce((both, set) => both.intersection(set));
  return Array.from(Int32Array.from(common).sort(), (place) => itemAt(entries, place));
}

/** The topics that all roles of a person have a responsibility about, in the catalog's order. */
export function commonTopics(membership: Membership, person: Person): readonly TopicEntry[] {
  const [first = [], ...others] = rolesOf(person).map((role) => membership.topicsOfRole(role));
  const sets = others.map((topics) => new Set(topics));
  return first.filter((topic) => sets.every((topics) => topics.has(topic)));
}

/** Those of some categories that at least one of some roles is listed in, or those that none is; in their order. */
export function categoriesCarried(
  { relations }: Membership,
  categories: readonly CategoryEntry[],
  roles: readonly RoleEntry[],
  isCarried: boolean,
): readonly CategoryEntry[] {
  const carried = new Set(roles.flatMap(({ place }) => [...listAt(relations.categoriesOfRole, place)]));
  return categories.filter(({ place }) => carried.has(place) === isCarried);
}

/** The roles of a person, by title. */
export function rolesOf({ roles }: Person): readonly RoleEntry[] {
  return roles.map(({ role }) => role);
}
