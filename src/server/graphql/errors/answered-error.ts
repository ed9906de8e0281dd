import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { ArgumentError } from '../../../graph/argument-error.ts';
import { StoreError } from '../../../store/store-error.ts';
import { badArgument } from './bad-argument.ts';

/** An error as it is answered, and whether those who run the server need to hear of it. */
export interface AnsweredError {
  readonly answered: GraphQLError;
  /** What went wrong on the server's side. */
  readonly failure?: unknown;
}

/**
 * Turns an error of a result into what the client may see: expected errors with a code, anything else masked.
 *
 * @param isBeforeExecution whether nothing was executed, so that the result has no data.
 */
export function answeredError(error: GraphQLError, isBeforeExecution: boolean, requestId: string): AnsweredError {
  const cause = rootCauseOf(error);
  if (cause instanceof ArgumentError) {
    const { argument, candidates } = cause;
    const extensions = { code: 'BAD_USER_INPUT', argument, ...(candidates !== undefined && { candidates }) };
    return { answered: placed(error, cause.message, extensions) };
  }
  // With no data at all, the answer's status says that it is the server that cannot answer.
  const serverStatus = (status: number) => isBeforeExecution && { http: { status } };
  if (cause instanceof StoreError) {
    const { code, message } = cause;
    return { answered: placed(error, message, { code, ...serverStatus(503) }), failure: cause };
  }
  if (cause === undefined) {
    if (error.extensions['code'] === 'GRAPHQL_VALIDATION_FAILED') return { answered: withArgument(error) };
    if (typeof error.extensions['code'] === 'string') return { answered: error };
    const code = codeOfLibraryError(error, isBeforeExecution);
    if (code !== undefined) return { answered: placed(error, error.message, code) };
  }
  const message = `Something went wrong on our side. The server's log tells more about it under the request id ${requestId}.`;
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId, ...serverStatus(500) };
  return { answered: placed(error, message, extensions), failure: cause ?? error };
}

/** What was thrown, where that is not an error of GraphQL's own. */
function rootCauseOf({ cause }: GraphQLError): unknown {
  return cause instanceof GraphQLError ? rootCauseOf(cause) : cause;
}

/** An error of validation; one that a value in an argument is at fault for says which. */
function withArgument(error: GraphQLError): GraphQLError {
  const argument = badArgument(error);
  if (argument === undefined) return error;
  return placed(error, error.message, { ...error.extensions, code: 'BAD_USER_INPUT', argument });
}

/** Codes for what graphql-js finds wrong with the values of a request; it gives none itself. */
function codeOfLibraryError(error: GraphQLError, isBeforeExecution: boolean): GraphQLErrorExtensions | undefined {
  const named = /^(?:Variable "\$|Argument "[^"]*\()(\w+)(?::\))?"/.exec(error.message)?.[1];
  const argument = badArgument(error) ?? named;
  // As for other errors of a request, old clients that accept application/json are answered with 200.
  const http = isBeforeExecution && { http: { status: 400, spec: true } };
  if (argument !== undefined) return { code: 'BAD_USER_INPUT', argument, ...http };
  return isBeforeExecution ? { code: 'BAD_REQUEST', ...http } : undefined;
}

function placed({ nodes, source, positions, path }: GraphQLError, message: string, extensions: object): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { ...extensions } });
}
