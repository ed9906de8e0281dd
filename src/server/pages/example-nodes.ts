import type { GroupEntry, RoleEntry } from '../../membership/entries.ts';
import type { Membership } from '../../membership/membership.ts';

interface Named {
  readonly id: string;
  readonly label: string;
}

/** A role and two groups whose questions have rich answers. */
export interface ExampleNodes {
  readonly role: Named;
  readonly groups: readonly [Named, Named];
}

/** Nodes of the catalog that ships, for where another one has too few of its own. */
export const shippedExampleNodes: ExampleNodes = {
  role: { id: 'role:devops-engineer', label: 'DevOps Engineer' },
  groups: [
    { id: 'pillar:security', label: 'Security' },
    { id: 'pillar:reliability', label: 'Reliability' },
  ],
};

/** The role that is in most pillars, of those the one named most often; and the first two groups that it is in. */
export function exampleNodes(membership: Membership): ExampleNodes {
  const [firstRole, ...otherRoles] = membership.entries.roles;
  if (firstRole === undefined) return shippedExampleNodes;
  const role = otherRoles.reduce((best, other) => (compareReach(other, best) > 0 ? other : best), firstRole);
  const { pillars, organizationTypes, categories } = membership.entries;
  const [first, second] = new Set<GroupEntry>([
    ...membership.pillarsOf(role),
    ...membership.organizationTypesOf(role),
    ...membership.categoriesOf(role),
    ...pillars,
    ...organizationTypes,
    ...categories,
  ]);
  return { role, groups: first === undefined || second === undefined ? shippedExampleNodes.groups : [first, second] };
}

function compareReach(a: RoleEntry, b: RoleEntry): number {
  return a.pillarCount - b.pillarCount || a.appearanceCount - b.appearanceCount;
}
