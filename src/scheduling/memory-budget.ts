/**
 * How much memory may be held at a time, in bytes. What would exceed it is refused by whoever asked for it, so that the
 * process does not run out of memory.
 */
export class MemoryBudget {
  readonly limit: number;
  #held = 0;

  constructor(limit = Infinity) {
    this.limit = limit;
  }

  /** Takes a part of the budget, if there is as much left. @returns whether there was. */
  take(bytes: number): boolean {
    if (this.#held + bytes > this.limit) return false;
    this.#held += bytes;
    return true;
  }

  /** Gives back what was taken. */
  giveBack(bytes: number): void {
    this.#held -= bytes;
  }
}
