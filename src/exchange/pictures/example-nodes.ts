import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Role } from '../../graph/nodes/node.ts';

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
