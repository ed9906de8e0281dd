import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The folder with docker-compose.yml. */
export const project = fileURLToPath(new URL('..', import.meta.url));
/** In milliseconds: a first build fetches much. */
const longestCommand = 15 * 60_000;
/** How many lines of an output or log are shown. */
export const shownLines = 40;

/** What a command printed, in the order of its coming, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** What a try has of its own. */
export interface Try {
  readonly folder: string;
  readonly settingsFile: string;
  /** The image is called so, too. */
  readonly projectName: string;
  /** Aborted by Ctrl-C. */
  readonly interrupted: AbortSignal;
}

/** Without the settings of whoever runs this: they would win over those of the try. */
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

/** The words that run docker compose with the settings of a try. */
export function composeWords({ settingsFile, projectName }: Try, words: readonly string[]): readonly string[] {
  return ['compose', '--env-file', settingsFile, '--project-name', projectName, '--ansi', 'never', ...words];
}

/** Runs docker compose with the settings of the try; throws with the end of what it printed where it fails. */
export async function compose(it: Try, ...words: readonly string[]): Promise<string> {
  const { code, output } = await docker(composeWords(it, words), it.interrupted);
  if (code !== 0) throw new Error(`docker compose ${words.join(' ')} ended with ${String(code)}:\n${tail(output)}`);
  return output.trim();
}

/** The end of an output. */
export function tail(text: string): string {
  return text.trimEnd().split('\n').slice(-shownLines).join('\n');
}
