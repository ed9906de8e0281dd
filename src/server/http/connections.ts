import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { networkOf } from './client-address.ts';
import { onOpenAnswers } from './open-answers.ts';

export interface ConnectionLimits {
  /** Connections in all. */
  readonly maxConnections: number;
  /** Connections from one address (an IPv4 address, or the /64 network of an IPv6 address); 0 for no limit. */
  readonly maxConnectionsPerAddress: number;
}

/** How often refused connections are logged at most, in milliseconds. */
const logInterval = 60_000;

/**
 * Limits the open connections of a server. If there is one too many, the connection that has been idle for longest is
 * closed: an idle one has been answered at least once and has no open request. If none is idle, the new one is answered
 * 503 and closed.
 */
export function limitConnections(server: Server, limits: ConnectionLimits, logger: Logger): void {
  const { maxConnections, maxConnectionsPerAddress } = limits;
  const all = new Connections();
  const byAddress = new Map<string, Connections>();
  /** The connections of each one's address. */
  const neighbours = new WeakMap<Socket, Connections>();
  let loggedAt = -Infinity;

  function refuse(socket: Socket, limit: string): void {
    if (performance.now() - loggedAt >= logInterval) {
      loggedAt = performance.now();
      logger.warn(`A connection was refused: ${limit}. Further ones are logged once a minute.`);
    }
    const message = `The server has too many connections: ${limit}. Close connections that you do not need, or try again in a second.\n`;
    socket.end(
      `HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`,
      () => socket.destroy(),
    );
  }

  server.on('connection', (socket: Socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    const ofAddress = byAddress.get(address) ?? new Connections();
    if (maxConnectionsPerAddress > 0 && ofAddress.open.size >= maxConnectionsPerAddress && !ofAddress.closeIdle()) {
      refuse(
        socket,
        `${maxConnectionsPerAddress} from one address are allowed (ROLEGRAPH_MAX_CONNECTIONS_PER_ADDRESS)`,
      );
      return;
    }
    if (all.open.size >= maxConnections && !all.closeIdle()) {
      refuse(socket, `${maxConnections} in all are allowed (ROLEGRAPH_MAX_CONNECTIONS)`);
      return;
    }
    byAddress.set(address, ofAddress);
    neighbours.set(socket, ofAddress);
    for (const connections of [all, ofAddress]) connections.open.add(socket);
    socket.once('close', () => {
      for (const connections of [all, ofAddress]) connections.remove(socket);
      if (ofAddress.open.size === 0 && byAddress.get(address) === ofAddress) byAddress.delete(address);
    });
  });

  onOpenAnswers(server, (socket, open) => {
    for (const connections of [all, neighbours.get(socket)]) {
      if (connections?.open.has(socket) !== true) continue;
      if (open > 0) connections.idle.delete(socket);
      else connections.idle.add(socket);
    }
  });
}

class Connections {
  readonly open = new Set<Socket>();
  /** In the order in which they became idle. */
  readonly idle = new Set<Socket>();

  /** Closes the connection that has been idle for longest. @returns whether there was one. */
  closeIdle(): boolean {
    const [socket] = this.idle;
    if (socket === undefined) return false;
    // Its event "close" comes later; until then, it must not be counted or chosen again.
    this.remove(socket);
    socket.destroy();
    return true;
  }

  remove(socket: Socket): void {
    this.open.delete(socket);
    this.idle.delete(socket);
  }
}
