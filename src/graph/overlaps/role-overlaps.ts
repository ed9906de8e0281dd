import { intersectionOf } from '../../collections/intersection.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { ArgumentError } from '../argument-error.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import type { OrderDirection } from '../lists/orders.ts';
import type { Order } from '../lists/page.ts';
import type { Category, OrganizationType, Pillar, Responsibility, Role } from '../nodes/node.ts';
import { overlapCoefficientOf, overlapNumbers, type OverlapNumbers } from '../structure/overlap-arithmetic.ts';
import { sourceLineAt, sourceLinesOf } from '../structure/source-lines.ts';

/** What two roles have in common: the numbers, the traits behind them, and the lines behind these. */
export class RoleOverlap {
  /** In the order given. */
  readonly roles: readonly [Role, Role];
  readonly score: number;
  readonly sharedWeight: number;
  readonly totalWeight: number;
  readonly #graph: CatalogGraph;
  #overlapCoefficient: number | undefined;

  constructor(graph: CatalogGraph, roles: readonly [Role, Role], { score, sharedWeight, totalWeight }: OverlapNumbers) {
    this.#graph = graph;
    this.roles = roles;
    this.score = score;
    this.sharedWeight = sharedWeight;
    this.totalWeight = totalWeight;
  }

  /**
   * The shared weight as a part of the lighter role's weight, 0..1: see overlapCoefficientOf. Unlike the score, it is not
   * low because one of the roles does much more than the other.
   */
  get overlapCoefficient(): number {
    const [{ index: role }, { index: other }] = this.roles;
    return (this.#overlapCoefficient ??= overlapCoefficientOf(this.#graph.indexes.traits, role, other));
  }

  /** Whether every line that names one of the roles names the other. False where no line names either. */
  get neverToldApart(): boolean {
    const [lines, others] = this.roles.map(({ index }) =>
      sourceLinesOf(this.#graph.structure.appearances, this.#appearancesOf(index)),
    );
    if (lines === undefined || others === undefined) return false;
    return lines.length > 0 && lines.length === others.length && lines.every((line, index) => line === others[index]);
  }

  /**
   * On how many lines the overlap rests: the number of distinct lines that put one of the roles into a category, or give
   * it a responsibility, that both have. A line counts once, whether it names one of the roles or both. 0 where the roles
   * share neither a responsibility nor a category, and so at most a pillar or an organization type.
   */
  *lineCount(): Steps<number> {
    const { appearances } = this.#graph.structure;
    const categories = new Set(this.sharedCategories.map(({ index }) => index));
    const responsibilities = new Set(this.sharedResponsibilities.map(({ index }) => index));
    const lines = new Set<number>();
    for (const { index: role } of this.roles) {
      const ofRole = this.#appearancesOf(role);
      yield* repeatInSteps(ofRole.length, (at) => {
        const appearance = itemAt(ofRole, at);
        const isEvidence =
          categories.has(itemAt(appearances.category, appearance)) ||
          listAt(appearances.responsibilities, appearance).some((each) => responsibilities.has(each));
        if (isEvidence) lines.add(sourceLineAt(appearances, appearance));
      });
    }
    return lines.size;
  }

  #appearancesOf(role: number): Int32Array {
    return listAt(this.#graph.relations.appearancesOfRole, role);
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

/** The numbers by which the overlaps of a role can be ordered. */
export const overlapOrderFields = ['SCORE', 'OVERLAP_COEFFICIENT', 'SHARED_WEIGHT'] as const;
export type OverlapOrderField = (typeof overlapOrderFields)[number];

export interface OverlapOrder {
  readonly field: OverlapOrderField;
  readonly direction: OrderDirection;
}

/** The order where none is given. */
export const strongestFirst: OverlapOrder = { field: 'SCORE', direction: 'DESC' };

const numbers: Readonly<Record<OverlapOrderField, (overlap: RoleOverlap) => number>> = {
  SCORE: ({ score }) => score,
  OVERLAP_COEFFICIENT: ({ overlapCoefficient }) => overlapCoefficient,
  SHARED_WEIGHT: ({ sharedWeight }) => sharedWeight,
};

/** Overlaps of one role by a number in a direction; equals by the other's title and id, ascending. */
export function overlapOrder({ field, direction }: OverlapOrder): Order<RoleOverlap> {
  const numberOf = numbers[field];
  return {
    name: `overlaps by ${field} ${direction}`,
    types: ['number', 'string', 'string'],
    directions: [direction, 'ASC', 'ASC'],
    valuesOf: (overlap) => {
      const [, other] = overlap.roles;
      return [numberOf(overlap), other.sortKey, other.id];
    },
  };
}

/** Which of a role's listed overlaps are wanted. */
export interface OverlapFilter {
  /** 0..1; none below it. */
  readonly minScore?: number | null | undefined;
  readonly excludeUniversal?: boolean | null | undefined;
}

/**
 * The listed overlaps of a role, strongest first, then by the other's title and id.
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
    listed.push(new RoleOverlap(graph, [role, other], { score, sharedWeight, totalWeight }));
  }
  return listed;
}

/** How many overlap coefficients are computed between two yields: each compares the traits of two roles. */
const coefficientsPerStep = 64;

/**
 * The listed overlaps of a role in an order.
 *
 * @throws ArgumentError for a minScore outside 0..1.
 */
export function* listedOverlapsInOrder(
  graph: CatalogGraph,
  role: Role,
  filter: OverlapFilter,
  { field, direction }: OverlapOrder,
): Steps<readonly RoleOverlap[]> {
  const listed = listedOverlapsOf(graph, role, filter);
  if (field === strongestFirst.field && direction === strongestFirst.direction) return listed;
  const numberOf = numbers[field];
  // Each overlap keeps its number, so that sorting only compares.
  yield* repeatInSteps(listed.length, (index) => void numberOf(itemAt(listed, index)), coefficientsPerStep);
  const sign = direction === 'ASC' ? 1 : -1;
  // Roles have their indexes in the order of title and id.
  return yield* sortInSteps(
    listed,
    (a, b) => sign * (numberOf(a) - numberOf(b)) || a.roles[1].index - b.roles[1].index,
  );
}

/** The index of the other role of a listed pair. */
export function otherOfPair({ structure: { overlaps } }: CatalogGraph, pair: number, role: number): number {
  const first = itemAt(overlaps.first, pair);
  return first === role ? itemAt(overlaps.second, pair) : first;
}

/** The overlap of any two distinct roles, listed or not: the same numbers as a listed pair has. */
export function roleOverlapOf(graph: CatalogGraph, role: Role, other: Role): RoleOverlap {
  return new RoleOverlap(graph, [role, other], overlapNumbers(graph.indexes.traits, role.index, other.index));
}

/** A bound on scores, 0..1. */
export function checkedScore(argument: string, score: number): number {
  if (score >= 0 && score <= 1) return score;
  throw new ArgumentError(argument, `${argument} is ${score}; scores are between 0 and 1.`);
}
