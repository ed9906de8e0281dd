import { hash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Encoding } from '../content-encoding.ts';

/** The headers that an answer depends on, but for Accept-Encoding: of that, it is what was chosen. */
const decidingHeaders = ['content-type', 'accept'] as const;

/**
 * Whether a request is answered by itself. One that says who is asking is never answered with what was made for another
 * request, and its answer is given to no other: nothing of one caller can reach another in this way, whatever callers may
 * be allowed. Nor is one that asks a browser's question before the real one, whose answer repeats what it asks.
 */
export function isForItself(headers: IncomingHttpHeaders): boolean {
  const { authorization, cookie } = headers;
  return authorization !== undefined || cookie !== undefined || headers['access-control-request-headers'] !== undefined;
}

export interface Asked {
  /** The key of the generation to answer from. */
  readonly generation: string;
  readonly request: IncomingMessage;
  readonly body: Buffer;
  /** That of the answer. */
  readonly encoding: Encoding;
  /** Whether pages of other origins may ask. */
  readonly isCors: boolean;
}

/**
 * Names a request by everything that decides its answer: two with one key, neither of them for itself, have one answer. It
 * is a digest (SHA-256), so that a key is small however long the request is; for a usual one, that is made faster than a
 * long text is looked up.
 */
export function answerKey({ generation, request, body, encoding, isCors }: Asked): string {
  const { method = '', url = '', headers } = request;
  // None of these can hold a line's end, so where one of them stops, and the body begins, is plain.
  let text = `${generation}\n${method === 'HEAD' ? 'GET' : method}\n${url}\n${encoding}`;
  for (const name of decidingHeaders) text += part(headers[name]);
  if (isCors) text += part(headers.origin);
  return hash('sha256', `${text}\n${body.toString('latin1')}`, 'base64');
}

/** A header that is not there is not one that is empty. */
function part(header: string | undefined): string {
  return header === undefined ? '\n' : `\n=${header}`;
}
