import type { Order } from '../../graph/lists/page.ts';
import type { Category, Responsibility, RoleGroup, Topic } from '../../graph/nodes/node.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { filterInSteps, type Steps } from '../../scheduling/steps.ts';
import { sortKey } from '../../text/sort-key.ts';

/** What coverage is counted in: the elements of a set cover, of which each role is a set. */
export const coverageUnits = ['CATEGORY', 'RESPONSIBILITY', 'TOPIC'] as const;
export type CoverageUnit = (typeof coverageUnits)[number];

/** What there can be to cover. */
export type CoverageNode = Category | Responsibility | Topic;

/** Something that a review, a team or a plan must have a role for; see Requirements. */
export interface CoverageItem {
  readonly node: CoverageNode;
  /** The group that needs somebody for the node; null where any role of the catalog may carry it, for all groups at once. */
  readonly group: RoleGroup | null;
  /** The position of the item among all required items of its unit, from 0; parts of that list keep it. */
  readonly index: number;
}

export type ByUnit<T> = Readonly<Record<CoverageUnit, T>>;

/** Items of every unit, each list in the order of itemsByName. */
export type CoverageItems = ByUnit<readonly CoverageItem[]>;

/** Items by unit, then name, then the id of the node, then the id of the group. */
export const itemsByName: Order<CoverageItem> = {
  name: 'coverage items by NAME ASC',
  types: ['number', 'string', 'string', 'string'],
  directions: ['ASC', 'ASC', 'ASC', 'ASC'],
  valuesOf: ({ node, group }) => [
    coverageUnits.indexOf(node.kind),
    node.kind === 'RESPONSIBILITY' ? node.sortKey : sortKey(node.name),
    node.id,
    group?.id ?? '',
  ],
};

/** A value for every unit. */
export function eachUnit<T>(make: (unit: CoverageUnit) => T): ByUnit<T> {
  return { CATEGORY: make('CATEGORY'), RESPONSIBILITY: make('RESPONSIBILITY'), TOPIC: make('TOPIC') };
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

/** A share of the items of each unit, 0..1, rounded to 6 decimals; null for a unit without items. */
export type Shares = ByUnit<number | null>;

/** How much of all items some of them are, unit by unit. */
export function sharesOf(part: CoverageItems, all: CoverageItems): Shares {
  return eachUnit((unit) => (all[unit].length === 0 ? null : roundScore(part[unit].length / all[unit].length)));
}

/**
 * The share by which additions and single points are ranked: how much of all required responsibilities some of them are. Duties
 * are what people are there for; categories and topics are ways to sort them. 0..1, rounded to 6 decimals; 0 where no
 * responsibility is required.
 */
export function rankingShare(dutyCount: number, all: CoverageItems): number {
  const { length } = all.RESPONSIBILITY;
  return length === 0 ? 0 : roundScore(dutyCount / length);
}
