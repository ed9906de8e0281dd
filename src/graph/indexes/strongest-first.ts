import type { ListedOverlaps } from '../structure/graph-data.ts';
import { itemAt } from '../../collections/item-at.ts';
import type { Lists } from '../../collections/lists.ts';

/** Scores are 0 to 1, rounded to 6 decimals: in these units, they are whole numbers. */
const scoreUnits = 1e6;
/** More than there are pairs; a score and a place together stay a whole number below 2^53. */
const placeUnits = 2 ** 31;

/** The places of the listed overlaps of each role, strongest first, then by the other role's title. */
export function strongestFirst({ first, second, score }: ListedOverlaps, roleCount: number): Lists {
  const offsets = new Int32Array(roleCount + 1);
  for (const roles of [first, second]) {
    for (const role of roles) offsets[role + 1] = (offsets[role + 1] ?? 0) + 1;
  }
  for (let role = 0; role < roleCount; role++) {
    offsets[role + 1] = itemAt(offsets, role) + itemAt(offsets, role + 1);
  }
  const next = offsets.slice();
  const values = new Int32Array(2 * first.length);
  const add = (role: number, pair: number) => {
    const place = itemAt(next, role);
    values[place] = pair;
    next[role] = place + 1;
  };
  // Numbers are sorted many times faster than by a comparison. Pairs stand in the order of their roles, so the lower place
  // of two of one role is that of the lower other role.
  const ranks = score.map((each, pair) => (scoreUnits - Math.round(each * scoreUnits)) * placeUnits + pair).sort();
  for (const rank of ranks) {
    const pair = rank % placeUnits;
    add(itemAt(first, pair), pair);
    add(itemAt(second, pair), pair);
  }
  return { offsets, values };
}
