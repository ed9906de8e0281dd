import type { Writable } from 'node:stream';
import type { Task } from './listr-progress.ts';
import { isTerminal } from './terminal.ts';

/**
 * Runs a task. On a terminal, shows it while it runs and then one line with its result; elsewhere shows nothing. While the
 * task runs, nothing else may write to the terminal.
 *
 * @throws what the work throws; the caller reports it.
 */
export async function withProgress<T>(task: Task<T>, stream: Writable): Promise<T> {
  // Some pseudo terminals have no width, so that nothing can be drawn.
  if (!isTerminal(stream) || stream.columns === 0) return task.work(() => undefined);
  // Loaded on demand, so that scripts do not wait for it.
  const { showProgress } = await import('./listr-progress.ts');
  return showProgress(task, stream);
}
