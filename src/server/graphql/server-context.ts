import type { Plugin } from 'graphql-yoga';
import type { RequestRecord } from '../request-record.ts';

/** What the HTTP server hands to Yoga with each request. */
export interface ServerContext {
  readonly record: RequestRecord;
}

/** A plugin of our endpoint. */
export type EndpointPlugin = Plugin<ServerContext, ServerContext>;
