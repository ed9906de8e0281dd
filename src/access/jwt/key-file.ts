import { createLocalJWKSet, errors } from 'jose';
import { z } from 'zod';
import { quoted } from '../../text/quoted-text.ts';
import type { AuthenticatorObserver } from '../authenticator.ts';
import { AccessFileError, WatchedFile, type FileFormat } from '../watched-file.ts';
import type { FindKey, PublicKeys } from './public-keys.ts';

/**
 * Public keys in a file, which is read again when it changes.
 *
 * @param algorithms those that are accepted; the file has to hold a key for one of them.
 * @param changed called when the file was read again.
 * @throws AccessFileError
 */
export async function openKeyFile(
  path: string,
  algorithms: readonly string[],
  observer: AuthenticatorObserver,
  changed: () => void,
): Promise<PublicKeys> {
  const file = await WatchedFile.open(path, keyFile(algorithms), {
    onProblem: (message) => {
      observer.onProblem(message);
    },
    onReloaded: (message) => {
      changed();
      observer.onReloaded(message);
    },
  });
  return {
    find: (header, token) => file.value.find(header, token),
    close: () => {
      file.close();
    },
  };
}

interface Keys {
  readonly find: FindKey;
  readonly count: number;
}

/** A JSON Web Key Set. Its keys are checked by jose. */
export const keySet = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) });

function keyFile(algorithms: readonly string[]): FileFormat<Keys> {
  return {
    missing: 'Save there what the "jwks_uri" of your identity provider answers, or set AUTH_JWKS to that address.',
    describe: ({ count }) => (count === 1 ? '1 key' : `${count} keys`),
    parse: async (text, path) => {
      const { data } = keySet.safeParse(jsonOf(text));
      if (data === undefined) throw problem(path, 'is no JSON Web Key Set: it has to be {"keys": […]}');
      if (data.keys.some((key) => 'd' in key || 'k' in key)) {
        throw problem(path, 'holds a private or a shared key. Servers must not have it: give the public keys only');
      }
      const find = createLocalJWKSet(data);
      if (!(await hasKeyFor(algorithms, find, path))) {
        throw problem(path, `has no key for a signature by ${algorithms.join(', ')} (AUTH_JWT_ALGORITHMS)`);
      }
      return { find, count: data.keys.length };
    },
  };
}

async function hasKeyFor(algorithms: readonly string[], find: FindKey, path: string): Promise<boolean> {
  let isUsable = false;
  for (const alg of algorithms) {
    try {
      await find({ alg }, { payload: '', signature: '' });
      isUsable = true;
    } catch (error) {
      if (error instanceof errors.JWKSMultipleMatchingKeys) isUsable = true;
      else if (!(error instanceof errors.JWKSNoMatchingKey)) {
        throw problem(
          path,
          `has a key that cannot be used (${error instanceof Error ? error.message : String(error)})`,
        );
      }
    }
  }
  return isUsable;
}

/** The value of a text; undefined if it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problem(path: string, what: string): AccessFileError {
  return new AccessFileError(`${quoted(path)} ${what}.`);
}
