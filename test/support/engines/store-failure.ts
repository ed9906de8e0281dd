import { assert } from 'vitest';
import { StoreError } from '../../../src/store/store-error.ts';

/** The error of a failing call, which must be a StoreError. */
export async function storeFailure(attempt: Promise<unknown>): Promise<StoreError> {
  const failure: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.instanceOf(failure, StoreError);
  return failure;
}
