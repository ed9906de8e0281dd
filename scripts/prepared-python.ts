import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { memoize } from '../src/collections/memoize.ts';
import { packageFolder } from '../src/config/package-folder.ts';
import { outputOf } from './readers/reader.ts';

/** Whether there is a Python that makes virtual environments. Where tests run unwatched there must be one. */
export function hasPython(): boolean {
  if (spawnSync('python3', ['-c', 'import ensurepip, venv']).status === 0) return true;
  const message = 'There is no Python 3 with venv: install python3 and python3-venv.';
  if (process.env['CI'] === 'true') throw new Error(message);
  process.stderr.write(`\nLEFT OUT: the tests in Python. ${message}\n\n`);
  return false;
}

/**
 * The Python of a virtual environment that has what a file of requirements lists. It is made if there is none, and kept in
 * node_modules/.cache until the requirements change. Several tools may need one environment at a time.
 *
 * @param requirements the path of the file.
 */
export const preparedPython = memoize(prepare);

async function prepare(requirements: string): Promise<string> {
  const wanted = await readFile(requirements, 'utf8');
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const environment = join(packageFolder(), 'node_modules/.cache/python', name);
  const python = join(environment, 'bin', 'python');
  // Written last, so that an installation that was interrupted is begun again.
  const mark = join(environment, 'installed.txt');
  if (existsSync(mark)) return python;
  await outputOf('python3', ['-m', 'venv', '--clear', environment]);
  await outputOf(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]);
  await writeFile(mark, wanted);
  return python;
}
