import type { ServerResponse } from 'node:http';

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
export function sendBody(response: ServerResponse, body: string | Buffer, encoding: 'utf8' | 'latin1'): void {
  const { timeout = 0 } = response.req.socket;
  if (body.length <= partSize || timeout === 0) {
    response.end(body, encoding);
    return;
  }
  const bytes = typeof body === 'string' ? Buffer.from(body, encoding) : body;
  let sent = 0;
  const stalled = setTimeout(() => {
    response.destroy();
  }, timeout);
  response.once('close', () => {
    clearTimeout(stalled);
  });
  const sendMore = () => {
    stalled.refresh();
    while (sent < bytes.length) {
      const part = bytes.subarray(sent, sent + partSize);
      sent += part.length;
      if (!response.write(part)) {
        response.once('drain', sendMore);
        return;
      }
    }
    response.end();
  };
  sendMore();
}
