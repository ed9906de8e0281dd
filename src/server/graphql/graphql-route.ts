import type { IncomingMessage } from 'node:http';
import type { MemoryBudget } from '../../scheduling/memory-budget.ts';
import { outOfMemory } from '../../scheduling/task.ts';
import type { ServedCatalog } from '../../store/served-catalog.ts';
import { quoted } from '../../text/quoted-text.ts';
import { encodingFor } from '../http/content-encoding.ts';
import { holdUntilClosed } from '../http/hold-memory.ts';
import { isCorsOn, originRefusal } from '../http/origins.ts';
import {
  graphqlErrorAnswer,
  send,
  textAnswer,
  type Answer,
  type Exchange,
  type Headers,
  type Route,
} from '../http/exchange.ts';
import { byteLength } from '../http/body.ts';
import { AnswerCache, type GraphqlAnswer } from './answers/answer-cache.ts';
import { answerKey, isPreflight, isPrivate } from './answers/answer-key.ts';
import { entityTag, isKnown } from './answers/revalidation.ts';
import { askYoga, searchOf, type Validator } from './ask-yoga.ts';
import { createEndpoint, type EndpointParts } from './endpoint.ts';
import {
  addressTooLong,
  longestAddress,
  readBody,
  type RequestBody,
  type RequestRefusal,
} from './limits/body-limit.ts';
import type { RateLimit } from './limits/rate-limit.ts';
import { answerTypes, mediaTypeFor, pageType, type MediaType } from './media-types.ts';
import { EventStreams, type ListenerLimits } from './subscriptions/event-streams.ts';
import type { Subscription } from './subscriptions/subscribing.ts';

export interface GraphqlRouteParts extends EndpointParts, ListenerLimits {
  readonly served: ServedCatalog;
  /** The most that cached answers may take, in bytes; 0 turns the cache off. */
  readonly answerCacheBytes: number;
  /** Undefined: no limit. */
  readonly rateLimit: RateLimit | undefined;
}

const noBody = Buffer.alloc(0);

/** Bodies below this size, in bytes, hold no memory that counts: the buffers of the connection take them at once. */
const smallBody = 64 * 1024;

/**
 * GraphQL over HTTP, and the page for browsers that open the address.
 *
 * A cacheable answer is stored, and sent to everyone who sends the same request while its generation is current, before
 * anything is parsed. This bypasses no check: those in this module run for each request, and everything that the later
 * ones depend on is part of the cache key, so the first request has passed them for all others.
 *
 * @param page sends the page.
 */
export function graphqlRoute(parts: GraphqlRouteParts, page: Route['answer']): Route {
  const { served, answerCacheBytes, rateLimit, scheduler, features, limits, access } = parts;
  const isCors = isCorsOn(parts);
  const methods = features.getQueries || features.graphiql ? ['GET', 'HEAD', 'POST'] : ['POST'];
  const allow = [...methods, 'OPTIONS'].join(', ');
  const readTypes: readonly MediaType[] = features.graphiql ? [...answerTypes, pageType] : answerTypes;
  const vary = isCors ? 'Accept, Accept-Encoding, Origin' : 'Accept, Accept-Encoding';
  const endpoint = createEndpoint(parts);
  const streams = new EventStreams(parts);
  const cache = answerCacheBytes > 0 ? new AnswerCache(answerCacheBytes) : undefined;

  function rateRefusalOf(client: string): Answer | undefined {
    const refused = rateLimit?.refusal(client);
    if (refused === undefined) return undefined;
    return graphqlErrorAnswer(429, refused.message, { Vary: vary, ...refused.headers }, 'RATE_LIMITED');
  }

  /** The cached answer, or a new one. */
  async function answerTo(exchange: Exchange, body: RequestBody, mediaType: MediaType): Promise<GraphqlAnswer> {
    const { request } = exchange;
    // The request is answered from this catalog alone. If there is none, only the fields that need it fail.
    const catalog = served.current();
    const current = await catalog.catch(() => undefined);
    const generation = current?.key;
    const encoding = encodingFor(request.headers['accept-encoding']);
    const question = { exchange, body, catalog, mediaType, encoding, vary };
    const isPublic = !isPrivate(request.headers);
    // No answer depends on who asks, so callers who were found to be allowed to read share the cached ones.
    const isShared = isPublic || (access.isOn && !isPreflight(request.headers));
    const isKeyed = isRead(exchange) || (cache !== undefined && isShared);
    if (generation === undefined || !Buffer.isBuffer(body) || !isKeyed) {
      return askYoga(endpoint, { ...question, validator: undefined });
    }
    const isLayoutPending = current?.isLayoutPending ?? false;
    const key = answerKey({ generation, isLayoutPending, request, body, mediaType, encoding, isCors });
    const validator = isRead(exchange) ? validatorOf(key, request, isPublic) : undefined;
    const make = () => askYoga(endpoint, { ...question, validator });
    if (cache === undefined || !isShared) return make();
    const kind = `${isPublic ? '' : 'private '}${validator?.isKnown === true ? '304 ' : ''}`;
    return cache.answer({ generation, key: `${kind}${key}` }, make);
  }

  /** Sends the events of a subscription until it ends. */
  async function sendEvents(exchange: Exchange, { headers }: GraphqlAnswer, subscription: Subscription): Promise<void> {
    const { record } = exchange;
    const spend = (cost: number) => rateLimit?.spend(record.client, cost);
    spend(record.cost);
    const all = { ...headers, ...rateLimit?.headers(record.client) };
    const refusal = streams.refusal(exchange);
    if (refusal === undefined && record.method !== 'HEAD') {
      await streams.send(exchange, all, subscription, spend);
      return;
    }
    await subscription.events.return?.();
    if (refusal === undefined) send(exchange, { status: 200, headers: all });
    else send(exchange, refusedListener(refusal, all));
  }

  return {
    methods: [...methods, 'OPTIONS'],
    answer: async (exchange) => {
      const { request, record } = exchange;
      const refusal = refusalOf(request, parts, { Vary: vary }) ?? rateRefusalOf(record.client);
      if (refusal !== undefined) {
        send(exchange, refusal);
        return;
      }
      if (record.method === 'OPTIONS' && !isCors) {
        send(exchange, { status: 204, headers: { Allow: allow } });
        return;
      }
      const mediaType = mediaTypeFor(request.headers.accept, isRead(exchange) ? readTypes : answerTypes);
      if (mediaType === pageType) {
        // The page names its files relative to its own address, as it may be served under any prefix.
        if (record.path.endsWith('/')) send(exchange, redirect('../graphql', request, vary));
        else await page(exchange);
        return;
      }
      if (isRead(exchange) && !features.getQueries) {
        send(exchange, graphqlErrorAnswer(405, getIsOff, { Vary: vary, Allow: 'POST' }));
        return;
      }
      const body =
        mediaType === undefined ? notAcceptable(request) : await bodyOf(exchange, limits.bodyBytes, scheduler.memory);
      // The client has disconnected.
      if (body === undefined) return;
      const answer = await answerTo(exchange, body, mediaType ?? answerTypes[0]);
      record.operation = answer.operation;
      if (answer.subscription !== undefined) {
        // Not awaited: what this call holds would be kept as long as the client listens.
        void sendEvents(exchange, answer, answer.subscription);
        return;
      }
      rateLimit?.spend(record.client, record.cost);
      const headers = { ...answer.headers, ...rateLimit?.headers(record.client) };
      const told = { ...answer, headers: record.method === 'OPTIONS' ? { ...headers, Allow: allow } : headers };
      send(exchange, holdUntilSent(exchange, told, scheduler.memory) ? told : noMemory(scheduler.memory, vary));
    },
  };
}

const getIsOff =
  'Queries by GET are turned off on this server (ROLEGRAPH_GET_QUERIES). Send the query as a POST with the Content-Type application/json.';

/** The answer to a request that is refused by its address or headers alone. */
function refusalOf(
  { headers, url = '' }: IncomingMessage,
  parts: GraphqlRouteParts,
  vary: Headers,
): Answer | undefined {
  const longest = Math.min(longestAddress, parts.limits.bodyBytes);
  if (Buffer.byteLength(url) > longest) return graphqlErrorAnswer(414, addressTooLong(longest), vary);
  const foreign = originRefusal(headers, parts);
  return foreign === undefined ? undefined : graphqlErrorAnswer(403, foreign, { ...vary, 'Cache-Control': 'no-store' });
}

function isRead({ record: { method } }: Exchange): boolean {
  return method === 'GET' || method === 'HEAD';
}

function bodyOf(
  exchange: Exchange,
  most: number,
  memory: MemoryBudget,
): RequestBody | Promise<RequestBody | undefined> {
  return exchange.record.method === 'POST' ? readBody(exchange, most, memory) : noBody;
}

function notAcceptable({ headers }: IncomingMessage): RequestRefusal {
  const message = `The request's Accept is ${quoted(headers.accept ?? '')}, and no answer has such a media type. Available: ${answerTypes.join(', ')}, each in UTF-8.`;
  return { status: 406, message };
}

function validatorOf(key: string, { headers }: IncomingMessage, isPublic: boolean): Validator {
  const tag = entityTag(key);
  return { tag, isKnown: isKnown(tag, headers['if-none-match']), isPublic };
}

function redirect(path: string, { url = '' }: IncomingMessage, vary: string): Answer {
  const location = path + searchOf(url);
  return textAnswer(308, `The page is at ${path}.`, { Location: location, Vary: vary });
}

/** Takes the memory of a large body until it is sent or the client has disconnected. @returns whether there was as much. */
function holdUntilSent({ response }: Exchange, { body = '' }: Answer, memory: MemoryBudget): boolean {
  const bytes = byteLength(body, 'latin1');
  return bytes < smallBody || holdUntilClosed(response, memory)(bytes);
}

/** Keeps the headers that let a page of an allowed origin read it. */
function refusedListener(message: string, headers: Headers): Answer {
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type');
  return graphqlErrorAnswer(503, message, { ...Object.fromEntries(kept), 'Retry-After': '30' }, 'OVERLOADED');
}

function noMemory({ limit }: MemoryBudget, vary: string): Answer {
  return graphqlErrorAnswer(503, outOfMemory(limit).message, { Vary: vary, 'Retry-After': '1' }, 'OVERLOADED');
}
