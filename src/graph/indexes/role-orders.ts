import { itemAt } from '../../collections/item-at.ts';
import { listLength, type Lists } from '../../collections/lists.ts';
import type { RoleOrderField, OrderDirection } from '../lists/orders.ts';
import type { Relations } from './relations.ts';

/** The indexes of all roles in each order. */
export type RoleOrders = Readonly<Record<RoleOrderField, Readonly<Record<OrderDirection, Int32Array>>>>;

/** @param titleSortKeys of each role, ascending, since roles are numbered by title and id. */
export function roleOrders(
  relations: Relations,
  titleSortKeys: readonly string[],
  specificities: Float64Array,
): RoleOrders {
  const byTitle = Int32Array.from(titleSortKeys.keys());
  const byNumber = (numberOf: (role: number) => number) => {
    // Roles with equal numbers are in the order of their indexes, which is by title, in both directions.
    const ordered = (direction: 1 | -1) => byTitle.toSorted((a, b) => direction * (numberOf(a) - numberOf(b)) || a - b);
    return { ASC: ordered(1), DESC: ordered(-1) };
  };
  const byCount = (lists: Lists) => byNumber((role) => listLength(lists, role));
  return {
    TITLE: { ASC: byTitle, DESC: descending(titleSortKeys) },
    PILLAR_COUNT: byCount(relations.pillarsOfRole),
    APPEARANCE_COUNT: byCount(relations.appearancesOfRole),
    RESPONSIBILITY_COUNT: byCount(relations.responsibilitiesOfRole),
    SPECIFICITY: byNumber((role) => itemAt(specificities, role)),
  };
}

/** From last to first, except that roles with equal keys stay in the order of their ids. */
function descending(keys: readonly string[]): Int32Array {
  const indexes: number[] = [];
  for (let end = keys.length; end > 0;) {
    let start = end - 1;
    while (start > 0 && itemAt(keys, start - 1) === itemAt(keys, start)) start--;
    for (let index = start; index < end; index++) indexes.push(index);
    end = start;
  }
  return Int32Array.from(indexes);
}
