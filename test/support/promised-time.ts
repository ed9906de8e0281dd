import { expect } from 'vitest';

/** Whether this run measures times: `npm run test:timing`, on an idle machine. */
export const measuresTime = process.env['MEASURE_TIME'] === '1';

/**
 * Expects that something has happened within the time that is promised, in milliseconds. Only a run that measures times
 * fails otherwise: in every other run, the time depends on what else the machine does, and it is enough that it happened.
 */
export function expectWithin(took: number, promised: number, what?: string): void {
  if (measuresTime) expect(took, what).toBeLessThan(promised);
}
