import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The folder with docker-compose.yml. */
export const project = fileURLToPath(new URL('..', import.meta.url));
/** In milliseconds; the first build downloads a lot. */
const longestCommand = 15 * 60_000;
/** How many lines of an output or log are shown. */
export const shownLines = 40;

/** The output of a command, in its order, and its exit code. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** The resources of one run. */
export interface Try {
  readonly folder: string;
  readonly settingsFile: string;
  /** Also the name of the image. */
  readonly projectName: string;
  /** Aborted by Ctrl-C. */
  readonly interrupted: AbortSignal;
}

/** Without the settings of the user, which would override those of the run. */
const ownEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(NEO4J|ROLEGRAPH|COMPOSE)_/.test(name)),
);

/** Runs docker to its end, however that is. */
export async function docker(words: readonly string[], signal: AbortSignal): Promise<Ended> {
  const child = spawn('docker', words, {
    cwd: project,
    env: ownEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: AbortSignal.any([signal, AbortSignal.timeout(longestCommand)]),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += String(part)));
  try {
    await once(child, 'close');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isMissing ? new Error('There is no command docker. Install Docker with compose 2 first.') : error;
  }
  return { code: child.exitCode, output };
}

/** The arguments that run docker compose with the settings of a run. */
export function composeWords({ settingsFile, projectName }: Try, words: readonly string[]): readonly string[] {
  return ['compose', '--env-file', settingsFile, '--project-name', projectName, '--ansi', 'never', ...words];
}

/** Runs docker compose with the settings of a run. Throws with the end of the output if it fails. */
export async function compose(it: Try, ...words: readonly string[]): Promise<string> {
  const { code, output } = await docker(composeWords(it, words), it.interrupted);
  if (code !== 0) throw new Error(`docker compose ${words.join(' ')} ended with ${String(code)}:\n${tail(output)}`);
  return output.trim();
}

/** The end of an output. */
export function tail(text: string): string {
  return text.trimEnd().split('\n').slice(-shownLines).join('\n');
}
