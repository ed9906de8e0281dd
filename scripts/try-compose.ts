import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { generatedCatalog } from '../bench/generated-catalog.ts';
import { readCatalog } from '../src/catalog/read/read-catalog.ts';
import { compose, composeWords, docker, project, shownLines, tail, type Try } from './compose-project.ts';

/**
 * Tries docker-compose.yml for real, in the way that README.md describes: builds, starts, sends a query, imports, stops,
 * starts, and sends the query again. It uses its own project, image, password and ports and removes them at the end, so it
 * can run next to a project that is in use. The first failure ends it with exit code 1 and the end of the logs.
 */

/** How long a running server may still answer from the previous catalog after an import, in milliseconds. */
const mostDelay = 2_000;
/** How long the server may take to stop, in milliseconds; ten seconds would mean that it never got the signal. */
const mostStopping = 5_000;
/** For commands that run even after Ctrl-C. */
const unheard = new AbortController().signal;

/** The answer of the server to the query that follows every step. */
const answer = z.object({
  data: z.object({ catalog: z.object({ name: z.string(), store: z.string(), roleCount: z.number() }) }),
});
type CatalogAnswer = z.infer<typeof answer>['data']['catalog'];

function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

/** Runs one step, and prints what it is and how long it took. */
async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  process.stdout.write(`${name} ... `);
  const started = performance.now();
  try {
    const result = await run();
    process.stdout.write(`${seconds(performance.now() - started)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`failed after ${seconds(performance.now() - started)}\n`);
    throw error;
  }
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

/** The settings of .env.example with the lines that people are told to fill in: a failure here is one for them, too. */
async function settings(projectName: string): Promise<string> {
  // With all that the example says may be in a password.
  const password = `p$1#${randomBytes(9).toString('base64url')} "&\${HOME}`;
  const filledIn = [
    ["NEO4J_PASSWORD=''", `NEO4J_PASSWORD='${password}'`],
    // Any free ports.
    ['#ROLEGRAPH_PORT=4000', 'ROLEGRAPH_PORT=0'],
    ['#NEO4J_HTTP_PORT=7474', 'NEO4J_HTTP_PORT=0'],
    ['#NEO4J_BOLT_PORT=7687', 'NEO4J_BOLT_PORT=0'],
    ['#ROLEGRAPH_IMAGE=rolegraph', `ROLEGRAPH_IMAGE=${projectName}`],
  ] as const;
  let text = await readFile(join(project, '.env.example'), 'utf8');
  for (const [line, replacement] of filledIn) {
    check(text.includes(`\n${line}\n`), `.env.example has no line ${line}`);
    text = text.replace(line, () => replacement);
  }
  return text;
}

async function checkMissingPasswordMessage(it: Try): Promise<void> {
  const withExample = { ...it, settingsFile: join(project, '.env.example') };
  const { code, output } = await docker(composeWords(withExample, ['config', '--quiet']), it.interrupted);
  check(
    code !== 0 && output.includes('copy .env.example to .env'),
    `expected to be told so, but got:\n${tail(output)}`,
  );
}

async function checkImageContent(it: Try): Promise<void> {
  const user = await compose(it, 'exec', '--no-TTY', 'rolegraph', 'id', '-u');
  check(user !== '0', 'the server runs as root');
  const names = (await compose(it, 'exec', '--no-TTY', 'rolegraph', 'ls', '.', 'node_modules')).split('\n');
  const unused = ['src', 'test', 'docs', '.git', '.env', 'node', 'typescript', 'vitest'].filter((name) =>
    names.includes(name),
  );
  check(unused.length === 0, `the image holds ${unused.join(', ')}`);
  const commands = (await compose(it, 'exec', '--no-TTY', 'rolegraph', 'ls', '/usr/local/bin')).split('\n');
  const tools = ['npm', 'npx', 'yarn', 'corepack'].filter((name) => commands.includes(name));
  check(tools.length === 0, `the image holds ${tools.join(', ')}`);
}

async function checkLimits(it: Try): Promise<void> {
  for (const service of ['rolegraph', 'neo4j']) {
    const container = await compose(it, 'ps', '--quiet', service);
    const format = '{{.HostConfig.Memory}} {{.HostConfig.PidsLimit}}';
    const { output } = await docker(['inspect', '--format', format, container], it.interrupted);
    check(/^[1-9]\d* [1-9]\d*$/.test(output.trim()), `${service} has the limits of memory and processes ${output}`);
  }
}

/** Without a database, the image runs as any user, and writes nowhere but to /data. */
async function importAsAnyUser(it: Try): Promise<void> {
  const words = ['run', '--rm', '--read-only', '--user', '12345', '--cap-drop', 'ALL', '--volume'];
  const volume = `${join(it.folder, 'our-teams.json')}:/our-teams.json:ro`;
  const { code, output } = await docker(
    [...words, volume, it.projectName, 'import', '/our-teams.json'],
    it.interrupted,
  );
  check(code === 0, `the import ended with ${String(code)}:\n${tail(output)}`);
}

async function ask(it: Try): Promise<CatalogAnswer> {
  // Read each time, because Docker chooses another port at each start.
  const address = await compose(it, 'port', 'rolegraph', '4000');
  check(address.startsWith('127.0.0.1:'), `the server is published on ${address}, not on this machine only`);
  const response = await fetch(`http://${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ catalog { name store roleCount } }' }),
    signal: it.interrupted,
  });
  const body = await response.text();
  check(response.ok, `the server answered ${response.status}: ${body}`);
  const parsed = answer.safeParse(JSON.parse(body));
  if (!parsed.success) throw new Error(`the server answered ${body}`);
  return parsed.data.data.catalog;
}

/** Asks until the answer is the expected one, for as long as a server may be behind. */
async function expectAnswer(it: Try, expected: CatalogAnswer, patience = 0): Promise<void> {
  const until = performance.now() + patience;
  let asked = await ask(it);
  while (!isSame(asked, expected) && performance.now() < until) {
    await sleep(100, undefined, { signal: it.interrupted });
    asked = await ask(it);
  }
  const wanted = JSON.stringify(expected);
  check(isSame(asked, expected), `expected the answer ${wanted}, but got ${JSON.stringify(asked)}`);
}

function isSame(one: CatalogAnswer, other: CatalogAnswer): boolean {
  return one.name === other.name && one.store === other.store && one.roleCount === other.roleCount;
}

async function shipped(): Promise<CatalogAnswer> {
  const { catalog } = await readCatalog(join(project, 'seed'));
  if (catalog === undefined) throw new Error('seed/ is no valid catalog');
  return { name: catalog.name, store: 'NEO4J', roleCount: catalog.roles.length };
}

/** Imports as README.md says, from a file of this machine. */
async function importAnother(it: Try): Promise<CatalogAnswer> {
  const catalog = generatedCatalog({ roles: 25, seed: 1 });
  const file = join(it.folder, 'our-teams.json');
  await writeFile(file, JSON.stringify(catalog));
  // For the user of the container, whatever the umask here.
  await chmod(file, 0o644);
  const volume = `${file}:/our-teams.json:ro`;
  await compose(it, 'run', '--rm', '--no-TTY', '--volume', volume, 'rolegraph', 'import', '/our-teams.json');
  return { name: catalog.name, store: 'NEO4J', roleCount: catalog.roles.length };
}

async function stopServer(it: Try): Promise<void> {
  const started = performance.now();
  await compose(it, 'stop', 'rolegraph');
  const took = performance.now() - started;
  check(took <= mostStopping, `stopping took ${seconds(took)}`);
  const code = await exitCode(it, 'rolegraph');
  check(code === 0, `the server ended with ${code}`);
  const log = await compose(it, 'logs', '--no-log-prefix', '--tail', '1', 'rolegraph');
  check(log.includes('"msg":"Stopped"'), `the last line of its log is ${log}`);
}

async function stopDatabase(it: Try): Promise<void> {
  await compose(it, 'stop', 'neo4j');
  check((await exitCode(it, 'neo4j')) !== 137, 'Neo4j was killed before it had stopped');
}

async function exitCode(it: Try, service: string): Promise<number> {
  const container = await compose(it, 'ps', '--all', '--quiet', service);
  const { output } = await docker(['inspect', '--format', '{{.State.ExitCode}}', container], it.interrupted);
  return Number(output);
}

/** Volumes without a name that Docker made for the containers: `down` would leave them behind. */
async function checkVolumeNames(it: Try): Promise<void> {
  const containers = (await compose(it, 'ps', '--all', '--quiet')).split('\n');
  const format = '{{range .Mounts}}{{if eq .Type "volume"}}{{println .Name}}{{end}}{{end}}';
  const { output } = await docker(['inspect', '--format', format, ...containers], it.interrupted);
  const names = output.split('\n').filter((name) => name !== '');
  const unnamed = names.filter((name) => !name.startsWith(it.projectName));
  check(names.length > 0, 'the containers have no volumes: no data would be stored permanently');
  check(unnamed.length === 0, `containers have volumes without a name: ${unnamed.join(', ')}`);
}

async function tryAll(it: Try): Promise<void> {
  const expected = await shipped();
  await step('Without a password, says what to do', () => checkMissingPasswordMessage(it));
  await step('Build', () => compose(it, 'build'));
  await step('Up, on empty volumes', () => compose(it, 'up', '--wait'));
  await step('Nothing is in the image but what runs', () => checkImageContent(it));
  await step('All volumes have names', () => checkVolumeNames(it));
  await step('Ask: the catalog that ships', () => expectAnswer(it, expected));
  const imported = await step('Import another catalog', () => importAnother(it));
  await step('Import as another user, on a read-only file system', () => importAsAnyUser(it));
  await step('Memory and processes are limited', () => checkLimits(it));
  await step('Ask: the imported catalog', () => expectAnswer(it, imported, mostDelay));
  await step('Down', () => compose(it, 'down'));
  await step('Up again', () => compose(it, 'up', '--wait'));
  await step('Ask: still the imported catalog', () => expectAnswer(it, imported));
  await step('The server stops in order', () => stopServer(it));
  await step('Neo4j stops in order', () => stopDatabase(it));
}

/** Removes all that the try has made, also after Ctrl-C; what is left is the cache of builds. */
async function removeAll(it: Try): Promise<void> {
  const { code, output } = await docker(composeWords(it, ['down', '--volumes', '--remove-orphans']), unheard);
  // Fails where nothing was built yet.
  await docker(['image', 'rm', it.projectName], unheard);
  await rm(it.folder, { recursive: true });
  check(code === 0, `could not remove the containers and volumes of ${it.projectName}:\n${tail(output)}`);
}

async function logs(it: Try): Promise<string> {
  return (await docker(composeWords(it, ['logs', '--tail', String(shownLines)]), unheard)).output;
}

async function begin(interrupted: AbortSignal): Promise<Try> {
  const { code } = await docker(['compose', 'version'], interrupted);
  check(code === 0, 'docker compose does not work here. Install Docker with compose 2 first.');
  const { code: isDown } = await docker(['info'], interrupted);
  check(isDown === 0, 'The Docker daemon does not answer. Start it first.');
  const projectName = `rolegraph-try-${randomBytes(4).toString('hex')}`;
  const settingsText = await settings(projectName);
  const folder = await mkdtemp(join(tmpdir(), 'rolegraph-try-'));
  const settingsFile = join(folder, 'env');
  await writeFile(settingsFile, settingsText, { mode: 0o600 });
  return { folder, settingsFile, projectName, interrupted };
}

async function main(interrupted: AbortSignal): Promise<void> {
  const it = await begin(interrupted);
  try {
    await tryAll(it);
  } catch (error) {
    if (!interrupted.aborted) process.stderr.write(`\nThe logs end with:\n${await logs(it)}\n`);
    throw error;
  } finally {
    await step('Remove what was made for this', () => removeAll(it));
  }
}

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interruption.abort();
  });
}

const started = performance.now();
try {
  await main(interruption.signal);
  process.stdout.write(`All as it should be, after ${seconds(performance.now() - started)}.\n`);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(interruption.signal.aborted ? 'Interrupted.\n' : `FAILED: ${message}\n`);
  process.exitCode = 1;
}
