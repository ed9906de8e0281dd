import { assert, expect } from 'vitest';
import { StoreError } from '../../../src/store/store-error.ts';

/** The error of a failing call, which must be a StoreError. Clients see its message, so it must name no path of the machine. */
export async function storeFailure(attempt: Promise<unknown>): Promise<StoreError> {
  const failure: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.instanceOf(failure, StoreError);
  expect(failure.message).not.toMatch(/(^|[\s"'(])(\/|[A-Z]:\\)\w/);
  return failure;
}
