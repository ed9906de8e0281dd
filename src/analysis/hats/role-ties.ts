import { itemAt } from '../../collections/item-at.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { overlapNumbers, roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';

/** Who holds each role: the number of a person, 0 to people - 1, by the index of the role among those to be split. */
export type Split = Int32Array;

/** Scores have 6 decimals: as whole millionths they add up exactly, in whatever order. */
export const millionths = 1_000_000;

/** More than it costs to hold one role together with 99 others; sums of 99 such costs are exact. */
export const apartCost = 2 ** 43;

/** About a fifth of a millisecond. */
const rolesPerStep = 4;

/** Of a role that nobody holds yet. */
export const nobody = -1;

/**
 * The overlaps of up to 100 roles, named by their indexes, which of them must be kept apart, and who holds some already.
 *
 * To hold two roles together costs more than the overlaps of all pairs are worth, less their own overlap. So the cheapest
 * split has, first of all, the fewest pairs held by one person, which are fewest where the loads are even, and of such
 * splits the most overlap.
 */
export class RoleTies {
  readonly size: number;
  /** By role, the person who holds it already and keeps it, or `nobody`. */
  readonly holders: Int32Array;
  /** Square matrices, row by row. */
  readonly #scores: Float64Array;
  readonly #costs: Float64Array;

  /**
   * @param scores overlap scores in millionths, a symmetric matrix, row by row.
   * @param areApart whether no person may hold both of two roles; symmetric.
   * @param holders by role; of all people from 0 to the highest number in it, each holds a role, and none two to keep apart.
   */
  constructor(
    size: number,
    scores: Float64Array,
    areApart: (one: number, other: number) => boolean,
    holders: Int32Array = new Int32Array(size).fill(nobody),
  ) {
    this.size = size;
    this.holders = holders;
    this.#scores = scores;
    const together = 1 + (millionths * size * (size - 1)) / 2;
    this.#costs = scores.map((score, at) => {
      const [one, other] = [Math.floor(at / size), at % size];
      return one !== other && areApart(one, other) ? apartCost : together - score;
    });
  }

  /**
   * @param roles at most 100; one that several people hold already stands there as often.
   * @param placeholders people, by number, once for each place that counts as one more role of theirs: it overlaps with nothing.
   *   They come after the roles.
   */
  static *between(
    graph: CatalogGraph,
    roles: readonly Role[],
    areApart: (one: Role, other: Role) => boolean,
    holders: Int32Array = new Int32Array(roles.length).fill(nobody),
    placeholders: readonly number[] = [],
  ): Steps<RoleTies> {
    const size = roles.length + placeholders.length;
    const scores = new Float64Array(size * size);
    const { traits } = graph.indexes;
    const compareWithEarlier = (one: number) => {
      for (let other = 0; other < one; other++) {
        const { score } = overlapNumbers(traits, itemAt(roles, one).index, itemAt(roles, other).index);
        scores[one * size + other] = scores[other * size + one] = Math.round(score * millionths);
      }
    };
    yield* repeatInSteps(roles.length, compareWithEarlier, rolesPerStep);
    yield;
    const isRole = (index: number) => index < roles.length;
    const mustStayApart = (one: number, other: number) =>
      isRole(one) && isRole(other) && areApart(itemAt(roles, one), itemAt(roles, other));
    return new RoleTies(size, scores, mustStayApart, Int32Array.of(...holders, ...placeholders));
  }

  /** The overlap of two roles, in millionths. */
  score(one: number, other: number): number {
    return this.#scores[one * this.size + other] ?? 0;
  }

  /** What it costs that one person holds both of two distinct roles: a whole number, apartCost where nobody may. */
  cost(one: number, other: number): number {
    return this.#costs[one * this.size + other] ?? 0;
  }

  mustStayApart(one: number, other: number): boolean {
    return this.cost(one, other) === apartCost;
  }

  /** The overlaps of all pairs that one person holds, in millionths. */
  scoreOf(split: Split): number {
    return sumOfPairs(split, (one, other) => this.score(one, other));
  }

  /** The costs of all pairs that one person holds. */
  costOf(split: Split): number {
    return sumOfPairs(split, (one, other) => this.cost(one, other));
  }
}

function sumOfPairs(split: Split, valueOf: (one: number, other: number) => number): number {
  let sum = 0;
  for (let one = 0; one < split.length; one++) {
    for (let other = 0; other < one; other++) if (split[one] === split[other]) sum += valueOf(one, other);
  }
  return sum;
}

/** The mean overlap of so many pairs, 0..1, from their sum in millionths; null for no pairs. */
export function meanOverlap(score: number, pairs: number): number | null {
  return pairs === 0 ? null : roundScore(score / pairs / millionths);
}

/** How many roles each person holds. */
export function loadsOf(split: Split, people: number): Int32Array {
  const loads = new Int32Array(people);
  for (const person of split) loads[person] = itemAt(loads, person) + 1;
  return loads;
}

/** Whether nobody holds two roles more than another. */
export function areEven(loads: Int32Array): boolean {
  return loads.length === 0 || Math.max(...loads) - Math.min(...loads) <= 1;
}
