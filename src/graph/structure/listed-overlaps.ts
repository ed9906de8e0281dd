import { itemAt } from '../../collections/item-at.ts';
import { CandidateRoles } from './candidate-roles.ts';
import type { ListedOverlaps } from './graph-data.ts';
import { overlapNumbers, roleCount, scoreOf, type Traits } from './overlap-arithmetic.ts';
import { StrongestOthers } from './strongest-others.ts';

/** Up to this many roles, every candidate pair is listed. */
const allPairsUpToRoles = 1_000;
/** In larger catalogs, a pair is listed when it is among this many strongest of either of its roles. */
const strongestPerRole = 16;

/** The pairs of roles worth listing. Two roles are candidates when they share a responsibility or a category. */
export function listedOverlaps(traits: Traits): ListedOverlaps {
  const roles = roleCount(traits);
  const keys = roles <= allPairsUpToRoles ? everyPair(traits) : strongestPairs(traits);
  keys.sort();
  const first = Int32Array.from(keys, (key) => Math.floor(key / roles));
  const second = Int32Array.from(keys, (key) => key % roles);
  const column = () => new Float64Array(keys.length);
  const [score, sharedWeight, totalWeight] = [column(), column(), column()];
  first.forEach((role, pair) => {
    const numbers = overlapNumbers(traits, role, itemAt(second, pair));
    score[pair] = numbers.score;
    sharedWeight[pair] = numbers.sharedWeight;
    totalWeight[pair] = numbers.totalWeight;
  });
  return { first, second, score, sharedWeight, totalWeight };
}

/** A pair as one number, so that pairs sort as numbers do: first * roles + second, below 2^34 for 100,000 roles. */
function pairKey(roles: number, role: number, other: number): number {
  return Math.min(role, other) * roles + Math.max(role, other);
}

function everyPair(traits: Traits): Float64Array {
  const roles = roleCount(traits);
  const candidates = new CandidateRoles(traits);
  const keys: number[] = [];
  for (let role = 0; role < roles; role++) {
    for (const other of candidates.after(role)) keys.push(pairKey(roles, role, other));
  }
  return Float64Array.from(keys);
}

/** Scores each candidate pair once, for both of its roles. */
function strongestPairs(traits: Traits): Float64Array {
  const roles = roleCount(traits);
  const candidates = new CandidateRoles(traits);
  const strongest = new StrongestOthers(traits.roleWeights, strongestPerRole);
  for (let role = 0; role < roles; role++) {
    for (const other of candidates.after(role)) {
      // Nearly all pairs are ruled out here, before their traits are compared one by one.
      if (!strongest.mayAccept(role, other, candidates.greatestShare(other))) continue;
      const score = scoreOf(traits, role, other, candidates.sharedWeight(other));
      strongest.offer(role, other, score);
      strongest.offer(other, role, score);
    }
  }
  const keys = new Set<number>();
  strongest.forEach((role, other) => keys.add(pairKey(roles, role, other)));
  return Float64Array.from(keys);
}
