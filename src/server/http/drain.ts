import { once } from 'node:events';
import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { closeConnection } from './close-connection.ts';
import { onOpenAnswers } from './open-answers.ts';

/**
 * Ends a server after its open requests.
 *
 * @param timeout in milliseconds; connections that are still open then are cut off.
 * @returns how many answers were cut off.
 */
export type Drain = (timeout: number) => Promise<number>;

/**
 * Prepares a server, which does not listen yet, for being drained: it then accepts no more connections, and each
 * connection is closed when all its answers have been handed to the operating system and the client has closed it, too.
 * Node's own `server.close()` cuts answers off whose bytes still wait in the process, because it takes a connection
 * for idle when the last byte was given to it, not when it was sent.
 */
export function drainable(server: Server): Drain {
  /** The open connections, each with the number of its open answers. */
  const openAnswers = new Map<Socket, number>();
  let isDraining = false;

  const closeIdle = (socket: Socket) => {
    // There is nothing that the client could still have to receive.
    if (socket.bytesWritten === 0) socket.destroy();
    else closeConnection(socket);
  };
  server.on('connection', (socket: Socket) => {
    openAnswers.set(socket, 0);
    socket.once('close', () => openAnswers.delete(socket));
  });
  onOpenAnswers(server, (socket, open) => {
    if (!openAnswers.has(socket)) return;
    openAnswers.set(socket, open);
    if (isDraining && open === 0) closeIdle(socket);
  });

  return async (timeout) => {
    isDraining = true;
    let cutOff = 0;
    const closed = once(server, 'close');
    // Only stops listening: what an HTTP server does besides is the reason for this module.
    NetServer.prototype.close.call(server);
    for (const [socket, open] of openAnswers) {
      if (open === 0) closeIdle(socket);
    }
    const cut = setTimeout(() => {
      for (const open of openAnswers.values()) cutOff += open;
      server.closeAllConnections();
    }, timeout);
    await closed;
    clearTimeout(cut);
    // Ends the interval in which Node.js looks for slow clients.
    server.close();
    return cutOff;
  };
}
