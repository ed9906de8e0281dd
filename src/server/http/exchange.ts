import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestRecord } from './request-record.ts';

/** One request, its response, and what is recorded about it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly record: RequestRecord;
}

/** What is served at one path. */
export interface Route {
  /** All accepted methods, including HEAD. */
  readonly methods: readonly string[];
  readonly answer: (exchange: Exchange) => void | Promise<void>;
}
