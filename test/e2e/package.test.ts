import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { packageFolder } from '../../src/config/package-folder.ts';
import { cliProcess, mainFile } from '../support/processes/cli-process.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { servingProcess } from './serving-process.ts';

const run = promisify(execFile);
const project = packageFolder();
const { bin, dependencies, engines, scripts } = z
  .object({
    bin: z.object({ rolegraph: z.string() }),
    dependencies: z.record(z.string(), z.string()),
    engines: z.object({ node: z.string() }),
    scripts: z.object({ prepare: z.string() }),
  })
  .parse(JSON.parse(await readFile(join(project, 'package.json'), 'utf8')));

/** Packs the project, as a copy: packing builds it, and another run may be doing the same. Returns the archive's name. */
async function packedIn(folder: string): Promise<string> {
  const copy = join(folder, 'project');
  const left = new Set(['.git', 'node_modules', 'dist', 'data'].map((name) => join(project, name)));
  await cp(project, copy, { recursive: true, filter: (path) => !left.has(path) });
  await symlink(join(project, 'node_modules'), join(copy, 'node_modules'));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: copy });
  return (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
}

/** What npm would install from the package, in a folder where there is nothing but what it says it depends on. */
async function installedIn(folder: string): Promise<string> {
  await run('tar', ['-xzf', await packedIn(folder)], { cwd: folder });
  const modules = join(folder, 'node_modules');
  await mkdir(modules);
  await rename(join(folder, 'package'), join(modules, 'rolegraph'));
  for (const name of Object.keys(dependencies)) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(project, 'node_modules', name), join(modules, name));
  }
  return join(modules, 'rolegraph');
}

test('what npm packs runs every command, with what it depends on and nothing else', async () => {
  const folder = await temporaryFolder();
  const installed = await installedIn(folder);
  const main = join(installed, bin.rolegraph);
  const env = { ROLEGRAPH_DATA: join(folder, 'data') };
  const rolegraph = (...words: string[]) => cliProcess(words, env, main);

  expect(await rolegraph('validate', join(installed, 'seed'))).toMatchObject({ code: 0, stderr: '' });
  expect(await rolegraph('print-schema')).toEqual({
    code: 0,
    stdout: await readFile(join(project, 'schema/schema.graphql'), 'utf8'),
    stderr: '',
  });
  // The catalog that ships has been found.
  expect((await rolegraph('export-catalog')).stdout).toBe((await cliProcess(['export-catalog'], env)).stdout);

  // So have the queries for Neo4j: it is Neo4j that is missing.
  const nowhere = await cliProcess(['export-catalog'], { NEO4J_URI: 'bolt://127.0.0.1:9' }, main);
  expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('Neo4j does not answer')]);

  const catalog = join(folder, 'catalog.json');
  await writeFile(catalog, JSON.stringify(handbookCatalog));
  expect(await rolegraph('import', catalog)).toMatchObject({ code: 0, stderr: '' });
  const { url } = await servingProcess(env, main);
  const asked = await fetch(`${url}/graphql?query={catalog{name}}`);
  expect(await asked.json()).toEqual({ data: { catalog: { name: handbookCatalog.name } } });
  expect((await fetch(`${url}/graphiql/graphiql.js`)).status).toBe(200);
  const [, script = ''] = /src="\.\/(assets\/[^"]+\.js)"/.exec(await (await fetch(url)).text()) ?? [];
  expect((await fetch(`${url}/${script}`)).headers.get('content-type')).toContain('text/javascript');
  for (const page of ['', 'getting-started', 'schema/Role']) {
    expect((await fetch(`${url}/docs/${page}`)).status, page).toBe(200);
  }
  // The fonts, the program that draws PNG, and its worker thread.
  for (const path of ['board.svg', 'board.png?width=400', 'neighbourhood.svg?of=SRE']) {
    expect((await fetch(`${url}/picture/${path}`)).status, path).toBe(200);
  }
});

test('npm ci says in one line why it does not build the explorer and the documentation, where it cannot', async () => {
  const folder = await temporaryFolder();
  const prepared = () => run('sh', ['-c', scripts.prepare], { cwd: folder });
  // The layer of the image that has only package.json.
  expect(await prepared()).toEqual({
    stdout: 'The explorer and the documentation are not built: there is no folder scripts/ here.\n',
    stderr: '',
  });
  await cp(join(project, 'scripts/prepare-pages.js'), join(folder, 'scripts/prepare-pages.js'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  expect(await prepared()).toEqual({
    stdout: 'The explorer and the documentation are not built: there are no folders explorer/ and site/ here.\n',
    stderr: '',
  });
  for (const name of ['explorer', 'site']) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'vite.config.ts'), '');
  }
  // As after `npm ci --omit=dev`.
  expect(await prepared()).toEqual({
    stdout:
      'The explorer and the documentation are not built: Vite is not installed here (--omit=dev), or does not run on this Node.js.\n',
    stderr: '',
  });
});

test('a Node.js older than the package needs is refused with a message', async () => {
  const oldest = /^>=(\d+)\.(\d+)$/.exec(engines.node);
  const [, major = '', minor = ''] = oldest ?? [];
  const started = (version: string) => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
    return run(process.execPath, ['--import', `data:text/javascript,${pretend}`, mainFile, '--version']);
  };
  expect((await started(`${major}.${minor}.0`)).stdout).toBe('0.1.0\n');
  for (const older of [`${major}.${Number(minor) - 1}.9`, `${major}.9.0`, `${Number(major) - 2}.20.2`]) {
    // Whoever has a clone is also told how to get a newer one.
    await expect(started(older)).rejects.toThrow(
      `\nRolegraph needs Node.js ${major}.${minor}.0 or newer; this is ${older}. In a clone, "npm ci" installs one`,
    );
    await expect(started(older)).rejects.toMatchObject({ code: 1, stdout: '' });
  }
});
