import { once } from 'node:events';
import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import type { Config } from '../config/config.ts';

/** The address to listen on cannot be had. The message says why, and which setting to change. */
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
  // What stands for "every address of this machine" is no address that can be opened.
  const openedHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${isIPv6(openedHost) ? `[${openedHost}]` : openedHost}:${openedPort}`;
}

function reasonOf(error: unknown, host: string, port: number): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use: stop the program that has it, or set PORT to another one (0 takes any free port).`;
    case 'EACCES':
      return `This user may not listen on port ${port} of ${host}: set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is not an address of this machine: set HOST to one (127.0.0.1 for this machine alone, 0.0.0.0 for all its networks).`;
    default:
      return `Port ${port} on ${host} cannot be listened on: ${String(error)}`;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
