/** Random numbers that are the same for the same seed on every machine (mulberry32). Not for secrets. */
export class SeededRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** At least 0 and less than 1. */
  number(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number of at least 0 and less than `end`. */
  below(end: number): number {
    return Math.floor(this.number() * end);
  }

  /** Whether something of this probability happens. */
  chance(probability: number): boolean {
    return this.number() < probability;
  }

  /** Waiting time of a rare thing: few are long, most are short. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.number());
  }

  /** @throws RangeError where there is nothing to pick. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** The items in another order (Fisher and Yates). */
  shuffled<T>(items: readonly T[]): T[] {
    const left = [...items];
    const taken: T[] = [];
    while (left.length > 0) {
      const at = this.below(left.length);
      const last = left.pop();
      if (last === undefined) break;
      taken.push(left[at] ?? last);
      if (at < left.length) left[at] = last;
    }
    return taken;
  }
}

/** Draws places of which the first are far more frequent than the last, as words in a language or duties among jobs. */
export class Zipf {
  readonly #upTo: Float64Array;

  /** @param exponent 0 makes all alike; 1 makes the second half as frequent as the first, the third a third of it. */
  constructor(count: number, exponent: number) {
    let sum = 0;
    this.#upTo = Float64Array.from({ length: count }, (_, rank) => (sum += (rank + 1) ** -exponent));
  }

  place(random: SeededRandom): number {
    const wanted = random.number() * (this.#upTo.at(-1) ?? 0);
    let low = 0;
    let high = this.#upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#upTo[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
