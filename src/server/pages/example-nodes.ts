import type { Role, RoleGroup } from '../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';

interface Named {
  readonly id: string;
  readonly label: string;
}

/** Nodes about which the example queries have rich answers. */
export interface ExampleNodes {
  readonly role: Named;
  readonly groups: readonly [Named, Named];
  /** Two nodes that are far from each other. */
  readonly ends: readonly [Named, Named];
}

/** Nodes of the catalog that ships, used if the served catalog has too few. */
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
 * - role: the role that is in most pillars; of several, the one that appears most often;
 * - groups: the first two groups of this role;
 * - ends: of the roles in one pillar, the first by title, and the first that shares no group with it.
 */
export function exampleNodes(graph: CatalogGraph): ExampleNodes {
  const [firstRole, ...otherRoles] = graph.roles;
  if (firstRole === undefined) return shippedExampleNodes;
  const role = otherRoles.reduce((best, other) => (compareReach(other, best) > 0 ? other : best), firstRole);
  const [first, second] = new Set<RoleGroup>(
    [role, graph].flatMap(({ pillars, organizationTypes, categories }) => [
      ...pillars,
      ...organizationTypes,
      ...categories,
    ]),
  );
  const groups: ExampleNodes['groups'] =
    first === undefined || second === undefined ? shippedExampleNodes.groups : [first, second];
  return { role, groups, ends: endsOf(graph) ?? [role, groups[1]] };
}

/** Undefined if every two roles in one pillar share a group. */
function endsOf({ roles }: CatalogGraph): ExampleNodes['ends'] | undefined {
  const [from, ...others] = roles.filter(({ pillarCount }) => pillarCount === 1);
  if (from === undefined) return undefined;
  const groups = broadGroupsOf(from);
  const to = others.find((other) => broadGroupsOf(other).isDisjointFrom(groups));
  return to && [from, to];
}

function broadGroupsOf({ pillars, organizationTypes }: Role): Set<RoleGroup> {
  return new Set<RoleGroup>([...pillars, ...organizationTypes]);
}

function compareReach(a: Role, b: Role): number {
  return a.pillarCount - b.pillarCount || a.appearanceCount - b.appearanceCount;
}
