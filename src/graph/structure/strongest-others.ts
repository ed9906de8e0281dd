/** An upper bound of the error that comes from rounding a score to 6 decimals and from the sums behind it. */
const roundingSlack = 1e-6;

/**
 * For each role a bounded number of others that it overlaps with most, however many are offered and in whatever order.
 * Roles are numbered in the order of their titles; of two others with equal scores, the lower number ranks first.
 */
export class StrongestOthers {
  readonly #most: number;
  /** Those of role r from r * most on, the strongest first. */
  readonly #others: Int32Array;
  readonly #scores: Float64Array;
  readonly #counts: Int32Array;
  readonly #roleWeights: Float64Array;
  /** The part of the summed weights of two roles that they must share for the one to accept the other. */
  readonly #leastShares: Float64Array;

  /** @param roleWeights the sum of the weights of each role's traits. */
  constructor(roleWeights: Float64Array, most: number) {
    const roles = roleWeights.length;
    this.#most = most;
    this.#others = new Int32Array(roles * most);
    this.#scores = new Float64Array(roles * most);
    this.#counts = new Int32Array(roles);
    this.#roleWeights = roleWeights;
    this.#leastShares = new Float64Array(roles);
  }

  /** Whether one of two roles might accept the other if they share at most this weight. False is certain. */
  mayAccept(role: number, other: number, shared: number): boolean {
    const least = Math.min(this.#leastShares[role] ?? 0, this.#leastShares[other] ?? 0);
    return shared >= least * ((this.#roleWeights[role] ?? 0) + (this.#roleWeights[other] ?? 0));
  }

  /** Inserts another role with its score if it is among the strongest so far. */
  offer(role: number, other: number, score: number): void {
    const start = role * this.#most;
    const count = this.#counts[role] ?? 0;
    let index = start + Math.min(count, this.#most - 1);
    if (count < this.#most) this.#counts[role] = count + 1;
    else if (!this.#isStronger(other, score, index)) return;
    for (; index > start && this.#isStronger(other, score, index - 1); index--) {
      this.#others[index] = this.#others[index - 1] ?? 0;
      this.#scores[index] = this.#scores[index - 1] ?? 0;
    }
    this.#others[index] = other;
    this.#scores[index] = score;
    if (count + 1 < this.#most) return;
    const weakest = this.#scores[start + this.#most - 1] ?? 0;
    // score = shared / (both - shared), so shared / both = score / (1 + score).
    this.#leastShares[role] = (weakest - roundingSlack) / (1 + weakest - roundingSlack);
  }

  /** Calls back with each role and each of its strongest others. */
  forEach(callback: (role: number, other: number) => void): void {
    this.#counts.forEach((count, role) => {
      const start = role * this.#most;
      for (const other of this.#others.subarray(start, start + count)) callback(role, other);
    });
  }

  #isStronger(other: number, score: number, index: number): boolean {
    const before = this.#scores[index] ?? 0;
    return score > before || (score === before && other < (this.#others[index] ?? 0));
  }
}
