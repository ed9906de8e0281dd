import type { Worker } from 'node:worker_threads';
import type { z } from 'zod';
import { startWorker } from '../../../workers/start-worker.ts';
import { elementCount } from '../cover.ts';
import { jobAnswer, type coverJob } from './cover-job.ts';
import type { CoverProblem, CoverSolution, CoverSolver } from './cover-solver.ts';

/** How much later than HiGHS was told to end its thread is ended, in milliseconds. */
const patience = 100;

/**
 * HiGHS (Huangfu and Hall, Parallelizing the dual revised simplex method, 2018) in a thread of its own, which is started
 * for the first problem and goes on to the next ones, one after the other. A thread that does not end a problem in time
 * is ended, and one that fails is given up; the next problem has a new one. It keeps no process alive.
 */
export class HighsSolver implements CoverSolver {
  readonly #onFailure: (error: unknown) => void;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param onFailure told why a thread failed; who waited for it is given nothing. */
  constructor(onFailure: (error: unknown) => void = () => undefined) {
    this.#onFailure = onFailure;
  }

  solve(problem: CoverProblem, deadline: number): Promise<CoverSolution | undefined> {
    const solution = this.#last.then(() => this.#solved(problem, deadline));
    this.#last = solution;
    return solution;
  }

  async #solved(problem: CoverProblem, deadline: number): Promise<CoverSolution | undefined> {
    const milliseconds = deadline - performance.now() - patience;
    if (milliseconds <= 0) return undefined;
    const worker = (this.#worker ??= this.#started());
    const { cover, most, known } = problem;
    const { elementsOf, places } = cover;
    const job: z.infer<typeof coverJob> = {
      milliseconds,
      elements: elementCount(cover),
      elementsOf,
      places,
      most,
      known: [...known],
    };
    // Whoever waits for an answer is waited for; a thread that has nothing to do is not.
    worker.ref();
    worker.postMessage(job);
    const { solution, isDone } = await answered(worker, milliseconds + patience);
    worker.unref();
    if (!isDone) await this.#end(worker);
    return solution;
  }

  #started(): Worker {
    const worker = startWorker(new URL('highs-worker', import.meta.url));
    // A failure at any time, also between two problems, ends the thread and nothing else: whoever waits for it is told by
    // its end, and makes do with what is known.
    worker.on('error', this.#onFailure).once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    return worker;
  }

  async #end(worker: Worker): Promise<void> {
    if (this.#worker === worker) this.#worker = undefined;
    await worker.terminate();
  }
}

interface Answered {
  readonly solution: CoverSolution | undefined;
  /** Whether the worker has come to the end of it, and waits for the next. */
  readonly isDone: boolean;
}

/** The last solution that a worker tells of, until it is done, fails, or time is over. */
function answered(worker: Worker, milliseconds: number): Promise<Answered> {
  const { promise, resolve } = Promise.withResolvers<Answered>();
  let solution: CoverSolution | undefined;
  const end = (isDone: boolean) => {
    resolve({ solution, isDone });
  };
  const onMessage = (message: unknown) => {
    const { data } = jobAnswer.safeParse(message);
    // What is no answer is a failure, too.
    if (data === undefined || 'isDone' in data) end(data !== undefined);
    else solution = data.solution;
  };
  const onExit = () => {
    end(false);
  };
  const timer = setTimeout(onExit, milliseconds);
  worker.on('message', onMessage).on('exit', onExit);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', onMessage).off('exit', onExit);
  });
}
