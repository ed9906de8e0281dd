import type { IncomingMessage } from 'node:http';
import { grouped } from '../../../text/quoted-text.ts';

/** Largest body of a request, and longest address, in bytes. */
export const largestRequest = 256 * 1024;

const limitText = `${largestRequest / 1024} kB (${grouped(largestRequest)} bytes)`;

export const bodyTooLarge = `The body of the request is larger than ${limitText}, the limit for one request. Send a shorter query, or fewer values in its variables.`;

export const addressTooLong = `The address of the request is longer than ${limitText}, the limit for one request. Send a shorter query, or send it as a POST.`;

/** The body as it was sent; 'TOO_LARGE' if it exceeds the limit. */
export type RequestBody = Buffer | 'TOO_LARGE';

/**
 * Reads the body of a request. A body that is too large is detected by its declared length before it is read, or while it
 * arrives if none is declared; it is then discarded.
 *
 * @returns undefined if the client disconnects before everything is sent.
 */
export function readBody(request: IncomingMessage): Promise<RequestBody | undefined> {
  const declared = request.headers['content-length'];
  // The parser of Node.js reads no more than the declared length.
  if (declared !== undefined && Number(declared) > largestRequest) return Promise.resolve('TOO_LARGE');
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes <= largestRequest) {
        parts.push(part);
      } else {
        // The rest is read and discarded, as many clients read the answer only after they have sent everything.
        parts.length = 0;
        resolve('TOO_LARGE');
      }
    });
    request.on('end', () => {
      resolve(Buffer.concat(parts));
    });
    request.on('close', () => {
      resolve(undefined);
    });
  });
}
