import type { Plugin } from 'graphql-yoga';
import type { OpenGeneration } from '../../store/open-generation.ts';
import type { RequestRecord } from '../request-record.ts';
import type { RequestBody } from './limits/body-limit.ts';

/** What is handed to Yoga with each request. */
export interface ServerContext {
  readonly record: RequestRecord;
  /** Read already; empty but for POST. */
  readonly body: RequestBody;
  /**
   * The generation to answer from, to the request's end.
   *
   * @throws StoreError where the store gave none.
   */
  readonly open: () => OpenGeneration;
  readonly outcome: Outcome;
}

/** What is noted of a request on its way, and decides whether its answer is one for all who ask the same. */
export interface Outcome {
  /** Whether the operation changes nothing. */
  isQuery: boolean;
  hasErrors: boolean;
  /** Whether something went wrong on our side. */
  hasFailed: boolean;
  /** Whether time cut short what was computed: the same request may be answered better another time. */
  isCutShort: boolean;
}

/** A plugin of our endpoint. */
export type EndpointPlugin = Plugin<ServerContext, ServerContext>;
