import { intersectionOf } from '../../collections/intersection.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { ArgumentError } from '../argument-error.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import type { Order } from '../lists/page.ts';
import type { Category, OrganizationType, Pillar, Responsibility, Role } from '../nodes/node.ts';
import { overlapNumbers, type OverlapNumbers } from '../structure/overlap-arithmetic.ts';

/** What two roles have in common: the numbers, and the traits behind them. */
export class RoleOverlap {
  /** In the order given. */
  readonly roles: readonly [Role, Role];
  readonly score: number;
  readonly sharedWeight: number;
  readonly totalWeight: number;

  constructor(roles: readonly [Role, Role], { score, sharedWeight, totalWeight }: OverlapNumbers) {
    this.roles = roles;
    this.score = score;
    this.sharedWeight = sharedWeight;
    this.totalWeight = totalWeight;
  }

  get sharedPillars(): readonly Pillar[] {
    return intersectionOf(this.roles.map(({ pillars }) => pillars));
  }

  get sharedCategories(): readonly Category[] {
    return intersectionOf(this.roles.map(({ categories }) => categories));
  }

  get sharedOrganizationTypes(): readonly OrganizationType[] {
    return intersectionOf(this.roles.map(({ organizationTypes }) => organizationTypes));
  }

  get sharedResponsibilities(): readonly Responsibility[] {
    return intersectionOf(this.roles.map(({ responsibilities }) => responsibilities));
  }
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
export function listedOverlapsOf(graph: CatalogGraph, role: Role, filter: OverlapFilter): readonly RoleOverlap[] {
  const minScore = checkedScore('minScore', filter.minScore ?? 0);
  const { overlaps } = graph.structure;
  const listed: RoleOverlap[] = [];
  for (const pair of listAt(graph.indexes.listedPairs, role.index)) {
    const score = itemAt(overlaps.score, pair);
    if (score < minScore) break;
    const other = itemAt(graph.roles, otherOfPair(graph, pair, role.index));
    if (filter.excludeUniversal === true && other.isUniversal) continue;
    const sharedWeight = itemAt(overlaps.sharedWeight, pair);
    const totalWeight = itemAt(overlaps.totalWeight, pair);
    listed.push(new RoleOverlap([role, other], { score, sharedWeight, totalWeight }));
  }
  return listed;
}

/** The index of the other role of a listed pair. */
export function otherOfPair({ structure: { overlaps } }: CatalogGraph, pair: number, role: number): number {
  const first = itemAt(overlaps.first, pair);
  return first === role ? itemAt(overlaps.second, pair) : first;
}

/** The overlap of any two distinct roles, listed or not: the same numbers as a listed pair has. */
export function roleOverlapOf(graph: CatalogGraph, role: Role, other: Role): RoleOverlap {
  return new RoleOverlap([role, other], overlapNumbers(graph.indexes.traits, role.index, other.index));
}

/** A bound on scores, 0..1. */
export function checkedScore(argument: string, score: number): number {
  if (score >= 0 && score <= 1) return score;
  throw new ArgumentError(argument, `${argument} is ${score}; scores are between 0 and 1.`);
}
