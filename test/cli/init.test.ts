import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogJsonSchema } from '../../src/catalog/json-schema.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function place() {
  const folder = await temporaryFolder();
  const ours = join(folder, 'ours');
  const init = (...words: string[]) => cliInProcess(['init', ours, ...words]);
  /** Runs the commands that init names, each but the server, and gives the words of that. */
  const next = async (stdout: string, env: Record<string, string> = {}) => {
    const commands = Array.from(stdout.matchAll(/^ {2}rolegraph (.*)$/gm), ([, words = '']) => words.split(' '));
    const [validate = [], serve = []] = commands;
    return { validated: await cliInProcess(validate, { env }), serve };
  };
  return { folder, ours, init, next, files: async () => (await readdir(ours)).sort() };
}

describe('init', () => {
  test('writes a catalog that is valid at once and without a warning, and its schema, and says what to do next', async () => {
    const { ours, init, next, files } = await place();
    const { code, stdout, stderr } = await init();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      `Wrote ${ours}/catalog.yaml, an example to edit; catalog.schema.json in the same folder, by which editors explain and check it.\n` +
        `Next:\n  rolegraph validate ${ours}\n  rolegraph serve ${ours} --watch\n`,
    );
    expect(await files()).toEqual(['catalog.schema.json', 'catalog.yaml']);
    const { validated, serve } = await next(stdout);
    expect(validated).toEqual({ code: 0, stdout: 'Valid: Our teams 1, 2 roles, 3 appearances.\n', stderr: '' });
    expect(serve).toEqual(['serve', ours, '--watch']);
  });

  test('the comment that editors use leads to the schema next to the file', async () => {
    const { ours, init } = await place();
    await init();
    const [first] = (await readFile(join(ours, 'catalog.yaml'), 'utf8')).split('\n');
    expect(first).toBe('# yaml-language-server: $schema=./catalog.schema.json');
    const schema: unknown = JSON.parse(await readFile(join(ours, 'catalog.schema.json'), 'utf8'));
    expect(schema).toEqual(catalogJsonSchema());
  });

  test('--with-shipped writes one that is valid together with what ships', async () => {
    const { ours, init, next } = await place();
    const { code, stdout } = await init('--with-shipped');
    expect(code).toBe(0);
    const { validated, serve } = await next(stdout);
    expect(validated.stdout).toMatch(/^Valid: Our teams \+ Rolegraph's reference catalog/);
    expect(validated.code).toBe(0);
    expect(serve).toEqual(['serve', ours, 'shipped', '--watch']);
  });

  test('--from writes what the files say, and a copy by which an update tells edits from changes', async () => {
    const { folder, init, next, files } = await place();
    const table = join(folder, 'raci.csv');
    await writeFile(table, 'Activity,Owner,Dev\nDeploy,A,R\nTest,I,R\n');
    const { code, stdout, stderr } = await init('--from', table);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('RACI');
    expect(await files()).toEqual(['.catalog.yaml.converted.json', 'catalog.schema.json', 'catalog.yaml']);
    expect(stdout).toContain('.catalog.yaml.converted.json, by which a later update keeps your edits: commit it, too.');
    expect((await next(stdout)).validated).toMatchObject({ code: 0, stderr: '' });
  });

  test('--from with --with-shipped keeps the slugs of both apart', async () => {
    const { folder, ours, init, next } = await place();
    const table = join(folder, 'raci.csv');
    await writeFile(table, 'Activity,DevOps Engineer,Dev\nDeploy,A,R\nTest,I,R\n');
    const { stdout } = await init('--with-shipped', '--from', table);
    const { validated, serve } = await next(stdout);
    expect(validated.code, validated.stdout).toBe(0);
    expect(serve).toEqual(['serve', 'shipped', '--prefix', `ours=${ours}`, '--watch']);
  });

  test('overwrites nothing: it names what is there, and leaves it', async () => {
    const { ours, init, files } = await place();
    await mkdir(ours);
    await writeFile(join(ours, 'roles.yaml'), 'roles: []');
    const { code, stdout, stderr } = await init();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('has roles.yaml already, and nothing is overwritten. Give a folder without');
    expect(await files()).toEqual(['roles.yaml']);
  });

  test('does not mind other files, and refuses to write over its own', async () => {
    const { ours, init } = await place();
    await mkdir(ours);
    await writeFile(join(ours, 'README.md'), 'Ours.');
    expect((await init()).code).toBe(0);
    const again = await init('--with-shipped');
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('catalog.schema.json and catalog.yaml already');
  });

  test('writes nothing if a file cannot be converted', async () => {
    const { folder, ours, init } = await place();
    await writeFile(join(folder, 'note.txt'), 'Buy milk.');
    const { code, stderr } = await init('--from', join(folder, 'note.txt'));
    expect(code).toBe(1);
    expect(stderr).toContain('was understood as roles and what they do');
    await expect(readdir(ours)).rejects.toThrow('ENOENT');
  });

  test('says so where the place is a file', async () => {
    const { folder } = await place();
    await writeFile(join(folder, 'file'), '');
    const { code, stderr } = await cliInProcess(['init', join(folder, 'file')]);
    expect(code).toBe(1);
    expect(stderr).toContain('is a file. Give a folder, which is made if it is not there.');
  });
});
