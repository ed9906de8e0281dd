import type { ServerResponse } from 'node:http';

/**
 * Sends a body part by part, each when the client has taken the ones before, and ends the connection of a client that takes
 * none for too long. The time in which the next part is made does not count. The headers have been written.
 *
 * @param timeout how long a client may take nothing, in milliseconds; 0 for no limit.
 * @param onSent called with the number of bytes of each part.
 * @returns when all parts were given to the connection, or the client has disconnected: then no further part is made.
 */
export async function sendParts(
  response: ServerResponse,
  parts: Iterable<Buffer> | AsyncIterable<Buffer>,
  timeout: number,
  onSent: (bytes: number) => void,
): Promise<void> {
  for await (const part of parts) {
    if (response.destroyed) return;
    onSent(part.length);
    if (!response.write(part)) await waited(response, 'drain', timeout);
  }
  response.end();
  await waited(response, 'finish', timeout);
}

/** Waits for an event of a response, or until its connection is closed. */
function waited(response: ServerResponse, event: 'drain' | 'finish', timeout: number): Promise<void> {
  if (response.closed || (event === 'finish' && response.writableFinished)) return Promise.resolve();
  return new Promise((resolve) => {
    const stalled =
      timeout === 0
        ? undefined
        : setTimeout(() => {
            response.destroy();
          }, timeout);
    const done = () => {
      clearTimeout(stalled);
      response.off(event, done).off('close', done);
      resolve();
    };
    response.once(event, done).once('close', done);
  });
}
