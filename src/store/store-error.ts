/**
 * What can go wrong with a store without being a fault of ours:
 * - CONFLICT: another import moved the pointer first.
 * - UNAVAILABLE: the store does not answer, or its files cannot be read or written.
 * - DAMAGED: what is stored is not what was written, or was written by another version.
 */
export type StoreErrorCode = 'CONFLICT' | 'UNAVAILABLE' | 'DAMAGED';

/** An expected failure of a store. The message says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The failure of an import whose generation to replace is no longer the current one; the same for every engine. */
export function importConflict(): StoreError {
  return new StoreError(
    'CONFLICT',
    'Another import was faster, so this one changed nothing. Look at what differs from the catalog that is served now ' +
      '(import --dry-run), then import again.',
  );
}
