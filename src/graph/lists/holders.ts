import { mapInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import type { Responsibility, Role, RoleGroup } from '../nodes/node.ts';
import { ratio } from '../structure/overlap-arithmetic.ts';
import { comparator, type Order } from './page.ts';

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

/** The roles that have a responsibility, in the order of holdersByEvidence; by the lines of a group only, where one is given. */
export function* holdersOf(responsibility: Responsibility, group?: RoleGroup): Steps<readonly Holder[]> {
  const all = new Set<number>();
  const counted = yield* mapInSteps(responsibility.rolesIn(group), (role) => {
    const lines = role.sourceLinesNaming(responsibility, group);
    for (const line of lines) all.add(line);
    return { role, lineCount: lines.length };
  });
  const holders = counted.map(({ role, lineCount }) => ({ role, lineCount, share: ratio(lineCount, all.size) }));
  return yield* sortInSteps(holders, comparator(holdersByEvidence));
}
