/** A number of places that may be taken at a time. */
export class Places {
  readonly count: number;
  #taken = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.count = count;
  }

  /** Takes a place, if one is free. @returns whether there was one. */
  take(): boolean {
    if (this.#taken >= this.count) return false;
    this.#taken++;
    return true;
  }

  /**
   * Takes a place, now or when it is this caller's turn.
   *
   * @param mostWaiting how many others may wait at most.
   * @returns false at once if more are waiting.
   */
  async wait(mostWaiting: number): Promise<boolean> {
    if (this.take()) return true;
    if (this.#waiting.length >= mostWaiting) return false;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return true;
  }

  /** Gives a place back: to the caller that has waited longest, if any waits. */
  giveBack(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#taken--;
    else next();
  }
}
