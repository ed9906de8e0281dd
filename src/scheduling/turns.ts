/** How much of one turn of the event loop goes to executing queries before others have theirs, in milliseconds. */
const sliceLength = 10;

/** A query that has had so many slices is a heavy one. */
const lightSlices = 10;

/**
 * Shares the process among the queries that are being executed: in each turn of the event loop they take a slice, so that
 * whatever else arrives is served meanwhile. A query that finds the slice used up waits; of those that wait one goes on in
 * each turn: light ones before heavy ones, one after the other, and of heavy ones the oldest until it is done. If heavy ones
 * shared, too, all of them would come too late.
 */
export class Turns {
  readonly #slice: number;
  /** When the slice is used up; undefined before anybody has begun it. */
  #end: number | undefined;
  #isTurnComing = false;
  readonly #waiting = new Set<Share>();
  #shares = 0;

  /** @param slice in milliseconds; with 0 everything waits that can, with Infinity nothing. */
  constructor(slice = sliceLength) {
    this.#slice = slice;
  }

  /** What one execution takes its turns by. */
  share(): Share {
    return new Share(this, this.#shares++);
  }

  isUsedUp(): boolean {
    const now = performance.now();
    if (this.#end === undefined) {
      this.#end = now + this.#slice;
      this.#askForTurn();
    }
    return now >= this.#end;
  }

  /** Has a share that waits go on in a later turn. */
  addWaiting(share: Share): void {
    this.#waiting.add(share);
    this.#askForTurn();
  }

  #askForTurn(): void {
    if (this.#isTurnComing || this.#slice === Infinity) return;
    this.#isTurnComing = true;
    setImmediate(() => {
      this.#isTurnComing = false;
      this.#end = undefined;
      const next = this.#next();
      if (next === undefined) return;
      this.#waiting.delete(next);
      next.slices++;
      if (this.#waiting.size > 0) this.#askForTurn();
      this.#goOn(next);
    });
  }

  #next(): Share | undefined {
    let oldest: Share | undefined;
    for (const share of this.#waiting) {
      // It has had what it waited for in the slice in which it came to wait.
      if (!share.isWaiting) this.#waiting.delete(share);
      else if (share.slices < lightSlices) return share;
      if (oldest === undefined || share.number < oldest.number) oldest = share;
    }
    return oldest;
  }

  /** One step after the other, each when the one before has come to its end or to where it waits again. */
  #goOn(share: Share): void {
    if (!share.takeStep()) return;
    queueMicrotask(() => {
      if (!this.isUsedUp()) {
        this.#goOn(share);
        return;
      }
      // What arrives before the next turn does not pay for what this share has used.
      this.#end = undefined;
      if (share.isWaiting) this.addWaiting(share);
    });
  }
}

/** The turns of one execution. */
export class Share {
  readonly #turns: Turns;
  /** By depth in the answer: to go on with the deepest first keeps few waiting, as when one walks a tree. */
  readonly #waiting: (() => void)[][] = [];
  #count = 0;
  #isStopped = false;
  /** How many it has had, beside the one that it began in. */
  slices = 0;
  /** Older ones have lower numbers. */
  readonly number: number;

  constructor(turns: Turns, number: number) {
    this.#turns = turns;
    this.number = number;
  }

  /** Whether the next step is to wait. */
  isUsedUp(): boolean {
    return this.#turns.isUsedUp();
  }

  get isWaiting(): boolean {
    return this.#count > 0;
  }

  /** A value, in a later turn; never once the share is stopped. */
  later<T>(value: T, depth: number): Promise<T> {
    return new Promise((resolve) => {
      if (this.#isStopped) return;
      while (this.#waiting.length <= depth) this.#waiting.push([]);
      this.#waiting[depth]?.push(() => {
        resolve(value);
      });
      if (this.#count++ === 0) this.#turns.addWaiting(this);
    });
  }

  /** @returns whether anything waited. */
  takeStep(): boolean {
    const step = this.#waiting.findLast(({ length }) => length > 0)?.shift();
    if (step === undefined) return false;
    this.#count--;
    step();
    return true;
  }

  /** Leaves all that waits to the garbage collector. */
  stop(): void {
    this.#isStopped = true;
    this.#waiting.length = 0;
    this.#count = 0;
  }
}
