import type { Writable } from 'node:stream';
import type { Task } from './listr-progress.ts';
import { isTerminal } from './terminal.ts';

/**
 * Does a step and shows it on a terminal for as long as it runs; then one line says how it ended. Elsewhere nothing is
 * shown. While the step runs, nobody else may write to the terminal.
 *
 * @throws whatever the work throws; telling people about it is left to the caller.
 */
export async function withProgress<T>(task: Task<T>, stream: Writable): Promise<T> {
  // Some pseudo terminals have no width; nothing can be drawn there.
  if (!isTerminal(stream) || stream.columns === 0) return task.work(() => undefined);
  // Loaded only here: scripts need not wait for what they do not see.
  const { showProgress } = await import('./listr-progress.ts');
  return showProgress(task, stream);
}
