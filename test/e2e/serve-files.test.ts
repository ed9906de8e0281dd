import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleFile, serviceOperations } from '../support/catalogs/example-catalog.ts';
import { eventually } from '../support/eventually.ts';
import { cliProcess } from '../support/processes/cli-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { servingProcess } from './serving-process.ts';

const nobody = 'Nobody has this title';

/** A folder of a catalog, and where what is imported of it is stored. */
async function rolesFolder() {
  const folder = await temporaryFolder();
  const roles = join(folder, 'roles');
  const file = join(roles, 'ours.yaml');
  await mkdir(roles);
  await copyFile(exampleFile(serviceOperations), file);
  const good = await readFile(file, 'utf8');
  return {
    roles,
    file,
    env: { ROLEGRAPH_DATA: join(folder, 'data'), LOG_LEVEL: 'silent' },
    good,
    /** The same catalog with an error, and the line of the error. */
    bad: `${good.trimEnd()}\n  - role: nobody\n    category: none\n    titles: ["${nobody}"]\n    responsibilities: []\n`,
    version: (version: string) => good.replace(/^version: .*$/m, `version: "${version}"`),
  };
}

async function servedVersion(url: string): Promise<string> {
  return (await fetch(`${url}/graphql?query={catalog{version}}`)).text();
}

test('serves files, and later what they said', async () => {
  const { roles, env } = await rolesFolder();
  const { url, stdout } = await servingProcess(env, undefined, [roles]);
  expect(stdout).toContain(`It is stored in ${env.ROLEGRAPH_DATA}`);
  expect(await servedVersion(url)).toContain('2026-11');
  const found: unknown = await (await fetch(`${url}/catalog/findings.json`)).json();
  expect(found).toMatchObject({ locations: [roles], isWatched: false, state: 'SERVED', findings: [{ line: 83 }] });
  const later = await servingProcess(env);
  expect(later.stdout).toContain('Serving Service operations');
  expect((await fetch(`${later.url}/catalog/findings.json`)).status).toBe(404);
});

test('does not serve files with errors, and says where they are', async () => {
  const { roles, file, bad, env } = await rolesFolder();
  await writeFile(file, bad);
  const { code, stdout, stderr } = await cliProcess(['serve', roles], env);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(
    `${file}:${bad.split('\n').findIndex((line) => line.includes('role: nobody')) + 1}: error: `,
  );
  expect(stderr).toMatch(
    /Nothing was imported: \d errors? in .*\nSee docs\/catalog-reference\.md#errors-and-warnings\.\n$/,
  );
});

test('with --watch, imports each save, says what is wrong, and serves the last catalog without errors', async () => {
  const { roles, file, good, bad, version, env } = await rolesFolder();
  const { url, child } = await servingProcess(env, undefined, [roles, '--watch']);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (said += String(part)));
  const findings = async () => (await fetch(`${url}/catalog/findings.json`)).text();

  await writeFile(file, version('2026-12'));
  await eventually(async () => {
    expect(await servedVersion(url)).toContain('2026-12');
  });
  expect(said).toContain(`${roles} changed.\n`);
  expect(said).toContain('~ version: "2026-11" → "2026-12"');

  await writeFile(file, bad);
  await eventually(async () => {
    expect(await findings()).toContain('"state":"INVALID"');
  });
  expect(await findings()).toContain(`{"severity":"error","file":"${file}","line":`);
  expect(await servedVersion(url)).toContain('2026-12');
  expect(said).toContain('The server goes on with the catalog of before.');

  // As editors save, and as git replaces a folder.
  await writeFile(join(roles, '.ours.yaml.tmp'), good);
  await rename(join(roles, '.ours.yaml.tmp'), file);
  await eventually(async () => {
    expect(await servedVersion(url)).toContain('2026-11');
  });
  await rm(roles, { recursive: true });
  await eventually(async () => {
    expect(await findings()).toContain(`"file":"${roles}","line":1,"path":"","message":"does not exist`);
  });
  await mkdir(roles);
  await writeFile(file, version('2027-01'));
  await eventually(async () => {
    expect(await servedVersion(url)).toContain('2027-01');
    expect(await findings()).toContain('"state":"SERVED"');
  });
});

test('with --watch, files with errors are imported when they are corrected', async () => {
  const { roles, file, good, env } = await rolesFolder();
  await writeFile(file, 'name: [');
  const { url, stdout } = await servingProcess(env, undefined, [roles, '--watch']);
  expect(stdout).toContain('imported as soon as a save has no errors');
  await writeFile(file, good);
  await eventually(async () => {
    expect(await servedVersion(url)).toContain('2026-11');
  });
});
