import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestRecord } from './request-record.ts';

/** One request, its response, and what is recorded about it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly record: RequestRecord;
}

/** What is served at one path. */
export interface Route {
  /** All accepted methods, including HEAD. */
  readonly methods: readonly string[];
  readonly answer: (exchange: Exchange) => void | Promise<void>;
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
  /** Undefined for a status that has no body, such as 304; Content-Length is left out, too. */
  readonly body?: string | Buffer;
  /** How to encode a string: as UTF-8 (the default), or with 'latin1' one byte per character. */
  readonly bodyEncoding?: 'utf8' | 'latin1';
}

/** The headers of every answer. */
export function commonHeaders(requestId: string): Headers {
  return { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'X-Request-Id': requestId };
}

/**
 * Sends an answer; to a HEAD request, only its headers. Every answer of the server is sent by this function, except those
 * to what could not be read as a request (unreadable-requests.ts).
 */
export function send({ response, record }: Exchange, answer: Answer): void {
  const { status, headers, body, bodyEncoding = 'utf8' } = answer;
  const all: Record<string, string | number> = { ...commonHeaders(record.id), ...headers };
  if (body !== undefined) {
    const bytes = Buffer.byteLength(body, bodyEncoding);
    all['Content-Length'] = bytes;
    record.bytes = record.method === 'HEAD' ? 0 : bytes;
  }
  response.writeHead(status, all);
  response.end(body, bodyEncoding);
}

export function textAnswer(status: number, text: string, headers: Headers = {}): Answer {
  return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, body: `${text}\n` };
}

export function jsonAnswer(status: number, value: unknown, headers: Headers = {}): Answer {
  const type = 'application/json; charset=utf-8';
  return { status, headers: { 'Content-Type': type, ...headers }, body: JSON.stringify(value) };
}

/** Refuses a request to a path, in the error format that its clients expect. */
export function refusalAnswer(path: string, status: number, message: string, headers: Headers): Answer {
  return (path === '/graphql' ? graphqlErrorAnswer : textAnswer)(status, message, headers);
}

/** Refuses a GraphQL request that contains no readable operation, in the error format of GraphQL. */
export function graphqlErrorAnswer(status: number, message: string, headers: Headers): Answer {
  return jsonAnswer(status, { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }, headers);
}
