import { itemAt } from '../../collections/item-at.ts';
import type { RoleSet } from '../../collections/role-set.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { comparedNodes, nodeOf } from '../../graph/named-nodes.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { isGroup, type RoleGroup, type Topic } from '../../graph/nodes/node.ts';
import { GroupOverlap } from '../../graph/overlaps/group-overlap.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import { signatureOf, type Signature } from '../signature/signature.ts';

/** The kinds of nodes that a heat map compares, in the order in which the default is looked for. */
export const heatmapKinds = ['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE', 'TOPIC'] as const satisfies readonly NodeKind[];
export type HeatmapKind = (typeof heatmapKinds)[number];

/** How many groups may be given, and how many a heat map has at most. */
const leastHeatmapGroups = 2;
export const mostHeatmapGroups = 40;

/** The most roles of which a cell says the names, and the most that are listed of the strongest pair. */
const mostNames = 8;
const mostListed = 40;

/** Which groups are compared. */
export interface HeatmapParameters {
  /**
   * One of heatmapKinds. Where it is not given, the groups of `of` may be of all these kinds; and without `of`, it is the first of
   * them of which the catalog has at least two.
   */
  readonly kind?: NodeKind | null | undefined;
  /** Only these groups, by their ids or names, 2 to 40, in this order; all of the kind where it is not given. */
  readonly of?: readonly string[] | null | undefined;
}

/** How many roles every two of some groups share. Plain data, so that a server can send it to a page. */
export interface HeatmapData {
  /** What all of the groups are; null if they are of several kinds. */
  readonly kind: HeatmapKind | null;
  /** Up to 40, in the order given or else in the catalog's order. The groups of pairs are positions in this list. */
  readonly groups: readonly HeatmapGroup[];
  /** Every two of the groups: the first with the second, the first with the third, and so on. */
  readonly pairs: readonly HeatmapPair[];
  /** The first of the pairs that share the most roles; null if no two groups share one. */
  readonly strongest: StrongestPair | null;
  /** How many groups of the kind are left out because there are more than 40: those with the fewest roles. */
  readonly omittedGroupCount: number;
}

export interface HeatmapGroup {
  readonly id: string;
  readonly label: string;
  readonly roleCount: number;
}

export interface HeatmapPair {
  readonly first: number;
  readonly second: number;
  readonly sharedRoleCount: number;
  /** The titles of the first eight shared roles. */
  readonly roleLabels: readonly string[];
}

export interface StrongestPair {
  readonly first: number;
  readonly second: number;
  readonly sharedRoleCount: number;
  /** The shared roles by title, up to 40. */
  readonly roles: readonly SharedRole[];
  /** How many of the shared roles are in no other group of these kinds; null for topics. */
  readonly exclusiveRoleCount: number | null;
}

export interface SharedRole {
  readonly id: string;
  readonly label: string;
  readonly signature: Signature;
  /** Whether it is one of those that exclusiveRoleCount counts. */
  readonly isExclusive: boolean;
}

/** Anything that has roles and can be in a heat map. */
type Compared = RoleGroup | Topic;

interface SizedGroup {
  readonly group: Compared;
  readonly roleCount: number;
}

/** How many pairs are compared between two yields: each takes some 20 microseconds of 50,000 roles. */
const pairsPerStep = 8;

/**
 * How many roles every two groups share.
 *
 * @throws ArgumentError for a kind that has no roles, and for a group of `of` that is unknown, not of the kind or given twice, or
 * a wrong number of them.
 */
export function* heatmapData(graph: CatalogGraph, parameters: HeatmapParameters): Steps<HeatmapData> {
  const { kind, compared } = comparedIn(graph, parameters);
  // The first time that a topic or group is asked for its roles, it may go through very many of them: a yield after each.
  const sized: SizedGroup[] = [];
  const size = (index: number) => {
    const group = itemAt(compared, index);
    sized.push({ group, roleCount: group.roleCount });
  };
  yield* repeatInSteps(compared.length, size, 1);
  const chosen = withMostRoles(sized, mostHeatmapGroups);
  const sets = chosen.map(({ group }) => group.roleSet);
  const pairs: HeatmapPair[] = [];
  for (const [first, set] of sets.entries()) {
    yield* repeatInSteps(
      sets.length - first - 1,
      (index) => {
        const second = first + 1 + index;
        const shared = set.intersection(itemAt(sets, second));
        const roleLabels = firstRoles(graph, shared, mostNames).map(({ label }) => label);
        pairs.push({ first, second, sharedRoleCount: shared.size, roleLabels });
      },
      pairsPerStep,
    );
  }
  return {
    kind,
    groups: chosen.map(({ group: { id, label }, roleCount }) => ({ id, label, roleCount })),
    pairs,
    strongest: strongestOf(graph, chosen, pairs),
    omittedGroupCount: compared.length - chosen.length,
  };
}

interface ComparedGroups {
  readonly kind: HeatmapKind | null;
  readonly compared: readonly Compared[];
}

function comparedIn(graph: CatalogGraph, { kind: given, of }: HeatmapParameters): ComparedGroups {
  const kind = given == null ? undefined : checkedKind(given);
  if (of == null) {
    const wanted = kind ?? heatmapKinds.find((each) => graph.nodesOfKind(each).length > 1) ?? heatmapKinds[0];
    return { kind: wanted, compared: graph.nodesOfKind(wanted) };
  }
  const kinds = kind === undefined ? heatmapKinds : [kind];
  const limits = { least: leastHeatmapGroups, most: mostHeatmapGroups };
  const compared = comparedNodes<string, Compared>(of, 'of', 'group', limits, (each) =>
    nodeOf(graph, each, 'of', kinds),
  );
  const [first, ...others] = compared.map((node) => node.kind);
  return { kind: first !== undefined && others.every((each) => each === first) ? first : null, compared };
}

function checkedKind(given: NodeKind): HeatmapKind {
  const kind = heatmapKinds.find((each) => each === given);
  if (kind !== undefined) return kind;
  throw new ArgumentError(
    'kind',
    `kind is ${given}, which a heat map does not compare; it takes ${heatmapKinds.join(', ')}.`,
  );
}

/** The groups with the most roles, in the order given; of equals, the earlier ones. */
function withMostRoles(groups: readonly SizedGroup[], most: number): readonly SizedGroup[] {
  if (groups.length <= most) return groups;
  const chosen = new Set(groups.toSorted((a, b) => b.roleCount - a.roleCount).slice(0, most));
  return groups.filter((group) => chosen.has(group));
}

function strongestOf(
  graph: CatalogGraph,
  groups: readonly SizedGroup[],
  pairs: readonly HeatmapPair[],
): StrongestPair | null {
  const most = pairs.reduce((greatest, { sharedRoleCount }) => Math.max(greatest, sharedRoleCount), 0);
  const strongest = pairs.find(({ sharedRoleCount }) => sharedRoleCount === most);
  if (strongest === undefined || most === 0) return null;
  const { first, second } = strongest;
  const [one, other] = [itemAt(groups, first).group, itemAt(groups, second).group];
  const exclusive =
    isGroup(one) && isGroup(other) ? new Set(new GroupOverlap(graph, [one, other]).exclusiveRoles) : undefined;
  const roles = firstRoles(graph, one.roleSet.intersection(other.roleSet), mostListed).map((role): SharedRole => {
    const isExclusive = exclusive?.has(role) ?? false;
    return { id: role.id, label: role.label, signature: signatureOf(graph, role), isExclusive };
  });
  return { first, second, sharedRoleCount: most, roles, exclusiveRoleCount: exclusive?.size ?? null };
}

function firstRoles(graph: CatalogGraph, roles: RoleSet, most: number) {
  const first: number[] = [];
  for (const role of roles) {
    if (first.length === most) break;
    first.push(role);
  }
  return graph.rolesIn(first);
}

/** The pair of two groups by their positions, which must differ. */
export function pairAt({ groups, pairs }: HeatmapData, one: number, other: number): HeatmapPair {
  const [first, second] = one < other ? [one, other] : [other, one];
  // The groups before the first one have n - 1, n - 2, … pairs.
  const before = first * groups.length - (first * (first + 1)) / 2;
  return itemAt(pairs, before + second - first - 1);
}

/**
 * How strong a pair is: 0 if it shares no role, the greatest level if it shares as many as the strongest pair, and in proportion,
 * rounded down to at least 1, otherwise.
 */
export function levelOf({ strongest }: HeatmapData, { sharedRoleCount }: HeatmapPair, greatest: number): number {
  if (strongest === null || sharedRoleCount === 0) return 0;
  return Math.max(1, Math.floor((sharedRoleCount / strongest.sharedRoleCount) * greatest));
}

/**
 * The positions of as many groups as have room, ascending: those of the pairs that share the most roles, so that the strongest pair
 * is among them.
 *
 * @param most at least 2.
 */
export function sharingMost({ groups, pairs }: HeatmapData, most: number): readonly number[] {
  const chosen = new Set<number>();
  for (const { first, second } of strongestFirst(pairs)) {
    if (chosen.size === Math.min(most, groups.length)) break;
    chosen.add(first);
    if (chosen.size < most) chosen.add(second);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** The pairs that share the most roles first; equals in their order. */
export function strongestFirst(pairs: readonly HeatmapPair[]): readonly HeatmapPair[] {
  return pairs.toSorted((a, b) => b.sharedRoleCount - a.sharedRoleCount);
}
