import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Accepts connections and never answers, until the test is over, like a frozen database. */
export interface SilentServer {
  readonly port: number;
  /** Resolves when somebody has sent something. */
  readonly hasHeard: Promise<undefined>;
}

export async function silentServer(): Promise<SilentServer> {
  const sockets: Socket[] = [];
  const { promise: hasHeard, resolve: hear } = Promise.withResolvers<undefined>();
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.once('data', () => {
      hear(undefined);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('a server that listens has no port');
  return { port: address.port, hasHeard };
}
