import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { OwnProcess } from '../servers/own-process.ts';
import { commandLine } from '../servers/plans.ts';

const watchProgram = fileURLToPath(new URL('../programs/watch.ts', import.meta.url));
const pingProgram = new URL('../programs/ping.ts', import.meta.url);

/** How long a server may take to start, in milliseconds. */
const longestStart = 120_000;

/** Few cached answers, so that memory that grows for long has another cause. */
const fewAnswers = { ROLEGRAPH_ANSWER_CACHE_MB: '4' };

const insideSchema = z.object({
  longestHold: z.number(),
  longestWork: z.number(),
  resident: z.number(),
  peak: z.number(),
  used: z.number(),
});

/** Measurements inside a server since the previous ones: times in ms, memory in MB. See bench/programs/watch.ts. */
export type Inside = z.infer<typeof insideSchema>;

/** A server that is tested, wherever it runs. */
export interface WatchedServer {
  /** Of its GraphQL endpoint. */
  readonly url: string;
  /** The longest answer of /health since the previous call, in ms; Infinity if one failed. */
  readonly longestPing: () => Promise<number>;
  /**
   * What was measured inside it; undefined if it was not started here.
   *
   * @param collect whether it collects garbage first, so that `used` is what it really holds.
   */
  readonly inside: (collect?: boolean) => Promise<Inside | undefined>;
  /** Ends the pinger, and the server if it was started here. */
  readonly stop: () => Promise<void>;
}

/** A server that runs already; it is measured from outside only. */
export function watchFromOutside(url: string): WatchedServer {
  const pinger = new Worker(pingProgram, { workerData: new URL('/health', url).href });
  return {
    url,
    longestPing: async () => {
      pinger.postMessage('longest');
      const answered: readonly unknown[] = await once(pinger, 'message');
      return Number(answered[0]);
    },
    inside: () => Promise.resolve(undefined),
    stop: async () => {
      await pinger.terminate();
    },
  };
}

/**
 * Starts a server of its own.
 *
 * @param env its settings: where the graph is stored.
 * @throws Error if it is not ready in time.
 */
export async function startWatched(env: Readonly<Record<string, string>>, folder: string): Promise<WatchedServer> {
  const [port, watchPort] = [await freePort(), await freePort()];
  const log = join(folder, 'server.log');
  const server = new OwnProcess({
    words: ['--expose-gc', `--import=${watchProgram}`, commandLine, 'serve'],
    env: { ...fewAnswers, ...env, PORT: String(port), WATCH_PORT: String(watchPort), LOG_LEVEL: 'warn' },
    log,
  });
  const origin = `http://127.0.0.1:${port}`;
  const started = performance.now();
  while (!(await isReady(origin))) {
    if (!server.runs || performance.now() - started > longestStart) {
      await server.stop();
      throw new Error(`The server is not ready; its output is in ${log}.`);
    }
    await wait(50);
  }
  const outside = watchFromOutside(`${origin}/graphql`);
  return {
    ...outside,
    inside: async (collect = false) => {
      const answer = await fetch(`http://127.0.0.1:${watchPort}/${collect ? 'collect' : ''}`);
      return insideSchema.parse(await answer.json());
    },
    stop: async () => {
      await outside.stop();
      await server.stop();
    },
  };
}

async function isReady(origin: string): Promise<boolean> {
  return fetch(`${origin}/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
