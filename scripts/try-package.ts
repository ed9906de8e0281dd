import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * Tries Rolegraph as people get it, on the oldest Node.js that it promises to run on and on the one that it is developed with:
 * the package that `npm pack` makes, installed into an empty folder, and a clone with nothing but what it needs to run.
 * `npx rolegraph` must import and serve in the folder where the user stands. Needs a registry for npm. The first failure ends it
 * with exit code 1.
 */

const project = fileURLToPath(new URL('..', import.meta.url));
const { engines } = z
  .object({ engines: z.object({ node: z.templateLiteral(['>=', z.string()]) }) })
  .parse(JSON.parse(await readFile(join(project, 'package.json'), 'utf8')));

/** Without what npm tells its scripts: it would take them for settings of what is started here. */
const ownEnv = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(INIT_CWD|npm_(lifecycle|package|command|config_local_prefix).*|(ROLEGRAPH|NEO4J)_.*)$/.test(name),
  ),
);

/** Starts a command in a folder, with the Node.js of another folder first in the PATH. In a group, so that npx ends with its child. */
function started(folder: string, nodes: string, [command, ...words]: readonly [string, ...string[]]) {
  const env = { ...ownEnv, PATH: [nodes, ownEnv['PATH']].join(delimiter), PORT: '0', npm_config_loglevel: 'error' };
  const child = spawn(command, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const shown = { output: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (shown.output += String(part)));
  return { child, shown };
}

/** Runs a command to its end. @returns its output, of both streams. @throws if it fails. */
async function run(folder: string, nodes: string, ...words: readonly [string, ...string[]]): Promise<string> {
  const { child, shown } = started(folder, nodes, words);
  await once(child, 'close');
  if (child.exitCode !== 0)
    throw new Error(`${words.join(' ')} ended with ${String(child.exitCode)}:\n${shown.output}`);
  return shown.output;
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}

/**
 * Imports a file and serves it, with `npx rolegraph` in a folder; what was imported must be stored there.
 *
 * @param isWhole whether the explorer and the documentation are built.
 */
async function importAndServe(folder: string, nodes: string, isWhole: boolean): Promise<void> {
  await mkdir(join(folder, 'roles'), { recursive: true });
  const example = 'docs/examples/service-operations.yaml';
  await cp(join(project, example), join(folder, 'roles', 'ours.yaml'));
  const imported = await run(folder, nodes, 'npx', 'rolegraph', 'import', 'roles/ours.yaml');
  check(imported.includes('Imported Service operations'), `the import says:\n${imported}`);
  check((await stat(join(folder, 'data'))).isDirectory(), `${folder} has no folder data`);
  const { child, shown } = started(folder, nodes, ['npx', 'rolegraph', 'serve']);
  const closed = once(child, 'close');
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', () => {
        const found = /^Ready at (\S+)\n/m.exec(shown.output)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.on('close', () => {
        reject(new Error(`the server ended:\n${shown.output}`));
      });
    });
    const answer = await (await fetch(`${url}/graphql?query={catalog{name}}`)).text();
    check(answer.includes('Service operations'), `the server answers ${answer}`);
    // The explorer and the documentation, which only the package has; the fonts, the program that draws PNG, and its worker thread.
    for (const path of [...(isWhole ? ['/', '/docs/'] : []), '/picture/board.png?width=400']) {
      const { status } = await fetch(url + path);
      check(status === 200, `${path} has status ${status}`);
    }
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await closed;
  }
}

/** A copy of what is in the project, without what is made. */
async function cloned(folder: string): Promise<string> {
  const left = new Set(
    ['.git', 'node_modules', 'dist', 'data', 'explorer/dist', 'site/dist', 'test/neo4j/target'].map((name) =>
      join(project, name),
    ),
  );
  await cp(project, folder, { recursive: true, filter: (path) => !left.has(path) });
  return folder;
}

const folder = await mkdtemp(join(tmpdir(), 'rolegraph try '));
try {
  const newest = dirname(process.execPath);
  const oldest = join(folder, 'oldest', 'node_modules', 'node', 'bin');
  const version = engines.node.slice('>='.length);
  const withOldest = join(folder, 'oldest');
  await mkdir(withOldest);
  await run(withOldest, newest, 'npm', 'install', '--no-audit', `node@${version}`);
  check(
    (await run(folder, oldest, 'node', '--version')).startsWith(`v${version}.`),
    `${oldest} is no Node.js ${version}`,
  );

  const packing = await cloned(join(folder, 'to pack'));
  await symlink(join(project, 'node_modules'), join(packing, 'node_modules'));
  await run(packing, newest, 'npm', 'pack', '--pack-destination', folder);
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  const installed = join(folder, 'an empty folder');
  await mkdir(installed);
  await run(installed, oldest, 'npm', 'install', '--no-audit', `../${archive}`);
  await importAndServe(installed, oldest, true);
  // Like any folder below.
  await importAndServe(join(installed, 'below'), newest, true);
  process.stdout.write(`The package serves on Node.js ${version} and ${process.versions.node}.\n`);

  const clone = await cloned(join(folder, 'a clone'));
  await run(clone, oldest, 'npm', 'ci', '--omit=dev', '--ignore-scripts', '--no-audit');
  await importAndServe(join(clone, 'docs'), oldest, false);
  process.stdout.write(`A clone without development packages serves on Node.js ${version}.\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
