import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { listeningServer } from './listening-server.ts';

/**
 * A proxy between Rolegraph and its database, in this process. It shows what is sent to the database, before the database
 * gets it, and can hold it back: so a test can act at an exact point of an import, however fast the machine is.
 */
export interface Neo4jProxy {
  readonly uri: string;
  /** Called with each part that is sent to the database. What it holds back by `pause` includes this part. */
  onRequest: (part: Buffer) => void;
  /** Holds back what is sent to the database from now on. */
  pause(): void;
  /** Sends what was held back. */
  resume(): void;
  /** Forgets what was held back, of clients that are gone, and holds back nothing more. */
  drop(): void;
  /**
   * Forgets all connections that are open now, as NAT devices and load balancers forget idle ones: they stay open on both
   * sides, and nothing passes any more. New connections work.
   */
  forget(): void;
}

/** Starts a proxy in front of a database at `uri`; it is closed when the test is over. */
export async function neo4jProxy(uri: string): Promise<Neo4jProxy> {
  const { hostname, port } = new URL(uri);
  const toDatabase = new Set<Socket>();
  onTestFinished(() => {
    for (const socket of toDatabase) socket.destroy();
  });
  let held: (() => void)[] | undefined;
  let remembered = new AbortController();
  const ownPort = await listeningServer((client) => {
    const { signal } = remembered;
    const database = connect(Number(port), hostname);
    toDatabase.add(database);
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const) {
      from.on('error', () => from.destroy());
      from.on('close', () => {
        if (!signal.aborted) to.destroy();
      });
    }
    client.on('data', (part) => {
      if (signal.aborted) return;
      proxy.onRequest(part);
      const send = () => database.write(part);
      if (held === undefined) send();
      else held.push(send);
    });
    database.on('data', (part) => {
      if (!signal.aborted) client.write(part);
    });
  });
  const proxy: Neo4jProxy = {
    uri: `bolt://127.0.0.1:${ownPort}`,
    onRequest: () => undefined,
    pause: () => {
      held ??= [];
    },
    resume: () => {
      const sends = held ?? [];
      held = undefined;
      for (const send of sends) send();
    },
    drop: () => {
      held = undefined;
    },
    forget: () => {
      remembered.abort();
      remembered = new AbortController();
    },
  };
  return proxy;
}
