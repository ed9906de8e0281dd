/** More than rounding, of a score to 6 decimals and of sums on the way to it, can make of a difference. */
const roundingSlack = 1e-6;

/**
 * For each role the others that it overlaps with most, a bounded number of them, however many are offered and in
 * whatever order. Roles stand in the order of their titles, so of two equals the lower is the stronger.
 */
export class StrongestOthers {
  readonly #most: number;
  /** Those of role r from r * most on, the strongest first. */
  readonly #others: Int32Array;
  readonly #scores: Float64Array;
  readonly #counts: Int32Array;
  /** The least score that each role may still keep. */
  readonly #leastScores: Float64Array;
  readonly #roleWeights: Float64Array;
  /** Of two roles' weights together, the part that they must share for the one to keep the other. */
  readonly #leastShares: Float64Array;

  /** @param roleWeights what the traits of each role weigh together. */
  constructor(roleWeights: Float64Array, most: number) {
    const roles = roleWeights.length;
    this.#most = most;
    this.#others = new Int32Array(roles * most);
    this.#scores = new Float64Array(roles * most);
    this.#counts = new Int32Array(roles);
    this.#leastScores = new Float64Array(roles);
    this.#roleWeights = roleWeights;
    this.#leastShares = new Float64Array(roles);
  }

  /** Whether one of two roles might keep the other, were this the weight that they share: false is certain. */
  mayKeep(role: number, other: number, shared: number): boolean {
    const least = Math.min(this.#leastShares[role] ?? 0, this.#leastShares[other] ?? 0);
    return shared >= least * ((this.#roleWeights[role] ?? 0) + (this.#roleWeights[other] ?? 0));
  }

  /** Keeps another role with its score, if it is among the strongest so far. */
  offer(role: number, other: number, score: number): void {
    if (score < (this.#leastScores[role] ?? 0)) return;
    const start = role * this.#most;
    const count = this.#counts[role] ?? 0;
    // Behind the others, or in the place of the last.
    let place = start + Math.min(count, this.#most - 1);
    if (count < this.#most) this.#counts[role] = count + 1;
    else if (!this.#isStronger(other, score, place)) return;
    for (; place > start && this.#isStronger(other, score, place - 1); place--) {
      this.#others[place] = this.#others[place - 1] ?? 0;
      this.#scores[place] = this.#scores[place - 1] ?? 0;
    }
    this.#others[place] = other;
    this.#scores[place] = score;
    if (count + 1 < this.#most) return;
    const weakest = this.#scores[start + this.#most - 1] ?? 0;
    this.#leastScores[role] = weakest;
    // score = shared / (both - shared), so shared / both = score / (1 + score).
    this.#leastShares[role] = (weakest - roundingSlack) / (1 + weakest - roundingSlack);
  }

  /** Calls back with each role and each other that it keeps. */
  forEach(callback: (role: number, other: number) => void): void {
    this.#counts.forEach((count, role) => {
      const start = role * this.#most;
      for (const other of this.#others.subarray(start, start + count)) callback(role, other);
    });
  }

  #isStronger(other: number, score: number, place: number): boolean {
    const before = this.#scores[place] ?? 0;
    return score > before || (score === before && other < (this.#others[place] ?? 0));
  }
}
