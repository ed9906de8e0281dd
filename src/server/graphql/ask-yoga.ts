import type { IncomingHttpHeaders } from 'node:http';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import type { GraphqlAnswer } from './answers/answer-cache.ts';
import { encodedInParts, type Encoding } from '../http/content-encoding.ts';
import { byteLength, largeBody } from '../http/body.ts';
import type { Exchange } from '../http/exchange.ts';
import type { RequestBody } from './limits/body-limit.ts';
import type { MediaType } from './media-types.ts';
import type { Endpoint } from './endpoint.ts';
import { withData } from './execution/limited-execution.ts';
import type { Outcome } from './server-context.ts';

/** Smallest body that is compressed, in bytes; a smaller one fits in one packet anyway. */
const smallestCompressed = 1_024;

/**
 * Headers that are set here or by `send`: every answer is sent whole, with its length, whatever Yoga says about the parts of
 * a multipart answer or an event stream.
 */
const ownHeaders = new Set(['connection', 'content-length', 'transfer-encoding', 'content-encoding', 'cache-control']);

/** Caches keep an answer, and ask each time whether it is still the current one: a new catalog may come at any time. */
const askEachTime = 'max-age=0, must-revalidate';

export interface Validator {
  /** The entity tag of the answer, if it has no errors. */
  readonly tag: string;
  /** Whether the client has that answer already. */
  readonly isKnown: boolean;
  /** Whether caches that several people share may keep the answer. */
  readonly isPublic: boolean;
}

export interface YogaQuestion {
  readonly exchange: Exchange;
  readonly body: RequestBody;
  readonly catalog: Promise<StoredCatalog>;
  /** The media type of the answer. */
  readonly mediaType: MediaType;
  /** How to compress a large body. */
  readonly encoding: Encoding;
  /** The Vary header: what an answer depends on, for caches between server and clients. */
  readonly vary: string;
  /** Undefined if clients must not keep the answer: that of a POST, or without a catalog. */
  readonly validator: Validator | undefined;
}

/** Has Yoga answer a request, and prepares the answer for sending. A client that disconnects does not stop it. */
export async function askYoga(endpoint: Endpoint, question: YogaQuestion): Promise<GraphqlAnswer> {
  const { exchange, body, catalog, mediaType, encoding, vary, validator } = question;
  const { request, record, caller } = exchange;
  // No answer depends on the host name in the request, and a forged one must not become part of the address.
  const yogaRequest = new endpoint.fetchAPI.Request(`http://localhost/graphql${searchOf(request.url ?? '')}`, {
    // Yoga does not accept HEAD for GraphQL requests.
    method: request.method === 'HEAD' ? 'GET' : record.method,
    // Yoga chooses the media type by order, not by weight, so it is offered no choice.
    headers: { ...plainHeaders(request.headers), accept: mediaType },
  });
  const isFramed = mediaType === 'multipart/mixed' || mediaType === 'text/event-stream';
  const outcome: Outcome = {
    isFramed,
    isQuery: false,
    mentionsPeople: false,
    hasPeople: false,
    hasErrors: true,
    hasFailed: true,
  };
  const isKnown = validator?.isKnown === true;
  const response = await endpoint.handleRequest(yogaRequest, {
    ...{ record, caller, body, catalog, isKnown, outcome, mediaType },
    lastEvent: lastEventOf(request.headers),
  });

  const isStorable = outcome.isQuery && !outcome.hasPeople;
  const isCacheable = response.status === 304 || (response.status === 200 && isStorable && !outcome.hasErrors);
  const headers: Record<string, string> = { Vary: vary, 'Cache-Control': 'no-store' };
  if (validator !== undefined && isCacheable) {
    headers['ETag'] = validator.tag;
    headers['Cache-Control'] = `${validator.isPublic ? 'public' : 'private'}, ${askEachTime}`;
  }
  for (const [givenName, value] of response.headers) {
    // Yoga's headers have their names as Yoga's parts wrote them.
    const name = givenName.toLowerCase();
    if (name === 'vary') headers['Vary'] = `${vary}, ${value}`;
    else if (!ownHeaders.has(name)) headers[name] = value;
  }
  let parts = withData(await response.text(), outcome.json);
  if (encoding !== 'identity' && byteLength(parts) >= smallestCompressed) {
    parts = await encodedInParts(parts, encoding);
    headers['content-encoding'] = encoding;
  }
  return {
    status: response.status,
    headers,
    body: byteLength(parts) < largeBody ? Buffer.concat(parts).toString('latin1') : parts,
    bodyEncoding: 'latin1',
    operation: record.operation,
    isCacheable,
    isShareable: isStorable && !outcome.hasFailed,
    ...(outcome.subscription !== undefined && { subscription: outcome.subscription }),
  };
}

/**
 * Browsers that were disconnected from events, and connect again by themselves, tell which one they received last (HTML, 9.2.4).
 * Its id is the sequence of a catalog.
 */
function lastEventOf(headers: IncomingHttpHeaders): number | null {
  const given = headers['last-event-id'];
  return typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : null;
}

/** The query of an address, with its "?"; the path may be /graphql/, too. */
export function searchOf(address: string): string {
  const start = address.indexOf('?');
  return start === -1 ? '' : address.slice(start);
}

/** Each header as one string, as Yoga takes them. */
function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
