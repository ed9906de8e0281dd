import type { ListedOverlaps } from './graph.ts';
import { listAt } from './lists.ts';
import { overlapNumbers, roleCount, type OverlapNumbers, type Traits } from './overlap-arithmetic.ts';

/** Up to this many roles every candidate pair is listed; beyond, only the strongest of either role. */
export const allPairsUpToRoles = 1_000;
/** Beyond {@link allPairsUpToRoles}, a pair is listed when it is among this many strongest of either of its roles. */
export const strongestPerRole = 16;
/** A responsibility or category that more roles than this have makes nobody candidates; it still counts in the score. */
export const nominatingHolders = 1_000;

interface Candidate extends OverlapNumbers {
  readonly other: number;
}

/**
 * The pairs of roles worth listing. Two roles are candidates when they share a responsibility or a category; they are
 * found through the lists of who has which, never by trying all pairs.
 */
export function listedOverlaps(traits: Traits): ListedOverlaps {
  const roles = roleCount(traits);
  const everyPair = roles <= allPairsUpToRoles;
  const seenBy = new Int32Array(roles).fill(-1);
  const pairs: ({ readonly first: number; readonly second: number } & OverlapNumbers)[] = [];
  const listedBefore = new Set<number>();
  for (let role = 0; role < roles; role++) {
    const candidates: Candidate[] = [];
    for (const other of candidatesOf(role, traits, seenBy)) {
      if (!everyPair || other > role) candidates.push({ other, ...overlapNumbers(traits, role, other) });
    }
    if (!everyPair) keepStrongest(candidates);
    for (const { other, ...numbers } of candidates) {
      const first = Math.min(role, other);
      const second = Math.max(role, other);
      if (!everyPair) {
        if (listedBefore.has(first * roles + second)) continue;
        listedBefore.add(first * roles + second);
      }
      pairs.push({ first, second, ...numbers });
    }
  }
  pairs.sort((a, b) => a.first - b.first || a.second - b.second);
  return {
    first: Int32Array.from(pairs, (pair) => pair.first),
    second: Int32Array.from(pairs, (pair) => pair.second),
    score: Float64Array.from(pairs, (pair) => pair.score),
    sharedWeight: Float64Array.from(pairs, (pair) => pair.sharedWeight),
    totalWeight: Float64Array.from(pairs, (pair) => pair.totalWeight),
  };
}

function* candidatesOf(role: number, traits: Traits, seenBy: Int32Array): Generator<number> {
  seenBy[role] = role;
  for (const trait of listAt(traits.ofRole, role)) {
    if (trait >= traits.firstOwner) break;
    const holders = listAt(traits.holders, trait);
    if (holders.length > nominatingHolders) continue;
    for (const other of holders) {
      if (seenBy[other] === role) continue;
      seenBy[other] = role;
      yield other;
    }
  }
}

/** Roles stand in the order of their titles, so the lower place breaks a tie. */
function keepStrongest(candidates: Candidate[]): void {
  candidates.sort((a, b) => b.score - a.score || a.other - b.other);
  candidates.length = Math.min(candidates.length, strongestPerRole);
}
