import {
  executeRootSelectionSet,
  GraphQLError,
  validateExecutionArgs,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context, RequestGraph } from '../../../../schema/context.ts';
import { costsIn } from '../../../../schema/costs/field-costs.ts';
import type { Task } from '../../../scheduling/task.ts';
import { mostCost, queryCost, tooCostly } from '../limits/query-cost.ts';
import type { ServerContext } from '../server-context.ts';
import { cooperativeJson } from './cooperative-json.ts';

/** How long a request may be executed, in milliseconds. */
const mostTime = 5_000;

/** From this many items on, the JSON of an answer is made in slices: it takes some milliseconds. */
const manyItems = 10_000;

export interface ExecutionLimits {
  readonly cost: number;
  /** In milliseconds. */
  readonly time: number;
}

/** A result that may have its own JSON, which Yoga then uses. */
export interface LimitedResult extends ExecutionResult {
  readonly stringify?: (answered: ExecutionResult) => string;
}

/**
 * Has queries executed by GraphQL.js itself, within our limits. Yoga's own executor (@graphql-tools/executor 2.1) drops
 * the promises of a list whose next item fails at once; when one of these is rejected, nobody handles the rejection, and
 * Node.js ends the process.
 *
 * A request can ask for its cost by `"extensions": { "cost": true }`, in its body or as a parameter of its address. The
 * answer then has, in `extensions.cost`, the `estimate` that is made before anything is executed, the `limit` on it, and
 * how many `items` the lists of the answer have. The error of a refused query always has them in its extensions.
 */
export const limitedExecution: Plugin<Context, ServerContext> = {
  onExecute({ setExecuteFn, context: { rolegraph, params } }) {
    const includesCost = params.extensions?.['cost'] === true;
    setExecuteFn((args) => executeLimited(args, rolegraph, includesCost));
  },
};

/**
 * Executes a query if it does not cost too much, and stops it if it takes too long, including the time that it waits for
 * the store.
 *
 * @param request the graph and the task of the context's resolvers; the task is cancelled when there is an answer.
 * @param includesCost whether the answer includes the cost of the query.
 */
export function executeLimited(
  args: ExecutionArgs,
  { graph, work }: Pick<RequestGraph, 'graph' | 'work'>,
  includesCost: boolean,
  limits: ExecutionLimits = { cost: mostCost, time: mostTime },
): LimitedResult | Promise<LimitedResult> {
  const query = validateExecutionArgs(args);
  if (!('schema' in query)) return { errors: query };
  const cost = queryCost(query, costsIn(graph));
  if (cost.total > limits.cost) return { errors: [tooCostly(cost, limits.cost)] };
  const withCost = (result: ExecutionResult): ExecutionResult => {
    if (!includesCost) return result;
    return { ...result, extensions: { cost: { estimate: cost.total, limit: limits.cost, items: work.items } } };
  };
  const result = executeRootSelectionSet(query);
  if (!(result instanceof Promise)) return withCost(result);
  const answered = result.then((done) => (work.items < manyItems ? withCost(done) : withJson(withCost(done), work)));
  const stopped = Promise.withResolvers<LimitedResult>();
  const timer = setTimeout(() => {
    const error = tooLong(limits.time);
    work.cancel(error);
    stopped.resolve(withCost({ errors: [error] }));
  }, limits.time);
  return Promise.race([answered, stopped.promise]).finally(() => {
    clearTimeout(timer);
    // Parts of an answer that an error has made null may still be waiting.
    work.cancel(answerGiven);
  });
}

const answerGiven = new Error('The answer has been given.');

function tooLong(time: number): GraphQLError {
  return new GraphQLError(
    `The query took longer than ${time / 1_000} seconds, the most that one query may take, and was stopped. ` +
      'Ask for fewer items (first, maxNodes, ids), for fewer fields of each, or send several requests.',
    { extensions: { code: 'TIMEOUT', http: { status: 503 } } },
  );
}

/** Makes the JSON of the data in advance. The errors follow later: they are still to become what clients may see. */
async function withJson(result: ExecutionResult, work: Task): Promise<LimitedResult> {
  if (result.data == null) return result;
  const data = await cooperativeJson(result.data, work);
  return {
    ...result,
    stringify: (answered) => {
      const rest = JSON.stringify({ ...answered, data: undefined }).slice(1, -1);
      return `{${rest}${rest === '' ? '' : ','}"data":${data}}`;
    },
  };
}
