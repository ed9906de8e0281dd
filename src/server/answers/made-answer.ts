import type { Answer } from '../respond.ts';

/** An answer to a GraphQL request, ready to be sent, and what is to be known of it. */
export interface MadeAnswer extends Answer {
  /**
   * Bytes, one a character: Node.js sends a string together with the headers in one write, a buffer in a second one. And it
   * is memory of its own, where a small buffer is cut from a larger one that it keeps as long as itself.
   */
  readonly body: string;
  readonly bodyEncoding: 'latin1';
  /** The name of the operation, for the log. */
  readonly operation: string | undefined;
  /** Whether it answers all who send the same request: that of a query, whole and without errors. */
  readonly isForAll: boolean;
  /**
   * Whether it answers those, too, who sent the same request while it was made: also one whose errors are the query's own,
   * e.g. that it takes too long, but not one of a failure on our side, which names its request.
   */
  readonly isForWaiting: boolean;
}
