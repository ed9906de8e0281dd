import type { GraphQLSchema } from 'graphql';
import { createYoga, type CORSOptions, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import { requestGraph, type CatalogChanges, type Context } from '../../../schema/context.ts';
import type { Config } from '../../config/config.ts';
import type { GivenText, TextImport } from '../../import/catalog-importer.ts';
import type { Scheduler } from '../../scheduling/scheduler.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import { revalidation } from './answers/revalidation.ts';
import type { RequestAccess } from '../access/request-access.ts';
import { isAllowedOrigin, isCorsOn, preflightMaxAge, type OriginRules } from '../http/origins.ts';
import { documentCache } from './document-cache.ts';
import { errorAnswers } from './errors/error-answers.ts';
import { limitedExecution } from './execution/limited-execution.ts';
import { introspectionLimit } from './limits/introspection-limit.ts';
import { operationLimits } from './limits/operation-limits.ts';
import { pageLimit } from './limits/page-limit.ts';
import { parseLimits } from './limits/parse-limits.ts';
import { operationChoice } from './operation-choice.ts';
import { withoutSuggestions } from './errors/without-suggestions.ts';
import { acceptPeople } from './people.ts';
import { requestForm } from './request-form.ts';
import type { ServerContext } from './server-context.ts';
import { subscribing, type Subscriber } from './subscriptions/subscribing.ts';

export interface EndpointParts extends OriginRules {
  readonly schema: GraphQLSchema;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly access: RequestAccess;
  /** Where subscriptions hear of imports. */
  readonly changes: CatalogChanges;
  readonly features: Config['features'];
  readonly limits: Config['limits'];
  /** Imports texts for callers who may; undefined where nobody may. */
  readonly mutations: Mutations | undefined;
}

/** What mutations do. */
export interface Mutations {
  readonly importText: (given: GivenText, asker: GraphqlAsker) => Promise<TextImport>;
  /** Told of a caller who lacks the right to import. */
  readonly forbidden: (asker: GraphqlAsker) => void;
}

/** Who asks. */
export type GraphqlAsker = Pick<ServerContext, 'caller' | 'record'>;

export type Endpoint = YogaServerInstance<ServerContext, Context>;

/** The endpoint behind /graphql: Yoga with our plugins, in the order in which they act. */
export function createEndpoint(parts: EndpointParts): Endpoint {
  const { schema, scheduler, logger, access, changes, features, limits, mutations } = parts;
  const contextOf = (current: StoredCatalog, { caller, record, outcome, lastEvent }: Subscriber) =>
    requestGraph(current, scheduler, {
      costLimit: limits.cost,
      offersFiles: features.files,
      acceptPeople: acceptPeople(record, outcome),
      caller,
      forbidden: (field) => {
        mutations?.forbidden({ caller, record });
        return `${field}: ${access.refusalOf(caller, 'import')?.message ?? 'It is not allowed.'}`;
      },
      importText: mutations && ((given) => mutations.importText(given, { caller, record })),
      changes: lastEvent === null ? changes : { changesAfter: () => changes.changesAfter(lastEvent) },
    });
  return createYoga<ServerContext, Context>({
    schema,
    context: async (request) => ({ rolegraph: await contextOf(await request.catalog, request) }),
    plugins: [
      revalidation,
      requestForm,
      parseLimits(limits),
      operationChoice,
      operationLimits(limits),
      introspectionLimit(features.introspection),
      ...(features.suggestions ? [] : [withoutSuggestions]),
      pageLimit(limits.pageSize),
      limitedExecution(limits.milliseconds),
      subscribing({ logger, timeLimit: limits.milliseconds, contextOf }),
      errorAnswers(logger),
    ],
    cors: isCorsOn(parts) && ((request) => corsFor(request, parts)),
    parserAndValidationCache: { documentCache: documentCache(), errorCache: documentCache() },
    batching: false,
    multipart: false,
    // Replaced by our own: the body limit, pages, routes and masking.
    maxRequestBodySize: false,
    graphiql: false,
    landingPage: false,
    maskedErrors: false,
    logging: false,
  });
}

/** Pages of the allowed origins may send requests, without credentials; pages of other origins may not. */
function corsFor({ headers }: Request, rules: OriginRules): CORSOptions {
  const origin = headers.get('origin');
  if (origin === null || !isAllowedOrigin(origin, rules)) return false;
  return {
    origin,
    methods: ['GET', 'POST', 'OPTIONS'],
    exposedHeaders: ['X-Request-Id'],
    credentials: false,
    maxAge: preflightMaxAge,
  };
}
