import { itemAt } from '../../collections/item-at.ts';
import { mapInSteps, repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import type { Responsibility, Role, RoleGroup } from '../nodes/node.ts';
import { ratio } from '../structure/overlap-arithmetic.ts';
import type { Order } from './page.ts';

/** A role that has a responsibility, and how much of the evidence for the responsibility names it. */
export interface Holder {
  readonly role: Role;
  /** The number of distinct lines that say that the role has the responsibility, at least 1. */
  readonly lineCount: number;
  /**
   * lineCount / the number of distinct lines that name the responsibility for any role: above 0, to 1, rounded to 6
   * decimals. A line may name several roles, so the shares of all holders may add up to more than 1.
   */
  readonly share: number;
}

/**
 * Who mainly has a responsibility comes first: the role that most lines name for it. Of roles that equally many lines name,
 * the one with fewer responsibilities in all comes first, of which this one is a greater part; then by title and id.
 */
export const holdersByEvidence: Order<Holder> = {
  name: 'holders by LINE_COUNT DESC',
  types: ['number', 'number', 'string', 'string'],
  directions: ['DESC', 'ASC', 'ASC', 'ASC'],
  valuesOf: ({ role, lineCount }) => [lineCount, role.responsibilityCount, role.sortKey, role.id],
};

/** How many roles are looked at between two yields: all lines of each are read. */
const rolesPerStep = 64;

/** The roles that have a responsibility, in the order of holdersByEvidence; by the lines of a group only, where one is given. */
export function* holdersOf(responsibility: Responsibility, group?: RoleGroup): Steps<readonly Holder[]> {
  const { roles } = responsibility;
  const all = new Set<number>();
  const counted: { readonly role: Role; readonly lineCount: number }[] = [];
  const count = (index: number) => {
    const role = itemAt(roles, index);
    const lines = role.sourceLinesNaming(responsibility, group);
    for (const line of lines) all.add(line);
    if (lines.length > 0) counted.push({ role, lineCount: lines.length });
  };
  yield* repeatInSteps(roles.length, count, rolesPerStep);
  const holders = yield* mapInSteps(counted, (each) => ({ ...each, share: ratio(each.lineCount, all.size) }));
  // Roles are in the order of their titles, and sorting keeps equals in their order.
  return yield* sortInSteps(
    holders,
    (a, b) => b.lineCount - a.lineCount || a.role.responsibilityCount - b.role.responsibilityCount,
  );
}
