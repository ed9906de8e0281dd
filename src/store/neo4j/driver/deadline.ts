/** How often the clock is looked at, in milliseconds. */
const tick = 100;

/**
 * What a promise gives, or a failure when it has given nothing for a time on our own clock. Time in which this process was
 * busy and could not have heard an answer counts for two ticks at most: that is no silence of the other side.
 *
 * @param milliseconds from now.
 * @param late makes the failure.
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
