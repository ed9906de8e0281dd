import { listAt, listLength } from '../../collections/lists.ts';
import { roleCount, type Traits } from './overlap-arithmetic.ts';

/** A responsibility or category that more roles have nominates no candidates; it still counts in the score. */
const nominatingHolders = 1_000;

/**
 * The candidates of one role after the other, in ascending order, and the weight that they share with it. An upper bound
 * of that weight is summed for all candidates at once, through the lists of the roles that have each trait.
 *
 * A trait nominates when the roles that have it are candidates for each other.
 */
export class CandidateRoles {
  readonly #traits: Traits;
  /** Where in the holders of each trait those after the current role begin. */
  readonly #next: Int32Array;
  /** The weight of each role's traits that do not nominate. */
  readonly #commonWeights: Float64Array;
  /** The weight that each role shares with the current one through nominating traits. */
  readonly #sharedWeights: Float64Array;
  /** The weight of each trait that the current role has; 0 for all others. */
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

  /**
   * The later roles that share a nominating trait with a role; valid until the next call.
   *
   * @param role above that of the call before.
   */
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

  /** An upper bound of the weight that the current role shares with one of its candidates. */
  greatestShare(other: number): number {
    const common = Math.min(this.#commonWeights[this.#role] ?? 0, this.#commonWeights[other] ?? 0);
    return (this.#sharedWeights[other] ?? 0) + common;
  }

  /** The weight that it shares, to the last bit that of sharedWeightOf: a trait that is not shared adds 0. */
  sharedWeight(other: number): number {
    const { offsets, values } = this.#traits.ofRole;
    const end = offsets[other + 1] ?? 0;
    let shared = 0;
    for (let i = offsets[other] ?? 0; i < end; i++) shared += this.#ownWeights[values[i] ?? 0] ?? 0;
    return shared;
  }

  #add(trait: number): void {
    const { holders, weights } = this.#traits;
    const weight = weights[trait] ?? 0;
    // The first holder that was not passed yet is the current role itself.
    const start = (this.#next[trait] ?? 0) + 1;
    this.#next[trait] = start;
    const end = holders.offsets[trait + 1] ?? 0;
    for (let i = start; i < end; i++) {
      const other = holders.values[i] ?? 0;
      const shared = this.#sharedWeights[other] ?? 0;
      // Every trait that a role has weighs more than 0, so a sum of 0 means that the role was not found before.
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
