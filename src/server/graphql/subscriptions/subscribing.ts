import { createSourceEventStream, validateSubscriptionArgs, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context, RequestGraph } from '../../../../schema/context.ts';
import { StoredCatalog } from '../../../store/stored-catalog.ts';
import { answeredResult } from '../errors/error-answers.ts';
import { executeLimited } from '../execution/limited-execution.ts';
import { nullVariableErrors } from '../execution/null-variables.ts';
import type { ServerContext } from '../server-context.ts';
import { SharedAnswers, type EventAnswer, type MadeAnswer } from './shared-answers.ts';

/** What a client has subscribed to, with its source open. */
export interface Subscription {
  /** Must be ended by its return(), unless it ends by itself. */
  readonly events: AsyncIterator<StoredCatalog, unknown>;
  /** Answers an event. Never rejects because of the query. */
  readonly answer: (event: StoredCatalog) => Promise<EventAnswer>;
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
  const shared = new SharedAnswers();
  return {
    onSubscribe({ setSubscribeFn, context }) {
      const { rolegraph, params, record, caller, lastEvent, outcome } = context;
      setSubscribeFn(async (args: ExecutionArgs): Promise<ExecutionResult> => {
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
        const asked = { schema, document, operationName, variableValues };
        const events = opened[Symbol.asyncIterator]();
        outcome.subscription = subscriptionTo(events, asked, request, includesCost, shared, parts);
        // The route sends the answers instead of this one.
        return { data: null };
      });
    },
  };
}

const begun = new Error('The subscription has begun.');

type Asked = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

/** Functions made here keep what they are given, and not what else the plugin knows of the request. */
function subscriptionTo(
  events: AsyncIterator<unknown, unknown>,
  asked: Asked,
  request: Subscriber,
  includesCost: boolean,
  shared: SharedAnswers,
  parts: SubscribingParts,
): Subscription {
  const answer = answering(asked, request, includesCost, parts);
  const key = JSON.stringify([asked.operationName, asked.variableValues, includesCost]);
  return {
    events: catalogsOf(events),
    answer: (event) => shared.answer(event, asked.document, key, () => answer(event)),
  };
}

function answering(
  args: Asked,
  request: Subscriber,
  includesCost: boolean,
  { logger, timeLimit, contextOf }: SubscribingParts,
): (event: StoredCatalog) => Promise<MadeAnswer> {
  const { record, outcome } = request;
  return async (event) => {
    const rolegraph = await contextOf(event, request);
    const limited = { ...args, rootValue: event, contextValue: { rolegraph } };
    const { data, errors, extensions } = await executeLimited(limited, rolegraph, includesCost, timeLimit);
    const result = {
      ...(errors && { errors }),
      ...(data !== undefined && { data }),
      ...(extensions && { extensions }),
    };
    return {
      json: JSON.stringify(answeredResult(result, { logger, record, outcome })),
      cost: rolegraph.work.cost,
      hasErrors: outcome.hasErrors,
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
