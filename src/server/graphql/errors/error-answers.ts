import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { answeredError } from './answered-error.ts';
import type { EndpointPlugin } from '../server-context.ts';

/**
 * Gives every error of every answer its code, masks unexpected errors, and logs failures of the server with the id of the
 * request. It is the last plugin, so that no error can bypass it.
 */
export function errorAnswers(logger: Logger): EndpointPlugin {
  return {
    onResultProcess(payload) {
      const { result } = payload;
      const { record, outcome } = payload.serverContext;
      outcome.hasErrors = hasErrors(result);
      outcome.hasFailed = false;
      if (!hasErrors(result)) return;
      const isBeforeExecution = !('data' in result);
      // One failure of the store causes an error in every field that waited for it.
      const logged = new Set<unknown>();
      const errors = result.errors.map(asGraphQLError).map((error) => {
        const { answered, failure } = answeredError(error, isBeforeExecution, record.id);
        outcome.hasFailed ||= failure !== undefined;
        if (failure !== undefined && !logged.has(failure)) {
          logged.add(failure);
          const { id: requestId, operation } = record;
          logger.error(
            { err: failure, requestId, operation, at: error.path?.join('.') },
            'A request failed on the server',
          );
        }
        return answered;
      });
      payload.setResult(Object.assign({}, result, { errors }));
    },
  };
}

/** Accepts any list, so that no value bypasses masking because it does not look like an error. */
function hasErrors(result: object): result is { readonly errors: readonly unknown[] } {
  return 'errors' in result && Array.isArray(result.errors);
}

function asGraphQLError(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError('Not an error of GraphQL', { cause: error });
}
