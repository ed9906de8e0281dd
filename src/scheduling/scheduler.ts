import { MemoryBudget } from './memory-budget.ts';
import type { Steps } from './steps.ts';
import { Task } from './task.ts';

/*
 * How the process is shared, and what callers may rely on
 * -------------------------------------------------------
 *
 * Node.js runs all JavaScript of a process on one thread. While a function computes, nothing else happens: no request is
 * read, no timer fires, no answer is sent. The scheduler is cooperative: it cannot interrupt anybody. Work that may take
 * longer than about a millisecond therefore stops at many points by itself and asks whether its time slice is over. If it
 * is, the work waits, and the scheduler decides in which turn of the event loop it continues.
 *
 * Who calls:
 * - The server makes one Scheduler for the process and passes it on. There is no global one. Two schedulers in one process
 *   would know nothing of each other and hold the event loop for the sum of their slices.
 * - The server makes one Task for each query, and one for each file that is sent as it is made. Resolvers run their work by it (Task.run, Task.yieldSlice), and the server
 *   stops it when the answer has been made or is too late. A task stops itself if the query costs more than its limit.
 * - What belongs to no single query, such as opening a new catalog and building its search index, goes to runInBackground.
 * - Pure code never sees a scheduler: it is a generator of Steps (steps.ts), which whoever calls it runs by a task, in the
 *   background, or to completion where nobody else needs the thread: in commands, in worker threads and in tests.
 *
 * Who waits: a query begins at once, in the turn in which it arrives. All queries that arrive in one turn share one slice,
 * and a query that never finds this slice over never waits. Most queries are like that. Each later turn does the following:
 * 1. One waiting query continues for one slice. Light queries, which have used fewer than 10 slices, go before heavy ones,
 *    one slice each in the order in which they came to wait (round robin). Of heavy queries, the oldest continues to its
 *    end. If heavy queries shared the process, too, all of them would miss their deadline instead of the youngest ones.
 *    Files (createFileTask), which have a longer deadline, come after all heavy queries.
 *    Within a query, what is deepest in the answer continues first, so that few values wait at any time.
 * 2. The oldest background work continues for one slice if no query waits, or if it had none in the turn before.
 *
 * What is promised:
 * - Order: background work never runs in a turn before the query that this turn belongs to. Background work is done in the
 *   order in which it was given, each to its end. It never begins before the call that gives it has returned.
 * - The event loop is held, from one turn to the next, for at most one slice of the queries that have just arrived, one of
 *   the query that continues and, at most every second turn, one of background work, plus the longest step of each.
 * - Background work does not starve: under any load it has a slice in every second turn at least.
 * - Light queries do not starve. Heavy ones may, as long as light ones keep all turns busy; the server's deadline ends them.
 * - An error that work throws rejects the promise of its own caller, and everything else continues.
 * - A stopped task drops all that waits: its promises never settle, and nothing else holds on to it.
 *
 * What callers must not do:
 * - Compute for longer than about a millisecond between two steps, or two calls of isSliceOver: this adds to the bound above.
 * - Hold a lock, a connection or a file across a step. Dropped generators are not unwound: their `finally` does not run.
 * - Await one background work from within another: the second begins only when the first has ended.
 * - Await yieldSlice without need. Ask isSliceOver first; waiting for a turn takes longer than most fields.
 */

/** How long one piece of work holds the event loop before others get it, in milliseconds. */
const defaultSliceLength = 5;

/** A query that has continued for this many slices is a heavy one. */
const lightSlices = 10;

/**
 * While queries and background work wait, background work has a slice in one of this many turns. With 4, light queries
 * wait little less, and a search index takes longer to build than searches may wait for it (docs/decisions.md).
 */
const turnsPerBackgroundSlice = 2;

/** The number of the first file: greater than that of any query, so that all queries are older. */
const firstFile = 2 ** 52;

/** The clock and the event loop, as far as a scheduler needs them. Tests use a fake one. */
export interface EventLoop {
  /** The time in milliseconds since some fixed moment; it never goes back. */
  readonly now: () => number;
  /** Calls back once, in the next turn: after everything that has arrived until then is served. */
  readonly onNextTurn: (callback: () => void) => void;
}

const nodeEventLoop: EventLoop = {
  now: () => performance.now(),
  onNextTurn: (callback) => void setImmediate(callback),
};

export interface SchedulerOptions {
  /** In milliseconds; with 0, work waits wherever it can; with Infinity, it never waits. */
  readonly sliceLength?: number;
  readonly eventLoop?: EventLoop;
  /** For all answers that are being made or sent; unlimited if it is not given. */
  readonly memory?: MemoryBudget;
}

/** Shares one thread among queries and background work. The contract is at the top of this file. */
export class Scheduler {
  readonly #sliceLength: number;
  readonly #eventLoop: EventLoop;
  /** When the current slice is over; undefined until one begins in this turn. */
  #sliceEnd: number | undefined;
  #isTurnRequested = false;
  #taskCount = 0;
  readonly #waiting = new Set<Task>();
  /** Background work, oldest first: each call does one step and returns whether it was the last one. */
  readonly #background: (() => boolean)[] = [];
  /** How many turns belonged to queries since background work had a slice. */
  #queryTurns = 0;

  /** For all answers that are being made or sent. */
  readonly memory: MemoryBudget;

  constructor({ sliceLength = defaultSliceLength, eventLoop = nodeEventLoop, memory }: SchedulerOptions = {}) {
    this.#sliceLength = sliceLength;
    this.#eventLoop = eventLoop;
    this.memory = memory ?? new MemoryBudget();
  }

  /**
   * Creates the task of one query.
   *
   * @param costLimit what the query may cost; defaultCostLimit if it is not given.
   */
  createTask(costLimit?: number): Task {
    return new Task(this, 'QUERY', this.#taskCount++, costLimit);
  }

  /** Creates the task of one file, which has limits of its own. */
  createFileTask(): Task {
    return new Task(this, 'FILE', firstFile + this.#taskCount++, Infinity);
  }

  /**
   * Runs steps in the background, beginning in a later turn.
   *
   * @returns what the steps return; rejects with what they throw.
   */
  readonly runInBackground = <T>(steps: Steps<T>): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#background.push(() => {
      try {
        const { done, value } = steps.next();
        if (done === true) resolve(value);
        return done === true;
      } catch (error) {
        reject(error);
        return true;
      }
    });
    this.#requestTurn();
    return promise;
  };

  /** Has a task that waits continue in a later turn. Called by the task. */
  enqueue(task: Task): void {
    this.#waiting.add(task);
    this.#requestTurn();
  }

  /** Whether the current slice is over. The first call in a turn begins the slice of the queries that arrive in it. */
  isSliceOver(): boolean {
    if (this.#sliceLength === Infinity) return false;
    if (this.#sliceEnd === undefined) this.#beginSlice();
    return this.#eventLoop.now() >= (this.#sliceEnd ?? Infinity);
  }

  /** Begins a slice, and requests the turn in which it is over at the latest. */
  #beginSlice(): void {
    this.#sliceEnd = this.#eventLoop.now() + this.#sliceLength;
    this.#requestTurn();
  }

  #requestTurn(): void {
    if (this.#isTurnRequested) return;
    this.#isTurnRequested = true;
    this.#eventLoop.onNextTurn(() => {
      this.#isTurnRequested = false;
      this.#sliceEnd = undefined;
      const task = this.#nextTask();
      if (task === undefined) this.#continueBackground();
      else this.#beginTaskSlice(task);
    });
  }

  #nextTask(): Task | undefined {
    let oldest: Task | undefined;
    for (const task of this.#waiting) {
      // It was stopped, or it continued in the same slice in which it began to wait.
      if (!task.isWaiting) this.#waiting.delete(task);
      else if (task.slicesUsed < lightSlices) return task;
      else if (oldest === undefined || task.number < oldest.number) oldest = task;
    }
    return oldest;
  }

  #beginTaskSlice(task: Task): void {
    this.#waiting.delete(task);
    task.slicesUsed++;
    this.#queryTurns++;
    this.#beginSlice();
    this.#continueTask(task);
  }

  /**
   * Continues the waiting values of a task, one after the other. The work that follows from a value runs in microtasks. The
   * next value continues in a microtask, too, so that it comes after those, when the task has ended or waits again.
   */
  #continueTask(task: Task): void {
    if (!task.continueNext()) {
      this.#endTaskSlice();
      return;
    }
    queueMicrotask(() => {
      if (!this.isSliceOver()) {
        this.#continueTask(task);
        return;
      }
      // Queries that arrive before the next turn have a slice of their own.
      this.#sliceEnd = undefined;
      if (task.isWaiting) this.enqueue(task);
      this.#endTaskSlice();
    });
  }

  #endTaskSlice(): void {
    if (this.#background.length === 0) this.#queryTurns = 0;
    else if (this.#queryTurns >= turnsPerBackgroundSlice) this.#continueBackground();
  }

  /** Gives the oldest background work a slice, if there is any. */
  #continueBackground(): void {
    const [step] = this.#background;
    if (step === undefined) return;
    this.#queryTurns = 0;
    this.#beginSlice();
    let isDone: boolean;
    do isDone = step();
    while (!isDone && !this.isSliceOver());
    if (isDone) this.#background.shift();
    this.#sliceEnd = undefined;
  }
}
