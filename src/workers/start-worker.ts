import { Worker } from 'node:worker_threads';
import { transferable } from './transferable.ts';

/**
 * Starts a worker thread. It does not keep the process alive: whoever needs it to be awaited does so by a timer or handle.
 *
 * @param module the worker's module, next to the module that starts it, without the extension: this is ".ts" where the
 *   sources are run and ".js" where they were compiled.
 * @param job what the module finds in its workerData. Arrays of numbers and bytes are transferred: the caller loses them.
 */
export function startWorker(module: URL, job?: unknown): Worker {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  const worker = new Worker(new URL(`worker${extension}`, import.meta.url), {
    workerData: { module: `${module.href}${extension}`, job },
    transferList: [...transferable(job)],
  });
  worker.unref();
  return worker;
}
