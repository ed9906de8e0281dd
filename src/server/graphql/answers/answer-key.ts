import { hash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { packageVersion } from '../../../config/package-folder.ts';
import type { Encoding } from '../../http/content-encoding.ts';
import type { MediaType } from '../media-types.ts';

/** Another version may answer otherwise, and clients keep what they have as long as the key is the same. */
const version = packageVersion();

/**
 * Whether the answer to a request must not be shared. A request that identifies its caller never gets the answer to
 * another request, and its answer is never given to others, so nothing can leak from one caller to another, whatever each
 * is allowed to see. The same holds for CORS preflights, whose answers repeat the headers that they ask for.
 */
export function isPrivate(headers: IncomingHttpHeaders): boolean {
  const { authorization, cookie } = headers;
  return authorization !== undefined || cookie !== undefined || isPreflight(headers);
}

/** Whether a request is a CORS preflight, or looks like one. */
export function isPreflight(headers: IncomingHttpHeaders): boolean {
  return headers['access-control-request-headers'] !== undefined;
}

export interface KeyParts {
  /** The key of the generation to answer from. */
  readonly generation: string;
  /** Whether drawings have no positions yet: they have them later, in the same generation. */
  readonly isLayoutPending: boolean;
  readonly request: IncomingMessage;
  readonly body: Buffer;
  /** The media type of the answer. */
  readonly mediaType: MediaType;
  /** The encoding of the answer. */
  readonly encoding: Encoding;
  /** Whether pages of other origins may send requests. */
  readonly isCors: boolean;
}

/**
 * The cache key of a request, made of everything that its answer depends on: two requests with the same key, neither of
 * them private, get the same answer. The key is a digest (SHA-256) and so small, however long the request; for a typical
 * one, computing it is faster than looking up a long string.
 */
export function answerKey(parts: KeyParts): string {
  const { generation, isLayoutPending, request, body, mediaType, encoding, isCors } = parts;
  const { method = '', url = '', headers } = request;
  // None of these can contain a line break, so the parts cannot run into each other or into the body.
  let text = `${version}\n${generation}${isLayoutPending ? ' without layout' : ''}\n${method === 'HEAD' ? 'GET' : method}\n${url}\n${mediaType}\n${encoding}`;
  text += part(headers['content-type']);
  if (isCors) text += part(headers.origin);
  return hash('sha256', `${text}\n${body.toString('latin1')}`, 'base64');
}

/** Distinguishes a missing header from an empty one. */
function part(header: string | undefined): string {
  return header === undefined ? '\n' : `\n=${header}`;
}
