import type { Answer } from '../../http/respond.ts';

/** An answer to a GraphQL request, ready to be sent. */
export interface GraphqlAnswer extends Answer {
  /**
   * One byte per character (latin1): Node.js sends a string together with the headers in one write, but a buffer in a
   * second one. Also, a small buffer is a slice of a larger one and would keep all of that in memory.
   */
  readonly body: string;
  readonly bodyEncoding: 'latin1';
  /** The name of the operation, for the log. */
  readonly operation: string | undefined;
  /** Whether it can be sent to everyone who sends the same request: it answers a query, completely and without errors. */
  readonly isCacheable: boolean;
  /**
   * Whether it can be sent to those who sent the same request while it was made. That includes errors of the query itself,
   * e.g. that it takes too long, but not failures of the server, whose messages contain the id of the request.
   */
  readonly isShareable: boolean;
}
