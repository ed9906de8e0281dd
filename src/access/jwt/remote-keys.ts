import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors } from 'jose';
import { limitedText } from '../../text/limited-text.ts';
import type { AuthenticatorObserver } from '../authenticator.ts';
import { jsonOf, keySet } from './key-file.ts';
import { KeysUnavailable, type FindKey, type PublicKeys } from './public-keys.ts';

/** How long fetched keys are used before they are fetched again, in milliseconds. */
const freshTime = 10 * 60_000;
/** The pause before an unknown key makes the keys be fetched again, in milliseconds. */
const unknownKeyPause = 30_000;
/** The pause after keys could not be fetched, in milliseconds. Meanwhile, no request waits for another attempt. */
const failurePause = 5_000;
/**
 * How long the last keys are used while newer ones cannot be fetched, in milliseconds: about as long as tokens are valid that the
 * provider made before it went away.
 */
const longestUse = 60 * 60_000;
/** In milliseconds. */
const fetchTimeout = 5_000;
/** In bytes: room for thousands of keys. */
const largestSet = 1024 * 1024;

/**
 * The keys at a URL. They are fetched at the start, every ten minutes when they are used, and when a token names a key that is
 * unknown, because providers change their keys. If they cannot be fetched at the start, they are fetched with the first token.
 *
 * @param changed called when keys were fetched.
 */
export async function openRemoteKeys(
  url: string,
  observer: AuthenticatorObserver,
  changed: () => void,
): Promise<PublicKeys> {
  const shown = shownUrl(url);
  let last: { readonly find: FindKey; readonly at: number } | undefined;
  let failure: { readonly error: KeysUnavailable; readonly at: number } | undefined;

  async function fetchKeys(address: string, options: RequestInit): Promise<Response> {
    if (failure !== undefined && Date.now() - failure.at < failurePause) throw failure.error;
    try {
      const { keys, find } = await keysAt(address, options);
      if (failure !== undefined) observer.onReloaded(`The keys at ${shown} can be fetched again.`);
      failure = undefined;
      last = { find, at: Date.now() };
      changed();
      return Response.json(keys);
    } catch (error) {
      const unavailable = new KeysUnavailable(reasonOf(error), { cause: error });
      if (failure === undefined) observer.onProblem(problemText(shown, unavailable.message, last?.at));
      failure = { error: unavailable, at: Date.now() };
      throw unavailable;
    }
  }

  const remote = createRemoteJWKSet(new URL(url), {
    timeoutDuration: fetchTimeout,
    cooldownDuration: unknownKeyPause,
    cacheMaxAge: freshTime,
    [customFetch]: fetchKeys,
  });
  await remote.reload().catch(() => undefined);

  return {
    find: async (header, token) => {
      try {
        return await remote(header, token);
      } catch (error) {
        if (!(error instanceof KeysUnavailable) || last === undefined || Date.now() - last.at > longestUse) throw error;
        return await last.find(header, token).catch((reason: unknown) => {
          // A key that is unknown here may be a new one.
          throw reason instanceof errors.JWKSNoMatchingKey ? error : reason;
        });
      }
    },
    close: () => undefined,
  };
}

async function keysAt(address: string, options: RequestInit) {
  const response = await fetch(address, options);
  if (response.status >= 300 && response.status < 400) {
    throw new Error(
      `it answers ${response.status}, and redirects are not followed: set AUTH_JWKS to the final address`,
    );
  }
  if (response.status !== 200) throw new Error(`it answers ${response.status}`);
  const { data } = keySet.safeParse(jsonOf(await limitedText(response.body, largestSet)));
  if (data === undefined) throw new Error('its answer is no JSON Web Key Set');
  return { keys: data, find: createLocalJWKSet(data) };
}

function problemText(shown: string, reason: string, fetchedAt: number | undefined): string {
  const consequence =
    fetchedAt === undefined
      ? 'Until they can, tokens are answered with 503.'
      : `Those fetched at ${new Date(fetchedAt).toISOString()} are used for an hour; then tokens are answered with 503.`;
  return `The keys at ${shown} (AUTH_JWKS) cannot be fetched: ${reason}. ${consequence}`;
}

/** In words for a log; `fetch` says why it failed only in the cause of its error. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `it does not answer within ${fetchTimeout / 1_000} s`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause ? `${error.message} (${String(cause.code)})` : `${error.message} (${cause.message})`;
}

/** Without a query, which may hold a key of the client. */
function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
