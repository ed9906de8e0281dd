import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const mainFile = fileURLToPath(new URL('../../../bin/rolegraph.js', import.meta.url));

export type Env = Readonly<Record<string, string>>;

/** Starts the real command line as a process of its own, with no settings but these; from `main`, where it is installed. */
export function spawnCli(words: readonly string[], env: Env = {}, main = mainFile): ChildProcess {
  return spawn(process.execPath, [main, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs the real command line to its end. */
export async function cliProcess(words: readonly string[], env: Env = {}, main = mainFile) {
  const child = spawnCli(words, env, main);
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  await once(child, 'close');
  return { code: child.exitCode, stdout: await stdout, stderr: await stderr };
}

async function textOf(stream: AsyncIterable<unknown> | null): Promise<string> {
  let text = '';
  for await (const part of stream ?? []) text += String(part);
  return text;
}
