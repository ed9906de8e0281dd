import { once } from 'node:events';
import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import type { Config } from '../../config/config.ts';

/** The server cannot listen on its address. The message says why, and which setting to change. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/**
 * Starts to accept connections.
 *
 * @returns the origin that a browser on this machine can open, e.g. "http://127.0.0.1:4000".
 * @throws ListenError
 */
export async function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  server.listen(port, host);
  try {
    // Rejects where the server emits an error first.
    await once(server, 'listening');
  } catch (error) {
    throw new ListenError(reasonOf(error, host, port), { cause: error });
  }
  return originOf(host, server.address(), port);
}

function originOf(host: string, address: AddressInfo | string | null, port: number): string {
  const openedPort = typeof address === 'object' ? (address?.port ?? port) : port;
  // A browser cannot open the address that stands for every address of this machine.
  const openedHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${isIPv6(openedHost) ? `[${openedHost}]` : openedHost}:${openedPort}`;
}

function reasonOf(error: unknown, host: string, port: number): string {
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is already in use. Stop the other process or set PORT to a free port (0 takes any).`;
    case 'EACCES':
      return `The current user may not listen on port ${port} of ${host}. Set PORT to a port above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is not an address of this machine. Set HOST to one of its addresses (127.0.0.1 for this machine only, 0.0.0.0 for all its networks).`;
    default:
      return `Cannot listen on port ${port} of ${host}: ${String(error)}`;
  }
}
