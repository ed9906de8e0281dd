import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { groupsOfRole } from '../../graph/indexes/relations.ts';
import type { GroupKind } from '../../graph/nodes/node-kind.ts';
import type { Role } from '../../graph/nodes/node.ts';
import { forEachInSteps, type Steps } from '../../scheduling/steps.ts';
import { noneNamed, withRole, type Named } from '../sentences.ts';

/** How some roles are spread over all groups of a kind. */
export interface Spread {
  readonly kind: GroupKind;
  /** The names of all groups of the kind, in the catalog's order. */
  readonly groups: readonly string[];
  /** The roles that stand in all groups, of which there are at least two; by title. */
  readonly inAll: Named;
  /** How many roles stand in at least two groups, those in all of them included. */
  readonly inSeveral: number;
  /** How many roles stand in no group. */
  readonly inNone: number;
  /** How many roles stand in each group and in no other, in the order of the groups. */
  readonly inOnly: readonly number[];
}

/** The groups by which a role counts as shared: pillars or, where there are not two, organization types or else categories. */
export function spreadKindOf({ pillars, organizationTypes }: CatalogGraph): GroupKind {
  if (pillars.length >= 2) return 'PILLAR';
  return organizationTypes.length >= 2 ? 'ORGANIZATION_TYPE' : 'CATEGORY';
}

export function* spreadOf(graph: CatalogGraph, roles: readonly Role[]): Steps<Spread> {
  const kind = spreadKindOf(graph);
  const groups = graph.groupsOfKind(kind);
  const groupsOf = groupsOfRole(graph.relations, kind);
  const inOnly = groups.map(() => 0);
  let [inAll, inSeveral, inNone] = [noneNamed, 0, 0];
  yield* forEachInSteps(roles, (role) => {
    const count = listLength(groupsOf, role.index);
    if (count === 0) inNone++;
    if (count === 1) {
      const [only = 0] = listAt(groupsOf, role.index);
      inOnly[only] = itemAt(inOnly, only) + 1;
    }
    if (count >= 2) inSeveral++;
    if (count >= 2 && count === groups.length) inAll = withRole(inAll, role.label);
  });
  return { kind, groups: groups.map(({ label }) => label), inAll, inSeveral, inNone, inOnly };
}
