import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { movable } from '../../workers/movable.ts';
import { StoreError, type StoreErrorCode } from '../store-error.ts';

/** What a worker sends back, once. */
export type WorkerAnswer =
  | { readonly value: unknown }
  | { readonly code: StoreErrorCode; readonly message: string; readonly cause: string | undefined };

const given = z.object({ job: z.unknown() });

/**
 * Does the job that this worker thread was started for, and sends back what it ends in. Arrays of numbers and bytes are
 * moved, not copied.
 *
 * @param work is given the job as it was sent. A StoreError is passed on; anything else ends the thread with an error.
 */
export async function answerFromWorker(work: (job: unknown) => Promise<unknown>): Promise<void> {
  let answer: WorkerAnswer;
  try {
    answer = { value: await work(given.parse(workerData).job) };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const { code, message, cause } = error;
    answer = { code, message, cause: cause instanceof Error ? (cause.stack ?? cause.message) : undefined };
  }
  parentPort?.postMessage(answer, [...movable(answer)]);
}
