const undecided = 0;
const writing = 1;
const givenUp = 2;

/**
 * Decides between two threads whether an import writes or is given up: whoever is first. A worker thread that is ended while it writes
 * would leave a part of a catalog in the store until the next start.
 */
export function importTurn(shared: Int32Array<SharedArrayBuffer>) {
  const take = (state: number) => [undecided, state].includes(Atomics.compareExchange(shared, 0, undecided, state));
  return {
    /** @returns false if the import was given up. */
    beginWriting: () => take(writing),
    /** @returns false if it has begun to write. */
    giveUp: () => take(givenUp),
  };
}

/** Nothing is decided yet. */
export function undecidedTurn(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}
