import { itemAt } from '../../collections/item-at.ts';
import { overlapNumbers } from '../../graph/structure/overlap-arithmetic.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';

/** Who holds each role: the number of a person, 0 to people - 1, by the index of the role among those to be split. */
export type Split = Int32Array;

/** Scores have 6 decimals: as whole millionths they add up exactly, in whatever order. */
export const millionths = 1_000_000;

/** About a fifth of a millisecond. */
const rolesPerStep = 4;

/**
 * Which overlaps some roles have and which must stay apart, by their indexes among these roles; square matrices, row by row.
 *
 * To hold two roles together costs more than the overlaps of all pairs are worth, less their own overlap. So the cheapest
 * split has, first of all, the fewest pairs held by one person, which are fewest where the loads are even, and of such
 * splits the most overlap.
 */
export interface RoleTies {
  /** How many roles there are. */
  readonly size: number;
  /** Overlap scores of the pairs, in millionths. */
  readonly scores: Float64Array;
  /** What it costs that one person holds both: whole numbers; Infinity where they must stay apart. */
  readonly costs: Float64Array;
}

/** @param apart lists of roles of which no person may hold two; roles that are not to be split do not matter. */
export function* tiesBetween(
  graph: CatalogGraph,
  roles: readonly Role[],
  apart: readonly (readonly Role[])[],
): Steps<RoleTies> {
  const size = roles.length;
  const scores = new Float64Array(size * size);
  const traits = graph.indexes.traits;
  yield* repeatInSteps(
    size,
    (one) => {
      for (let other = 0; other < one; other++) {
        const { score } = overlapNumbers(traits, itemAt(roles, one).index, itemAt(roles, other).index);
        scores[one * size + other] = scores[other * size + one] = Math.round(score * millionths);
      }
    },
    rolesPerStep,
  );
  const indexOf = new Map(roles.map((role, index) => [role, index]));
  const indexesApart = apart.map((list) => [...new Set(list)].flatMap((role) => indexOf.get(role) ?? []));
  yield;
  return roleTies(size, scores, indexesApart);
}

/**
 * @param scores in millionths, symmetric, row by row.
 * @param apart lists of distinct roles that must stay apart from each other.
 */
export function roleTies(size: number, scores: Float64Array, apart: readonly (readonly number[])[]): RoleTies {
  const together = 1 + (millionths * size * (size - 1)) / 2;
  const costs = scores.map((score) => together - score);
  for (const list of apart) {
    for (const one of list) for (const other of list) if (one !== other) costs[one * size + other] = Infinity;
  }
  return { size, scores, costs };
}

/** The overlap of two roles, in millionths. */
export function scoreBetween({ size, scores }: RoleTies, one: number, other: number): number {
  return scores[one * size + other] ?? 0;
}

/** What it costs that one person holds both of two distinct roles. */
export function costBetween({ size, costs }: RoleTies, one: number, other: number): number {
  return costs[one * size + other] ?? 0;
}

/** Whether two distinct roles must not be held by one person. */
export function mustStayApart(ties: RoleTies, one: number, other: number): boolean {
  return costBetween(ties, one, other) === Infinity;
}

/** The overlap of all pairs that one person holds, in millionths, and how many these are. */
export function heldTogether(ties: RoleTies, split: Split): { readonly score: number; readonly pairs: number } {
  let [score, pairs] = [0, 0];
  for (let one = 0; one < ties.size; one++) {
    for (let other = 0; other < one; other++) {
      if (split[one] !== split[other]) continue;
      score += scoreBetween(ties, one, other);
      pairs++;
    }
  }
  return { score, pairs };
}

/** What a split costs in all; Infinity where two are held together that must stay apart. */
export function costOf(ties: RoleTies, split: Split): number {
  let cost = 0;
  for (let one = 0; one < ties.size; one++) {
    for (let other = 0; other < one; other++) {
      if (split[one] === split[other]) cost += costBetween(ties, one, other);
    }
  }
  return cost;
}

/** How many roles each person holds. */
export function loadsOf(split: Split, people: number): Int32Array {
  const loads = new Int32Array(people);
  for (const person of split) loads[person] = (loads[person] ?? 0) + 1;
  return loads;
}

/** Whether nobody holds two roles more than another. */
export function areEven(loads: Int32Array): boolean {
  return loads.length === 0 || Math.max(...loads) - Math.min(...loads) <= 1;
}
