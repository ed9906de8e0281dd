import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tokenHash } from '../../src/access/tokens/new-token.ts';
import { parseTokens } from '../../src/access/tokens/token-file.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T08:00:00.123Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

async function place() {
  const file = join(await temporaryFolder(), 'tokens.yaml');
  const token = (...words: string[]) => cliInProcess(['token', ...words, '--file', file]);
  return { file, token, entries: async () => parseTokens(await readFile(file, 'utf8'), file) };
}

describe('rolegraph token', () => {
  test('prints the token alone, and elsewhere the entry to add', async () => {
    const { code, stdout, stderr } = await cliInProcess(['token', '--name', 'ci', '--right', 'import']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^rolegraph_[0-9a-f]{64}\n$/);
    const [intro, advice, ...entry] = stderr.split('\n');
    expect(intro).toBe(
      'Keep the token now: it is stored nowhere, and not shown again. It does not expire; --days 90 makes one that does.',
    );
    expect(advice).toBe('Add this to the list "tokens" in the file that AUTH_TOKENS_FILE of the server gives:');
    expect(parseTokens(`tokens:\n${entry.join('\n')}`, '')).toEqual([
      {
        name: 'ci',
        right: 'import',
        hash: tokenHash(stdout.trim()),
        created: '2026-12-01T08:00:00Z',
        expires: undefined,
      },
    ]);
    expect(stderr).not.toContain(stdout.trim());
  });

  test('adds the entry to a file, which it makes for the user only, and keeps the rest of it', async () => {
    const { file, token, entries } = await place();
    const first = await token('--name', 'ci', '--right', 'import', '--days', '90');
    expect(first).toMatchObject({
      code: 0,
      stderr:
        'Keep the token now: it is stored nowhere, and not shown again. It expires at 2027-03-01T08:00:00Z.\n' +
        `Added "ci" to ${file}. A running server that reads it accepts the token within a second.\n`,
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await writeFile(file, `# ours\n${await readFile(file, 'utf8')}`);
    const second = await token('--name', 'ada', '--right', 'read', '--expires', '2027-06-01');
    expect(await entries()).toMatchObject([
      { name: 'ci', right: 'import', hash: tokenHash(first.stdout.trim()), expires: new Date('2027-03-01T08:00:00Z') },
      { name: 'ada', right: 'read', hash: tokenHash(second.stdout.trim()), expires: new Date('2027-06-01') },
    ]);
    expect(await readFile(file, 'utf8')).toMatch(/^# ours\n/);
    expect(await readFile(file, 'utf8')).not.toContain('rolegraph_');
  });

  test('lists tokens, says which have expired, and removes one', async () => {
    const { file, token } = await place();
    await token('--name', 'ci', '--right', 'import', '--days', '1');
    await token('--name', 'ada', '--right', 'admin');
    vi.setSystemTime(new Date('2026-12-02T08:00:00.123Z'));
    expect(await token('--list')).toEqual({
      code: 0,
      stdout:
        'Name  Right   Expires                         Created\n' +
        'ci    import  2026-12-02T08:00:00Z (expired)  2026-12-01T08:00:00Z\n' +
        'ada   admin   never                           2026-12-01T08:00:00Z\n',
      stderr: '',
    });
    expect(await token('--remove', 'ci')).toEqual({
      code: 0,
      stdout: '',
      stderr: `Removed "ci" from ${file}. A running server that reads it refuses the token within a second.\n`,
    });
    expect((await token('--list')).stdout).not.toContain('ci ');
    const again = await token('--remove', 'ci');
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('has no token "ci". It has: ada.');
  });

  test('says that a file has no token', async () => {
    const { file, token } = await place();
    await writeFile(file, 'tokens: []');
    expect((await token('--list')).stdout).toBe(`${file} has no token.\n`);
  });

  test('says what a token from standard input allows', async () => {
    const { file, token } = await place();
    const check = (input: string) => cliInProcess(['token', '--check', '--file', file], { input });
    const { stdout } = await token('--name', 'ci', '--right', 'import', '--days', '1');
    expect(await check(stdout)).toEqual({
      code: 0,
      stdout: 'The token ci may read, import; it expires at 2026-12-02T08:00:00Z.\n',
      stderr: '',
    });
    const forever = await token('--name', 'ada', '--right', 'read');
    expect((await check(forever.stdout)).stdout).toBe('The token ada may read; it does not expire.\n');
    expect(await check('secret')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'This is not a token of this server, which begins with rolegraph_.\n',
    });
    vi.setSystemTime(new Date('2026-12-02T08:00:00Z'));
    expect(await check(stdout)).toMatchObject({
      code: 1,
      stderr: 'The token ci has expired at 2026-12-02T08:00:00Z.\n',
    });
  });

  test('refuses a name that is used, and prints no token then', async () => {
    const { token } = await place();
    await token('--name', 'ci', '--right', 'import');
    const { code, stdout, stderr } = await token('--name', 'CI', '--right', 'read');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('has a token "CI" already. Choose another name, or remove that one first');
  });

  test('prints no token if the file cannot be written', async () => {
    const { file, token } = await place();
    await writeFile(file, 'tokens: 1');
    await chmod(file, 0o600);
    const { code, stdout, stderr } = await token('--name', 'ci', '--right', 'import');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`${file}:1: The file has to hold a list "tokens"`);
  });

  test.each([
    [[], 'A token needs --name and --right, e.g. "rolegraph token --name ci --right import".'],
    [['--name', 'ci'], 'A token needs --name and --right'],
    [['--name', 'a b', '--right', 'read'], '--name is "a b"; allowed: letters, digits and ._@- '],
    [['--name', 'ci', '--right', 'write'], 'Allowed choices are read, import, admin.'],
    [['--name', 'ci', '--right', 'read', '--expires', '1.6.2027'], 'Give a day as YYYY-MM-DD'],
    [
      ['--name', 'ci', '--right', 'read', '--expires', '2026-12-01'],
      '--expires is 2026-12-01T00:00:00Z, which is over.',
    ],
    [['--name', 'ci', '--right', 'read', '--days', '0'], 'Give a whole number of at least 1.'],
    [['--name', 'ci', '--right', 'read', '--days', '36501'], '--days is 36501; allowed: at most 36500'],
    [['--days', '1', '--expires', '2027-06-01'], 'cannot be used with'],
    [['--list'], '--list needs --file, the file that AUTH_TOKENS_FILE of the server gives.'],
    [['--check'], '--check needs --file'],
    [['--remove', 'ci'], '--remove needs --file'],
    [['--list', '--check'], 'cannot be used with'],
    [['--list', '--name', 'ci'], 'cannot be used with'],
  ])('refuses %j', async (words, problem) => {
    const { code, stdout, stderr } = await cliInProcess(['token', ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(problem);
  });

  test('tells that there is no such file', async () => {
    const { file, token } = await place();
    const { code, stderr } = await token('--list');
    expect(code).toBe(1);
    expect(stderr).toContain('(ENOENT). Make it with');
    expect(await token('--remove', 'ci')).toMatchObject({
      code: 1,
      stderr: `"${file}" is not there. Give the file of tokens.\n`,
    });
  });
});
