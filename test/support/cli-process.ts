import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const mainFile = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Starts the real command line as a process of its own, with no settings but these. */
export function spawnCli(words: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [mainFile, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the real command line to its end. */
export async function cliProcess(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawnCli(words, env);
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  await once(child, 'close');
  return { code: child.exitCode, stdout: await stdout, stderr: await stderr };
}

async function textOf(stream: AsyncIterable<unknown> | null): Promise<string> {
  let text = '';
  for await (const part of stream ?? []) text += String(part);
  return text;
}
