import { listeningServer } from './listening-server.ts';

/** Accepts connections and never answers, until the test is over, like a frozen database. */
export interface SilentServer {
  readonly port: number;
  /** Resolves when something has been sent on the first connection, or on the second. */
  readonly hasHeard: readonly [first: Promise<undefined>, second: Promise<undefined>];
}

export async function silentServer(): Promise<SilentServer> {
  let connections = 0;
  const first = Promise.withResolvers<undefined>();
  const second = Promise.withResolvers<undefined>();
  const port = await listeningServer((socket) => {
    const { resolve } = ++connections === 1 ? first : second;
    socket.once('data', () => {
      resolve(undefined);
    });
  });
  return { port, hasHeard: [first.promise, second.promise] };
}
