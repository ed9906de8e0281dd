import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The port of something that takes connections and says nothing, until the test is over: a database that is frozen. */
export async function silentServer(): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('a server that listens has no port');
  return address.port;
}
