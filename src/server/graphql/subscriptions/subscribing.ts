import {
  createSourceEventStream,
  GraphQLError,
  validateSubscriptionArgs,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context, RequestGraph } from '../../../../schema/context.ts';
import { StoredCatalog } from '../../../store/stored-catalog.ts';
import { answeredResult } from '../errors/error-answers.ts';
import { executeLimited } from '../execution/limited-execution.ts';
import { nullVariableErrors } from '../execution/null-variables.ts';
import type { ServerContext } from '../server-context.ts';

/** What a client has subscribed to, with its source open. */
export interface Subscription {
  /** Must be ended by its return(), unless it ends by itself. */
  readonly events: AsyncIterator<StoredCatalog, unknown>;
  /** The answer to an event, as JSON without line breaks, and what it cost. Never rejects because of the query. */
  readonly answer: (event: StoredCatalog) => Promise<{ readonly json: string; readonly cost: number }>;
}

export interface SubscribingParts {
  readonly logger: Logger;
  /** How long the answer to an event may take, in milliseconds. */
  readonly timeLimit: number;
  /** The context in which an event is answered: from its own catalog, with a task of its own. */
  readonly contextOf: (catalog: StoredCatalog, request: Subscriber) => Promise<RequestGraph>;
}

/** What is kept of a request while its subscription is open; not its catalog. */
export type Subscriber = Pick<ServerContext, 'record' | 'caller' | 'lastEvent' | 'outcome'>;

/**
 * Begins subscriptions, and leaves sending their events to the route: Yoga's streams hold several times the memory, and could not
 * be ended when the server stops. What a request passed on its way here (limits, validation, rights) holds for all its events.
 * Nothing of the request's own context is kept, because it has the whole catalog from which the request was answered.
 */
export function subscribing(parts: SubscribingParts): Plugin<Context & ServerContext, ServerContext> {
  return {
    onSubscribe({ setSubscribeFn, context }) {
      const { rolegraph, params, record, caller, mediaType, lastEvent, outcome } = context;
      setSubscribeFn(async (args: ExecutionArgs): Promise<ExecutionResult> => {
        if (mediaType !== 'text/event-stream') return { errors: [notAStream(mediaType)] };
        const query = validateSubscriptionArgs(args);
        if (!('schema' in query)) return { errors: query };
        const badNulls = nullVariableErrors(query);
        if (badNulls.length > 0) return { errors: badNulls };
        const opened = await createSourceEventStream(query);
        record.cost = rolegraph.work.cost;
        rolegraph.work.stop(begun);
        if (!(Symbol.asyncIterator in opened)) return opened;

        const request = { record, caller, lastEvent, outcome };
        const { schema, document, operationName, variableValues } = args;
        const includesCost = params.extensions?.['cost'] === true;
        outcome.subscription = {
          events: catalogsOf(opened[Symbol.asyncIterator]()),
          answer: answering({ schema, document, operationName, variableValues }, request, includesCost, parts),
        };
        // The route sends the answers instead of this one.
        return { data: null };
      });
    },
  };
}

const begun = new Error('The subscription has begun.');

function answering(
  args: Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>,
  request: Subscriber,
  includesCost: boolean,
  { logger, timeLimit, contextOf }: SubscribingParts,
): Subscription['answer'] {
  const { record, outcome } = request;
  return async (event) => {
    const rolegraph = await contextOf(event, request);
    const limited = { ...args, rootValue: event, contextValue: { rolegraph } };
    const { json: _, stringify: __, ...result } = await executeLimited(limited, rolegraph, includesCost, timeLimit);
    return {
      json: JSON.stringify(answeredResult(result, { logger, record, outcome })),
      cost: rolegraph.work.cost,
    };
  };
}

/** Only catalogs: each event is answered from its own. */
function catalogsOf(events: AsyncIterator<unknown, unknown>): Subscription['events'] {
  return {
    next: async () => {
      const { done, value } = await events.next();
      if (done === true) return { done, value };
      if (!(value instanceof StoredCatalog)) throw new TypeError('An event of a subscription is not a catalog.');
      return { done: false, value };
    },
    return: async () => {
      await events.return?.();
      return { done: true, value: undefined };
    },
  };
}

function notAStream(mediaType: string): GraphQLError {
  const message =
    `A subscription is answered as server-sent events, and the request asks for ${mediaType}. Send the header ` +
    '"Accept: text/event-stream", as graphql-sse and EventSource do.';
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 406, spec: true } } });
}
