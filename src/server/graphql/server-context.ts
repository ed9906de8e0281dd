import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Caller } from '../../access/caller.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import type { RequestRecord } from '../http/request-record.ts';
import type { RequestBody } from './limits/body-limit.ts';
import type { MediaType } from './media-types.ts';
import type { Subscription } from './subscriptions/subscribing.ts';

/** What each request passes to Yoga. */
export interface ServerContext {
  readonly record: RequestRecord;
  /** Who asks. */
  readonly caller: Caller;
  /** Already read; empty unless the method is POST. If the request is refused, the reason. */
  readonly body: RequestBody;
  /** Whether the client has this answer already. */
  readonly isKnown: boolean;
  /** The catalog that the whole request is answered from; rejects with a StoreError if the store returned none. */
  readonly catalog: Promise<StoredCatalog>;
  /** The media type of the answer. */
  readonly mediaType: MediaType;
  /** The event that the client received last, as browsers tell when they connect again; null if it is the first time. */
  readonly lastEvent: number | null;
  readonly outcome: Outcome;
}

/** What plugins note about a request; decides whether its answer can be cached or shared. */
export interface Outcome {
  /** The query, once it is parsed. */
  document?: DocumentNode;
  /** Whether the answer is one part of a multipart body or a stream of events, and not JSON alone. */
  readonly isFramed: boolean;
  /** The JSON of the answer's data in pieces, if it is large; the body that Yoga makes is then without data. */
  json?: readonly Buffer[] | undefined;
  /** Begun by the operation, if it is a subscription; to be sent, or ended. */
  subscription?: Subscription | undefined;
  /** Whether the operation changes nothing. */
  isQuery: boolean;
  /** Whether the document uses an argument that takes people. If so, its texts must not be logged. */
  mentionsPeople: boolean;
  /** Whether a resolver was given people. If so, the answer must not be stored or shared. */
  hasPeople: boolean;
  hasErrors: boolean;
  /** Whether the server failed, as opposed to the request being wrong. */
  hasFailed: boolean;
}

/** A plugin of the endpoint. */
export type EndpointPlugin = Plugin<ServerContext, ServerContext>;
