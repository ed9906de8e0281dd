import type { Steps } from '../../scheduling/steps.ts';
import { exactSplit, mostForAny, mostForEven } from './exact-split.ts';
import { improvedSplit } from './improved-split.ts';
import { areEven, heldTogether, loadsOf, mustStayApart, type RoleTies, type Split } from './role-ties.ts';

/** A split, and how good it is. */
export interface RatedSplit {
  readonly split: Split;
  /** Whether it is proven that no split has more even loads, and none with as even loads more overlap. */
  readonly isOptimal: boolean;
  /** The overlap of the pairs that one person holds, in millionths. */
  readonly score: number;
  /** No split with these loads has more, in millionths. */
  readonly mostScore: number;
  /** How many pairs of roles are held by one person. */
  readonly pairs: number;
  /** Whether nobody holds two roles more than another. */
  readonly hasEvenLoads: boolean;
}

/**
 * The cheapest split that is found: exact where there are few roles, else the first one improved.
 *
 * @param first a split in which all that must stay apart does.
 * @param people at most as many as there are roles.
 */
export function* bestSplit(ties: RoleTies, people: number, first: Split): Steps<RatedSplit> {
  const exact = yield* smallSplit(ties, people);
  const split = exact ?? (yield* improvedSplit(ties, people, first));
  const { score, pairs } = heldTogether(ties, split);
  const loads = loadsOf(split, people);
  const hasEvenLoads = areEven(loads);
  const bound = partnerBound(ties, loads);
  const isOptimal = exact !== undefined || (hasEvenLoads && score === bound);
  return { split, isOptimal, score, mostScore: isOptimal ? score : bound, pairs, hasEvenLoads };
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
 * More than any split with these loads has, in millionths: were each role held with its strongest partners, as many as
 * its person holds besides, and those roles in the greater loads that gain most by it.
 */
export function partnerBound(ties: RoleTies, loads: Int32Array): number {
  const partners = Array.from({ length: ties.size }, (_, role) => partnerScores(ties, role));
  let twice = 0;
  for (let rank = 0; rank + 1 < Math.max(0, ...loads); rank++) {
    const withPartner = loads.filter((load) => load > rank + 1).reduce((sum, load) => sum + load, 0);
    const scores = Float64Array.from(partners, (each) => each[rank] ?? 0).sort();
    // As many of the greatest as there are roles with so many partners.
    for (const score of scores.subarray(ties.size - withPartner)) twice += score;
  }
  return Math.floor(twice / 2);
}

/** The overlaps of a role with those that one person may hold besides it, strongest first. */
function partnerScores(ties: RoleTies, role: number): Float64Array {
  return ties.scores
    .subarray(role * ties.size, (role + 1) * ties.size)
    .filter((_, other) => other !== role && !mustStayApart(ties, role, other))
    .sort()
    .reverse();
}
