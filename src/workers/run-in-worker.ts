import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { transferable } from './transferable.ts';

/** What a worker thread sends: any number of reports on how far it is, then its reply. */
const messages = z.union([z.object({ report: z.unknown() }).strict(), z.object({ reply: z.unknown() }).strict()]);

/**
 * Runs one job in a worker thread of its own, so that this thread serves requests meanwhile.
 *
 * @param module a module that calls replyFromWorker, without its extension: this is ".ts" where the sources are run and
 *   ".js" where they were compiled.
 * @param job what the module's work is given. Arrays of numbers and bytes are transferred: the caller loses them.
 * @param signal ends the worker.
 * @param onReport given what the work reports while it runs, as structured clones.
 * @returns what the work returns, as a structured clone. What the work throws is thrown here as a copy: an Error with the
 *   same name, message, cause and own properties, but not of the same class. Throws the signal's reason where it was ended.
 */
export async function runInWorker(
  module: URL,
  job: unknown,
  signal: AbortSignal,
  onReport: (report: unknown) => void = () => undefined,
): Promise<unknown> {
  signal.throwIfAborted();
  const worker = startWorker(module, job);
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  try {
    const replied = await replyOf(worker, onReport);
    if (replied !== undefined) return replied.reply;
    signal.throwIfAborted();
    throw new Error(`The worker thread of ${module.href} ended without a reply.`);
  } finally {
    signal.removeEventListener('abort', end);
    void worker.terminate();
  }
}

/** The reply; undefined if the worker ends without one. Rejects where the worker emits an error. */
async function replyOf(
  worker: Worker,
  onReport: (report: unknown) => void,
): Promise<{ readonly reply: unknown } | undefined> {
  // One that comes after the reply must not end the process.
  worker.on('error', () => undefined);
  // Gives out what was sent before the exit, too.
  for await (const [sent] of on(worker, 'message', { close: ['exit'] })) {
    const message = messages.parse(sent);
    if ('reply' in message) return message;
    onReport(message.report);
  }
  return undefined;
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
