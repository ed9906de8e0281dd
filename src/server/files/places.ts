/** A number of places that may be taken at a time. */
export class Places {
  readonly count: number;
  #taken = 0;

  constructor(count: number) {
    this.count = count;
  }

  /** Takes a place, if one is free. @returns whether there was one. */
  take(): boolean {
    if (this.#taken >= this.count) return false;
    this.#taken++;
    return true;
  }

  giveBack(): void {
    this.#taken--;
  }
}
