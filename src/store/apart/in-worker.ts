import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { StoreError, storeErrorCodes } from '../store-error.ts';
import { movable } from './movable.ts';

const answer = z.union([
  z.object({ value: z.unknown() }),
  z.object({ code: z.enum(storeErrorCodes), message: z.string(), cause: z.string().optional() }),
]);

/**
 * Does a job in a thread of its own, so that this one answers requests meanwhile.
 *
 * @param module the worker's module, beside the module that starts it, without the ending: this is ".ts" where the
 *   sources are run and ".js" where they were compiled.
 * @param job what answerFromWorker is given there. Arrays of numbers and bytes are moved: they are gone here then.
 * @throws StoreError that the job ends in; UNAVAILABLE where it was ended by the signal.
 */
export async function doneInWorker(module: URL, job: unknown, signal: AbortSignal): Promise<unknown> {
  if (signal.aborted) ended();
  const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  const worker = new Worker(new URL(`worker${ending}`, import.meta.url), {
    workerData: { module: `${module.href}${ending}`, job },
    transferList: [...movable(job)],
  });
  // Whoever waits for it keeps the process alive by what they wait for themselves.
  worker.unref();
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  try {
    const messages: unknown[] = await Promise.race([once(worker, 'message'), once(worker, 'exit').then(ended)]);
    const parsed = answer.parse(messages[0]);
    if ('code' in parsed) {
      const { code, message: text, cause } = parsed;
      throw new StoreError(code, text, cause === undefined ? {} : { cause: new Error(cause) });
    }
    return parsed.value;
  } finally {
    signal.removeEventListener('abort', end);
    void worker.terminate();
  }
}

function ended(): never {
  throw new StoreError('UNAVAILABLE', 'The catalog was not read to its end: the server is stopping.');
}
