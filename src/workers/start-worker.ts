import { Worker } from 'node:worker_threads';
import { movable } from './movable.ts';

/**
 * Starts a thread of its own. It keeps no process alive: whoever waits for it does so by what they wait for themselves.
 *
 * @param module the worker's module, beside the module that starts it, without the ending: this is ".ts" where the
 *   sources are run and ".js" where they were compiled.
 * @param job what the module finds in its workerData. Arrays of numbers and bytes are moved: they are gone here then.
 */
export function startWorker(module: URL, job?: unknown): Worker {
  const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  const worker = new Worker(new URL(`worker${ending}`, import.meta.url), {
    workerData: { module: `${module.href}${ending}`, job },
    transferList: [...movable(job)],
  });
  worker.unref();
  return worker;
}
