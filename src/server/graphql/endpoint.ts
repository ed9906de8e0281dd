import type { GraphQLSchema } from 'graphql';
import { createYoga, type CORSOptions, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import { requestGraph, type Context } from '../../../schema/context.ts';
import type { Config } from '../../config/config.ts';
import type { Scheduler } from '../../scheduling/scheduler.ts';
import { revalidation } from './answers/revalidation.ts';
import { documentCache } from './document-cache.ts';
import { errorAnswers } from './errors/error-answers.ts';
import { limitedExecution } from './execution/limited-execution.ts';
import { introspectionLimit } from './limits/introspection-limit.ts';
import { operationLimits } from './limits/operation-limits.ts';
import { tokenLimit } from './limits/token-limit.ts';
import { operationChoice } from './operation-choice.ts';
import { requestForm } from './request-form.ts';
import type { ServerContext } from './server-context.ts';

export interface EndpointParts {
  readonly schema: GraphQLSchema;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly corsOrigins: Config['corsOrigins'];
}

export type Endpoint = YogaServerInstance<ServerContext, Context>;

/** How long a browser may cache the answer to a preflight, in seconds. */
const preflightMaxAge = 86_400;

/** The endpoint behind /graphql: Yoga with our plugins, in the order in which they act. */
export function createEndpoint({ schema, scheduler, logger, corsOrigins }: EndpointParts): Endpoint {
  return createYoga<ServerContext, Context>({
    schema,
    context: async ({ catalog }) => ({
      rolegraph: await requestGraph(await catalog, scheduler),
    }),
    plugins: [
      revalidation,
      requestForm,
      tokenLimit,
      operationChoice,
      operationLimits,
      introspectionLimit,
      limitedExecution,
      errorAnswers(logger),
    ],
    cors: corsOrigins.length > 0 && ((request) => corsFor(request, corsOrigins)),
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

/** Pages of the listed origins may send requests, without credentials; pages of other origins may not. */
function corsFor({ headers }: Request, origins: readonly string[]): CORSOptions {
  const origin = headers.get('origin');
  if (origin === null || !origins.includes(origin)) return false;
  return {
    origin,
    methods: ['GET', 'POST', 'OPTIONS'],
    exposedHeaders: ['X-Request-Id'],
    credentials: false,
    maxAge: preflightMaxAge,
  };
}
