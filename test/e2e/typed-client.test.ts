import { execFile } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { packageFolder } from '../../src/config/package-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { servingProcess } from './serving-process.ts';

const example = join(packageFolder(), 'examples', 'typed-client');
const dependencies = z.record(z.string(), z.string());
const packageFile = z.object({ dependencies, devDependencies: dependencies });

async function packageIn(folder: string) {
  return packageFile.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
}

/** Copies the example as a reader does, with packages that are installed already, and a server to ask. */
async function copied(url: string) {
  const folder = join(await temporaryFolder(), 'client');
  await cp(example, folder, { recursive: true });
  await symlink(join(packageFolder(), 'node_modules'), join(folder, 'node_modules'));
  const replace = async (file: string, from: string, to: string) => {
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(folder, file), text.replace(from, to));
  };
  await replace('package.json', 'http://127.0.0.1:4000/graphql', `${url}/graphql`);
  const npm = async (...words: readonly string[]) => {
    const env = { ...process.env, ROLEGRAPH_URL: `${url}/graphql`, FORCE_COLOR: '0' };
    const ran = promisify(execFile)('npm', words, { cwd: folder, env });
    return ran.then(
      ({ stdout }) => ({ isDone: true, output: stdout }),
      (error: unknown) => ({ isDone: false, output: z.object({ stdout: z.string() }).parse(error).stdout }),
    );
  };
  return { replace, npm };
}

test('the typed client is checked by the schema of a server, asks it, and shows errors before it runs', async () => {
  const { url } = await servingProcess();
  const { replace, npm } = await copied(url);
  expect(await npm('run', 'types')).toMatchObject({ isDone: true });
  const { isDone, output } = await npm('start');
  expect({ isDone, output }).toMatchObject({ isDone: true });
  expect(output).toContain('Cloud Security Architect: Is the only one invited for Governance & Oversight (001:47).');

  await replace('security-review.ts', "cover: ['Security']", "cover: 'Security'");
  const wrongVariable = await npm('run', 'check');
  expect(wrongVariable.isDone).toBe(false);
  expect(wrongVariable.output).toContain("Type 'string' is not assignable to type 'string[]'");

  await replace('security-review.ts', '            title\n', '            titel\n');
  const wrongField = await npm('run', 'check');
  expect(wrongField.isDone).toBe(false);
  const said = 'Cannot query field "titel" on type "Role". Did you mean "title" or "label"?';
  expect(wrongField.output).toContain(said);
  expect(await readFile(join(example, 'README.md'), 'utf8')).toContain(said);
}, 120_000);

test('the typed client needs the versions that are tested here', async () => {
  const [own, ours] = [await packageIn(example), await packageIn(packageFolder())];
  const tested = { ...ours.dependencies, ...ours.devDependencies };
  for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies })) {
    expect(`${name} ${version}`).toBe(`${name} ${tested[name] ?? 'is not installed'}`);
  }
});
