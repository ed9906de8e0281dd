import { runInWorker } from '../workers/run-in-worker.ts';
import { StoreError, storeErrorCodes } from './store-error.ts';

/**
 * Runs a job of a store in a worker thread, as runInWorker does.
 *
 * @throws StoreError that the job throws; the signal's reason where it was ended by the signal.
 */
export async function runStoreWorker(module: URL, job: unknown, signal: AbortSignal): Promise<unknown> {
  try {
    return await runInWorker(module, job, signal);
  } catch (error) {
    throw asStoreError(error);
  }
}

/** Errors lose their class on the way between threads. */
function asStoreError(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'StoreError' || !('code' in error)) return error;
  const code = storeErrorCodes.find((each) => each === error.code);
  return code === undefined ? error : new StoreError(code, error.message, { cause: error.cause });
}
