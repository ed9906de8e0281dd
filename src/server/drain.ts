import type { Server } from 'node:http';

/** How often connections that have become idle are closed, in milliseconds. */
const sweepInterval = 25;

/**
 * Stops accepting connections and lets what is being answered finish. Idle connections are closed at once, which Node.js
 * does, and busy ones as soon as they are idle; what still runs when the time is over is cut off.
 *
 * @param timeout in milliseconds.
 */
export async function drain(server: Server, timeout: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
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
