import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import { requestGraph, type Context } from '../../../schema/context.ts';
import type { Scheduler } from '../../scheduling/scheduler.ts';
import type { Config } from '../../config/config.ts';
import { useBodyLimit } from './limits/body-limit.ts';
import { useOperationChoice } from './operation-choice.ts';
import { corsFor } from './cors.ts';
import { documentCache } from './document-cache.ts';
import { useErrorAnswers } from './errors/error-answers.ts';
import { useOperationLimits } from './limits/operation-limits.ts';
import { useReferenceExecutor } from './execution/reference-executor.ts';
import { useRequestForm } from './request-form.ts';
import type { ServerContext } from './server-context.ts';
import { useTokenLimit } from './limits/token-limit.ts';

export interface EndpointParts {
  readonly schema: GraphQLSchema;
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly corsOrigins: Config['corsOrigins'];
}

export type Endpoint = YogaServerInstance<ServerContext, Context>;

/** The endpoint behind /graphql: Yoga with our plugins, in the order in which they act. */
export function createEndpoint({ schema, scheduler, logger, corsOrigins }: EndpointParts): Endpoint {
  return createYoga<ServerContext, Context>({
    schema,
    context: async ({ catalog }) => ({
      rolegraph: await requestGraph(catalog(), scheduler),
    }),
    plugins: [
      useRequestForm(),
      useBodyLimit(),
      useTokenLimit(),
      useOperationChoice(),
      useOperationLimits(),
      useReferenceExecutor(),
      useErrorAnswers(logger),
    ],
    cors: corsFor(corsOrigins),
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
