import type { Duplex } from 'node:stream';

/** How long a client may take to read what was sent last, in milliseconds. */
const longestLingering = 3_000;

/**
 * Sends what remains, says that nothing follows, and waits for the client to close the connection. A connection that is
 * destroyed instead loses what the client has not received: the operating system discards it if the client is still
 * sending, and if the network of a container ends with its process. A client that does not close the connection in time
 * is not waited for.
 *
 * @param lastBytes sent before the end.
 */
export function closeConnection(socket: Duplex, lastBytes = ''): void {
  socket.end(lastBytes);
  const cut = setTimeout(() => {
    socket.destroy();
  }, longestLingering);
  socket.once('close', () => {
    clearTimeout(cut);
  });
}
