import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller, Right } from '../../access/caller.ts';
import { helpAbout } from '../help-pages.ts';
import { byteLength, type Body } from './body.ts';
import type { RequestRecord } from './request-record.ts';
import { sendBody } from './send-body.ts';

/** One request, its response, and what is recorded about it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly record: RequestRecord;
  /** Who sends it; anybody until that is checked, which is before its route answers. */
  caller: Caller;
}

/** What is served at one path. */
export interface Route {
  /** All accepted methods, including HEAD. */
  readonly methods: readonly string[];
  /**
   * What a caller must be allowed to do, for some methods another thing; 'read' if it is not given. Routes with 'none' answer
   * everybody.
   */
  readonly right?: Right | 'none' | ((method: string) => Right | 'none');
  /** Told of a request that is refused because its caller lacks the right. */
  readonly forbidden?: (exchange: Exchange) => void;
  readonly answer: (exchange: Exchange) => void | Promise<void>;
}

/** What a caller must be allowed to do who sends a request to a route, or where nothing is served. */
export function rightFor(route: Route | undefined, method: string): Right | 'none' {
  const { right = 'read' } = route ?? {};
  return typeof right === 'function' ? right(method) : right;
}

/** A route that is only read. */
export function getRoute(answer: Route['answer']): Route {
  return { methods: ['GET', 'HEAD'], answer };
}

export type Headers = Readonly<Record<string, string>>;

/** An answer, complete in memory. */
export interface Answer {
  readonly status: number;
  /** Without those that every answer has, and without Content-Length. */
  readonly headers: Headers;
  /** None for a status that has no body, such as 304. */
  readonly body?: Body;
  /** How to encode a string: as UTF-8 (the default), or with 'latin1' one byte per character. */
  readonly bodyEncoding?: 'utf8' | 'latin1';
}

/** The headers of every answer. */
export function commonHeaders(requestId: string): Headers {
  return { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'X-Request-Id': requestId };
}

/** Statuses whose answers have no body; with a Content-Length, that of 304 would be the length of another body. */
const withoutBody = new Set([204, 304]);

/**
 * Sends an answer; to a HEAD request, only its headers. Every answer of the server is sent by this function, except those
 * to what could not be read as a request (unreadable-requests.ts).
 */
export function send({ request, response, record }: Exchange, answer: Answer): void {
  const { status, headers, body, bodyEncoding = 'utf8' } = answer;
  const all: Record<string, string | number> = { ...commonHeaders(record.id), ...headers };
  if (body !== undefined && !withoutBody.has(status)) {
    const bytes = byteLength(body, bodyEncoding);
    all['Content-Length'] = bytes;
    record.bytes = record.method === 'HEAD' ? 0 : bytes;
  }
  // The client may send its body after all or leave it out, so nobody knows where its next request would begin.
  if (awaitsContinue(request) && !request.readableDidRead) all['Connection'] = 'close';
  response.writeHead(status, all);
  if (body === undefined || record.method === 'HEAD') response.end();
  else sendBody(response, body, bodyEncoding);
}

/** Whether a client waits with its body until it is told to send it (RFC 9110, 10.1.1). */
export function awaitsContinue({ headers, httpVersion }: IncomingMessage): boolean {
  return httpVersion === '1.1' && headers.expect?.trim().toLowerCase() === '100-continue';
}

export function textAnswer(status: number, text: string, headers: Headers = {}): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, body: `${text}\n` };
}

export function jsonAnswer(status: number, value: unknown, headers: Headers = {}): Answer {
  const type = 'application/json; charset=utf-8';
  return { status, headers: { 'Content-Type': type, ...headers }, body: JSON.stringify(value) };
}

/** Refuses a request to a path, in the error format that its clients expect. */
export function refusalAnswer(
  { method, path }: Pick<RequestRecord, 'method' | 'path'>,
  status: number,
  message: string,
  headers: Headers,
  code?: string,
): Answer {
  const isGraphql = /^\/graphql\/?$/.test(path);
  // Programs alone send a PUT, and all other answers to it are JSON (src/server/imports).
  if (method === 'PUT' && !isGraphql)
    return jsonAnswer(status, { error: message, code: code ?? 'BAD_REQUEST' }, headers);
  return isGraphql ? graphqlErrorAnswer(status, message, headers, code) : textAnswer(status, message, headers);
}

/** Refuses a GraphQL request that contains no readable operation, in the error format of GraphQL. */
export function graphqlErrorAnswer(status: number, message: string, headers: Headers, code = 'BAD_REQUEST'): Answer {
  const errors = [{ message, extensions: { code, ...helpAbout(code) } }];
  return jsonAnswer(status, { errors }, { 'Cache-Control': 'no-store', ...headers });
}
