import type { Logger } from 'pino';
import type { Scheduler } from '../../scheduling/scheduler.ts';
import { outOfMemory, type Task } from '../../scheduling/task.ts';
import type { Exchange } from '../http/exchange.ts';
import { holdUntilClosed } from '../http/hold-memory.ts';
import { FileRefusal } from './file-refusal.ts';

/** The work on one file, as whoever makes and sends it sees it. */
export interface FileWork {
  /** Counts what the work costs, which the log and the rate limit read at the end, however it ends. */
  readonly task: Task;
  /** Takes memory until the exchange is over, in bytes. @throws FileRefusal if there is not as much left. */
  readonly hold: (bytes: number) => void;
  /** Aborted when the work has stopped: the client has disconnected, or the time is over. */
  readonly signal: AbortSignal;
  /** How long the client may take nothing while the file is sent, in milliseconds; 0 for no limit. */
  readonly stallTimeout: number;
}

export interface FileTime {
  /** How long it may take until the file is made and received. */
  readonly milliseconds: number;
  /** What to ask for instead of a file that takes longer, as a sentence. */
  readonly advice: string;
}

/**
 * Makes a file and sends it, in slices of the scheduler. Ends when the client has it, has disconnected or is too slow, or when
 * the time is over.
 *
 * @throws what `make` throws, or FileRefusal when the time is over; both only as long as nothing was sent. Afterwards the log has
 *   it, and the connection is closed.
 */
export async function workOnFile(
  exchange: Exchange,
  { milliseconds, advice }: FileTime,
  { scheduler, logger }: { readonly scheduler: Scheduler; readonly logger: Logger },
  make: (work: FileWork) => Promise<void>,
): Promise<void> {
  const { request, response, record } = exchange;
  const task = scheduler.createFileTask();
  const ended = new AbortController();
  const stopped = Promise.withResolvers<never>();
  task.onStop((reason) => {
    ended.abort(reason);
    stopped.reject(reason);
  });
  const timer = setTimeout(() => {
    task.stop(tooLong(milliseconds, advice));
    // Everything was made, and the client has still not read it.
    if (response.headersSent) response.destroy();
  }, milliseconds);
  // First, because the log and the rate limit read the cost when the response is closed.
  response.prependOnceListener('close', () => {
    record.cost = task.cost;
    clearTimeout(timer);
    task.stop(isOver);
  });
  const { timeout: stallTimeout = 0 } = request.socket;
  // A connection may be silent for as long as the file may take to be made. The next request sets it again.
  request.socket.setTimeout(0);
  const hold = holdUntilClosed(response, scheduler.memory);
  const work: FileWork = {
    task,
    hold: (bytes) => {
      if (!hold(bytes)) throw noMemory(scheduler);
    },
    signal: ended.signal,
    stallTimeout,
  };
  try {
    await Promise.race([make(work), stopped.promise]);
  } catch (error) {
    if (error === isOver) return;
    if (!response.headersSent) throw error;
    logger.warn({ requestId: record.id, ...(error instanceof FileRefusal ? {} : { err: error }) }, cutOffText(error));
    response.destroy();
  }
}

/** The client has the file, or has disconnected. */
const isOver = new Error('The exchange is over.');

function tooLong(milliseconds: number, advice: string): FileRefusal {
  const seconds = milliseconds / 1_000;
  const message =
    `The file was not made and received within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, the most that one file may ` +
    `take (ROLEGRAPH_MAX_FILE_SECONDS). ${advice}`;
  return new FileRefusal(503, message);
}

function noMemory({ memory }: Scheduler): FileRefusal {
  return new FileRefusal(503, outOfMemory(memory.limit).message, { 'Retry-After': '1' });
}

function cutOffText(error: unknown): string {
  return `A file was cut off${error instanceof FileRefusal ? `: ${error.message}` : ', because making it failed'}`;
}
