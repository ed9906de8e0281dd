/** How often the clock is read, in milliseconds. */
const tick = 100;

/**
 * Waits for a promise, but fails after some time by the clock of this process. Time in which this process was busy and
 * could not have received an answer counts as two ticks at most, because the other side may have answered.
 *
 * @param milliseconds from now.
 * @param late returns the error.
 */
export async function within<T>(work: Promise<T>, milliseconds: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    let left = milliseconds;
    let before = performance.now();
    timer = setInterval(
      () => {
        const now = performance.now();
        left -= Math.min(now - before, 2 * tick);
        before = now;
        if (left <= 0) reject(late());
      },
      Math.min(tick, milliseconds),
    );
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearInterval(timer);
  }
}
