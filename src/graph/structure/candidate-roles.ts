import { listAt, listLength } from '../../collections/lists.ts';
import { roleCount, type Traits } from './overlap-arithmetic.ts';

/** A responsibility or category that more roles than this have makes nobody candidates; it still counts in the score. */
export const nominatingHolders = 1_000;

/**
 * The candidates of one role after the other, which have to be asked for in ascending order, and what they share with
 * it. At most how much is added up for all at once, through the lists of who has which trait.
 */
export class CandidateRoles {
  readonly #traits: Traits;
  /** Where in the holders of each trait those after the present role begin. */
  readonly #next: Int32Array;
  /** The weight of each role's traits that make nobody candidates. */
  readonly #commonWeights: Float64Array;
  /** The weight that each role shares with the present one by traits that do. */
  readonly #sharedWeights: Float64Array;
  /** The weight of each trait that the present role has; 0 for all others. */
  readonly #ownWeights: Float64Array;
  readonly #found: Int32Array;
  #count = 0;
  #role = 0;

  constructor(traits: Traits) {
    const roles = roleCount(traits);
    this.#traits = traits;
    this.#next = traits.holders.offsets.slice();
    this.#commonWeights = Float64Array.from({ length: roles }, (_, role) => commonWeight(traits, role));
    this.#sharedWeights = new Float64Array(roles);
    this.#ownWeights = new Float64Array(traits.weights.length);
    this.#found = new Int32Array(roles);
  }

  /** The later roles that share a nominating trait with a role; valid until the next call. */
  after(role: number): Int32Array {
    const { ofRole, weights } = this.#traits;
    for (const found of this.#found.subarray(0, this.#count)) this.#sharedWeights[found] = 0;
    for (const trait of listAt(ofRole, this.#role)) this.#ownWeights[trait] = 0;
    this.#count = 0;
    this.#role = role;
    for (const trait of listAt(ofRole, role)) {
      this.#ownWeights[trait] = weights[trait] ?? 0;
      if (nominates(this.#traits, trait)) this.#add(trait);
    }
    return this.#found.subarray(0, this.#count);
  }

  /** No less than the weight that the role last asked for shares with one of its candidates. */
  greatestShare(other: number): number {
    const common = Math.min(this.#commonWeights[this.#role] ?? 0, this.#commonWeights[other] ?? 0);
    return (this.#sharedWeights[other] ?? 0) + common;
  }

  /** The weight that it does share, to the last bit that of sharedWeightOf: what is not shared adds 0. */
  sharedWeight(other: number): number {
    const { offsets, values } = this.#traits.ofRole;
    const end = offsets[other + 1] ?? 0;
    let shared = 0;
    for (let at = offsets[other] ?? 0; at < end; at++) shared += this.#ownWeights[values[at] ?? 0] ?? 0;
    return shared;
  }

  #add(trait: number): void {
    const { holders, weights } = this.#traits;
    const weight = weights[trait] ?? 0;
    // The first that was not passed yet is the present role itself.
    const start = (this.#next[trait] ?? 0) + 1;
    this.#next[trait] = start;
    const end = holders.offsets[trait + 1] ?? 0;
    for (let at = start; at < end; at++) {
      const other = holders.values[at] ?? 0;
      const shared = this.#sharedWeights[other] ?? 0;
      // No trait that anybody has weighs nothing, so that 0 tells who was not found yet.
      if (shared === 0) this.#found[this.#count++] = other;
      this.#sharedWeights[other] = shared + weight;
    }
  }
}

function nominates({ firstOwner, holders }: Traits, trait: number): boolean {
  return trait < firstOwner && listLength(holders, trait) <= nominatingHolders;
}

function commonWeight(traits: Traits, role: number): number {
  let sum = 0;
  for (const trait of listAt(traits.ofRole, role)) {
    if (!nominates(traits, trait)) sum += traits.weights[trait] ?? 0;
  }
  return sum;
}
