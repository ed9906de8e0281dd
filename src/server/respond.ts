import type { Exchange } from './exchange.ts';
import { securityHeaders } from './security-headers.ts';

export type Headers = Readonly<Record<string, string>>;

/** An answer that is whole in memory. */
export interface Answer {
  readonly status: number;
  /** But for those that all answers have, and the length. */
  readonly headers: Headers;
  /** Not given: the answer has none by its status, as 304, and tells no length. */
  readonly body?: string | Buffer;
  /** How a string is to be sent: as text (where not given), or as bytes, one a character. */
  readonly bodyEncoding?: 'utf8' | 'latin1';
}

/** Sends an answer, every answer of the server; to HEAD, only what its headers would be. */
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

/** A request to the GraphQL endpoint that no operation could be read from, in GraphQL's form. */
export function graphqlErrorAnswer(status: number, code: string, message: string, headers: Headers = {}): Answer {
  return jsonAnswer(status, { errors: [{ message, extensions: { code } }] }, headers);
}
