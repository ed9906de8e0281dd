import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { bySortKey, sortKey } from '../../text/sort-key.ts';
import type {
  CategoryEntry,
  GroupEntry,
  ResponsibilityEntry,
  RoleEntry,
  TopicEntry,
} from '../../graph/nodes/entries.ts';
import type { Membership } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { RoleSet } from '../../collections/role-set.ts';
import { forEachInSteps, filterInSteps, type Steps } from '../../scheduling/steps.ts';

/** What coverage is counted in: the elements of a set cover, of which each role is a set. */
export const coverageUnits = ['CATEGORY', 'RESPONSIBILITY', 'TOPIC'] as const;
export type CoverageUnit = (typeof coverageUnits)[number];

/** Something that roles carry and that a review, a team or a plan must have somebody for. */
export type CoverageItem = CategoryEntry | ResponsibilityEntry | TopicEntry;

/** Items of every unit, each list by name. */
export type CoverageItems = Readonly<Record<CoverageUnit, readonly CoverageItem[]>>;

/** Items by unit, then name, then id. */
export const itemsByName: Order<CoverageItem> = {
  name: 'coverage items by NAME ASC',
  types: ['number', 'string', 'string'],
  directions: ['ASC', 'ASC', 'ASC'],
  valuesOf: (item) => [coverageUnits.indexOf(item.kind), sortKeyOf(item), item.id],
};

function sortKeyOf(item: CoverageItem): string {
  return item.kind === 'RESPONSIBILITY' ? item.sortKey : sortKey(item.label);
}

/**
 * What there is to cover in some groups, each once and by name: the categories that are part of them (a category given is
 * its own), the responsibilities that their lines name, or the topics of these.
 */
export function* itemsOfGroups(
  membership: Membership,
  groups: readonly GroupEntry[],
  unit: CoverageUnit,
): Steps<readonly CoverageItem[]> {
  if (unit === 'CATEGORY') return categoriesOfGroups(membership, groups);
  const duties = yield* dutiesOfGroups(membership, groups);
  return unit === 'RESPONSIBILITY' ? duties : yield* topicsOfDuties(membership, duties);
}

/** The same of every unit. */
export function* allItemsOfGroups(membership: Membership, groups: readonly GroupEntry[]): Steps<CoverageItems> {
  const duties = yield* dutiesOfGroups(membership, groups);
  return {
    CATEGORY: categoriesOfGroups(membership, groups),
    RESPONSIBILITY: duties,
    TOPIC: yield* topicsOfDuties(membership, duties),
  };
}

function categoriesOfGroups(membership: Membership, groups: readonly GroupEntry[]): readonly CoverageItem[] {
  const places = groups.flatMap((group) =>
    group.kind === 'CATEGORY' ? [group.place] : membership.categoriesUnder(group).map(({ place }) => place),
  );
  return byName([...new Set(places)].map((place) => itemAt(membership.entries.categories, place)));
}

/** What the lines of any of some groups name, by name. */
function* dutiesOfGroups(membership: Membership, groups: readonly GroupEntry[]): Steps<readonly ResponsibilityEntry[]> {
  const [only, ...others] = groups;
  if (only !== undefined && others.length === 0) return membership.responsibilitiesOfGroup(only);
  const { responsibilities } = membership.entries;
  const isNamed = new Uint8Array(responsibilities.length);
  for (const group of groups) {
    yield* forEachInSteps(membership.responsibilitiesOfGroup(group), ({ place }) => (isNamed[place] = 1));
  }
  // They stand by name.
  return yield* filterInSteps(responsibilities, ({ place }) => isNamed[place] === 1);
}

/** What some responsibilities are about, by name. */
function* topicsOfDuties(
  { entries, relations }: Membership,
  duties: readonly ResponsibilityEntry[],
): Steps<readonly CoverageItem[]> {
  const isNamed = new Uint8Array(entries.topics.length);
  yield* forEachInSteps(duties, ({ place }) => {
    for (const topic of listAt(relations.topicsOfResponsibility, place)) isNamed[topic] = 1;
  });
  return byName(entries.topics.filter(({ place }) => isNamed[place] === 1));
}

/** The places of the roles that carry an item, ascending: those in the category, with the responsibility or the topic. */
export function carriersOf(membership: Membership, item: CoverageItem): Int32Array {
  if (item.kind === 'RESPONSIBILITY') return listAt(membership.relations.rolesOfResponsibility, item.place);
  return Int32Array.from(rolesWith(membership, item));
}

/** The places of those of some roles that carry an item, ascending. */
export function carriersAmong(membership: Membership, item: CoverageItem, roles: RoleSet): Int32Array {
  if (item.kind === 'RESPONSIBILITY') return carriersOf(membership, item).filter((role) => roles.has(role));
  return Int32Array.from(rolesWith(membership, item).intersection(roles));
}

/** How many roles carry an item. */
export function carrierCount(membership: Membership, item: CoverageItem): number {
  if (item.kind === 'RESPONSIBILITY') return item.roleCount;
  return item.kind === 'CATEGORY' ? membership.roleCountOf(item) : rolesWith(membership, item).size;
}

function rolesWith(membership: Membership, item: CategoryEntry | TopicEntry): RoleSet {
  return item.kind === 'CATEGORY' ? membership.rolesOfGroup(item) : membership.rolesOfTopic(item);
}

/** What a role carries, by name. */
export function itemsOfRole(membership: Membership, role: RoleEntry, unit: CoverageUnit): readonly CoverageItem[] {
  if (unit === 'RESPONSIBILITY') return membership.responsibilitiesOf(role);
  return byName(unit === 'CATEGORY' ? membership.categoriesOf(role) : membership.topicsOfRole(role));
}

/** Whether the line of an appearance says that its role carries an item. */
export function saysThat({ structure, relations }: Membership, appearance: number, item: CoverageItem): boolean {
  const { category, responsibilities } = structure.appearances;
  if (item.kind === 'CATEGORY') return category[appearance] === item.place;
  const named = listAt(responsibilities, appearance);
  if (item.kind === 'RESPONSIBILITY') return named.includes(item.place);
  return named.some((duty) => listAt(relations.topicsOfResponsibility, duty).includes(item.place));
}

function byName(items: readonly (CategoryEntry | TopicEntry)[]): readonly CoverageItem[] {
  return items
    .map((item) => ({ item, sortKey: sortKeyOf(item), id: item.id }))
    .sort(bySortKey)
    .map(({ item }) => item);
}
