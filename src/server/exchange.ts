import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestRecord } from './request-record.ts';

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly record: RequestRecord;
}

/** What is served at one path. */
export interface Route {
  /** Every method that is answered, HEAD too. */
  readonly methods: readonly string[];
  readonly answer: (exchange: Exchange) => void | Promise<void>;
}
