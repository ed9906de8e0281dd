import type { Exchange } from './exchange.ts';
import { securityHeaders } from './security-headers.ts';

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

/** Sends an answer; to a HEAD request, only its headers. Every answer of the server is sent by this function. */
export function send({ response, record }: Exchange, answer: Answer): void {
  const { status, headers, body, bodyEncoding = 'utf8' } = answer;
  const all: Record<string, string | number> = { ...securityHeaders, 'X-Request-Id': record.id, ...headers };
  if (body !== undefined) all['Content-Length'] = Buffer.byteLength(body, bodyEncoding);
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

/** An error of the GraphQL endpoint for a request that contains no readable operation, in the format of GraphQL. */
export function graphqlErrorAnswer(status: number, code: string, message: string, headers: Headers = {}): Answer {
  return jsonAnswer(status, { errors: [{ message, extensions: { code } }] }, headers);
}
