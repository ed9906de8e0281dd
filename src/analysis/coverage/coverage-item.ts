import { listAt } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { Category, Responsibility, RoleGroup, Topic } from '../../graph/nodes/node.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { filterInSteps, forEachInSteps, type Steps } from '../../scheduling/steps.ts';
import { bySortKey, sortKey } from '../../text/sort-key.ts';

/** What coverage is counted in: the elements of a set cover, of which each role is a set. */
export const coverageUnits = ['CATEGORY', 'RESPONSIBILITY', 'TOPIC'] as const;
export type CoverageUnit = (typeof coverageUnits)[number];

/** Something that a review, a team or a plan must have a role for. */
export type CoverageItem = Category | Responsibility | Topic;

export type ByUnit<T> = Readonly<Record<CoverageUnit, T>>;

/** Items of every unit, each list by name. */
export type CoverageItems = ByUnit<readonly CoverageItem[]>;

/** Items by unit, then name, then id. */
export const itemsByName: Order<CoverageItem> = {
  name: 'coverage items by NAME ASC',
  types: ['number', 'string', 'string'],
  directions: ['ASC', 'ASC', 'ASC'],
  valuesOf: (item) => [
    coverageUnits.indexOf(item.kind),
    item.kind === 'RESPONSIBILITY' ? item.sortKey : sortKey(item.name),
    item.id,
  ],
};

/** A value for every unit. */
export function eachUnit<T>(make: (unit: CoverageUnit) => T): ByUnit<T> {
  return { CATEGORY: make('CATEGORY'), RESPONSIBILITY: make('RESPONSIBILITY'), TOPIC: make('TOPIC') };
}

/**
 * What there is to cover in some groups, each once and by name: the categories that are part of them (a category given is
 * its own), the responsibilities that their lines name, and the topics of these.
 */
export function* itemsOfGroups(graph: CatalogGraph, groups: readonly RoleGroup[]): Steps<CoverageItems> {
  const duties = yield* dutiesOfGroups(graph, groups);
  const isNamed = new Uint8Array(graph.topics.length);
  yield* forEachInSteps(duties, ({ index }) => {
    for (const topic of listAt(graph.relations.topicsOfResponsibility, index)) isNamed[topic] = 1;
  });
  return {
    CATEGORY: byName([...new Set(groups.flatMap((group) => group.categories))]),
    RESPONSIBILITY: duties,
    TOPIC: byName(graph.topics.filter(({ index }) => isNamed[index] === 1)),
  };
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
  return yield* filterInSteps(responsibilities, ({ index }) => isNamed[index] === 1);
}

function byName(items: readonly (Category | Topic)[]): readonly CoverageItem[] {
  return items
    .map((item) => ({ item, sortKey: sortKey(item.name), id: item.id }))
    .sort(bySortKey)
    .map(({ item }) => item);
}

/** Those of some items for which something holds. */
export function* itemsWhere(items: CoverageItems, holds: (item: CoverageItem) => boolean): Steps<CoverageItems> {
  return {
    CATEGORY: yield* filterInSteps(items.CATEGORY, holds),
    RESPONSIBILITY: yield* filterInSteps(items.RESPONSIBILITY, holds),
    TOPIC: yield* filterInSteps(items.TOPIC, holds),
  };
}

/** How many items there are, of all units together. */
export function itemCount(items: CoverageItems): number {
  return coverageUnits.reduce((sum, unit) => sum + items[unit].length, 0);
}

/**
 * The share of some counts of items in all items: the mean of the three shares, of categories, of responsibilities and of
 * topics, so that one category of six weighs more than one responsibility of sixty. Units that have no items do not
 * count. 0..1, rounded to 6 decimals.
 *
 * @param none the answer where no unit has items.
 */
export function meanShare(countOf: (unit: CoverageUnit) => number, all: CoverageItems, none: 0 | 1): number {
  const units = coverageUnits.filter((unit) => all[unit].length > 0);
  if (units.length === 0) return none;
  return roundScore(units.reduce((sum, unit) => sum + countOf(unit) / all[unit].length, 0) / units.length);
}

/** The indexes of the roles that cover an item, ascending: those in the category, with the responsibility or the topic. */
export function rolesCovering(graph: CatalogGraph, item: CoverageItem): Int32Array {
  // A responsibility has the roles listed, and there are too many to make a set of each.
  if (item.kind === 'RESPONSIBILITY') return listAt(graph.relations.rolesOfResponsibility, item.index);
  return Int32Array.from(item.roleSet);
}
