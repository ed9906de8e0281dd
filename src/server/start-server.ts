import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { Scheduler } from '../scheduling/scheduler.ts';
import { Generations } from '../store/generations.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { OpenGeneration } from '../store/open-generation.ts';
import { drain } from './drain.ts';
import type { Route } from './exchange.ts';
import { graphqlRoute } from './graphql/graphql-route.ts';
import { createHttpServer } from './http-server.ts';
import { listen } from './listen.ts';
import { graphiqlFileRoutes } from './pages/graphiql-files.ts';
import { graphiqlPage } from './pages/graphiql-page.ts';
import { homeRoute } from './pages/home-page.ts';
import { schemaRoute } from './pages/schema-file.ts';
import { prepareStore, type PreparedStore } from './prepare-store.ts';
import { healthRoute, readyRoute } from './probes.ts';

export interface ServerParts {
  readonly config: Pick<Config, 'host' | 'port' | 'corsOrigins' | 'answerCacheBytes'>;
  /** Closed with the server. */
  readonly store: GraphStore;
  readonly schema: GraphQLSchema;
  /** Shares this process among queries and the opening of catalogs; the store uses the same one. */
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  /** How long closing waits for what is being answered, in milliseconds; 10 s where not given. */
  readonly drainTimeout?: number;
}

export interface RunningServer {
  /** The origin that a browser on this machine can open, e.g. "http://127.0.0.1:4000". */
  readonly url: string;
  /**
   * The prepared store with its catalog open; undefined where the server was closed before. Until then, /ready and queries
   * tell why there is no catalog. Rejects where waiting does not help: the server is of no use then, and is to be closed.
   */
  readonly prepared: Promise<PreparedStore | undefined>;
  /** Stops accepting, lets what is being answered finish, closes the store. Later calls wait for the first. */
  close(): Promise<void>;
}

/**
 * Wires the server together and starts it. It listens before its store answers, so that those who watch it see a process
 * that waits for its database, and not one that fails.
 *
 * @throws ListenError where the address cannot be had; the store is closed then too.
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, store, schema, scheduler, logger, drainTimeout = 10_000 } = parts;
  const { corsOrigins, answerCacheBytes } = config;
  const logChange = ({ generation, graph: { structure } }: OpenGeneration) => {
    const importedAt = generation.importedAt.toISOString();
    logger.info(`Serving ${structure.name} ${structure.version} now, imported at ${importedAt}`);
  };
  const generations = new Generations(store, logChange, scheduler.runInBackground);
  let isPrepared = false;
  const page = graphiqlPage(generations);
  const server = createHttpServer(
    new Map<string, Route>([
      ['/', homeRoute(generations, logger)],
      ['/graphql', graphqlRoute({ schema, scheduler, generations, logger, corsOrigins, answerCacheBytes }, page)],
      ['/schema.graphql', schemaRoute(schema)],
      ['/health', healthRoute],
      ['/ready', readyRoute(generations, () => isPrepared, logger)],
      ...graphiqlFileRoutes(),
    ]),
    logger,
  );

  let url: string;
  try {
    url = await listen(server, config);
  } catch (error) {
    await store.close();
    throw error;
  }
  const waiting = new AbortController();
  const prepared = prepareStore({ store, generations, logger, signal: waiting.signal });
  // Whoever waits for it is told; that nobody does must not end the process.
  prepared.then((done) => (isPrepared = done !== undefined)).catch(() => undefined);

  let closing: Promise<void> | undefined;
  return {
    url,
    prepared,
    close: () => {
      waiting.abort();
      return (closing ??= drain(server, drainTimeout).finally(() => store.close()));
    },
  };
}
