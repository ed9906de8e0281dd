import { GraphQLError, type DocumentNode, type GraphQLErrorExtensions } from 'graphql';
import type { Logger } from 'pino';
import { ArgumentError } from '../../../graph/argument-error.ts';
import { StoreError } from '../../../store/store-error.ts';
import { helpAbout } from '../../help-pages.ts';
import { conflictFacts } from '../../imports/import-answer.ts';
import { logFailure } from '../../log-failure.ts';
import type { RequestRecord } from '../../http/request-record.ts';
import { errorWithoutMessage } from '../people.ts';
import type { EndpointPlugin, Outcome } from '../server-context.ts';
import { badArgument } from './bad-argument.ts';

/**
 * Gives every error of every answer its code and the page that explains it, masks unexpected errors, and logs failures of the server with the id of the
 * request. It is the last plugin, so that no error can bypass it.
 */
export function errorAnswers(logger: Logger): EndpointPlugin {
  return {
    onResultProcess(payload) {
      const { record, outcome } = payload.serverContext;
      payload.setResult(answeredResult(payload.result, { logger, record, outcome }));
    },
  };
}

/** What a result is answered with, whose errors are logged and noted in the outcome of its request. */
export function answeredResult<T extends object>(
  result: T,
  { logger, record, outcome }: { readonly logger: Logger; readonly record: RequestRecord; readonly outcome: Outcome },
): T {
  outcome.hasErrors = hasErrors(result);
  outcome.hasFailed = false;
  if (!hasErrors(result)) return result;
  const isBeforeExecution = !('data' in result);
  // One failure of the store causes an error in every field that waited for it.
  const logged = new Set<unknown>();
  const errors = result.errors.map(asGraphQLError).map((error) => {
    const { answered, failure } = answeredError(error, isBeforeExecution, record.id, outcome.document);
    outcome.hasFailed ||= failure !== undefined;
    if (failure !== undefined && !logged.has(failure)) {
      logged.add(failure);
      logRequestFailure(logger, failure, record, outcome, error.path);
    }
    return withHelp(answered);
  });
  return Object.assign({}, result, { errors });
}

/** Of a request with people, neither the aliases of its fields nor the message of an unexpected error are logged. */
function logRequestFailure(
  logger: Logger,
  failure: unknown,
  { id: requestId, operation }: RequestRecord,
  { mentionsPeople }: Outcome,
  path: GraphQLError['path'],
): void {
  const said = 'A request failed on the server';
  if (!mentionsPeople) logFailure(logger, failure, { requestId, operation, at: path?.join('.') }, said);
  else if (failure instanceof StoreError) logFailure(logger, failure, { requestId }, said);
  else logger.error({ requestId, err: errorWithoutMessage(failure) }, `${said}; its message may name people`);
}

/** Accepts any list, so that no value bypasses masking because it does not look like an error. */
function hasErrors(result: object): result is { readonly errors: readonly unknown[] } {
  return 'errors' in result && Array.isArray(result.errors);
}

/** Adds the page that explains the error, if there is one. */
function withHelp(error: GraphQLError): GraphQLError {
  const about = helpAbout(error.extensions['code']);
  return about.help === undefined ? error : withMessage(error, error.message, { ...error.extensions, ...about });
}

function asGraphQLError(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError('Not an error of GraphQL', { cause: error });
}

/** An error as the client sees it, and the failure to log for those who run the server, if any. */
interface AnsweredError {
  readonly answered: GraphQLError;
  /** What failed on the server. */
  readonly failure?: unknown;
}

/**
 * Turns an error of a result into what the client may see: expected errors get a code, all others are masked.
 *
 * @param isBeforeExecution whether nothing was executed, so that the result has no data.
 * @param document the query; undefined if it could not be parsed.
 */
function answeredError(
  error: GraphQLError,
  isBeforeExecution: boolean,
  requestId: string,
  document: DocumentNode | undefined,
): AnsweredError {
  const cause = rootCauseOf(error);
  if (cause instanceof ArgumentError) {
    const { argument, candidates, suggestions } = cause;
    const extensions = {
      code: 'BAD_USER_INPUT',
      argument,
      ...(candidates !== undefined && { candidates }),
      ...(suggestions !== undefined && { suggestions }),
    };
    return { answered: withMessage(error, cause.message, extensions) };
  }
  // Where the result has no data at all, the HTTP status says that the server failed.
  const serverStatus = (status: number, headers = {}) => isBeforeExecution && { http: { status, headers } };
  if (cause instanceof StoreError) {
    const { code, message, current } = cause;
    // What an import was refused for is not a failure of the server: the client is told who was faster.
    if (code === 'CONFLICT' && current !== undefined) {
      return { answered: withMessage(error, message, { code, ...conflictFacts(current) }) };
    }
    return {
      answered: withMessage(error, message, { code, ...serverStatus(503, { 'Retry-After': '1' }) }),
      failure: cause,
    };
  }
  if (cause === undefined) {
    if (error.extensions['code'] === 'GRAPHQL_VALIDATION_FAILED') return { answered: withArgument(error, document) };
    if (typeof error.extensions['code'] === 'string') return { answered: error };
    const code = codeOfLibraryError(error, isBeforeExecution, document);
    if (code !== undefined) return { answered: withMessage(error, error.message, code) };
  }
  const message = `The server failed to answer. Its log has the details under the request id ${requestId}.`;
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId, ...serverStatus(500) };
  return { answered: withMessage(error, message, extensions), failure: cause ?? error };
}

/** The error that was thrown, if it is not a GraphQLError itself. */
function rootCauseOf({ cause }: GraphQLError): unknown {
  return cause instanceof GraphQLError ? rootCauseOf(cause) : cause;
}

/** A validation error; if the value of an argument caused it, the extensions name that argument. */
function withArgument(error: GraphQLError, document: DocumentNode | undefined): GraphQLError {
  const argument = badArgument(error, document);
  if (argument === undefined) return error;
  return withMessage(error, error.message, { ...error.extensions, code: 'BAD_USER_INPUT', argument });
}

/** The code for an error that graphql-js reports about the values of a request; it sets none itself. */
function codeOfLibraryError(
  error: GraphQLError,
  isBeforeExecution: boolean,
  document: DocumentNode | undefined,
): GraphQLErrorExtensions | undefined {
  const named = /^(?:Variable "\$|Argument "[^"]*\()(\w+)(?::\))?"/.exec(error.message)?.[1];
  const argument = badArgument(error, document) ?? named;
  // As for other errors of a request, old clients that accept application/json are answered with 200.
  const http = isBeforeExecution && { http: { status: 400, spec: true } };
  if (argument !== undefined) return { code: 'BAD_USER_INPUT', argument, ...http };
  return isBeforeExecution ? { code: 'BAD_REQUEST', ...http } : undefined;
}

function withMessage(
  { nodes, source, positions, path }: GraphQLError,
  message: string,
  extensions: object,
): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { ...extensions } });
}
