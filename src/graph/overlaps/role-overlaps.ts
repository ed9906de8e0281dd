import { itemAt } from '../../collections/item-at.ts';
import { listAt, type Lists } from '../../collections/lists.ts';
import { overlapNumbers, type OverlapNumbers } from '../structure/overlap-arithmetic.ts';
import { ArgumentError } from '../argument-error.ts';
import type { RoleEntry } from '../nodes/entries.ts';
import type { Membership } from '../catalog-graph.ts';
import type { Order } from '../lists/page.ts';

/** What two roles have in common, in numbers; what it is, is told by sharedAt. */
export interface RoleOverlap extends OverlapNumbers {
  /** In the order asked. */
  readonly roles: readonly [RoleEntry, RoleEntry];
}

/** Overlaps of one role, strongest first, then by the other's title and id. */
export const overlapsByScore: Order<RoleOverlap> = {
  name: 'overlaps by SCORE DESC',
  types: ['number', 'string', 'string'],
  directions: ['DESC', 'ASC', 'ASC'],
  valuesOf: ({ score, roles: [, other] }) => [score, other.sortKey, other.id],
};

/** Which of a role's listed overlaps are wanted. */
export interface OverlapFilter {
  /** 0..1; none below it. */
  readonly minScore?: number | null | undefined;
  readonly excludeUniversal?: boolean | null | undefined;
}

/**
 * The listed overlaps of a role, in the order of overlapsByScore.
 *
 * @throws ArgumentError for a minScore outside 0..1.
 */
export function listedOverlapsOf(
  membership: Membership,
  role: RoleEntry,
  filter: OverlapFilter,
): readonly RoleOverlap[] {
  const minScore = checkedScore('minScore', filter.minScore ?? 0);
  const { overlaps } = membership.structure;
  const listed: RoleOverlap[] = [];
  for (const pair of listAt(membership.listedPairs(), role.place)) {
    const score = itemAt(overlaps.score, pair);
    if (score < minScore) break;
    const other = itemAt(membership.entries.roles, otherOfPair(membership, pair, role.place));
    if (filter.excludeUniversal === true && other.isUniversal) continue;
    listed.push({
      roles: [role, other],
      score,
      sharedWeight: itemAt(overlaps.sharedWeight, pair),
      totalWeight: itemAt(overlaps.totalWeight, pair),
    });
  }
  return listed;
}

/** The place of the role that a listed overlap has beside a given one. */
export function otherOfPair({ structure: { overlaps } }: Membership, pair: number, role: number): number {
  const first = itemAt(overlaps.first, pair);
  return first === role ? itemAt(overlaps.second, pair) : first;
}

/** The overlap of any two distinct roles, listed or not: the same numbers as a listed pair has. */
export function roleOverlapOf(membership: Membership, role: RoleEntry, other: RoleEntry): RoleOverlap {
  return { roles: [role, other], ...overlapNumbers(membership.traits(), role.place, other.place) };
}

/** The entries that two sorted lists of one kind share, in the kind's order. */
export function sharedAt<T>(entries: readonly T[], lists: Lists, [a, b]: RoleOverlap['roles']): readonly T[] {
  const others = new Set(listAt(lists, b.place));
  return Array.from(
    listAt(lists, a.place).filter((place) => others.has(place)),
    (place) => itemAt(entries, place),
  );
}

/** A bound on scores, 0..1. */
export function checkedScore(argument: string, score: number): number {
  if (score >= 0 && score <= 1) return score;
  throw new ArgumentError(argument, `${argument} is ${score}; scores are between 0 and 1.`);
}
