import type { CoverageNode } from '../../analysis/coverage/coverage-item.ts';
import type { InvitePlan } from '../../analysis/invites/invite-plan.ts';
import type { Category, RoleGroup } from '../../graph/nodes/node.ts';

/** How many duties there are, and how many of them somebody does. */
export interface CountedDuties {
  readonly covered: number;
  readonly count: number;
}

/**
 * Tells how many of the duties that the lines of a category name somebody invited has, by these lines or others of the group for
 * which the category was asked about; by any lines where the group is null.
 */
export function headingDuties({
  uncoveredDuties,
}: Pick<InvitePlan, 'uncoveredDuties'>): (category: Category, group: RoleGroup | null) => CountedDuties {
  const unasked = new Map<RoleGroup | null, Set<CoverageNode>>();
  for (const { node, group } of uncoveredDuties) unasked.set(group, (unasked.get(group) ?? new Set()).add(node));
  return ({ responsibilities }, group) => {
    const ofGroup = unasked.get(group);
    const covered = responsibilities.filter((duty) => ofGroup?.has(duty) !== true).length;
    return { covered, count: responsibilities.length };
  };
}
