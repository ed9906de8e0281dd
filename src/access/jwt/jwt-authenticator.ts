import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { JwtSettings } from '../../config/auth-settings.ts';
import { invalid, type Authenticator, type AuthenticatorObserver, type Rejection } from '../authenticator.ts';
import { callerWithoutToken, type Caller } from '../caller.ts';
import { openKeyFile } from './key-file.ts';
import { openRemoteKeys } from './remote-keys.ts';
import { verifyToken } from './verify-token.ts';

/** How many verified tokens are remembered. */
const mostVerified = 1_000;
/** How long a verified token is taken as such without another look at its signature, in milliseconds. */
const longestMemory = 60_000;
/** In characters. Headers of requests are hardly longer. */
const longestToken = 16_384;

/**
 * Checks JSON Web Tokens. What was verified is remembered by the hash of the token, so that most requests cost some microseconds.
 *
 * @throws AccessFileError if the keys are in a file that is missing or broken.
 */
export async function openJwtAuthenticator(
  settings: JwtSettings,
  observer: AuthenticatorObserver,
): Promise<Authenticator> {
  const remembered = new LRUCache<string, { readonly caller: Caller; readonly until: number }>({ max: mostVerified });
  const forget = (): void => {
    remembered.clear();
  };
  const { jwks, algorithms } = settings;
  const keys =
    'url' in jwks
      ? await openRemoteKeys(jwks.url, observer, forget)
      : await openKeyFile(jwks.file, algorithms, observer, forget);

  async function verify(token: string, hash: string): Promise<Caller | Rejection> {
    const result = await verifyToken(token, settings, keys.find);
    if (!('caller' in result)) return result;
    const { caller, exp } = result;
    const until = Math.min(exp, Date.now() + longestMemory);
    if (until > Date.now()) remembered.set(hash, { caller, until });
    return caller;
  }

  return {
    withoutToken: callerWithoutToken(settings.anonymous),
    check: (token) => {
      if (token.length > longestToken) return invalid(`The token is longer than ${longestToken} characters.`);
      const hash = createHash('sha256').update(token).digest('base64');
      const known = remembered.get(hash);
      return known !== undefined && Date.now() < known.until ? known.caller : verify(token, hash);
    },
    close: () => {
      keys.close();
    },
  };
}
