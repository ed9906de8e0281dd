import type { Caller } from './caller.ts';

/** Why a token proves nothing. */
export type Rejection =
  /** The token is not known, has expired, is forged, or is for somebody else. `reason` is for the client. */
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

/** Without authentication, nobody looks at tokens. */
export function isRejection(checked: Caller | Rejection): checked is Rejection {
  return 'kind' in checked;
}
