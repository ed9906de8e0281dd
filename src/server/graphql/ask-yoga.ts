import type { IncomingHttpHeaders } from 'node:http';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import type { GraphqlAnswer } from './answers/answer-cache.ts';
import { encoded, type Encoding } from '../http/content-encoding.ts';
import type { Exchange } from '../http/exchange.ts';
import type { RequestBody } from './limits/body-limit.ts';
import type { Endpoint } from './endpoint.ts';

/** Smallest body that is compressed, in bytes; a smaller one fits in one packet anyway. */
const smallestCompressed = 1_024;

/** Headers about the framing of a message, which `send` sets itself. */
const framing = new Set(['connection', 'content-length', 'transfer-encoding']);

export interface YogaQuestion {
  readonly exchange: Exchange;
  readonly body: RequestBody;
  readonly catalog: Promise<StoredCatalog>;
  /** How to compress a large body. */
  readonly encoding: Encoding;
  /** The Vary header: what an answer depends on, for caches between server and clients. */
  readonly vary: string;
}

/** Has Yoga answer a request, and prepares the answer for sending. A client that disconnects does not stop it. */
export async function askYoga(endpoint: Endpoint, question: YogaQuestion): Promise<GraphqlAnswer> {
  const { exchange, body, catalog, encoding, vary } = question;
  const { request, record } = exchange;
  // No answer depends on the host name in the request, and a forged one must not become part of the address.
  const yogaRequest = new endpoint.fetchAPI.Request(`http://localhost${request.url ?? ''}`, {
    // Yoga does not accept HEAD for GraphQL requests.
    method: request.method === 'HEAD' ? 'GET' : record.method,
    headers: plainHeaders(request.headers),
  });
  const outcome = { isQuery: false, hasErrors: true, hasFailed: true };
  const response = await endpoint.handleRequest(yogaRequest, { record, body, catalog, outcome });

  const headers: Record<string, string> = { Vary: vary };
  for (const [name, value] of response.headers) {
    if (name === 'vary') headers['Vary'] = `${vary}, ${value}`;
    else if (!framing.has(name)) headers[name] = value;
  }
  let bytes: Buffer = Buffer.from(await response.text());
  if (encoding !== 'identity' && bytes.length >= smallestCompressed && !response.headers.has('content-encoding')) {
    bytes = await encoded(bytes, encoding, 'QUICK');
    headers['content-encoding'] = encoding;
  }
  return {
    status: response.status,
    headers,
    body: bytes.toString('latin1'),
    bodyEncoding: 'latin1',
    operation: record.operation,
    isCacheable: response.status === 200 && outcome.isQuery && !outcome.hasErrors,
    isShareable: outcome.isQuery && !outcome.hasFailed,
  };
}

/** Each header as one string, as Yoga takes them. */
function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
