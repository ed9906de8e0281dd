import { setTimeout as wait } from 'node:timers/promises';
import { memoryOf } from '../measure/process-statistics.ts';
import { OwnProcess } from './own-process.ts';

export interface CommandResult {
  readonly seconds: number;
  /** Its peak memory, in MB. */
  readonly peakMemory: number;
}

/** Runs a program of Node.js to its end. @throws Error where that is not 0. */
export async function runToEnd(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  log: string,
): Promise<CommandResult> {
  const started = performance.now();
  const child = new OwnProcess({ words, env, log });
  let peakMemory = 0;
  const ended = child.done();
  const over = ended.then(
    () => true,
    () => true,
  );
  // The peak so far; only its last moments are missed.
  do peakMemory = Math.max(peakMemory, memoryOf(child.pid, 'VmHWM'));
  while (!(await Promise.race([over, wait(50, false)])));
  await ended;
  return { seconds: (performance.now() - started) / 1000, peakMemory };
}
