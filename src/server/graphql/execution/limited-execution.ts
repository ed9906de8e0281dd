import {
  executeRootSelectionSet,
  GraphQLError,
  validateExecutionArgs,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context, RequestWork } from '../../../../schema/context.ts';
import { replacedIds } from '../../../../schema/execution/replaced-ids.ts';
import type { Task } from '../../../scheduling/task.ts';
import type { ServerContext } from '../server-context.ts';
import { cooperativeJson } from './cooperative-json.ts';
import { nullVariableErrors } from './null-variables.ts';

/** From this cost on, the JSON of an answer is made in slices: it takes some milliseconds. */
const largeCost = 20_000;

/** A result whose data may already be JSON, in pieces; Yoga then makes JSON of the rest only. */
export interface LimitedResult extends ExecutionResult {
  readonly json?: readonly Buffer[];
  readonly stringify?: (answered: ExecutionResult) => string;
}

/**
 * Has queries executed by GraphQL.js itself, within our limits. Yoga's own executor (@graphql-tools/executor 2.1) drops
 * the promises of a list whose next item fails at once; when one of these is rejected, nobody handles the rejection, and
 * Node.js ends the process.
 *
 * A request can ask for its cost by `"extensions": { "cost": true }`, in its body or as a parameter of its address. The
 * answer then has, in `extensions.cost`, what the query cost (`actual`) and the `limit`. If fields are null because no node has
 * the title or name that was looked up, the answer has suggestions in `extensions.suggestions`. If the request has ids that are no
 * longer used, `extensions.replaced` has them with what replaces them.
 *
 * @param timeLimit how long a request may be executed, in milliseconds.
 */
export function limitedExecution(timeLimit: number): Plugin<Context & ServerContext, ServerContext> {
  return {
    onExecute({ setExecuteFn, context: { rolegraph, params, record, outcome } }) {
      const includesCost = params.extensions?.['cost'] === true;
      const finish = ({ json, stringify, ...result }: LimitedResult): LimitedResult => {
        record.cost = rolegraph.work.cost;
        // Within a frame, Yoga makes the JSON of the data as well.
        if (outcome.isFramed || json === undefined || stringify === undefined) return result;
        outcome.json = json;
        return { ...result, stringify };
      };
      setExecuteFn((args) => {
        const isOver = () => (outcome.isQuery ? tooLong(timeLimit) : importTooLong(timeLimit));
        const answered = executeLimited(args, rolegraph, includesCost, timeLimit, isOver);
        return answered instanceof Promise ? answered.then(finish) : finish(answered);
      });
    },
  };
}

/**
 * Executes a query until it is answered, its task has stopped, or its time is over, including the time that it waits for
 * the store and the time to make the JSON of a large answer.
 *
 * @param request with the task of the context's resolvers, which has stopped when there is an answer, and suggestions for names that
 *   they look up.
 * @param includesCost whether the answer includes the cost of the query.
 * @param timeLimit in milliseconds.
 * @param isOver says that the time is over.
 */
export function executeLimited(
  args: ExecutionArgs,
  request: RequestWork,
  includesCost: boolean,
  timeLimit: number,
  isOver = () => tooLong(timeLimit),
): LimitedResult | Promise<LimitedResult> {
  const { work } = request;
  const query = validateExecutionArgs(args);
  if (!('schema' in query)) return { errors: query };
  const badNulls = nullVariableErrors(query);
  if (badNulls.length > 0) return { errors: badNulls };

  const answered = (result: ExecutionResult): ExecutionResult => {
    const { stopReason, cost, costLimit } = work;
    // An import has moved the request to another graph.
    const { suggestions, graph } = request;
    // What follows from stopping is no error of the query.
    const whole = stopReason === undefined ? result : { errors: [...work.errors, asGraphQLError(stopReason)] };
    const ofNullFields = suggestions?.ofNullFields ?? [];
    const replaced = graph === undefined ? [] : replacedIds(graph, args.document, args.variableValues);
    const extensions = {
      ...(includesCost && { cost: { actual: cost, limit: costLimit } }),
      ...(ofNullFields.length > 0 && { suggestions: ofNullFields }),
      ...(replaced.length > 0 && { replaced }),
    };
    return Object.keys(extensions).length > 0 ? { ...whole, extensions } : whole;
  };
  const result = executeRootSelectionSet(query);
  if (!(result instanceof Promise)) {
    const done = answered(result);
    work.stop(answerGiven);
    return done;
  }

  const stopped = Promise.withResolvers<LimitedResult>();
  work.onStop(() => {
    stopped.resolve(answered({}));
  });
  const timer = setTimeout(() => {
    work.stop(isOver());
  }, timeLimit);
  const made = result.then((done) => (work.cost < largeCost ? answered(done) : withJson(answered(done), work)));
  return Promise.race([made, stopped.promise]).finally(() => {
    clearTimeout(timer);
    // Parts of an answer that an error has made null may still be waiting.
    work.stop(answerGiven);
  });
}

const answerGiven = new Error('The answer has been given.');

function asGraphQLError(error: Error): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error });
}

function tooLong(time: number): GraphQLError {
  return new GraphQLError(
    `The query took longer than ${time / 1_000} seconds, the most that one query may take, and was stopped. ` +
      'Ask for fewer items (first, maxNodes, ids), for fewer fields of each, or send several requests.',
    { extensions: { code: 'TIMEOUT', http: { status: 503 } } },
  );
}

function importTooLong(time: number): GraphQLError {
  return new GraphQLError(
    `The import took longer than ${time / 1_000} seconds, the most that one request may take. It goes on: ask for catalog { sequence } ` +
      'to see whether it was made. PUT /catalog has no such limit.',
    { extensions: { code: 'TIMEOUT', http: { status: 503 } } },
  );
}

/** Makes the JSON of the data in advance. The errors follow later: they are still to become what clients may see. */
async function withJson(result: ExecutionResult, work: Task): Promise<LimitedResult> {
  if (result.data == null) return result;
  const json = await cooperativeJson(result.data, work);
  return {
    ...result,
    json,
    stringify: (answered) => JSON.stringify({ ...answered, data: undefined }),
  };
}

/**
 * The bytes of an answer: what Yoga has made of a result, and the JSON of its data, if that was made in advance. They stay in
 * parts, because joining many megabytes would hold the event loop.
 */
export function withData(answered: string, json: readonly Buffer[] | undefined): readonly Buffer[] {
  if (json === undefined) return [Buffer.from(answered)];
  const rest = answered.slice(0, -1);
  return [Buffer.from(`${rest}${rest === '{' ? '' : ','}"data":`), ...json, Buffer.from('}')];
}
