import type { IncomingHttpHeaders } from 'node:http';
import type { OpenGeneration } from '../../store/open-generation.ts';
import type { MadeAnswer } from '../answers/made-answer.ts';
import { encoded, type Encoding } from '../content-encoding.ts';
import type { Exchange } from '../exchange.ts';
import type { RequestBody } from './limits/body-limit.ts';
import type { Endpoint } from './endpoint.ts';

/** The smallest body that is compressed, in bytes: a smaller one goes in one packet as it is. */
const smallestCompressed = 1_024;

/** What says how a message is framed; that is for us to say. */
const framing = new Set(['connection', 'content-length', 'transfer-encoding']);

export interface Question {
  readonly exchange: Exchange;
  readonly body: RequestBody;
  readonly open: () => OpenGeneration;
  /** How a large body is to be sent. */
  readonly encoding: Encoding;
  /** The headers that an answer depends on, for those who keep answers between us and clients. */
  readonly vary: string;
}

/** Has a request answered by Yoga, and the answer made ready to be sent. A client that leaves does not stop it. */
export async function askEndpoint(endpoint: Endpoint, question: Question): Promise<MadeAnswer> {
  const { exchange, body, open, encoding, vary } = question;
  const { request, record } = exchange;
  // No answer depends on the name that the server was called by, and a forged one must not become part of the address.
  const asked = new endpoint.fetchAPI.Request(`http://localhost${request.url ?? ''}`, {
    // To Yoga, HEAD is no GraphQL request.
    method: request.method === 'HEAD' ? 'GET' : record.method,
    headers: plainHeaders(request.headers),
  });
  const outcome = { isQuery: false, hasErrors: true, hasFailed: true, isCutShort: false };
  const response = await endpoint.handleRequest(asked, { record, body, open, outcome });

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
    isForAll: response.status === 200 && outcome.isQuery && !outcome.hasErrors && !outcome.isCutShort,
    isForWaiting: outcome.isQuery && !outcome.hasFailed,
  };
}

/** Those that stand several times in one, as Yoga takes them. */
function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
