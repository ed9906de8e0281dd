import { Connection } from '../driver/connection.ts';
import { Executor, type Round } from '../driver/executor.ts';
import type { WorkerSource } from './read-in-worker.ts';

/** Reads something in a worker thread, through connections that are closed with it. */
export async function readThrough<T>(
  { settings, bookmarks }: WorkerSource,
  read: (executor: Executor) => Promise<T>,
): Promise<{ readonly rounds: readonly Round[]; readonly read: T }> {
  const rounds: Round[] = [];
  const executor = new Executor(
    () => new Connection(settings, bookmarks),
    (round) => rounds.push(round),
  );
  try {
    return { read: await read(executor), rounds };
  } finally {
    await executor.close();
  }
}
