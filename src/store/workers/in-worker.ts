import { once } from 'node:events';
import { z } from 'zod';
import { startWorker } from '../../workers/start-worker.ts';
import { StoreError, storeErrorCodes } from '../store-error.ts';

const answer = z.union([
  z.object({ value: z.unknown() }),
  z.object({ code: z.enum(storeErrorCodes), message: z.string(), cause: z.string().optional() }),
]);

/**
 * Does a job in a thread of its own, so that this one answers requests meanwhile.
 *
 * @param module as startWorker takes it.
 * @param job what answerFromWorker is given there. Arrays of numbers and bytes are moved: they are gone here then.
 * @throws StoreError that the job ends in; UNAVAILABLE where it was ended by the signal.
 */
export async function doneInWorker(module: URL, job: unknown, signal: AbortSignal): Promise<unknown> {
  if (signal.aborted) ended();
  const worker = startWorker(module, job);
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
