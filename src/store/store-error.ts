/**
 * What can go wrong with a store without being a fault of ours:
 * - CONFLICT: another import moved the pointer first.
 * - UNAVAILABLE: the store does not answer, or its files cannot be read or written. Trying again later may help.
 * - TIMEOUT: the store answers, but a call took longer than it may.
 * - UNAUTHORIZED: the store refuses our user, password or what that user asks for.
 * - MISCONFIGURED: what the settings name is not a store for us: no such database, too old, read-only.
 * - DAMAGED: what is stored is not what was written, or was written by another version.
 * - EXPIRED: the generation was replaced so long ago that it has been removed. Asking again helps.
 */
export const storeErrorCodes = [
  'CONFLICT',
  'UNAVAILABLE',
  'TIMEOUT',
  'UNAUTHORIZED',
  'MISCONFIGURED',
  'DAMAGED',
  'EXPIRED',
] as const;
export type StoreErrorCode = (typeof storeErrorCodes)[number];

/**
 * An expected failure of a store. The message says what to do and is shown to clients, so it names no host, user or
 * password; the cause may, and is for those who run the server.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Why a catalog is not read to its end when a store is closed. */
export function storeClosed(): StoreError {
  return new StoreError('UNAVAILABLE', 'The catalog was not read to its end: the server is stopping.');
}

/** The failure of an import whose generation to replace is no longer the current one; the same for every engine. */
export function importConflict(): StoreError {
  return new StoreError(
    'CONFLICT',
    'Another import was faster, so this one changed nothing. Look at what differs from the catalog that is served now ' +
      '(import --dry-run), then import again.',
  );
}
