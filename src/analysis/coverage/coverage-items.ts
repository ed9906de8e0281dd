import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { filterInSteps, type Steps } from '../../scheduling/steps.ts';
import { coverageUnits, type CoverageItem, type CoverageItems, type CoverageUnit } from './coverage-item.ts';

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
 * Which share some counts of items are of all items: the mean of the three shares, of categories, of responsibilities and
 * of topics, so that one category of six weighs more than one responsibility of sixty. Units that have no items do not
 * count. 0..1, rounded to 6 decimals.
 *
 * @param none what it is where no unit has items.
 */
export function meanShare(counts: Readonly<Record<CoverageUnit, number>>, all: CoverageItems, none: 0 | 1): number {
  const units = coverageUnits.filter((unit) => all[unit].length > 0);
  if (units.length === 0) return none;
  return roundScore(units.reduce((sum, unit) => sum + counts[unit] / all[unit].length, 0) / units.length);
}

/** Something of every unit. */
export function eachUnit<T>(make: (unit: CoverageUnit) => T): Readonly<Record<CoverageUnit, T>> {
  return { CATEGORY: make('CATEGORY'), RESPONSIBILITY: make('RESPONSIBILITY'), TOPIC: make('TOPIC') };
}
