import type { RoleGroup } from '../../graph/nodes/node.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';

interface Named {
  readonly id: string;
  readonly label: string;
}

/** Nodes whose questions have rich answers. */
export interface ExampleNodes {
  readonly role: Named;
  readonly groups: readonly [Named, Named];
  /** Two that are far from each other. */
  readonly ends: readonly [Named, Named];
}

/** Nodes of the catalog that ships, for where another one has too few of its own. */
export const shippedExampleNodes: ExampleNodes = {
  role: { id: 'role:devops-engineer', label: 'DevOps Engineer' },
  groups: [
    { id: 'pillar:security', label: 'Security' },
    { id: 'pillar:reliability', label: 'Reliability' },
  ],
  ends: [
    { id: 'role:chaos-engineering-specialist', label: 'Chaos Engineering Specialist' },
    { id: 'role:finance-analyst', label: 'Finance Analyst' },
  ],
};

/**
 * The role that is in most pillars, of those the one named most often; the first two groups that it is in; and two that are
 * far from each other: the first role by title that stands in one pillar, and the first such that shares no group with it.
 */
export function exampleNodes(graph: CatalogGraph): ExampleNodes {
  const [firstRole, ...otherRoles] = graph.roles;
  if (firstRole === undefined) return shippedExampleNodes;
  const role = otherRoles.reduce((best, other) => (compareReach(other, best) > 0 ? other : best), firstRole);
  const { pillars, organizationTypes, categories } = graph;
  const [first, second] = new Set<RoleGroup>([
    ...role.pillars,
    ...role.organizationTypes,
    ...role.categories,
    ...pillars,
    ...organizationTypes,
    ...categories,
  ]);
  const groups: ExampleNodes['groups'] =
    first === undefined || second === undefined ? shippedExampleNodes.groups : [first, second];
  return { role, groups, ends: endsOf(graph) ?? [role, groups[1]] };
}

/** Undefined where all roles that stand in one pillar share a group with all others. */
function endsOf(graph: CatalogGraph): ExampleNodes['ends'] | undefined {
  const { roles } = graph;
  const from = roles.find(({ pillarCount }) => pillarCount === 1);
  if (from === undefined) return undefined;
  const groups = new Set<RoleGroup>([...from.pillars, ...from.organizationTypes]);
  const to = roles.find(
    (other) =>
      other.pillarCount === 1 && ![...other.pillars, ...other.organizationTypes].some((group) => groups.has(group)),
  );
  return to && [from, to];
}

function compareReach(a: Role, b: Role): number {
  return a.pillarCount - b.pillarCount || a.appearanceCount - b.appearanceCount;
}
