import type { ServedCatalog } from '../../store/served-catalog.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import { encodingFor } from '../http/content-encoding.ts';
import type { Exchange, Route } from '../http/exchange.ts';
import { graphqlErrorAnswer, send, type Answer } from '../http/respond.ts';
import { AnswerCache } from './answers/answer-cache.ts';
import { answerKey, isPrivate } from './answers/answer-key.ts';
import type { GraphqlAnswer } from './answers/graphql-answer.ts';
import { askYoga } from './ask-yoga.ts';
import { createEndpoint, type Endpoint, type EndpointParts } from './endpoint.ts';
import { addressTooLong, largestRequest, readBody, type RequestBody } from './limits/body-limit.ts';

export interface GraphqlRouteParts extends EndpointParts {
  readonly served: ServedCatalog;
  /** The most that cached answers may take, in bytes; 0 turns the cache off. */
  readonly answerCacheBytes: number;
}

const methods = ['GET', 'HEAD', 'POST'];
const noBody = Buffer.alloc(0);

/** A host with or without a port and nothing more (RFC 3986, 3.2.2 and 3.2.3). */
const host = /^(?:(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})+|\[[\da-f:.]+\])(?::\d*)?$/i;

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
  const isCors = parts.corsOrigins.length > 0;
  const answering = new Answering(parts, isCors);
  return {
    methods: isCors ? [...methods, 'OPTIONS'] : methods,
    answer: async (exchange) => {
      const refusal = answering.refusal(exchange);
      if (refusal !== undefined) {
        send(exchange, refusal);
      } else if (isForPage(exchange)) {
        await page(exchange);
      } else {
        await answering.answer(exchange);
      }
    },
  };
}

class Answering {
  readonly #endpoint: Endpoint;
  readonly #served: ServedCatalog;
  readonly #cache: AnswerCache | undefined;
  readonly #isCors: boolean;
  readonly #vary: string;

  constructor(parts: GraphqlRouteParts, isCors: boolean) {
    this.#endpoint = createEndpoint(parts);
    this.#served = parts.served;
    this.#cache = parts.answerCacheBytes > 0 ? new AnswerCache(parts.answerCacheBytes) : undefined;
    this.#isCors = isCors;
    this.#vary = isCors ? 'Accept, Accept-Encoding, Origin' : 'Accept, Accept-Encoding';
  }

  /** The answer to a request that is refused by its address or headers alone. */
  refusal({ request: { headers, url = '' } }: Exchange): Answer | undefined {
    const vary = { Vary: this.#vary };
    if (Buffer.byteLength(url) > largestRequest) return graphqlErrorAnswer(414, 'BAD_REQUEST', addressTooLong, vary);
    if (host.test(headers.host ?? 'localhost')) return undefined;
    const message = `The Host header of the request is ${JSON.stringify(headers.host)}; it must be a host name or address, with or without a port.`;
    return graphqlErrorAnswer(400, 'BAD_REQUEST', message, vary);
  }

  async answer(exchange: Exchange): Promise<void> {
    const body = exchange.record.method === 'POST' ? await readBody(exchange.request) : noBody;
    // The client has gone.
    if (body === undefined) return;
    const answer = await this.#answerTo(exchange, body);
    exchange.record.operation = answer.operation;
    send(exchange, answer);
  }

  /** The cached answer, or a new one. */
  async #answerTo(exchange: Exchange, body: RequestBody): Promise<GraphqlAnswer> {
    const { request } = exchange;
    const { generation, catalog } = await currentCatalog(this.#served);
    const encoding = encodingFor(request.headers['accept-encoding']);
    const make = () => askYoga(this.#endpoint, { exchange, body, catalog, encoding, vary: this.#vary });
    const isCached = generation !== undefined && body !== 'TOO_LARGE' && !isPrivate(request.headers);
    if (this.#cache === undefined || !isCached) return make();
    const key = answerKey({ generation, request, body, encoding, isCors: this.#isCors });
    return this.#cache.answer({ generation, key }, make);
  }
}

/** Whether a browser asks for the page. */
function isForPage({ request: { headers }, record: { method } }: Exchange): boolean {
  return (method === 'GET' || method === 'HEAD') && headers.accept?.includes('text/html') === true;
}

interface CurrentCatalog {
  /** The key of its generation; undefined where the store has none to give. */
  readonly generation: string | undefined;
  /** @throws StoreError where the store has none to give. */
  readonly catalog: () => StoredCatalog;
}

/** The catalog that a request is answered from, taken once; without one, only fields that need it fail. */
async function currentCatalog(served: ServedCatalog): Promise<CurrentCatalog> {
  try {
    const catalog = await served.current();
    return { generation: catalog.key, catalog: () => catalog };
  } catch (error) {
    return {
      generation: undefined,
      catalog: () => {
        throw error;
      },
    };
  }
}
