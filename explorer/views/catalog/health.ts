import type { ExaminedRole, ExaminedRoles } from '../../state/questions/catalog-questions.ts';

/** Two roles that share a duty, and at least this much in all, may be one role under two titles. */
export const nearlyTheSame = 0.6;

/** What needs attention in a catalog. */
export interface Health {
  readonly withoutDuties: readonly ExaminedRole[];
  /** Roles with duties, of which no other role has one. */
  readonly lonely: readonly ExaminedRole[];
  /** Pairs of roles that share most of what they have, a duty among it, although lines tell them apart; the nearest first. */
  readonly maybeOne: readonly PairOfRoles[];
  /** Groups of roles that stand on the same lines only, so that nothing is known of one that is not known of the others. */
  readonly neverToldApart: readonly (readonly NamedRole[])[];
  readonly withoutSummary: readonly ExaminedRole[];
  /** How many roles stand in one of the first three lists. */
  readonly attentionCount: number;
  /** How many roles were examined, and how many there are. */
  readonly examinedCount: number;
  readonly roleCount: number;
}

export type NamedRole = ExaminedRole['overlaps']['edges'][number]['node'];

export interface PairOfRoles {
  readonly roles: readonly [NamedRole, NamedRole];
  readonly score: number;
  readonly sharedDuties: readonly string[];
}

/** Finds what needs attention among roles. */
export function healthOf({ roles, roleCount }: ExaminedRoles): Health {
  const withoutDuties = roles.filter(({ responsibilities }) => responsibilities.totalCount === 0);
  // Of a catalog without any duties, it says nothing that a role has none.
  const hasDuties = withoutDuties.length < roles.length;
  const lonely = roles.filter(
    ({ responsibilities: { totalCount, nodes } }) => totalCount > 0 && nodes.every((duty) => duty.roleCount === 1),
  );
  const pairs = pairsOf(roles);
  const maybeOne = pairs.filter(
    ({ score, sharedDuties, isToldApart }) => isToldApart && sharedDuties.length > 0 && score >= nearlyTheSame,
  );
  const attention = new Set([
    ...(hasDuties ? withoutDuties : []).map(({ id }) => id),
    ...lonely.map(({ id }) => id),
    ...maybeOne.flatMap((pair) => pair.roles.map(({ id }) => id)),
  ]);
  return {
    withoutDuties: hasDuties ? byLabel(withoutDuties) : [],
    lonely: byLabel(lonely),
    maybeOne,
    neverToldApart: groupsOf(pairs.filter(({ isToldApart }) => !isToldApart)),
    withoutSummary: byLabel(roles.filter(({ summary }) => summary === null)),
    attentionCount: attention.size,
    examinedCount: roles.length,
    roleCount,
  };
}

function byLabel<Role extends { readonly label: string }>(roles: readonly Role[]): readonly Role[] {
  return roles.toSorted((a, b) => a.label.localeCompare(b.label));
}

interface JudgedPair extends PairOfRoles {
  readonly isToldApart: boolean;
}

/** The pairs of roles that are close, each once, the nearest first. */
function pairsOf(roles: readonly ExaminedRole[]): readonly JudgedPair[] {
  const pairs = new Map<string, JudgedPair>();
  for (const role of roles) {
    for (const { node, overlap } of role.overlaps.edges) {
      const [first, second] = role.id < node.id ? [role, node] : [node, role];
      pairs.set(`${first.id} ${second.id}`, {
        roles: [first, second],
        score: overlap.score,
        sharedDuties: overlap.sharedResponsibilities.map(({ name }) => name),
        isToldApart: !overlap.neverToldApart,
      });
    }
  }
  return [...pairs.values()].toSorted((a, b) => b.score - a.score || (a.roles[0].label < b.roles[0].label ? -1 : 1));
}

/** Roles that pairs connect, as groups. */
function groupsOf(pairs: readonly PairOfRoles[]): readonly (readonly NamedRole[])[] {
  const groupOf = new Map<string, Map<string, NamedRole>>();
  for (const { roles } of pairs) {
    const group = new Map(roles.map((role) => [role.id, role] as const));
    for (const { id } of roles) for (const [each, role] of groupOf.get(id) ?? []) group.set(each, role);
    for (const id of group.keys()) groupOf.set(id, group);
  }
  const groups = [...new Set(groupOf.values())].map((group) => byLabel([...group.values()]));
  return groups.toSorted((a, b) => (a[0]?.label ?? '').localeCompare(b[0]?.label ?? ''));
}
