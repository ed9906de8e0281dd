import type { IncomingMessage } from 'node:http';
import { requestError } from '../errors/request-error.ts';
import type { EndpointPlugin } from '../server-context.ts';

/** The longest body of a request, and the longest address, in bytes. */
export const largestRequest = 256 * 1024;

const limitText = `${largestRequest / 1024} kB (${largestRequest.toLocaleString('en')} bytes)`;

const bodyTooLarge = `The request's body is larger than ${limitText}, the most that one request may have: send a shorter query, or fewer values in its variables.`;

export const addressTooLong = `The request's address is longer than ${limitText}, the most that one request may have: send a shorter query.`;

/** A body as it was sent, or that it is larger than any may be. */
export type RequestBody = Buffer | 'TOO_LARGE';

/**
 * Reads the body of a request. One that is too large is known by the length that it declares, before anything of it is
 * read, or while it comes where it declares none; nothing of it is kept.
 *
 * @returns undefined where the client has gone before all was sent.
 */
export function readBody(request: IncomingMessage): Promise<RequestBody | undefined> {
  const declared = request.headers['content-length'];
  // Node's parser takes in no more than what is declared.
  if (declared !== undefined && Number(declared) > largestRequest) return Promise.resolve('TOO_LARGE');
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes <= largestRequest) {
        parts.push(part);
        return;
      }
      // What still comes is read on, so that the client can hear the answer.
      parts.length = 0;
      resolve('TOO_LARGE');
    });
    request.on('end', () => {
      const [first] = parts;
      resolve(parts.length === 1 ? first : Buffer.concat(parts));
    });
    request.on('close', () => {
      resolve(undefined);
    });
  });
}

/** Answers that a body was too large, where it was. */
export function useBodyLimit(): EndpointPlugin {
  return {
    onRequestParse({ serverContext: { body } }) {
      if (body === 'TOO_LARGE') throw requestError(413, bodyTooLarge);
    },
  };
}
