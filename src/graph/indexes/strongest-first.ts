import { itemAt } from '../../collections/item-at.ts';
import { inverted, type Lists } from '../../collections/lists.ts';
import type { ListedOverlaps } from '../structure/graph-data.ts';

/** Scores are 0 to 1, rounded to 6 decimals: in these units, they are whole numbers. */
const scoreUnits = 1e6;
/** More than there are pairs; a score and the index of a pair together stay a whole number below 2^53. */
const pairUnits = 2 ** 31;

/** The indexes of the listed overlaps of each role, strongest first, then by the other role's title. */
export function strongestFirst({ first, second, score }: ListedOverlaps, roleCount: number): Lists {
  // Numbers are sorted many times faster than by a comparison. Pairs are in the order of their roles, so of two pairs of
  // one role that with the lower index has the other role with the lower index.
  const keys = score.map((each, pair) => (scoreUnits - Math.round(each * scoreUnits)) * pairUnits + pair).sort();
  const pairs = Int32Array.from(keys, (key) => key % pairUnits);
  const rolesOfRank = {
    offsets: Int32Array.from({ length: pairs.length + 1 }, (_, rank) => 2 * rank),
    values: Int32Array.from({ length: 2 * pairs.length }, (_, index) =>
      itemAt(index % 2 === 0 ? first : second, itemAt(pairs, index >> 1)),
    ),
  };
  const { offsets, values: ranks } = inverted(rolesOfRank, roleCount);
  return { offsets, values: ranks.map((rank) => itemAt(pairs, rank)) };
}
