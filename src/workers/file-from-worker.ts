import { runInWorker } from './run-in-worker.ts';

/**
 * Runs a job whose reply is a file, as runInWorker does, and keeps the process alive until then: a worker does not, and a command
 * waits for nothing else.
 */
export async function fileFromWorker(module: URL, job: unknown, signal: AbortSignal): Promise<Uint8Array> {
  const alive = setInterval(() => undefined, 1_000);
  try {
    const file = await runInWorker(module, job, signal);
    if (file instanceof Uint8Array) return file;
    throw new Error(`The worker thread of ${module.href} has made no file.`);
  } finally {
    clearInterval(alive);
  }
}
