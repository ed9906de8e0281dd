import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { answeredError } from './answered-error.ts';
import type { EndpointPlugin } from '../server-context.ts';

/**
 * Gives every error of every answer its code, masks those that are not expected, and logs what went wrong on the
 * server's side with the request's id. It stands at the end of the way, where no error can pass it by.
 */
export function useErrorAnswers(logger: Logger): EndpointPlugin {
  return {
    onResultProcess(payload) {
      const { result } = payload;
      const { record, outcome } = payload.serverContext;
      outcome.hasErrors = hasErrors(result);
      outcome.hasFailed = false;
      if (!hasErrors(result)) return;
      const isBeforeExecution = !('data' in result);
      // One failure of the store is the error of every field that waited for it.
      const logged = new Set<unknown>();
      const errors = result.errors.map(asGraphQLError).map((error) => {
        const { answered, failure } = answeredError(error, isBeforeExecution, record.id);
        outcome.hasFailed ||= failure !== undefined;
        if (failure !== undefined && !logged.has(failure)) {
          logged.add(failure);
          const { id: requestId, operation } = record;
          logger.error(
            { err: failure, requestId, operation, at: error.path?.join('.') },
            'A request failed on our side',
          );
        }
        return answered;
      });
      payload.setResult(Object.assign({}, result, { errors }));
    },
  };
}

/** Whatever stands there, so that nothing passes unseen because it looks unlike an error. */
function hasErrors(result: object): result is { readonly errors: readonly unknown[] } {
  return 'errors' in result && Array.isArray(result.errors);
}

function asGraphQLError(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError('Not an error of GraphQL', { cause: error });
}
