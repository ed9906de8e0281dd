import { itemAt } from '../graph/item-at.ts';
import { listAt, listsOf, type Lists } from '../graph/lists.ts';

/** Lists of which each value carries the number of appearances behind it. */
export interface CountedLists extends Lists {
  readonly counts: Int32Array;
}

/** What each role has by its appearances, ascending, and how many of them say so. */
export function countedByRole(
  appearancesOfRole: Lists,
  valuesOf: (appearance: number) => Iterable<number>,
): CountedLists {
  const counts: number[] = [];
  const lists = Array.from({ length: appearancesOfRole.offsets.length - 1 }, (_, role) => {
    const tally = new Map<number, number>();
    for (const appearance of listAt(appearancesOfRole, role)) {
      for (const value of valuesOf(appearance)) tally.set(value, (tally.get(value) ?? 0) + 1);
    }
    const sorted = [...tally].sort(([a], [b]) => a - b);
    for (const [, count] of sorted) counts.push(count);
    return sorted.map(([value]) => value);
  });
  return { ...listsOf(lists), counts: Int32Array.from(counts) };
}

/** The number of appearances behind a value of a list; 0 where the list does not have it. */
export function countAt(lists: CountedLists, list: number, value: number): number {
  const place = listAt(lists, list).indexOf(value);
  return place === -1 ? 0 : itemAt(lists.counts, (lists.offsets[list] ?? 0) + place);
}
