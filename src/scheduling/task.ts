import { GraphQLError, locatedError, responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import { Queue } from '../collections/queue.ts';
import { grouped } from '../text/quoted-text.ts';
import type { Scheduler } from './scheduler.ts';
import type { Steps } from './steps.ts';

/**
 * What one query may cost, counted while it is answered: 1 for each field and each list item of the answer, and as much for
 * other work that takes as long, about a microsecond. The answer to a query that costs this much takes a second or two of one
 * processor and has some ten megabytes. A limit that is measured cannot be wrong, as an estimate can (docs/decisions.md).
 */
export const defaultCostLimit = 3_000_000;

/** How many errors an answer may have: more than anybody reads, and few enough that finding them takes no time. */
const errorLimit = 100;

/**
 * How much memory an answer takes while it is made, in bytes for each unit of its cost. Measured: with answers of a cost of
 * 520,000 and 2,000,000, the heap must be 50 and 140 MB larger than without, and texts of some 20 bytes are copied twice.
 */
const bytesPerCost = 150;

/** Answers that cost less hold no memory that counts: they end within milliseconds. */
const costOfShare = 4_000;

type Path = GraphQLResolveInfo['path'];

/** What one step of other work costs (steps.ts). */
const costOfStep = 50;

/**
 * What the work is for. FILE: a file that is sent as it is made, and may take a minute. It waits for all queries, and whoever
 * makes it takes the memory, which does not depend on what it costs.
 */
export type TaskKind = 'QUERY' | 'FILE';

/** The work on the answer to one query, or on one file. The scheduler's contract, in scheduler.ts, says who calls what. */
export class Task {
  readonly #scheduler: Scheduler;
  /** Tasks of a kind are numbered in the order in which they were created; files come after all queries. */
  readonly number: number;
  readonly #kind: TaskKind;
  /** How many slices it has continued for, not counting the one in which it began. Counted by the scheduler. */
  slicesUsed = 0;
  readonly costLimit: number;
  #cost = 0;
  /** Up to which cost the memory is taken; the first share is free. */
  #coveredCost = costOfShare;
  #memoryTaken = 0;
  readonly #errors: GraphQLError[] = [];
  /** By depth in the answer: continuing with the deepest first keeps few waiting, as in a depth-first walk of a tree. */
  readonly #waiting: Queue<() => void>[] = [];
  #waitingCount = 0;
  #stopReason: Error | undefined;
  #stopError: GraphQLError | undefined;
  #onStop: ((reason: Error) => void) | undefined;

  /** Only a scheduler creates tasks. */
  constructor(scheduler: Scheduler, kind: TaskKind, number: number, costLimit = defaultCostLimit) {
    this.#scheduler = scheduler;
    this.#kind = kind;
    this.number = number;
    this.costLimit = costLimit;
  }

  /** What the query has cost so far. */
  get cost(): number {
    return this.#cost;
  }

  /**
   * Counts what a part of the work costs. Beyond the limit, the task stops.
   *
   * @param path of the field that it is for, which the error names.
   * @throws the reason why the task has stopped, if it has.
   */
  count(cost: number, path?: Path): void {
    this.#cost += cost;
    while (this.#kind === 'QUERY' && this.#cost > this.#coveredCost) this.#takeMemory();
    if (this.#cost > this.costLimit) this.stop(tooCostly(this.costLimit, path));
    this.throwIfStopped();
  }

  /** Takes the memory for another share of the cost. */
  #takeMemory(): void {
    this.#coveredCost += costOfShare;
    if (this.#stopReason !== undefined) return;
    const bytes = costOfShare * bytesPerCost;
    if (this.#scheduler.memory.take(bytes)) this.#memoryTaken += bytes;
    else this.stop(outOfMemory(this.#scheduler.memory.limit));
  }

  /** The errors of the answer so far. */
  get errors(): readonly GraphQLError[] {
    return this.#errors;
  }

  /**
   * Adds an error of the answer. Beyond the limit, the task stops. If all errors have one cause, such as a store that does not
   * answer, the first of them is the reason and the only one that remains.
   */
  addError(error: GraphQLError): void {
    if (this.#stopReason !== undefined) return;
    this.#errors.push(error);
    if (this.#errors.length <= errorLimit) return;
    const hasOneCause = this.#errors.every(({ cause }) => cause === error.cause);
    const kept = this.#errors.splice(hasOneCause ? 0 : errorLimit);
    this.stop((hasOneCause ? kept[0] : undefined) ?? tooManyErrors());
  }

  /** Whether the current slice is over, so that further work should wait. Reads the clock. */
  isSliceOver(): boolean {
    return this.#scheduler.isSliceOver();
  }

  /**
   * Waits for another slice.
   *
   * @param value what the promise resolves to.
   * @param depth how deep in the answer this is, from 0; the deepest continues first.
   * @returns a promise that never settles once the task has stopped.
   */
  yieldSlice<T>(value: T, depth: number): Promise<T> {
    return new Promise((resolve) => {
      if (this.#stopReason !== undefined) return;
      while (this.#waiting.length <= depth) this.#waiting.push(new Queue());
      this.#waiting[depth]?.push(() => {
        resolve(value);
      });
      if (this.#waitingCount++ === 0) this.#scheduler.enqueue(this);
    });
  }

  /**
   * Runs steps: at once as far as the slice lasts, the rest in later slices.
   *
   * @throws what the steps throw, or the reason why the task has stopped.
   */
  run<T>(steps: Steps<T>): T | Promise<T> {
    for (;;) {
      this.throwIfStopped();
      const { done, value } = steps.next();
      if (done === true) return value;
      this.count(costOfStep);
      if (this.isSliceOver()) return this.yieldSlice(undefined, 0).then(() => this.run(steps));
    }
  }

  /** Drops all waiting work and gives back the memory; further work throws the reason. Only the first reason counts. */
  stop(reason: Error): void {
    if (this.#stopReason !== undefined) return;
    this.#stopReason = reason;
    this.#stopError = locatedError(reason, [], []);
    this.#waiting.length = 0;
    this.#waitingCount = 0;
    this.#scheduler.memory.giveBack(this.#memoryTaken);
    this.#onStop?.(reason);
  }

  /** Why the task has stopped; undefined if it has not. */
  get stopReason(): Error | undefined {
    return this.#stopReason;
  }

  /**
   * The reason as an error with a path, for fields that fail because the task has stopped. GraphQL.js makes an error of its own
   * of any other error, for each field, which takes some microseconds.
   */
  get stopError(): GraphQLError | undefined {
    return this.#stopError;
  }

  /** Calls back once, when the task stops. */
  onStop(callback: (reason: Error) => void): void {
    this.#onStop = callback;
  }

  /** @throws the reason why the task has stopped, if it has. */
  throwIfStopped(): void {
    if (this.#stopReason !== undefined) throw this.#stopReason;
  }

  /** Whether anything waits for a slice. */
  get isWaiting(): boolean {
    return this.#waitingCount > 0;
  }

  /** Continues the deepest value that waits. Called by the scheduler. @returns whether there was one. */
  continueNext(): boolean {
    const next = this.#waiting.findLast(({ size }) => size > 0)?.shift();
    if (next === undefined) return false;
    this.#waitingCount--;
    next();
    return true;
  }
}

function tooCostly(limit: number, path: Path | undefined): GraphQLError {
  const names = responsePathAsArray(path).filter((key) => typeof key === 'string');
  const at = names.length === 0 ? '' : ` at ${names.join('.')}`;
  return new GraphQLError(
    `The query was stopped${at} because it cost more than ${grouped(limit)}, the limit for one query: 1 for each field and ` +
      'list item of its answer, and more for analysis. Ask for fewer items (first, maxNodes, minOverlap, ids), nest fewer ' +
      'lists in lists, or send several requests.',
    { extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400, spec: true } } },
  );
}

/** The error of an answer for which there is no memory; it may be too large, or there may be too many others at the time. */
export function outOfMemory(limit: number): GraphQLError {
  return new GraphQLError(
    `The server has no memory left for this answer: all answers that it makes and sends at a time may take ` +
      `${grouped(Math.floor(limit / 1024 / 1024))} MB. Try again in a second, or ask for less.`,
    { extensions: { code: 'OVERLOADED', http: { status: 503, headers: { 'Retry-After': '1' } } } },
  );
}

function tooManyErrors(): GraphQLError {
  return new GraphQLError(
    `The query was stopped because its answer had more than ${errorLimit} errors, the limit for one answer. ` +
      `The first ${errorLimit} are listed before this one; correct their cause and send the query again.`,
    { extensions: { code: 'TOO_MANY_ERRORS', http: { status: 400, spec: true } } },
  );
}
