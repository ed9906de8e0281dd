import type { ListedOverlaps } from './graph.ts';
import { itemAt } from './item-at.ts';
import { listAt } from './lists.ts';
import { overlapNumbersOf, roleCount, scoreOf, type OverlapNumbers, type Traits } from './overlap-arithmetic.ts';

/** Up to this many roles every candidate pair is listed; beyond, only the strongest of either role. */
export const allPairsUpToRoles = 1_000;
/** Beyond {@link allPairsUpToRoles}, a pair is listed when it is among this many strongest of either of its roles. */
export const strongestPerRole = 16;
/** A responsibility or category that more roles than this have makes nobody candidates; it still counts in the score. */
export const nominatingHolders = 1_000;

interface Pair extends OverlapNumbers {
  readonly first: number;
  readonly second: number;
}

/**
 * The pairs of roles worth listing. Two roles are candidates when they share a responsibility or a category. What a role
 * shares with all others is added up at once through the lists of who has which trait, never pair by pair.
 */
export function listedOverlaps(traits: Traits): ListedOverlaps {
  const roles = roleCount(traits);
  const everyPair = roles <= allPairsUpToRoles;
  const pairs = new Map<number, Pair>();
  const sharedWeights = new SharedWeights(traits);
  for (let role = 0; role < roles; role++) {
    const listed: Pair[] = [];
    for (const other of sharedWeights.candidatesOf(role)) {
      if (everyPair && other < role) continue;
      const shared = sharedWeights.with(other);
      // Most candidates end here: nothing is made for them.
      const weakest = everyPair ? undefined : listed[strongestPerRole - 1];
      if (weakest !== undefined && scoreOf(traits, role, other, shared) < weakest.score) continue;
      const numbers = overlapNumbersOf(traits, role, other, shared);
      const pair = { first: Math.min(role, other), second: Math.max(role, other), ...numbers };
      if (everyPair) listed.push(pair);
      else keepStrongest(listed, pair);
    }
    for (const pair of listed) pairs.set(pair.first * roles + pair.second, pair);
  }
  const inOrder = [...pairs.values()].sort((a, b) => a.first - b.first || a.second - b.second);
  return {
    first: Int32Array.from(inOrder, (pair) => pair.first),
    second: Int32Array.from(inOrder, (pair) => pair.second),
    score: Float64Array.from(inOrder, (pair) => pair.score),
    sharedWeight: Float64Array.from(inOrder, (pair) => pair.sharedWeight),
    totalWeight: Float64Array.from(inOrder, (pair) => pair.totalWeight),
  };
}

/** What one role after the other shares with all others. */
class SharedWeights {
  readonly #traits: Traits;
  readonly #weights: Float64Array;
  /** The role whose candidate each role last was. */
  readonly #candidateOf: Int32Array;

  constructor(traits: Traits) {
    this.#traits = traits;
    this.#weights = new Float64Array(roleCount(traits));
    this.#candidateOf = new Int32Array(roleCount(traits)).fill(-1);
  }

  /** The roles that share a nominating trait with a role. */
  candidatesOf(role: number): readonly number[] {
    const { ofRole, holders, weights, firstOwner } = this.#traits;
    const candidates: number[] = [];
    this.#weights.fill(0);
    this.#candidateOf[role] = role;
    // In the order of the traits, so that each sum is that of overlapNumbers to the last bit.
    for (const trait of listAt(ofRole, role)) {
      const having = listAt(holders, trait);
      const weight = itemAt(weights, trait);
      const nominates = trait < firstOwner && having.length <= nominatingHolders;
      for (const other of having) {
        this.#weights[other] = itemAt(this.#weights, other) + weight;
        if (!nominates || this.#candidateOf[other] === role) continue;
        this.#candidateOf[other] = role;
        candidates.push(other);
      }
    }
    return candidates;
  }

  /** The weight of what the role last asked for shares with another. */
  with(other: number): number {
    return itemAt(this.#weights, other);
  }
}

/** Roles stand in the order of their titles, so of equals the pair with the lower other role is the stronger. */
function keepStrongest(kept: Pair[], pair: Pair): void {
  const place = kept.findLastIndex((before) => isStronger(before, pair)) + 1;
  if (place === strongestPerRole) return;
  kept.splice(place, 0, pair);
  kept.length = Math.min(kept.length, strongestPerRole);
}

/** Of two pairs that have one role in common. */
function isStronger(a: Pair, b: Pair): boolean {
  return a.score > b.score || (a.score === b.score && a.first + a.second < b.first + b.second);
}
