import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { transferable } from './transferable.ts';

/**
 * Runs one job in a worker thread of its own, so that this thread serves requests meanwhile.
 *
 * @param module a module that calls replyFromWorker, without its extension: this is ".ts" where the sources are run and
 *   ".js" where they were compiled.
 * @param job what the module's work is given. Arrays of numbers and bytes are transferred: the caller loses them.
 * @param signal ends the worker.
 * @returns what the work returns, as a structured clone. What the work throws is thrown here as a copy: an Error with the
 *   same name, message, cause and own properties, but not of the same class. Throws the signal's reason where it was ended.
 */
export async function runInWorker(module: URL, job: unknown, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted();
  const worker = startWorker(module, job);
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  try {
    // Rejects where the worker emits an error.
    const reply: unknown[] | undefined = await Promise.race([
      once(worker, 'message'),
      once(worker, 'exit').then(() => undefined),
    ]);
    if (reply !== undefined) return reply[0];
    signal.throwIfAborted();
    throw new Error(`The worker thread of ${module.href} ended without a reply.`);
  } finally {
    signal.removeEventListener('abort', end);
    void worker.terminate();
  }
}

/** Starts a worker thread, which does not keep the process alive: whoever needs the reply keeps it alive by a timer or handle. */
function startWorker(module: URL, job: unknown): Worker {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  const worker = new Worker(new URL(`worker${extension}`, import.meta.url), {
    workerData: { module: `${module.href}${extension}`, job },
    transferList: [...transferable(job)],
  });
  worker.unref();
  return worker;
}
