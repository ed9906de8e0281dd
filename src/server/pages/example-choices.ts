import { listAt, listLength } from '../../collections/lists.ts';
import { itemAt } from '../../collections/item-at.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Role, RoleGroup } from '../../graph/nodes/node.ts';
import { otherOfPair } from '../../graph/overlaps/role-overlaps.ts';

/*
 * What the example queries ask about: nodes of the catalog that is served about which the answers are rich. A page waits for
 * this, so it looks at a bounded part of a large catalog.
 */

const mostGroups = 8;
const mostRoles = 200;

/** The most roles that a drawing shows around its root, and the most edges: with more, it is no picture at first sight. */
const mostNeighbours = 5;
const mostEdges = 13;

/** How many of a role's strongest overlaps are followed in search of a second role. */
const followedOverlaps = 10;

/** The role that is in most pillars; of several, the one that appears most often, then the first by title. */
export function widestRole(graph: CatalogGraph): Role | undefined {
  const considered = graph.rolesIn(graph.indexes.roleOrders.PILLAR_COUNT.DESC.subarray(0, mostRoles));
  const [first, ...others] = considered;
  return first && others.reduce((best, other) => (compareReach(other, best) > 0 ? other : best), first);
}

function compareReach(a: Role, b: Role): number {
  return a.pillarCount - b.pillarCount || a.appearanceCount - b.appearanceCount;
}

/** The two groups of one kind that share most roles: two pillars if any share a role, else organization types or categories. */
export function sharingGroups(graph: CatalogGraph): readonly [RoleGroup, RoleGroup] | undefined {
  for (const groups of [graph.pillars, graph.organizationTypes, graph.categories]) {
    let best: readonly [RoleGroup, RoleGroup] | undefined;
    let most = 0;
    const considered = groups.slice(0, mostGroups);
    for (const [index, first] of considered.entries()) {
      for (const second of considered.slice(index + 1)) {
        const shared = first.roleSet.intersectionSize([second.roleSet]);
        if (shared > most) [best, most] = [[first, second], shared];
      }
    }
    if (best !== undefined) return best;
  }
  return undefined;
}

/** The group with roles that has most categories, so that there is something to cover; the first of several. */
export function reviewedGroup(graph: CatalogGraph): RoleGroup | undefined {
  const groups = [...graph.pillars.slice(0, mostGroups), ...graph.organizationTypes.slice(0, mostGroups)];
  const [first, ...others] = groups.filter(({ roleSet }) => roleSet.size > 0);
  return first && others.reduce((best, other) => (categoriesOf(other) > categoriesOf(best) ? other : best), first);
}

function categoriesOf(group: RoleGroup): number {
  return group.kind === 'CATEGORY' ? 1 : group.categories.length;
}

/** The first of some groups, and then of all, in which at least two roles do something that no other role does. */
export function groupWithSinglePoints(
  graph: CatalogGraph,
  groups: readonly (RoleGroup | undefined)[],
): RoleGroup | undefined {
  const considered = [...groups, ...graph.pillars, ...graph.organizationTypes].slice(0, mostGroups);
  return considered.find((group) => {
    if (group === undefined) return false;
    const roles = graph.rolesIn(group.roleSet[Symbol.iterator]().take(mostRoles));
    return roles.filter((role) => role.responsibilitiesIn(group).some(({ roleCount }) => roleCount === 1)).length > 1;
  });
}

/** What a drawing starts at, the least overlap that it shows, and how many roles, of which more may overlap as much. */
export interface Drawing {
  readonly root: Role;
  readonly minOverlap: number;
  readonly maxNodes: number;
}

/**
 * A drawing of several roles: the role and its strongest overlaps, or, if the role has none, the role with most overlaps.
 * Undefined if no two roles overlap.
 */
export function drawingAround(graph: CatalogGraph, role: Role): Drawing | undefined {
  const count = ({ index }: Role) => listLength(graph.indexes.listedPairs, index);
  const root =
    count(role) > 0 ? role : graph.roles.reduce((best, other) => (count(other) > count(best) ? other : best), role);
  const overlaps = overlapsOf(graph, root, followedOverlaps);
  const strongest = overlaps.slice(0, mostNeighbours);
  const least = scoreOfLast(strongest);
  const edges = edgeCount(graph, [root, ...strongest.map(({ other }) => other)], least);
  // If more roles overlap as much, the drawing may show these instead, with other edges.
  const hasTie = (overlaps[mostNeighbours]?.score ?? 0) >= least;
  const drawn = edges > mostEdges || hasTie ? strongest.slice(0, mostNeighbours - 1) : strongest;
  return drawn.length === 0 ? undefined : { root, minOverlap: scoreOfLast(drawn), maxNodes: 1 + drawn.length };
}

interface StrongOverlap {
  readonly other: Role;
  readonly score: number;
}

/** The strongest overlaps of a role, strongest first; all that the graph lists if `most` is not given. */
function overlapsOf(graph: CatalogGraph, { index }: Role, most?: number): readonly StrongOverlap[] {
  const pairs = listAt(graph.indexes.listedPairs, index).subarray(0, most);
  return Array.from(pairs, (pair) => ({
    other: itemAt(graph.roles, otherOfPair(graph, pair, index)),
    score: itemAt(graph.structure.overlaps.score, pair),
  }));
}

/** The least score of some overlaps, rounded down from six decimals to four, which are easier to read and to change. */
function scoreOfLast(overlaps: readonly StrongOverlap[]): number {
  return Math.floor((overlaps.at(-1)?.score ?? 0) * 10_000) / 10_000;
}

/** How many edges of at least a weight there are among a few roles. */
function edgeCount(graph: CatalogGraph, roles: readonly Role[], minOverlap: number): number {
  const drawn = new Set(roles);
  const ends = roles.flatMap((role) =>
    overlapsOf(graph, role).filter(({ other, score }) => score >= minOverlap && drawn.has(other)),
  );
  return ends.length / 2;
}

/** Two roles that share no pillar and no organization type, and a third role that overlaps with both, so that there is a path. */
export function connectedRoles(graph: CatalogGraph): readonly [Role, Role] | undefined {
  const considered = graph.roles.slice(0, mostRoles);
  for (const role of considered) {
    for (const between of overlappingRoles(graph, role)) {
      const far = overlappingRoles(graph, between).find((other) => isFar(role, other));
      if (far !== undefined) return [role, far];
    }
  }
  return overlappingPair(graph);
}

function isFar(role: Role, other: Role): boolean {
  const groups = new Set<RoleGroup>([...role.pillars, ...role.organizationTypes]);
  return ![...other.pillars, ...other.organizationTypes].some((group) => groups.has(group));
}

/** The first role that overlaps with another one, and its strongest overlap. */
function overlappingPair(graph: CatalogGraph): readonly [Role, Role] | undefined {
  for (const role of graph.roles.slice(0, mostRoles)) {
    const [other] = overlappingRoles(graph, role);
    if (other !== undefined) return [role, other];
  }
  return undefined;
}

function overlappingRoles(graph: CatalogGraph, role: Role): readonly Role[] {
  return overlapsOf(graph, role, followedOverlaps).map(({ other }) => other);
}

/** The word of four letters or more that is in most titles, the longest of several; if no title has one, the role's title. */
export function commonWord({ roles }: CatalogGraph, role: Role): string {
  const counts = new Map<string, number>();
  for (const { title } of roles.slice(0, mostRoles)) {
    for (const word of new Set(title.match(/\p{L}{4,}/gu))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, many], [b, more]) => more - many || b.length - a.length);
  return first?.[0] ?? role.title;
}
