import type { Generations } from '../../store/generations.ts';
import type { OpenGeneration } from '../../store/open-generation.ts';
import { answerKey, isForItself } from '../answers/answer-key.ts';
import { KeptAnswers } from '../answers/kept-answers.ts';
import { encodingFor } from '../content-encoding.ts';
import type { Route } from '../exchange.ts';
import { graphqlErrorAnswer, send } from '../respond.ts';
import { askEndpoint } from './ask-endpoint.ts';
import { addressTooLong, largestRequest, readBody } from './limits/body-limit.ts';
import { createEndpoint, type EndpointParts } from './endpoint.ts';

export interface GraphqlRouteParts extends EndpointParts {
  readonly generations: Generations;
  /** The most that kept answers take, in bytes; with 0, none is kept, and every request is answered by itself. */
  readonly answerCacheBytes: number;
}

const noBody = Buffer.alloc(0);

/**
 * GraphQL over HTTP; to browsers that open it as a page, the page. An answer that is for all is kept, and sent to those who
 * send the same request while its generation is current, before anything is parsed. No check is passed by in this way: what
 * is checked here is so for each request, and everything that the others go by is in the key, so that the first request
 * has passed them for all.
 */
export function graphqlRoute(parts: GraphqlRouteParts, page: Route['answer']): Route {
  const { generations, corsOrigins, answerCacheBytes } = parts;
  const endpoint = createEndpoint(parts);
  const answers = answerCacheBytes > 0 ? new KeptAnswers(answerCacheBytes) : undefined;
  const isCors = corsOrigins.length > 0;
  const vary = isCors ? 'Accept, Accept-Encoding, Origin' : 'Accept, Accept-Encoding';
  const methods = ['GET', 'HEAD', 'POST'];
  return {
    methods: isCors ? [...methods, 'OPTIONS'] : methods,
    answer: async (exchange) => {
      const { request, record } = exchange;
      const { headers, url = '' } = request;
      const isRead = record.method === 'GET' || record.method === 'HEAD';
      if (Buffer.byteLength(url) > largestRequest) {
        send(exchange, graphqlErrorAnswer(414, 'BAD_REQUEST', addressTooLong, { Vary: vary }));
        return;
      }
      if (!host.test(headers.host ?? 'localhost')) {
        const message = 'The Host header of the request is no host.';
        send(exchange, graphqlErrorAnswer(400, 'BAD_REQUEST', message, { Vary: vary }));
        return;
      }
      if (isRead && headers.accept?.includes('text/html') === true) {
        await page(exchange);
        return;
      }
      const body = record.method === 'POST' ? await readBody(request) : noBody;
      if (body === undefined) return;
      const { generation, open } = await taken(generations);
      const encoding = encodingFor(headers['accept-encoding']);
      const make = () => askEndpoint(endpoint, { exchange, body, open, encoding, vary });
      const isAlone = answers === undefined || generation === undefined || body === 'TOO_LARGE' || isForItself(headers);
      const answer = isAlone
        ? await make()
        : await answers.answer({ generation, key: answerKey({ generation, request, body, encoding, isCors }) }, make);
      record.operation = answer.operation;
      send(exchange, answer);
    },
  };
}

/** By its form a host, with or without a port, and nothing more (RFC 3986, 3.2.2 and 3.2.3). */
const host = /^(?:(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})+|\[[\da-f:.]+\])(?::\d*)?$/i;

/** The generation that a request is answered from, taken once; where the store gives none, what asks for it fails. */
async function taken(
  generations: Generations,
): Promise<{ readonly generation: string | undefined; readonly open: () => OpenGeneration }> {
  try {
    const open = await generations.current();
    return { generation: open.generation.key, open: () => open };
  } catch (error) {
    return {
      generation: undefined,
      open: () => {
        throw error;
      },
    };
  }
}
