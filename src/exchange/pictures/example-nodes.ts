import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { groupKinds } from '../../graph/nodes/node-kind.ts';
import type { Role, RoleGroup } from '../../graph/nodes/node.ts';

/** The role in most pillars, of equal ones that with most responsibilities; there is much to see of it. */
export function mostSpreadRole({ roles }: CatalogGraph): Role | undefined {
  return roles.reduce<Role | undefined>(
    (most, each) => (most === undefined || isMore(each, most) ? each : most),
    undefined,
  );
}

function isMore(role: Role, other: Role): boolean {
  const difference = role.pillarCount - other.pillarCount;
  return difference > 0 || (difference === 0 && role.responsibilityCount > other.responsibilityCount);
}

/** The group with most roles, of the first kind that the catalog has. */
export function largestGroup(graph: CatalogGraph): RoleGroup | undefined {
  const groups = groupKinds.map((kind) => graph.groupsOfKind(kind)).find(({ length }) => length > 0) ?? [];
  return groups.reduce<RoleGroup | undefined>(
    (most, each) => (most === undefined || each.roleCount > most.roleCount ? each : most),
    undefined,
  );
}

/** Two roles with responsibilities and pillars that are in no pillar together; none where there are no such two. */
export function distantRoles({ roles }: CatalogGraph): readonly Role[] {
  const isBusy = ({ responsibilityCount, pillarCount }: Role) => responsibilityCount > 0 && pillarCount > 0;
  const start = roles.find(isBusy);
  if (start === undefined) return [];
  const pillars = new Set(start.pillars);
  const end = roles.findLast(
    (role) => role !== start && isBusy(role) && !role.pillars.some((each) => pillars.has(each)),
  );
  return end === undefined ? [] : [start, end];
}
