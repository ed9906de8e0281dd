import { itemAt } from './item-at.ts';
import { listAt, listCount, type Lists } from './lists.ts';

/** Lists of which each value carries the number of appearances behind it. */
export interface CountedLists extends Lists {
  readonly counts: Int32Array;
}

/**
 * What each role has through its appearances, ascending, and how many of them give it to the role.
 *
 * @param valueCount values are 0 to valueCount - 1.
 * @param valuesOf what an appearance gives its role, each value once.
 */
export function countedByRole(
  appearancesOfRole: Lists,
  valueCount: number,
  valuesOf: (appearance: number) => Iterable<number>,
): CountedLists {
  const offsets = new Int32Array(listCount(appearancesOfRole) + 1);
  const values: number[] = [];
  const counts: number[] = [];
  /** The counts of the current role; all 0 between two roles. */
  const tally = new Int32Array(valueCount);
  for (let role = 0; role < listCount(appearancesOfRole); role++) {
    const found: number[] = [];
    for (const appearance of listAt(appearancesOfRole, role)) {
      for (const value of valuesOf(appearance)) {
        if (tally[value] === 0) found.push(value);
        tally[value] = itemAt(tally, value) + 1;
      }
    }
    for (const value of found.sort((a, b) => a - b)) {
      values.push(value);
      counts.push(itemAt(tally, value));
      tally[value] = 0;
    }
    offsets[role + 1] = values.length;
  }
  return { offsets, values: Int32Array.from(values), counts: Int32Array.from(counts) };
}

/** The number of appearances behind a value of a list; 0 where the list does not have it. */
export function countAt(lists: CountedLists, list: number, value: number): number {
  const index = listAt(lists, list).indexOf(value);
  return index === -1 ? 0 : itemAt(lists.counts, itemAt(lists.offsets, list) + index);
}
