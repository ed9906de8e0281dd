import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { GroupKind } from '../../graph/nodes/node-kind.ts';
import type { Appearance, Responsibility, Role, RoleGroup, Topic } from '../../graph/nodes/node.ts';
import { byPlace, sourceLineAt, sourceLinesOf } from '../../graph/structure/source-lines.ts';
import { similarDuties, type SimilarDuties } from './similar-duties.ts';

/**
 * Which roles have a responsibility.
 *
 * - NO_ROLE: no line names it.
 * - ONE_ROLE: all lines that name it give it to one role.
 * - ONE_PLACE: several roles have it, but only because they are named together: one line names it, or all of these roles
 *   are co-titled.
 * - ACROSS_LINES: at least two lines name it, for at least two roles that are not co-titled.
 *
 * Two roles are **co-titled** if every line that names one of them names the other: the sources never tell them apart. A
 * line is a source and a line number; an appearance without a line counts as a line of its own.
 *
 * ACROSS_LINES is the same as: two appearances on different lines name the responsibility for two different roles, and
 * these are not co-titled. (Take two lines and two roles that are not co-titled; if no such pair of appearances existed,
 * all appearances would be on one line or of co-titled roles.)
 */
export type Sharing = (typeof sharings)[number];
export const sharings = ['NO_ROLE', 'ONE_ROLE', 'ONE_PLACE', 'ACROSS_LINES'] as const;

export interface DutyGrain {
  readonly duty: Responsibility;
  readonly sharing: Sharing;
  /** The distinct lines that name it, in the order of their places: an appearance on each. */
  readonly lines: readonly Appearance[];
  /** The responsibility whose name is most similar; undefined if none has a word in common with it. */
  readonly nearest: { readonly duty: Responsibility; readonly score: number } | undefined;
}

/** A role that has no responsibility in common with any role that is not co-titled with it. */
export interface LonelyRole {
  readonly role: Role;
  /** Whether it shares a responsibility with a co-titled role. */
  readonly sharesWithCoTitled: boolean;
}

/** Two groups of one kind, in the catalog's order, and how many responsibilities the lines of both name. */
export interface PairOfGroups {
  readonly groups: readonly [RoleGroup, RoleGroup];
  readonly sharedDutyCount: number;
}

export interface TopicSize {
  readonly topic: Topic;
  readonly dutyCount: number;
  readonly roleCount: number;
}

/** How finely the responsibilities of a catalog are cut, and what roles and groups share because of that. */
export interface GrainReport {
  /** All responsibilities, by name. */
  readonly duties: readonly DutyGrain[];
  /** By title. */
  readonly lonelyRoles: readonly LonelyRole[];
  /** All pairs of groups of each kind: most shared responsibilities first, then in the catalog's order. */
  readonly pairsOfGroups: Readonly<Record<GroupKind, readonly PairOfGroups[]>>;
  /** Most responsibilities first, then in the catalog's order. */
  readonly topics: readonly TopicSize[];
  readonly dutiesWithoutTopic: number;
  /** Most similar first; see similarDuties. */
  readonly similar: readonly SimilarDuties[];
}

/** The figures of any catalog; of one without responsibilities, pillars or topics, the lists of these are empty. */
export function grainReport(graph: CatalogGraph): GrainReport {
  const linesOfDuty = linesOfEachDuty(graph);
  const coTitled = coTitledNumbers(graph);
  const similar = similarDuties(
    graph,
    linesOfDuty.map((lines) => new Set(lines.keys())),
  );
  const nearest = nearestOf(similar);
  return {
    duties: graph.responsibilities.map((duty) => {
      const lines = Array.from(itemAt(linesOfDuty, duty.index).values());
      lines.sort(byPlace(graph.structure.appearances));
      return {
        duty,
        sharing: sharingOf(duty, lines.length, coTitled),
        lines: lines.map((appearance) => graph.appearance(appearance)),
        nearest: nearest.get(duty),
      };
    }),
    lonelyRoles: graph.roles
      .filter((role) => role.responsibilities.every((duty) => isOnlyOfCoTitled(duty, coTitled)))
      .map((role) => ({ role, sharesWithCoTitled: role.responsibilities.some(({ roleCount }) => roleCount > 1) })),
    pairsOfGroups: {
      PILLAR: pairsOfKind(graph, 'PILLAR'),
      CATEGORY: pairsOfKind(graph, 'CATEGORY'),
      ORGANIZATION_TYPE: pairsOfKind(graph, 'ORGANIZATION_TYPE'),
    },
    topics: graph.topics
      .map((topic) => ({ topic, dutyCount: topic.responsibilityCount, roleCount: topic.roleCount }))
      .sort((a, b) => b.dutyCount - a.dutyCount),
    dutiesWithoutTopic: graph.responsibilities.filter(({ topics }) => topics.length === 0).length,
    similar,
  };
}

/** The distinct lines that name each responsibility, each with an appearance on it. */
function linesOfEachDuty({ responsibilities, structure }: CatalogGraph): readonly Map<number, number>[] {
  const { appearances } = structure;
  const lines = responsibilities.map(() => new Map<number, number>());
  for (let appearance = 0; appearance < appearances.role.length; appearance++) {
    const line = sourceLineAt(appearances, appearance);
    for (const duty of listAt(appearances.responsibilities, appearance)) itemAt(lines, duty).set(line, appearance);
  }
  return lines;
}

/** A number for each role, by its index: co-titled roles have the same one. */
function coTitledNumbers({ relations, roles, structure: { appearances } }: CatalogGraph): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(roles, ({ index }) => {
    const lines = sourceLinesOf(appearances, listAt(relations.appearancesOfRole, index)).join();
    const number = numbers.get(lines) ?? numbers.size;
    numbers.set(lines, number);
    return number;
  });
}

function sharingOf(duty: Responsibility, lineCount: number, coTitled: Int32Array): Sharing {
  if (duty.roleCount === 0) return 'NO_ROLE';
  if (duty.roleCount === 1) return 'ONE_ROLE';
  return lineCount === 1 || isOnlyOfCoTitled(duty, coTitled) ? 'ONE_PLACE' : 'ACROSS_LINES';
}

/** Whether all roles that have a responsibility are co-titled, or it is of one role only. */
function isOnlyOfCoTitled({ roles }: Responsibility, coTitled: Int32Array): boolean {
  const [first] = roles;
  return roles.every(({ index }) => first !== undefined && coTitled[index] === coTitled[first.index]);
}

function nearestOf(similar: readonly SimilarDuties[]): ReadonlyMap<Responsibility, NonNullable<DutyGrain['nearest']>> {
  const nearest = new Map<Responsibility, NonNullable<DutyGrain['nearest']>>();
  for (const { duties, score } of similar) {
    const [a, b] = duties;
    if (!nearest.has(a)) nearest.set(a, { duty: b, score });
    if (!nearest.has(b)) nearest.set(b, { duty: a, score });
  }
  return nearest;
}

function pairsOfKind(graph: CatalogGraph, kind: GroupKind): readonly PairOfGroups[] {
  const groups = graph.groupsOfKind(kind);
  /** How many responsibilities groups i < j share is at i * groups.length + j. */
  const counts = new Int32Array(groups.length ** 2);
  const groupsOfDuty = graph.responsibilities.map((): number[] => []);
  for (const group of groups) {
    for (const duty of group.responsibilities) itemAt(groupsOfDuty, duty.index).push(group.index);
  }
  for (const indexes of groupsOfDuty) {
    indexes.forEach((first, place) => {
      for (const second of indexes.slice(place + 1)) {
        const pair = first * groups.length + second;
        counts[pair] = itemAt(counts, pair) + 1;
      }
    });
  }
  return groups
    .flatMap((first) =>
      groups.slice(first.index + 1).map((second) => ({
        groups: [first, second] as const,
        sharedDutyCount: itemAt(counts, first.index * groups.length + second.index),
      })),
    )
    .sort((a, b) => b.sharedDutyCount - a.sharedDutyCount);
}
