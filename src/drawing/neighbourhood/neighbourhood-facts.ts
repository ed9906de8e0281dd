import { graphNodeKinds, type GraphNode, type GraphNodeKind } from '../../analysis/graph-nodes.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Role, RoleGroup } from '../../graph/nodes/node.ts';
import { overlapsOf } from '../../graph/overlaps/group-overlap.ts';
import { listedOverlapsOf } from '../../graph/overlaps/role-overlaps.ts';
import { namedOf, type Named } from '../sentences.ts';

/** What the sentences about a neighbourhood are made of. */
export type NeighbourhoodFacts = RoleFacts | GroupFacts | DutyFacts | TopicFacts | CommonFacts;

export interface RoleFacts {
  readonly about: 'ROLE';
  readonly label: string;
  readonly pillars: readonly string[];
  /** How many pillars the catalog has. */
  readonly pillarCount: number;
  readonly organizationTypes: readonly string[];
  readonly dutyCount: number;
  /** The role with which it overlaps most; null where it overlaps with none. */
  readonly nearest: {
    readonly label: string;
    /** By name. */
    readonly sharedDuties: Named;
    readonly sharedCategories: Named;
    readonly sharedGroups: Named;
  } | null;
}

export interface GroupFacts {
  readonly about: RoleGroup['kind'];
  readonly label: string;
  readonly roleCount: number;
  /** Of a pillar or organization type. */
  readonly categoryCount: number;
  /** The group of the same kind that shares most roles with it; null where none shares any. */
  readonly nearest: { readonly label: string; readonly sharedRoleCount: number } | null;
}

export interface DutyFacts {
  readonly about: 'RESPONSIBILITY';
  readonly label: string;
  /** By title. */
  readonly roles: Named;
  readonly topics: readonly string[];
}

export interface TopicFacts {
  readonly about: 'TOPIC';
  readonly label: string;
  readonly dutyCount: number;
  readonly roleCount: number;
}

/** Two or three nodes: their neighbours in common, by kind. */
export interface CommonFacts {
  readonly about: 'SEVERAL';
  readonly labels: readonly string[];
  /** Kinds without any are not listed. */
  readonly common: readonly { readonly kind: GraphNodeKind; readonly nodes: Named }[];
  /** What each two of them that are roles both do, by name; pairs without any are not listed. */
  readonly pairs: readonly { readonly labels: readonly [string, string]; readonly sharedDuties: Named }[];
}

/**
 * @param common the neighbours that all roots have.
 * @param minOverlap overlaps below it do not count.
 */
export function neighbourhoodFacts(
  graph: CatalogGraph,
  roots: readonly GraphNode[],
  common: readonly GraphNode[],
  minOverlap: number,
): NeighbourhoodFacts {
  const [root] = roots;
  if (root === undefined || roots.length > 1) return commonFacts(roots, common);
  const { label } = root;
  switch (root.kind) {
    case 'ROLE':
      return roleFacts(graph, root, minOverlap);
    case 'RESPONSIBILITY':
      return {
        about: 'RESPONSIBILITY',
        label,
        roles: namedOf(root.roles),
        topics: root.topics.map((topic) => topic.label),
      };
    case 'TOPIC':
      return { about: 'TOPIC', label, dutyCount: root.responsibilityCount, roleCount: root.roleCount };
    case 'PILLAR':
    case 'CATEGORY':
    case 'ORGANIZATION_TYPE':
      return groupFacts(graph, root);
  }
}

function roleFacts(graph: CatalogGraph, role: Role, minScore: number): RoleFacts {
  const [nearest] = listedOverlapsOf(graph, role, { minScore });
  return {
    about: 'ROLE',
    label: role.label,
    pillars: role.pillars.map(({ name }) => name),
    pillarCount: graph.pillars.length,
    organizationTypes: role.organizationTypes.map(({ name }) => name),
    dutyCount: role.responsibilityCount,
    nearest:
      nearest === undefined
        ? null
        : {
            label: nearest.roles[1].label,
            sharedDuties: namedOf(nearest.sharedResponsibilities),
            sharedCategories: namedOf(nearest.sharedCategories),
            sharedGroups: namedOf([...nearest.sharedPillars, ...nearest.sharedOrganizationTypes]),
          },
  };
}

function groupFacts(graph: CatalogGraph, group: RoleGroup): GroupFacts {
  const [nearest] = overlapsOf(graph, group);
  return {
    about: group.kind,
    label: group.label,
    roleCount: group.roleCount,
    categoryCount: group.kind === 'CATEGORY' ? 0 : group.categories.length,
    nearest:
      nearest === undefined
        ? null
        : { label: nearest.groups[1]?.label ?? '', sharedRoleCount: nearest.sharedRoleCount },
  };
}

function commonFacts(roots: readonly GraphNode[], common: readonly GraphNode[]): CommonFacts {
  return {
    about: 'SEVERAL',
    labels: roots.map(({ label }) => label),
    common: graphNodeKinds.flatMap((kind) => {
      const nodes = common.filter((node) => node.kind === kind);
      return nodes.length === 0 ? [] : [{ kind, nodes: namedOf(nodes) }];
    }),
    pairs: pairsOf(roots).flatMap(([first, second]) => {
      const theirs = new Set(second.responsibilities);
      const shared = first.responsibilities.filter((duty) => theirs.has(duty));
      return shared.length === 0
        ? []
        : [{ labels: [first.label, second.label] as const, sharedDuties: namedOf(shared) }];
    }),
  };
}

/** Every two of the roots that are roles. */
function pairsOf(roots: readonly GraphNode[]): readonly (readonly [Role, Role])[] {
  const roles = roots.flatMap((root) => (root.kind === 'ROLE' ? [root] : []));
  return roles.flatMap((first, index) => roles.slice(index + 1).map((second) => [first, second] as const));
}
