import { vi } from 'vitest';

/** Longer than any test may take, so that its timeout is what ends the wait. */
const timeout = 600_000;

/** Repeats a check until it passes, however long that takes, and returns what it returns. */
export function eventually<T>(check: () => T | Promise<T>, interval = 20): Promise<T> {
  return vi.waitFor(check, { timeout, interval });
}
