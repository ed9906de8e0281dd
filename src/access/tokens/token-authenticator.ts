import { timingSafeEqual } from 'node:crypto';
import type { TokenSettings } from '../../config/auth-settings.ts';
import { instantText } from '../../text/instants.ts';
import { invalid, type Authenticator, type AuthenticatorObserver, type Rejection } from '../authenticator.ts';
import { callerWithoutToken, rightsUpTo, type Caller } from '../caller.ts';
import { WatchedFile } from '../watched-file.ts';
import { isToken, tokenHash, tokenPrefix } from './new-token.ts';
import type { TokenEntry } from './token-entry.ts';
import { tokenFile } from './token-file.ts';

/**
 * Checks tokens against the file of their hashes, which is read again when it changes.
 *
 * @throws AccessFileError if the file is missing or broken.
 */
export async function openTokenAuthenticator(
  { file, anonymous }: TokenSettings,
  observer: AuthenticatorObserver,
): Promise<Authenticator> {
  const entries = await WatchedFile.open(file, tokenFile, observer);
  return {
    withoutToken: callerWithoutToken(anonymous),
    check: (token) => checkToken(token, entries.value, new Date()),
    close: () => {
      entries.close();
    },
  };
}

/** Who a token belongs to, or why it is refused. */
export function checkToken(token: string, entries: readonly TokenEntry[], now: Date): Caller | Rejection {
  if (!isToken(token)) return invalid(`This is not a token of this server, which begins with ${tokenPrefix}.`);
  const entry = entryOf(tokenHash(token), entries);
  if (entry === undefined) return invalid('The token is not known. It may have been removed.');
  const { name, right, expires } = entry;
  if (expires !== undefined && expires <= now) {
    return invalid(`The token ${name} has expired at ${instantText(expires)}.`);
  }
  return { name, rights: rightsUpTo(right), expiresAt: expires ?? null };
}

/**
 * The entry of a hash. All entries are compared, each in constant time, so that the time of the answer says nothing about how
 * much of a hash was right, and next to nothing about where it is in the file.
 *
 * @param isEqual only for tests.
 */
export function entryOf(
  hash: Buffer,
  entries: readonly TokenEntry[],
  isEqual: (a: Buffer, b: Buffer) => boolean = timingSafeEqual,
): TokenEntry | undefined {
  let found: TokenEntry | undefined;
  for (const entry of entries) {
    if (isEqual(entry.hash, hash)) found = entry;
  }
  return found;
}
