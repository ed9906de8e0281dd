import type { Steps } from '../../scheduling/steps.ts';
import { exactSplit, mostForAny, mostForEven } from './exact-split.ts';
import { improvedSplit } from './improved-split.ts';
import { areEven, loadsOf, type RoleTies, type Split } from './role-ties.ts';

/** A split, and how good it is. */
export interface RatedSplit {
  readonly split: Split;
  /** Whether it is proven that no split has more even loads, and none with as even loads more overlap. */
  readonly isOptimal: boolean;
  /** The overlap of the pairs that one person holds, in millionths. */
  readonly score: number;
  /** No split with these loads has more, in millionths. */
  readonly upperBound: number;
  /** How many pairs of roles are held by one person. */
  readonly pairs: number;
  /** Whether nobody holds two roles more than another. */
  readonly hasEvenLoads: boolean;
}

/**
 * The cheapest split that is found: exact where there are few roles, else the first one improved.
 *
 * @param first a split in which all roles are apart that must be.
 * @param people at most as many as there are roles.
 * @param mostOperations the limit of the improvement (see improvedSplit).
 */
export function* bestSplit(ties: RoleTies, people: number, first: Split, mostOperations?: number): Steps<RatedSplit> {
  const exact = yield* smallSplit(ties, people);
  const split = exact ?? (yield* improvedSplit(ties, people, first, mostOperations));
  const score = ties.scoreOf(split);
  const loads = loadsOf(split, people);
  const pairs = loads.reduce((sum, load) => sum + (load * (load - 1)) / 2, 0);
  const hasEvenLoads = areEven(loads);
  const bound = partnerBound(ties, loads);
  const isOptimal = exact !== undefined || (hasEvenLoads && score === bound);
  return { split, isOptimal, score, upperBound: isOptimal ? score : bound, pairs, hasEvenLoads };
}

/** The cheapest split of few roles; undefined where it would take too long. */
function* smallSplit(ties: RoleTies, people: number): Steps<Split | undefined> {
  const { size } = ties;
  if (size === 0) return new Int32Array(0);
  if (size > mostForEven) return undefined;
  const even = { least: Math.floor(size / people), most: Math.ceil(size / people) };
  const split = yield* exactSplit(ties, people, even);
  if (split !== undefined || size > mostForAny) return split;
  return yield* exactSplit(ties, people, { least: 1, most: size - people + 1 });
}

/**
 * At least as much overlap as any split with these loads has, in millionths: as if each role were held together with its
 * strongest partners, as many as its person holds in addition, and the greater loads had the roles that gain most by it.
 */
export function partnerBound(ties: RoleTies, loads: Int32Array): number {
  const roles = Array.from({ length: ties.size }, (_, role) => role);
  /** For each role, its overlaps with those that the same person may hold, strongest first. */
  const partners = roles.map((role) =>
    roles
      .filter((other) => other !== role && !ties.mustStayApart(role, other))
      .map((other) => ties.score(role, other))
      .sort((a, b) => b - a),
  );
  let twice = 0;
  for (let rank = 0; rank + 1 < Math.max(0, ...loads); rank++) {
    const withPartner = loads.filter((load) => load > rank + 1).reduce((sum, load) => sum + load, 0);
    const scores = Float64Array.from(partners, (each) => each[rank] ?? 0).sort();
    // As many of the greatest as there are roles with so many partners.
    for (const score of scores.subarray(ties.size - withPartner)) twice += score;
  }
  return Math.floor(twice / 2);
}
