import { itemAt } from '../../collections/item-at.ts';
import { listLength, type Lists } from '../../collections/lists.ts';
import type { RoleOrderField, OrderDirection } from '../lists/orders.ts';
import type { Relations } from './relations.ts';

/** The places of all roles in each order. */
export type RoleOrders = Readonly<Record<RoleOrderField, Readonly<Record<OrderDirection, Int32Array>>>>;

/**
 * @param titleSortKeys of each role; places stand in their order, equals by id.
 * @param specificities of each role.
 */
export function roleOrders(
  relations: Relations,
  titleSortKeys: readonly string[],
  specificities: Float64Array,
): RoleOrders {
  const byTitle = Int32Array.from(titleSortKeys.keys());
  const byNumber = (numberOf: (role: number) => number) => {
    // Places tell equals apart: by title, whichever the direction.
    const ordered = (direction: 1 | -1) => byTitle.toSorted((a, b) => direction * (numberOf(a) - numberOf(b)) || a - b);
    return { ASC: ordered(1), DESC: ordered(-1) };
  };
  const byCount = (lists: Lists) => byNumber((role) => listLength(lists, role));
  return {
    TITLE: { ASC: byTitle, DESC: fromTheEnd(titleSortKeys) },
    PILLAR_COUNT: byCount(relations.pillarsOfRole),
    APPEARANCE_COUNT: byCount(relations.appearancesOfRole),
    RESPONSIBILITY_COUNT: byCount(relations.responsibilitiesOfRole),
    SPECIFICITY: byNumber((role) => itemAt(specificities, role)),
  };
}

/** Backwards, but for equals, which stay in the order of their ids. */
function fromTheEnd(keys: readonly string[]): Int32Array {
  const places: number[] = [];
  for (let end = keys.length; end > 0;) {
    let start = end - 1;
    while (start > 0 && itemAt(keys, start - 1) === itemAt(keys, start)) start--;
    for (let place = start; place < end; place++) places.push(place);
    end = start;
  }
  return Int32Array.from(places);
}
