import { once } from 'node:events';
import { startWorker } from './start-worker.ts';

/**
 * Runs one job in a worker thread of its own, so that this thread serves requests meanwhile.
 *
 * @param module as startWorker takes it; it calls replyFromWorker.
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
