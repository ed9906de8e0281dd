import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { transferable } from './transferable.ts';

const startedWith = z.object({ job: z.unknown() });

/**
 * Does the job for which runInWorker has started this thread, and sends back the result. Arrays of numbers and bytes are
 * transferred, not copied.
 *
 * @param work is given the job as it was sent. What it throws ends this thread, and runInWorker throws a copy of it.
 */
export async function replyFromWorker(work: (job: unknown) => Promise<unknown>): Promise<void> {
  const result = await work(startedWith.parse(workerData).job);
  parentPort?.postMessage(result, [...transferable(result)]);
}
