/** A number of slots, each of which one piece of work holds at a time; those that wait get theirs in order. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /**
   * Starts work as soon as there is a free slot.
   *
   * @param signal frees the slot, whether the work has ended or not. Work that is still waiting then is never started.
   * @returns the result of the work; a promise that never settles for work that is not started.
   */
  start<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<T>();
    const begin = () => {
      signal.addEventListener('abort', () => {
        this.#release();
      });
      resolve(work());
    };
    if (this.#free > 0) {
      this.#free--;
      begin();
      return promise;
    }
    this.#waiting.push(begin);
    signal.addEventListener('abort', () => {
      const index = this.#waiting.indexOf(begin);
      if (index >= 0) this.#waiting.splice(index, 1);
    });
    return promise;
  }

  #release(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}
