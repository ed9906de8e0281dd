import { Connection } from '../driver/connection.ts';
import { Executor, type RoundTrip } from '../driver/executor.ts';
import type { WorkerSource } from './read-in-worker.ts';

/** Reads something in a worker thread, through connections that are closed with it. */
export async function readThrough<T>(
  { settings, bookmarks }: WorkerSource,
  read: (executor: Executor) => Promise<T>,
): Promise<{ readonly roundTrips: readonly RoundTrip[]; readonly read: T }> {
  const roundTrips: RoundTrip[] = [];
  const executor = new Executor(
    () => new Connection(settings, bookmarks),
    (roundTrip) => roundTrips.push(roundTrip),
  );
  try {
    return { read: await read(executor), roundTrips };
  } finally {
    await executor.close();
  }
}
