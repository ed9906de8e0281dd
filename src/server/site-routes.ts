import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { CatalogChanges } from '../../schema/context.ts';
import type { Authenticator } from '../access/authenticator.ts';
import type { Config } from '../config/config.ts';
import type { Scheduler } from '../scheduling/scheduler.ts';
import type { ServedCatalog } from '../store/served-catalog.ts';
import type { RequestAccess } from './access/request-access.ts';
import { signInRoutes } from './access/sign-in-routes.ts';
import { graphFileRoute } from './files/graph-file-route.ts';
import { graphqlRoute } from './graphql/graphql-route.ts';
import { RateLimit } from './graphql/limits/rate-limit.ts';
import type { ListenerLimits } from './graphql/subscriptions/event-streams.ts';
import type { Route } from './http/exchange.ts';
import type { Site } from './http/http-server.ts';
import type { OriginRules } from './http/origins.ts';
import { mutationsOf } from './imports/import-text.ts';
import type { Imports } from './imports/imports.ts';
import { catalogRoute } from './imports/put-catalog.ts';
import { aboutRoute } from './pages/about-page.ts';
import { docsFolder, docsRoutes } from './pages/docs-pages.ts';
import { exampleRoutes } from './pages/example-pages.ts';
import { explorerFolder, explorerRoutes } from './pages/explorer-page.ts';
import { fileRoute } from './pages/file-route.ts';
import { findingsRoute, type ServedFiles } from './pages/findings-route.ts';
import { graphiqlFileRoutes } from './pages/graphiql-files.ts';
import { graphiqlPage } from './pages/graphiql-page.ts';
import { graphPageRoutes } from './pages/graph-page.ts';
import { picturePageRoutes } from './pages/picture-page.ts';
import { pictureRoute } from './pictures/picture-route.ts';
import { healthRoute, readyRoute } from './probes.ts';

/** What the routes of a server need. */
export interface SiteParts {
  readonly config: Pick<
    Config,
    | 'answerCacheBytes'
    | 'costPerMinute'
    | 'features'
    | 'limits'
    | 'fileLimits'
    | 'baseIri'
    | 'trustProxy'
    | 'importBytes'
    | 'dataFolder'
  > &
    OriginRules &
    ListenerLimits;
  readonly served: ServedCatalog;
  /** Where subscriptions hear of imports. */
  readonly changes: CatalogChanges;
  readonly schema: GraphQLSchema;
  /** Shares this process among queries and the opening of catalogs; the store uses the same one. */
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly access: RequestAccess;
  /** Finds out who sends a request; without it, everybody reads and nobody imports. */
  readonly authenticator?: Authenticator | undefined;
  /** Imports what clients send; undefined if nothing is imported over HTTP. */
  readonly imports: Imports | undefined;
  /** Whether the store is prepared, for /ready. */
  readonly isPrepared: () => boolean;
  /** Why the log cannot be written, for /ready. */
  readonly logProblem: () => string | undefined;
  /** Where the explorer was built; where `npm run build:explorer` writes it if it is not given. */
  readonly explorerFolder?: string;
  /** Where the documentation was built; where `npm run build:docs` writes it if it is not given. */
  readonly docsFolder?: string;
  /** The files from which the catalog was imported, if the server was started with them; see /catalog/findings.json. */
  readonly servedFiles?: () => ServedFiles;
}

/** Everything that a server serves, by its path. */
export function siteRoutes(parts: SiteParts): Pick<Site, 'routes' | 'families'> {
  const { config, served, changes, schema, scheduler, logger, access, authenticator, imports } = parts;
  const { isPrepared, logProblem } = parts;
  const { features } = config;
  const rateLimit = config.costPerMinute > 0 ? new RateLimit(config.costPerMinute) : undefined;
  const mutations = imports && mutationsOf(imports, config.dataFolder);
  const graphql = graphqlRoute(
    { schema, scheduler, served, logger, rateLimit, access, changes, mutations, ...config },
    graphiqlPage(served),
  );
  const schemaFile = fileRoute('text/plain; charset=utf-8', () => printSchema(lexicographicSortSchema(schema)));
  const offersExamples = features.files && config.allowsLocalOrigins === true;
  const servedFiles = features.files ? parts.servedFiles : undefined;
  const offered = {
    ...features,
    examples: offersExamples,
    findings: servedFiles !== undefined,
    signIn: authenticator !== undefined,
  };
  const explorer = features.files ? explorerRoutes(parts.explorerFolder ?? explorerFolder, offered) : undefined;
  const explorerState = explorer !== undefined ? 'SERVED' : features.files ? 'NOT_BUILT' : 'TURNED_OFF';
  const docs = docsRoutes(parts.docsFolder ?? docsFolder, features.introspection);
  const catalogPage = explorer?.routes.find(([path]) => path === '/catalog')?.[1];
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
    ...(imports === undefined
      ? []
      : [['/catalog', catalogRoute({ imports, access, logger, ...config }, catalogPage)] as const]),
    ...(servedFiles === undefined ? [] : [['/catalog/findings.json', findingsRoute(servedFiles)] as const]),
    ...(features.introspection ? [['/schema.graphql', schemaFile] as const] : []),
    ...(authenticator === undefined
      ? []
      : signInRoutes({ authenticator, memory: scheduler.memory, trustProxy: config.trustProxy })),
    ['/health', healthRoute],
    ['/ready', readyRoute(served, isPrepared, logger, logProblem)],
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
  return { routes, families };
}
