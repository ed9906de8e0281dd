import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { transferable } from './transferable.ts';

const startedWith = z.object({ job: z.unknown() });

/**
 * Does the job for which runInWorker has started this thread, and sends back the result. Arrays of numbers and bytes are
 * transferred, not copied.
 *
 * @param work is given the job as it was sent, and may report how far it is. What it throws ends this thread, and runInWorker
 *   throws a copy of it.
 */
export async function replyFromWorker(
  work: (job: unknown, report: (report: unknown) => void) => Promise<unknown>,
): Promise<void> {
  const reply = await work(startedWith.parse(workerData).job, (report) => {
    parentPort?.postMessage({ report });
  });
  parentPort?.postMessage({ reply }, [...transferable(reply)]);
}
