import type { Steps } from '../../src/scheduling/steps.ts';

/** How long steps may run before the page can answer to its reader again, in milliseconds. */
const turn = 8;

/**
 * Runs steps to their end, in turns with everything else that the page does.
 *
 * @throws the reason of the signal when it is aborted, and what the steps throw.
 */
export async function runInTurns<T>(steps: Steps<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    const end = performance.now() + turn;
    do {
      const { done, value } = steps.next();
      if (done === true) return value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
  }
}
