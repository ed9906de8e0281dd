import { itemAt } from '../../../src/collections/item-at.ts';
import type { Combination, UpsetData } from '../../../src/drawing/upset/upset-data.ts';
import type { OverlapSelection } from '../../state/address/overlap-address.ts';

/** The ids of the groups of a combination. */
export function groupsOf({ groups }: UpsetData, combination: Combination): readonly string[] {
  return combination.groups.map((position) => itemAt(groups, position).id);
}

/** The roles that are in exactly some groups, as a column lists them, or in all of them, as a row does. */
export function selectionOf(groups: readonly string[], isExact: boolean): OverlapSelection {
  return { picture: 'UPSET', groups, isExact, role: null };
}
