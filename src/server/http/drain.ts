import { once } from 'node:events';
import type { Server } from 'node:http';

/** How often connections that have become idle are closed, in milliseconds. */
const sweepInterval = 25;

/**
 * Stops accepting connections and waits until all open requests are answered. Node.js closes idle connections at once;
 * this closes the others as soon as they are idle. Connections that are still busy after the timeout are closed, too.
 *
 * @param timeout in milliseconds.
 */
export async function drain(server: Server, timeout: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, sweepInterval);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, timeout);
  try {
    await closed;
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}
