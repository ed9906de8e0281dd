import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../../../schema/context.ts';
import type { Config } from '../../config.ts';
import type { Generations } from '../../store/generations.ts';
import { useBodyLimit } from './body-limit.ts';
import { useChosenOperation } from './chosen-operation.ts';
import { corsFor, useVaryByOrigin } from './cors.ts';
import { documentCache } from './document-cache.ts';
import { useErrorAnswers } from './error-answers.ts';
import { useOperationLimits } from './operation-limits.ts';
import { useReferenceExecutor } from './reference-executor.ts';
import { useRequestForm } from './request-form.ts';
import type { ServerContext } from './server-context.ts';
import { useTokenLimit } from './token-limit.ts';

export interface EndpointParts {
  readonly schema: GraphQLSchema;
  readonly generations: Generations;
  readonly logger: Logger;
  readonly corsOrigins: Config['corsOrigins'];
}

/** What answers /graphql: Yoga, with what we add to it as a row of plugins in the order in which they act. */
export function createEndpoint(parts: EndpointParts): YogaServerInstance<ServerContext, Context> {
  const { schema, generations, logger, corsOrigins } = parts;
  return createYoga<ServerContext, Context>({
    schema,
    context: async () => {
      const open = await generations.current();
      return { rolegraph: { open, texts: open.textLoader() } };
    },
    plugins: [
      ...(corsOrigins.length > 0 ? [useVaryByOrigin()] : []),
      useRequestForm(),
      useBodyLimit(),
      useTokenLimit(),
      useChosenOperation(),
      useOperationLimits(),
      useReferenceExecutor(),
      useErrorAnswers(logger),
    ],
    cors: corsFor(corsOrigins),
    parserAndValidationCache: { documentCache: documentCache(), errorCache: documentCache() },
    batching: false,
    multipart: false,
    // Ours, in place of Yoga's: the body limit, pages, routes and masking.
    maxRequestBodySize: false,
    graphiql: false,
    landingPage: false,
    maskedErrors: false,
    logging: false,
  });
}
