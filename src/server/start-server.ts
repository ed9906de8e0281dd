import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { Generations } from '../store/generations.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { drain } from './drain.ts';
import type { Route } from './exchange.ts';
import { graphqlRoute } from './graphql/graphql-route.ts';
import { createHttpServer } from './http-server.ts';
import { listen } from './listen.ts';
import { graphiqlFileRoutes } from './pages/graphiql-files.ts';
import { graphiqlPage } from './pages/graphiql-page.ts';
import { homeRoute } from './pages/home-page.ts';
import { schemaRoute } from './pages/schema-file.ts';
import { healthRoute, readyRoute } from './probes.ts';

export interface ServerParts {
  readonly config: Pick<Config, 'host' | 'port' | 'corsOrigins'>;
  /** Closed with the server. */
  readonly store: GraphStore;
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** How long closing waits for what is being answered, in milliseconds; 10 s where not given. */
  readonly drainTimeout?: number;
}

export interface RunningServer {
  /** The origin that a browser on this machine can open, e.g. "http://127.0.0.1:4000". */
  readonly url: string;
  /** Stops accepting, lets what is being answered finish, closes the store. Later calls wait for the first. */
  close(): Promise<void>;
}

/**
 * Wires the server together and starts it.
 *
 * @throws ListenError where the address cannot be had; the store is closed then too.
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, store, schema, logger, drainTimeout = 10_000 } = parts;
  const generations = new Generations(store);
  const page = graphiqlPage(generations);
  const server = createHttpServer(
    new Map<string, Route>([
      ['/', homeRoute(generations, logger)],
      ['/graphql', graphqlRoute({ schema, generations, logger, corsOrigins: config.corsOrigins }, page)],
      ['/schema.graphql', schemaRoute(schema)],
      ['/health', healthRoute],
      ['/ready', readyRoute(generations, logger)],
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
  // Opens the catalog before somebody asks; where that fails, /ready says why.
  generations.current().catch((error: unknown) => {
    logger.error({ err: error }, 'The catalog cannot be opened');
  });

  let closing: Promise<void> | undefined;
  return {
    url,
    close: () => (closing ??= drain(server, drainTimeout).finally(() => store.close())),
  };
}
