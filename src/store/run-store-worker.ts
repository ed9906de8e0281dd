import { runInWorker } from '../workers/run-in-worker.ts';
import { StoreError, storeErrorCodes } from './store-error.ts';

/**
 * Runs a job of a store in a worker thread, as runInWorker does.
 *
 * @throws the StoreError that the job throws; the signal's reason if the signal ended it.
 */
export async function runStoreWorker(module: URL, job: unknown, signal: AbortSignal): Promise<unknown> {
  try {
    return await runInWorker(module, job, signal);
  } catch (error) {
    throw asStoreError(error);
  }
}

/** Restores the class of an error, which is lost between threads. */
function asStoreError(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'StoreError' || !('code' in error)) return error;
  const code = storeErrorCodes.find((each) => each === error.code);
  return code === undefined ? error : new StoreError(code, error.message, { cause: error.cause });
}
