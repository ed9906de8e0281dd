import type { Caller } from './caller.ts';

/**
 * Why a token proves nothing. `reason` is a sentence for the client that never repeats the token. It has only ASCII characters
 * without double quotes and backslashes, so that it can be the error_description of WWW-Authenticate (RFC 6750).
 */
export type Rejection =
  /** The token is not known, has expired, is forged, or is for somebody else. */
  | { readonly kind: 'INVALID'; readonly reason: string }
  /** The keys that would prove it cannot be fetched. Trying again later may help. */
  | { readonly kind: 'UNAVAILABLE'; readonly reason: string };

/** Finds out who sends a request. */
export interface Authenticator {
  /**
   * The rights of a request without a token; undefined if every request needs one.
   */
  readonly withoutToken: Caller | undefined;
  /** Checks a token of any content. Never throws. */
  check(token: string): Caller | Rejection | Promise<Caller | Rejection>;
  /** Ends timers. */
  close(): void;
}

/** Receives what happens to the files and keys that tokens are checked with, as sentences for a log. */
export interface AuthenticatorObserver {
  /** Something is wrong, and the operator should act; requests are still answered with what was valid before. */
  onProblem(message: string): void;
  /** A file was read again, or keys can be fetched again. */
  onReloaded(message: string): void;
}

/** Without authentication, nobody looks at tokens. */
export function isRejection(checked: Caller | Rejection): checked is Rejection {
  return 'kind' in checked;
}

/** @param reason a sentence as {@link Rejection} demands. */
export function invalid(reason: string): Rejection {
  return { kind: 'INVALID', reason };
}
