import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { attack, fuzz } from '../bench/fuzz/fuzz.ts';
import { HostileRequests } from '../bench/fuzz/hostile-requests.ts';
import { attackReport, reportOf } from '../bench/fuzz/report.ts';
import { watchFromOutside } from '../bench/fuzz/watched-server.ts';
import { generatedCatalog } from '../bench/generated-catalog.ts';
import { docker, tail } from './compose-project.ts';

/**
 * Tries the memory that docs/operations.md says a container needs: builds the image, runs it with that much and no more, and
 * sends it all attacks and some hundred random requests (bench/fuzz). It must still run afterwards, without a restart. The
 * first failure does not end the try; the exit code is 1 if there was one.
 */
interface Trial {
  readonly megabytes: number;
  /** Undefined for the catalog that ships; more are generated, and imported in a container of the same size. */
  readonly roles: number | undefined;
}

const trials: readonly Trial[] = [
  { megabytes: 256, roles: undefined },
  { megabytes: 512, roles: 5_000 },
];
const queries = 600;
/** In milliseconds. */
const longestStart = 60_000;

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interruption.abort();
  });
}

const name = `rolegraph-try-${randomBytes(4).toString('hex')}`;

/** Runs docker. @throws Error with the end of its output if it fails. */
async function run(...words: readonly string[]): Promise<string> {
  const { code, output } = await docker(words, interruption.signal);
  if (code !== 0) throw new Error(`docker ${words.join(' ')} ended with ${String(code)}:\n${tail(output)}`);
  return output.trim();
}

/** Without swap, which would hide that memory is missing. */
function limits(megabytes: number): readonly string[] {
  return ['--memory', `${megabytes}m`, '--memory-swap', `${megabytes}m`];
}

async function importGenerated(roles: number, megabytes: number, folder: string): Promise<void> {
  const file = join(folder, 'catalog.json');
  await writeFile(file, JSON.stringify(generatedCatalog({ roles, seed: 1 })));
  // For the user of the container, whatever the umask here.
  await chmod(folder, 0o755);
  await chmod(file, 0o644);
  const volumes = ['--volume', `${name}:/data`, '--volume', `${file}:/catalog.json:ro`];
  await run('run', '--rm', ...limits(megabytes), ...volumes, name, 'import', '/catalog.json');
}

/** @returns what the server did not survive, or did wrong. */
async function tryOne({ megabytes, roles }: Trial, folder: string): Promise<readonly string[]> {
  const title = `${megabytes} MB, ${roles === undefined ? 'the catalog that ships' : `${roles} roles`}`;
  process.stdout.write(`\n${title}\n`);
  const volume = roles === undefined ? [] : ['--volume', `${name}:/data`];
  if (roles !== undefined) await importGenerated(roles, megabytes, folder);
  await run('run', '--detach', '--name', name, ...limits(megabytes), '--publish', '127.0.0.1::4000', ...volume, name);
  try {
    const origin = `http://${await run('port', name, '4000/tcp')}`;
    await waitUntilReady(origin);
    const server = watchFromOutside(`${origin}/graphql`);
    try {
      const requests = await HostileRequests.of(server.url, 1);
      const attacked = await attack(server, requests.vocabulary);
      process.stdout.write(`${attackReport(attacked.results, attacked.violations)}\n`);
      const { findings, memory } = await fuzz(server, requests, { queries, concurrency: 4 });
      process.stdout.write(`${reportOf(findings, memory)}\n`);
      return [...attacked.violations, ...findings.violations, ...(await endOf())].map((text) => `${title}: ${text}`);
    } finally {
      await server.stop();
    }
  } finally {
    await docker(['rm', '--force', '--volumes', name], new AbortController().signal);
  }
}

async function waitUntilReady(origin: string): Promise<void> {
  const started = performance.now();
  for (;;) {
    const isReady = await fetch(`${origin}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    if (performance.now() - started > longestStart) throw new Error(`${origin} is not ready:\n${await logs()}`);
    await wait(200, undefined, { signal: interruption.signal });
  }
}

/** Whether the container runs still; prints its highest memory. */
async function endOf(): Promise<readonly string[]> {
  const state = await run('inspect', '--format', '{{.State.Running}} {{.State.OOMKilled}} {{.State.ExitCode}}', name);
  if (state !== 'true false 0') return [`the container ended (running, killed for memory, exit code: ${state})`];
  // Of the whole container, with the files that the kernel caches for it.
  const { code, output } = await docker(['exec', name, 'cat', '/sys/fs/cgroup/memory.peak'], interruption.signal);
  if (code === 0) process.stdout.write(`Highest memory of the container: ${Math.round(Number(output) / 1e6)} MB\n`);
  return [];
}

async function logs(): Promise<string> {
  return tail((await docker(['logs', name], interruption.signal)).output);
}

const folder = await mkdtemp(join(tmpdir(), 'rolegraph-try-'));
const problems: string[] = [];
try {
  process.stdout.write('Build\n');
  await run('build', '--tag', name, '.');
  for (const trial of trials) {
    problems.push(
      ...(await tryOne(trial, folder).catch((error: unknown) => [
        `${trial.megabytes} MB: ${error instanceof Error ? error.message : String(error)}`,
      ])),
    );
  }
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error));
} finally {
  const unheard = new AbortController().signal;
  await docker(['volume', 'rm', '--force', name], unheard);
  await docker(['image', 'rm', '--force', name], unheard);
  await rm(folder, { recursive: true });
}
if (problems.length > 0) {
  process.stderr.write(`FAILED:\n${problems.map((problem) => `  ${problem}`).join('\n')}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write('The containers kept within their memory.\n');
}
