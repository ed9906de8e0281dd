import { assert } from 'vitest';
import { StoreError } from '../../../src/store/store-error.ts';

/** What an attempt fails with, which must be an expected failure of a store. */
export async function storeFailure(attempt: Promise<unknown>): Promise<StoreError> {
  const failure: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.instanceOf(failure, StoreError);
  return failure;
}
