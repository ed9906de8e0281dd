import type { ServerResponse } from 'node:http';
import type { Body } from './body.ts';

/** Size of the parts in which a body is sent, in bytes. */
const partSize = 64 * 1024;

/**
 * Ends a response with a body. A large one is sent in parts, and the connection is ended if none of them is taken for as
 * long as the server's timeout. Node.js would take what the operating system buffers of a large write for progress when
 * it looks for the first time, and so give a client that never reads twice that time.
 *
 * The operating system takes more only when a good part of its buffers, which can be some megabytes, is free again: a
 * client has to read as much within the timeout.
 */
export function sendBody(response: ServerResponse, body: Body, encoding: 'utf8' | 'latin1'): void {
  const { timeout = 0 } = response.req.socket;
  if (typeof body === 'string' && (body.length <= partSize || timeout === 0)) {
    response.end(body, encoding);
    return;
  }
  const parts = smallParts(typeof body === 'string' ? [Buffer.from(body, encoding)] : body);
  const stalled =
    timeout === 0
      ? undefined
      : setTimeout(() => {
          response.destroy();
        }, timeout);
  response.once('close', () => {
    clearTimeout(stalled);
  });
  const sendMore = () => {
    stalled?.refresh();
    for (;;) {
      const { done, value } = parts.next();
      if (done === true) break;
      if (!response.write(value)) {
        response.once('drain', sendMore);
        return;
      }
    }
    response.end();
  };
  sendMore();
}

function* smallParts(parts: readonly Buffer[]): Generator<Buffer, void> {
  for (const part of parts) {
    if (part.length < 2 * partSize) yield part;
    else for (let start = 0; start < part.length; start += partSize) yield part.subarray(start, start + partSize);
  }
}
