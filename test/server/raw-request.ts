import { connect } from 'node:net';
import type { RunningServer } from '../../src/server/start-server.ts';

/** What comes back for text that is sent as it is, until the server closes the connection. */
export interface RawReply {
  /** Everything, one character a byte. */
  readonly text: string;
  /** The status of each answer, e.g. [100, 200]. */
  readonly statuses: readonly number[];
}

/**
 * Sends parts of requests as they are, each after the one before it was answered. The last one must ask for the connection
 * to be closed, unless the server closes it on its own.
 */
export function sendRaw({ url }: RunningServer, parts: readonly string[]): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    let text = '';
    const waiting = [...parts];
    const next = () => {
      const part = waiting.shift();
      if (part !== undefined) socket.write(part, 'latin1');
    };
    socket.setEncoding('latin1');
    socket.on('connect', next);
    socket.on('data', (received: string) => {
      text += received;
      next();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
      resolve({ text, statuses });
    });
  });
}
