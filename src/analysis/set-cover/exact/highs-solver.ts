import type { Worker } from 'node:worker_threads';
import type { z } from 'zod';
import { startWorker } from '../../../apart/start-worker.ts';
import { elementCount } from '../cover.ts';
import { jobAnswer, type coverJob } from './cover-job.ts';
import type { CoverProblem, CoverSolution, CoverSolver } from './cover-solver.ts';

/** How much later than HiGHS was told to end its thread is ended, in milliseconds. */
const patience = 100;

/**
 * HiGHS (Huangfu and Hall, Parallelizing the dual revised simplex method, 2018) in a thread of its own, which is started
 * for the first problem and goes on to the next ones, one after the other. A thread that does not end a problem in time
 * is ended; the next problem has a new one. It keeps no process alive.
 */
export class HighsSolver implements CoverSolver {
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  solve(problem: CoverProblem, deadline: number): Promise<CoverSolution | undefined> {
    const solution = this.#last.then(() => this.#solved(problem, deadline));
    this.#last = solution.catch(() => undefined);
    return solution;
  }

  async #solved(problem: CoverProblem, deadline: number): Promise<CoverSolution | undefined> {
    const milliseconds = deadline - performance.now() - patience;
    if (milliseconds <= 0) return undefined;
    const worker = (this.#worker ??= startWorker(new URL('highs-worker', import.meta.url)));
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
    let isDone = false;
    try {
      const answer = await answered(worker, milliseconds + patience);
      isDone = answer.isDone;
      return answer.solution;
    } finally {
      worker.unref();
      if (!isDone) await this.#end(worker);
    }
  }

  async #end(worker: Worker): Promise<void> {
    this.#worker = undefined;
    await worker.terminate();
  }
}

interface Answered {
  readonly solution: CoverSolution | undefined;
  /** Whether the worker has come to the end of it, and waits for the next. */
  readonly isDone: boolean;
}

/** The last solution that a worker tells of, until it is done, ends, or time is over. */
function answered(worker: Worker, milliseconds: number): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  let solution: CoverSolution | undefined;
  const end = (isDone: boolean) => {
    resolve({ solution, isDone });
  };
  const onMessage = (message: unknown) => {
    const answer = jobAnswer.parse(message);
    if ('isDone' in answer) end(true);
    else solution = answer.solution;
  };
  const onExit = () => {
    end(false);
  };
  const timer = setTimeout(onExit, milliseconds);
  worker.on('message', onMessage).on('error', reject).on('exit', onExit);
  return promise.finally(() => {
    clearTimeout(timer);
    worker.off('message', onMessage).off('error', reject).off('exit', onExit);
  });
}
