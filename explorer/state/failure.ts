/** Why there is no answer. */
export type FailureKind =
  /** The server cannot be reached. */
  | 'UNREACHABLE'
  /** The request is wrong, e.g. a name in the address that the catalog does not have. */
  | 'REFUSED'
  /** Nobody is signed in any more. */
  | 'SIGNED_OUT'
  /** Something else; trying again may help. */
  | 'FAILED';

/** An answer that could not be had. */
export class Failure extends Error {
  readonly kind: FailureKind;
  /** By which the log of the server has the request; null if there was no answer at all. */
  readonly requestId: string | null;

  /** @param message what the server says, for people; empty if it says nothing. */
  constructor(kind: FailureKind, message: string, requestId: string | null) {
    super(message);
    this.kind = kind;
    this.requestId = requestId;
  }
}
