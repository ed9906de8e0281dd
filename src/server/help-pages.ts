import type { StoreErrorCode } from '../store/store-error.ts';

const limits = '/docs/getting-started#limits';
const storeFails = '/docs/operations#when-the-store-fails';
const refused = '/docs/access#when-a-request-is-refused';
const importing = '/docs/writing#the-answer';

const storePages: Readonly<Record<StoreErrorCode, string>> = {
  // Only imports conflict.
  CONFLICT: '/docs/writing#step-by-step-with-curl',
  UNAVAILABLE: storeFails,
  // Of a query that takes too long, too: the page explains both.
  TIMEOUT: storeFails,
  UNAUTHORIZED: storeFails,
  MISCONFIGURED: storeFails,
  DAMAGED: storeFails,
  MISSING: storeFails,
  EXPIRED: storeFails,
};

/**
 * The page of this server that explains an error further than its message can, by the code of the error. Errors about what was
 * asked have none: their messages say what was given and what is allowed.
 */
export const helpPages: ReadonlyMap<string, string> = new Map([
  ...Object.entries(storePages),
  ['QUERY_TOO_COSTLY', limits],
  ['TOO_MANY_ERRORS', limits],
  ['RATE_LIMITED', '/docs/operations#rate-limit'],
  ['OVERLOADED', '/docs/performance#sizing'],
  ['UNAUTHENTICATED', refused],
  ['FORBIDDEN', refused],
  ['AUTHENTICATION_UNAVAILABLE', refused],
  ['IMPORT_RUNNING', importing],
  ['AUDIT_LOG_UNAVAILABLE', importing],
]);

/** The part of an error's `extensions` that leads to a page about it; empty if there is none. */
export function helpAbout(code: unknown): { readonly help?: string } {
  const help = typeof code === 'string' ? helpPages.get(code) : undefined;
  return help === undefined ? {} : { help };
}
