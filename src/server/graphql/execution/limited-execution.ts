import {
  executeRootSelectionSet,
  GraphQLError,
  validateExecutionArgs,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { Task } from '../../../scheduling/task.ts';
import { mostCost, tooCostly, type AnsweredCost } from '../limits/cost-limit.ts';
import { cooperativeJson } from './cooperative-json.ts';
import { queryCost } from '../limits/query-cost.ts';

/** How long a request may be executed, in milliseconds. */
const mostTime = 5_000;

/** From this many items on, the JSON of an answer is made in slices: it takes some milliseconds. */
const manyItems = 10_000;

export interface ExecutionLimits {
  readonly cost: number;
  /** In milliseconds. */
  readonly time: number;
}

/** A result that may know its own JSON, which Yoga asks it for. */
export interface LimitedResult extends ExecutionResult {
  readonly stringify?: (answered: ExecutionResult) => string;
}

/**
 * Executes a query that does not cost too much, as long as it does not take too long. What is asked of the store meanwhile
 * is waited for within that time.
 *
 * @param work the task that the context's resolvers run their work by; cancelled when there is an answer.
 * @param tellsCost whether the answer is to say what the query costs.
 */
export function executeLimited(
  args: ExecutionArgs,
  work: Task,
  tellsCost: boolean,
  limits: ExecutionLimits = { cost: mostCost, time: mostTime },
): LimitedResult | Promise<LimitedResult> {
  const query = validateExecutionArgs(args);
  if (!('schema' in query)) return { errors: query };
  const cost = queryCost(query);
  if (cost.total > limits.cost) return { errors: [tooCostly(cost, limits.cost)] };
  const told = (result: ExecutionResult): ExecutionResult => {
    if (!tellsCost) return result;
    const answered: AnsweredCost = { estimate: cost.total, limit: limits.cost, items: work.items };
    return { ...result, extensions: { cost: answered } };
  };
  const result = executeRootSelectionSet(query);
  if (!(result instanceof Promise)) return told(result);
  const answered = result.then((done) => (work.items < manyItems ? told(done) : withJson(told(done), work)));
  const inTimeOrStopped = inTime(answered, limits.time, (error) => {
    work.cancel(error);
    return told({ errors: [error] });
  });
  // Parts of an answer that an error has made null may still be waiting.
  return inTimeOrStopped.finally(() => {
    work.cancel(over);
  });
}

const over = new Error('The answer has been given.');

/** A result, or, where it is not there in time, what there is instead. */
async function inTime(
  result: Promise<LimitedResult>,
  time: number,
  stop: (error: GraphQLError) => LimitedResult,
): Promise<LimitedResult> {
  const late = Promise.withResolvers<LimitedResult>();
  const timer = setTimeout(() => {
    late.resolve(stop(tooLong(time)));
  }, time);
  try {
    return await Promise.race([result, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLong(time: number): GraphQLError {
  return new GraphQLError(
    `The query took longer than ${time / 1_000} seconds, the most that one query may take, and was stopped: ask for ` +
      'fewer (first, maxNodes, ids), for less of each, or in several requests.',
    { extensions: { code: 'TIMEOUT', http: { status: 503 } } },
  );
}

/** Has the JSON of the data made beforehand; the errors are still to become what clients may see of them. */
async function withJson(result: ExecutionResult, work: Task): Promise<LimitedResult> {
  if (result.data == null) return result;
  const data = await cooperativeJson(result.data, work);
  return {
    ...result,
    stringify: (answered) => {
      const beside = JSON.stringify({ ...answered, data: undefined }).slice(1, -1);
      return `{${beside}${beside === '' ? '' : ','}"data":${data}}`;
    },
  };
}
