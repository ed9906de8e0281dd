import type { EndpointPlugin } from './server-context.ts';
import { requestError } from './request-error.ts';

/** The longest body of a request, and the longest address, in bytes. */
export const largestRequest = 256 * 1024;

const limitText = `${largestRequest / 1024} kB (${largestRequest.toLocaleString('en')} bytes)`;

const bodyTooLarge = `The request's body is larger than ${limitText}, the most that one request may have: send a shorter query, or fewer values in its variables.`;

export const addressTooLong = `The request's address is longer than ${limitText}, the most that one request may have: send a shorter query.`;

/**
 * Refuses bodies that are too large: by the length that they declare, before anything of them is read, or while they
 * come where they declare none. What was refused is not kept.
 */
export function useBodyLimit(): EndpointPlugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      const declared = request.headers.get('content-length');
      // Node's parser takes in no more than what is declared.
      if (declared !== null && Number(declared) > largestRequest) throw requestError(413, bodyTooLarge);
      if (declared !== null || requestParser === undefined || request.method !== 'POST') return;
      setRequestParser(({ body, url, method, headers, signal }) => {
        const limited = body?.pipeThrough(new fetchAPI.TransformStream(byteLimit())) ?? null;
        const init = { method, headers, signal, body: limited, duplex: 'half' };
        return requestParser(new fetchAPI.Request(url, init));
      });
    },
  };
}

function byteLimit(): Transformer<Uint8Array, Uint8Array> {
  let bytes = 0;
  return {
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > largestRequest) controller.error(requestError(413, bodyTooLarge));
      else controller.enqueue(chunk);
    },
  };
}
