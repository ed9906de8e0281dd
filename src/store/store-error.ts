import { quoted } from '../text/quoted-text.ts';
import type { CatalogHeader } from './stored-catalog.ts';
import { graphFormat, oldestReadableFormat } from '../graph/structure/graph-data.ts';

/**
 * Failures of a store that are not bugs in Rolegraph:
 * - CONFLICT: another import moved the pointer first.
 * - UNAVAILABLE: the store does not answer, or its files cannot be read or written. Trying again later may help.
 * - TIMEOUT: the store answers, but a call took longer than allowed.
 * - UNAUTHORIZED: the store refuses the user or password, or does not permit the user to do this.
 * - MISCONFIGURED: the settings name a store that cannot be used: no such database, too old, read-only.
 * - DAMAGED: the stored data is not what was written, or was written by another version.
 * - MISSING: there is no catalog to serve: what was imported is gone, or nothing was and the catalog that ships is not to be
 *   served. An import or a restored backup helps.
 * - EXPIRED: the generation was replaced so long ago that it has been removed. A new request succeeds.
 */
export const storeErrorCodes = [
  'CONFLICT',
  'UNAVAILABLE',
  'TIMEOUT',
  'UNAUTHORIZED',
  'MISCONFIGURED',
  'DAMAGED',
  'MISSING',
  'EXPIRED',
] as const;
export type StoreErrorCode = (typeof storeErrorCodes)[number];

/**
 * An expected failure of a store. The message says what to do and is shown to clients, so it names no host, user,
 * password or path of the machine; the cause may, and is for those who run the server.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  /** Of a CONFLICT, the catalog that is current instead, if it is known. */
  readonly current: FasterImport | undefined;

  constructor(code: StoreErrorCode, message: string, options: StoreErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.current = options.current;
  }
}

/** What is known of the import that was faster. */
export type FasterImport = Pick<CatalogHeader, 'sequence' | 'importedBy' | 'importedAt'>;

interface StoreErrorOptions extends ErrorOptions {
  readonly current?: FasterImport | undefined;
}

/** The reason for which closing a store interrupts the reading of a catalog. */
export function storeClosed(): StoreError {
  return new StoreError('UNAVAILABLE', 'The catalog was not read to its end: the server is stopping.');
}

/** The failure of an import that wants to replace a generation that is no longer current. */
export function importConflict(current?: CatalogHeader): StoreError {
  const faster = current === undefined ? '' : ` (${describedImport(current)})`;
  return new StoreError(
    'CONFLICT',
    `Another import was faster${faster}, so this one changed nothing. Review the differences from the catalog that is served ` +
      'now (import --dry-run), then import again.',
    { current: current && fasterImport(current) },
  );
}

/** The failure of an import that was meant to replace another catalog than the current one. */
export function otherSequence(current: CatalogHeader | undefined, expected: number): StoreError {
  const faster =
    current === undefined ? 'there is no catalog now' : `the current catalog has ${describedImport(current)}`;
  return new StoreError(
    'CONFLICT',
    `The import expected to replace sequence ${expected}, but ${faster}, so it changed nothing. Review the differences from ` +
      'the current catalog (import --dry-run), then import again with its sequence.',
    { current: current && fasterImport(current) },
  );
}

/** 'sequence 13, imported by "kim" at 2026-12-01T09:30:00.000Z'; of what ships, the time is that of its opening. */
function describedImport({ sequence, importedBy, importedAt }: CatalogHeader): string {
  if (sequence === 0) return 'sequence 0: the catalog that ships';
  const importer = importedBy === null ? '' : ` by ${quoted(importedBy)}`;
  return `sequence ${sequence}, imported${importer} at ${importedAt.toISOString()}`;
}

export function fasterImport({ sequence, importedBy, importedAt }: CatalogHeader): FasterImport {
  return { sequence, importedBy, importedAt };
}

/**
 * The failure of a store from which what was imported is gone: the catalog that ships must not be served in its place.
 *
 * @param place where it is gone from, and how that is known.
 * @param startAgain what to do if the catalog that ships is to be served.
 */
export function catalogGone(place: string, startAgain: string): StoreError {
  return new StoreError(
    'MISSING',
    `The imported catalog is gone from ${place}. Restore a backup, or import the catalog again. To serve the catalog that ` +
      `ships with Rolegraph, ${startAgain}.`,
  );
}

/** The failure of reading a catalog that another version of Rolegraph stored. */
export function otherFormat(what: string, format: number, advice: string): StoreError {
  const writer = format > graphFormat ? 'a newer' : 'an older';
  return new StoreError(
    'DAMAGED',
    `${what} has format ${format}, written by ${writer} version of Rolegraph; this version reads the formats ` +
      `${oldestReadableFormat} to ${graphFormat}. ` +
      advice,
  );
}

/** The failure of a catalog that is read after it was replaced and removed. */
export function catalogExpired(): StoreError {
  return new StoreError(
    'EXPIRED',
    'The catalog was replaced while this was being answered, and so long ago that the old one has been removed. Ask again.',
  );
}
