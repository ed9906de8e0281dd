import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { spawnCli, type Env } from '../support/processes/cli-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

export interface ServingProcess {
  readonly child: ChildProcess;
  /** The address that it printed. */
  readonly url: string;
  /** What it had printed when it was ready. */
  readonly stdout: string;
}

/**
 * Runs `rolegraph serve` as people do, on a free port; ended, where the test has not done it, at the test's end.
 *
 * @param env its settings; where not given, nothing is imported.
 * @param main of another installation than this one.
 * @param words of the command line, after `serve`.
 */
export async function servingProcess(env?: Env, main?: string, words: readonly string[] = []): Promise<ServingProcess> {
  const child = spawnCli(
    ['serve', ...words],
    { PORT: '0', ...(env ?? { ROLEGRAPH_DATA: await temporaryFolder() }) },
    main,
  );
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  let stderr = '';
  child.stderr?.on('data', (part) => (stderr += String(part)));
  let stdout = '';
  const ready = new Promise<string>((resolve) => {
    child.stdout?.on('data', (part) => {
      stdout += String(part);
      const url = /^Ready at (\S+)\n/m.exec(stdout)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([
    ready,
    ended.then(() => {
      throw new Error(`The server ended without saying where it can be reached:\n${stdout}${stderr}`);
    }),
  ]);
  return { child, url, stdout };
}
