import { itemAt } from '../../collections/item-at.ts';
import { repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import { type Involvement, involvements } from '../nodes/involvement.ts';
import type { Responsibility, Role, RoleGroup } from '../nodes/node.ts';
import type { Order } from './page.ts';

/** A role that is involved in a responsibility. */
export interface InvolvedRole {
  readonly role: Role;
  /** What the lines say that were asked for, in the order of a RACI table. */
  readonly involvement: readonly Involvement[];
  /** The position of the first kind of involvement that was asked for and that the role has; see byAccountability. */
  readonly rank: number;
}

/** Who answers for it comes first, then who does it, who is consulted and who is informed. */
export const byAccountability: readonly Involvement[] = ['ACCOUNTABLE', 'RESPONSIBLE', 'CONSULTED', 'INFORMED'];

/** In the order of byAccountability; equals by title and id. */
export const involvedByRank: Order<InvolvedRole> = {
  name: 'involved roles, ACCOUNTABLE first',
  types: ['number', 'string', 'string'],
  directions: ['ASC', 'ASC', 'ASC'],
  valuesOf: ({ role, rank }) => [rank, role.sortKey, role.id],
};

/** How many roles are looked at between two yields: all lines of each are read. */
const rolesPerStep = 64;

/**
 * The roles that are involved in a responsibility, in the order of involvedByRank.
 *
 * @param as only those who are involved in one of these ways, and only what such lines say.
 * @param group only by the lines of this group.
 */
export function* involvedRolesOf(
  graph: CatalogGraph,
  responsibility: Responsibility,
  as: readonly Involvement[] = involvements,
  group?: RoleGroup,
): Steps<readonly InvolvedRole[]> {
  const roles = graph.rolesIn(responsibility.rolesInvolved(as));
  const involved: InvolvedRole[] = [];
  const look = (index: number) => {
    const role = itemAt(roles, index);
    const involvement = role.involvementIn(responsibility, as, group);
    const rank = byAccountability.findIndex((kind) => as.includes(kind) && involvement.includes(kind));
    if (rank >= 0) involved.push({ role, involvement, rank });
  };
  yield* repeatInSteps(roles.length, look, rolesPerStep);
  // Roles are in the order of their titles, and sorting keeps equals in their order.
  return yield* sortInSteps(involved, (a, b) => a.rank - b.rank);
}
