import type { Authenticator, Rejection } from '../../../src/access/authenticator.ts';
import { type anybody, rightsUpTo, type Caller, type Right } from '../../../src/access/caller.ts';

function caller(name: string, right: Right): Caller {
  return { name, rights: rightsUpTo(right), expiresAt: null };
}

/** What each token of the tests proves; all others are not known. */
const knownTokens: Readonly<Record<string, Caller | Rejection>> = {
  'reader-token': caller('reader', 'read'),
  'importer-token': caller('importer', 'import'),
  'admin-token': caller('admin', 'admin'),
  'useless-token': { name: 'useless', rights: new Set(), expiresAt: null },
  'short-token': { ...caller('short', 'read'), expiresAt: new Date(Date.now() + 3_600_000) },
  'expired-token': { kind: 'INVALID', reason: 'It expired on 2026-01-01.' },
  'unchecked-token': { kind: 'UNAVAILABLE', reason: 'The keys cannot be fetched.' },
};

/** An authenticator that knows the tokens of the tests, some at once and some later. */
export function knownCallers(withoutToken?: typeof anybody): Authenticator {
  return {
    withoutToken,
    check: (token) => {
      const found = knownTokens[token] ?? { kind: 'INVALID', reason: 'It is not known.' };
      return token.startsWith('reader') ? Promise.resolve(found) : found;
    },
    close: () => undefined,
  };
}
