import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Accepts connections and never answers, until the test is over, like a frozen database. */
export interface SilentServer {
  readonly port: number;
  /** Resolves when something has been sent on the first connection, or on the second. */
  readonly hasHeard: readonly [first: Promise<undefined>, second: Promise<undefined>];
}

export async function silentServer(): Promise<SilentServer> {
  const sockets: Socket[] = [];
  const first = Promise.withResolvers<undefined>();
  const second = Promise.withResolvers<undefined>();
  const server = createServer((socket) => {
    sockets.push(socket);
    const { resolve } = sockets.length === 1 ? first : second;
    socket.once('data', () => {
      resolve(undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('a server that listens has no port');
  return { port: address.port, hasHeard: [first.promise, second.promise] };
}
