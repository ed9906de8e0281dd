import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { bySortKey, sortKey } from '../../text/sort-key.ts';
import type { Category } from '../../graph/nodes/category.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import type { Responsibility } from '../../graph/nodes/responsibility.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { Topic } from '../../graph/nodes/topic.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { RoleSet } from '../../collections/role-set.ts';
import { forEachInSteps, filterInSteps, type Steps } from '../../scheduling/steps.ts';

/** What coverage is counted in: the elements of a set cover, of which each role is a set. */
export const coverageUnits = ['CATEGORY', 'RESPONSIBILITY', 'TOPIC'] as const;
export type CoverageUnit = (typeof coverageUnits)[number];

/** Something that roles carry and that a review, a team or a plan must have somebody for. */
export type CoverageItem = Category | Responsibility | Topic;

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
  return item.kind === 'RESPONSIBILITY' ? item.sortKey : sortKey(item.name);
}

/**
 * What there is to cover in some groups, each once and by name: the categories that are part of them (a category given is
 * its own), the responsibilities that their lines name, or the topics of these.
 */
export function* itemsOfGroups(
  graph: CatalogGraph,
  groups: readonly RoleGroup[],
  unit: CoverageUnit,
): Steps<readonly CoverageItem[]> {
  if (unit === 'CATEGORY') return categoriesOfGroups(graph, groups);
  const duties = yield* dutiesOfGroups(graph, groups);
  return unit === 'RESPONSIBILITY' ? duties : yield* topicsOfDuties(graph, duties);
}

/** The same of every unit. */
export function* allItemsOfGroups(graph: CatalogGraph, groups: readonly RoleGroup[]): Steps<CoverageItems> {
  const duties = yield* dutiesOfGroups(graph, groups);
  return {
    CATEGORY: categoriesOfGroups(graph, groups),
    RESPONSIBILITY: duties,
    TOPIC: yield* topicsOfDuties(graph, duties),
  };
}

function categoriesOfGroups(graph: CatalogGraph, groups: readonly RoleGroup[]): readonly CoverageItem[] {
  const places = groups.flatMap((group) =>
    group.kind === 'CATEGORY' ? [group.index] : group.categories.map(({ index }) => index),
  );
  return byName([...new Set(places)].map((place) => itemAt(graph.categories, place)));
}

/** What the lines of any of some groups name, by name. */
function* dutiesOfGroups(graph: CatalogGraph, groups: readonly RoleGroup[]): Steps<readonly Responsibility[]> {
  const [only, ...others] = groups;
  if (only !== undefined && others.length === 0) return only.responsibilities;
  const { responsibilities } = graph;
  const isNamed = new Uint8Array(responsibilities.length);
  for (const group of groups) {
    yield* forEachInSteps(group.responsibilities, ({ index }) => (isNamed[index] = 1));
  }
  // They stand by name.
  return yield* filterInSteps(responsibilities, ({ index }) => isNamed[index] === 1);
}

/** What some responsibilities are about, by name. */
function* topicsOfDuties(
  { topics, relations }: CatalogGraph,
  duties: readonly Responsibility[],
): Steps<readonly CoverageItem[]> {
  const isNamed = new Uint8Array(topics.length);
  yield* forEachInSteps(duties, ({ index }) => {
    for (const topic of listAt(relations.topicsOfResponsibility, index)) isNamed[topic] = 1;
  });
  return byName(topics.filter(({ index }) => isNamed[index] === 1));
}

/** The places of the roles that carry an item, ascending: those in the category, with the responsibility or the topic. */
export function carriersOf(graph: CatalogGraph, item: CoverageItem): Int32Array {
  if (item.kind === 'RESPONSIBILITY') return listAt(graph.relations.rolesOfResponsibility, item.index);
  return Int32Array.from(item.roleSet);
}

/** The places of those of some roles that carry an item, ascending. */
export function carriersAmong(graph: CatalogGraph, item: CoverageItem, roles: RoleSet): Int32Array {
  if (item.kind === 'RESPONSIBILITY') return carriersOf(graph, item).filter((role) => roles.has(role));
  return Int32Array.from(item.roleSet.intersection(roles));
}

/** How many roles carry an item. */
export function carrierCount(item: CoverageItem): number {
  return item.roleCount;
}

/** What a role carries, by name. */
export function itemsOfRole(role: Role, unit: CoverageUnit): readonly CoverageItem[] {
  if (unit === 'RESPONSIBILITY') return role.responsibilities;
  return byName(unit === 'CATEGORY' ? role.categories : role.topics);
}

/** Whether the line of an appearance says that its role carries an item. */
export function saysThat({ structure, relations }: CatalogGraph, appearance: number, item: CoverageItem): boolean {
  const { category, responsibilities } = structure.appearances;
  if (item.kind === 'CATEGORY') return category[appearance] === item.index;
  const named = listAt(responsibilities, appearance);
  if (item.kind === 'RESPONSIBILITY') return named.includes(item.index);
  return named.some((duty) => listAt(relations.topicsOfResponsibility, duty).includes(item.index));
}

function byName(items: readonly (Category | Topic)[]): readonly CoverageItem[] {
  return items
    .map((item) => ({ item, sortKey: sortKeyOf(item), id: item.id }))
    .sort(bySortKey)
    .map(({ item }) => item);
}
