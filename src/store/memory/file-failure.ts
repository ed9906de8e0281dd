import { basename } from 'node:path';
import { StoreError } from '../store-error.ts';

/** The code of a system error, e.g. "ENOENT"; undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Explains a failed call of the file system.
 *
 * @param doing what was being done, e.g. "read".
 * @param path only its last part is in the message, which clients see; the cause has all of it.
 * @returns a StoreError UNAVAILABLE; any error that is not a system error is returned as it is.
 */
export function fileFailure(doing: string, path: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === undefined || error instanceof StoreError) return error;
  return new StoreError('UNAVAILABLE', `Cannot ${doing} ${basename(path)}: ${reason(code)} (${code}).`, {
    cause: error,
  });
}

/** The failure of a folder whose file system has no hard links, which make an import safe. */
export function noHardLinks(cause: unknown): StoreError {
  return new StoreError(
    'UNAVAILABLE',
    `Cannot keep an import in the data folder: its file system has no hard links; ${elsewhere} on another.`,
    { cause },
  );
}

/** The failure of the file system after an import was in place. */
export function mayNotLast(error: unknown): StoreError {
  const cause = error instanceof StoreError ? error.cause : error;
  return new StoreError(
    'UNAVAILABLE',
    'The new catalog is in place and servers use it, but it may not survive a power cut: the file system reports an error ' +
      `(${errorCode(cause) ?? String(cause)}) when the folder is written to disk. Check the disk. If the previous catalog is ` +
      'served after a power cut, import the new one again.',
    { cause },
  );
}

const elsewhere = 'set ROLEGRAPH_DATA to a folder';

function reason(code: string): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `permission is denied; allow this user to read and write there, or ${elsewhere} where that is allowed`;
    case 'EROFS':
      return `it is mounted read-only; ${elsewhere} that can be written`;
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'there is no space left; free some space and try again, the previous catalog is still stored';
    case 'ENOTDIR':
    case 'EEXIST':
      return `a file stands where a folder is expected; move it away, or ${elsewhere}`;
    case 'EISDIR':
      return 'a folder stands where a file is expected; move it away';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open; raise the limit of open files (ulimit -n)';
    default:
      return `the file system reports an error; repair it, or ${elsewhere} on another`;
  }
}
