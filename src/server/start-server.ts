import type { IncomingMessage } from 'node:http';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Authenticator } from '../access/authenticator.ts';
import type { Config } from '../config/config.ts';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import type { Scheduler } from '../scheduling/scheduler.ts';
import { ServedCatalog } from '../store/served-catalog.ts';
import type { GraphStore } from '../store/graph-store.ts';
import type { StoredCatalog } from '../store/stored-catalog.ts';
import { requestAccess } from './access/request-access.ts';
import { signInRoutes } from './access/sign-in-routes.ts';
import { drainable } from './http/drain.ts';
import type { Route } from './http/exchange.ts';
import { graphqlRoute } from './graphql/graphql-route.ts';
import { RateLimit } from './graphql/limits/rate-limit.ts';
import { graphFileRoute } from './files/graph-file-route.ts';
import { answersAnyName, hostCheck } from './http/hosts.ts';
import { createHttpServer, type ConnectionSettings } from './http/http-server.ts';
import { listen } from './http/listen.ts';
import { corsHeaders, type OriginRules } from './http/origins.ts';
import { aboutRoute } from './pages/about-page.ts';
import { docsFolder, docsRoutes } from './pages/docs-pages.ts';
import { exampleRoutes } from './pages/example-pages.ts';
import { explorerFolder, explorerRoutes } from './pages/explorer-page.ts';
import { findingsRoute, type ServedFiles } from './pages/findings-route.ts';
import { fileRoute } from './pages/file-route.ts';
import { graphiqlFileRoutes } from './pages/graphiql-files.ts';
import { graphiqlPage } from './pages/graphiql-page.ts';
import { graphPageRoutes } from './pages/graph-page.ts';
import { picturePageRoutes } from './pages/picture-page.ts';
import { pictureRoute } from './pictures/picture-route.ts';
import { prepareStore, type PreparedStore } from './prepare-store.ts';
import { healthRoute, readyRoute } from './probes.ts';

export interface ServerParts {
  readonly config: Pick<
    Config,
    | 'host'
    | 'port'
    | 'answerCacheBytes'
    | 'costPerMinute'
    | 'allowedHosts'
    | 'features'
    | 'limits'
    | 'fileLimits'
    | 'baseIri'
  > &
    OriginRules &
    ConnectionSettings;
  /** Finds out who sends a request; without it, everybody reads and nobody imports. Closed with the server. */
  readonly authenticator?: Authenticator | undefined;
  /** Closed with the server. */
  readonly store: GraphStore;
  readonly schema: GraphQLSchema;
  /** Shares this process among queries and the opening of catalogs; the store uses the same one. */
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  /** Where the explorer was built; where `npm run build:explorer` writes it if it is not given. */
  readonly explorerFolder?: string;
  /** Where the documentation was built; where `npm run build:docs` writes it if it is not given. */
  readonly docsFolder?: string;
  /** Why the log cannot be written, for /ready; undefined if it can. */
  readonly logProblem?: () => string | undefined;
  /** The files from which the catalog was imported, if the server was started with them; see /catalog/findings.json. */
  readonly servedFiles?: () => ServedFiles;
  /** How long closing waits for open requests, in milliseconds; 10 s by default. */
  readonly drainTimeout?: number;
}

export interface RunningServer {
  /** The origin that a browser on this machine can open, e.g. "http://127.0.0.1:4000". */
  readonly url: string;
  /**
   * The prepared store with its catalog open; undefined if the server was closed before. Until then, /ready and queries
   * say why there is no catalog. Rejects on failures that retrying cannot fix; the caller closes the server then.
   */
  readonly prepared: Promise<PreparedStore | undefined>;
  /** Stops accepting connections, waits for open requests, closes the store. Later calls wait for the first. */
  close(): Promise<void>;
}

const anyNameWarning =
  'ALLOWED_HOSTS is not set, so requests to any host name are answered, and a page that somebody opens can read this server by ' +
  'DNS rebinding. Set ALLOWED_HOSTS to the names by which it is reached.';

/**
 * Wires the server together and starts it. It listens before its store answers, so that probes see a process that waits
 * for its database instead of one that fails.
 *
 * @throws ListenError if the address cannot be listened on; the store is closed then, too.
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, store, schema, scheduler, logger, drainTimeout = 10_000, logProblem = () => undefined } = parts;
  const { authenticator } = parts;
  const { features } = config;
  const changed = (catalog: StoredCatalog, { structure }: CatalogGraph) => {
    const importedAt = catalog.importedAt.toISOString();
    logger.info(`Serving ${structure.name} ${structure.version} now, imported at ${importedAt}`);
  };
  const layoutFailed = (_: StoredCatalog, error: unknown) => {
    if (closing !== undefined) return;
    logger.error(
      { err: error },
      'The layout for drawings could not be computed; answers say PENDING until the next start',
    );
  };
  const served = new ServedCatalog(store, { changed, layoutFailed });
  let isPrepared = false;
  let closing: Promise<void> | undefined;
  const rateLimit = config.costPerMinute > 0 ? new RateLimit(config.costPerMinute) : undefined;
  const access = requestAccess(authenticator);
  const graphql = graphqlRoute(
    { schema, scheduler, served, logger, rateLimit, access, ...config },
    graphiqlPage(served),
  );
  const schemaFile = fileRoute('text/plain; charset=utf-8', () => printSchema(lexicographicSortSchema(schema)));
  const offersExamples = features.files && config.allowsLocalOrigins === true;
  const servedFiles = features.files ? parts.servedFiles : undefined;
  const offered = { ...features, examples: offersExamples, findings: servedFiles !== undefined };
  const explorer = features.files ? explorerRoutes(parts.explorerFolder ?? explorerFolder, offered) : undefined;
  const explorerState = explorer !== undefined ? 'SERVED' : features.files ? 'NOT_BUILT' : 'TURNED_OFF';
  const docs = docsRoutes(parts.docsFolder ?? docsFolder, features.introspection);
  const about = aboutRoute(served, offered, explorerState, logger);
  const routes = new Map<string, Route>([
    ['/', about],
    ['/about', about],
    ...(explorer?.routes ?? []),
    ...docs.routes,
    ['/graphql', graphql],
    ['/graphql/', graphql],
    ...(features.files ? [...graphPageRoutes(served, logger), ...picturePageRoutes(served, logger)] : []),
    ...(offersExamples ? exampleRoutes() : []),
    ...(servedFiles === undefined ? [] : [['/catalog/findings.json', findingsRoute(servedFiles)] as const]),
    ...(features.introspection ? [['/schema.graphql', schemaFile] as const] : []),
    ...(authenticator === undefined
      ? []
      : signInRoutes({ authenticator, memory: scheduler.memory, trustProxy: config.trustProxy })),
    ['/health', healthRoute],
    ['/ready', readyRoute(served, () => isPrepared, logger, logProblem)],
    ...(features.graphiql ? graphiqlFileRoutes : []),
  ]);
  const fileParts = { served, scheduler, logger, rateLimit, ...config };
  const file = graphFileRoute(fileParts);
  const families = new Map<string, Route>([
    ...docs.families,
    ...(features.files
      ? ([
          ['/graph.', file],
          ['/graph/', file],
          ['/picture/', pictureRoute(fileParts)],
          ...(explorer?.families ?? []),
        ] as const)
      : []),
  ]);
  const refusalHeaders = ({ headers }: IncomingMessage) =>
    corsHeaders(headers, config, ['X-Request-Id', 'WWW-Authenticate', 'Retry-After']);
  const site = { routes, families, checkHost: hostCheck(config), access, refusalHeaders };
  const server = createHttpServer(site, config, logger);
  if (answersAnyName(config)) logger.warn(anyNameWarning);

  const drain = drainable(server);
  const stop = async () => {
    const cutOff = await drain(drainTimeout);
    if (cutOff > 0) {
      const seconds = drainTimeout / 1_000;
      logger.warn(
        `Cut off ${cutOff} ${cutOff === 1 ? 'answer that was' : 'answers that were'} not finished within ${seconds} seconds. ROLEGRAPH_STOP_SECONDS sets this limit.`,
      );
    }
  };

  let url: string;
  try {
    url = await listen(server, config);
  } catch (error) {
    await store.close();
    throw error;
  }
  const waiting = new AbortController();
  const prepared = prepareStore({ store, served, logger, signal: waiting.signal });
  // The caller handles the rejection; if nobody does, it must not end the process as an unhandled one.
  prepared.then((done) => (isPrepared = done !== undefined)).catch(() => undefined);

  return {
    url,
    prepared,
    close: () => {
      waiting.abort();
      return (closing ??= stop().finally(() => {
        authenticator?.close();
        return store.close();
      }));
    },
  };
}
