import { chmod, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryText, withEntry, withoutEntry } from '../../src/access/tokens/edited-token-file.ts';
import type { WrittenEntry } from '../../src/access/tokens/token-entry.ts';
import { parseTokens } from '../../src/access/tokens/token-file.ts';
import { changeFile } from '../../src/access/tokens/write-token-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const entry: WrittenEntry = { name: 'new', right: 'import', sha256: '0'.repeat(64), created: '2026-12-01' };
const [one, two] = ['a'.repeat(64), 'b'.repeat(64)];
const added = (indent = '  ') => entryText(entry, indent);
const namesIn = (text: string) => parseTokens(text, 't').map(({ name }) => name);

describe('a token that is added', () => {
  test('makes a file that explains itself', () => {
    const text = withEntry(undefined, entry, 't');
    expect(text).toMatch(/^# The tokens that Rolegraph accepts with AUTH=tokens/);
    expect(parseTokens(text, 't')).toMatchObject([{ name: 'new', right: 'import', created: '2026-12-01' }]);
  });

  test.each([
    [
      'with comments',
      `# ours\ntokens:\n  - name: a # first\n    right: read\n    sha256: ${one} # key\n`,
      '# end\n',
      '  ',
    ],
    ['without indentation', `tokens:\n- name: a\n  right: read\n  sha256: ${one}\n`, '', ''],
    [
      'deeply indented',
      `tokens:\n      -   name: a\n          right: read\n          sha256: ${one}\n`,
      '\n\n',
      '      ',
    ],
    ['with entries in braces', `tokens:\n  - { name: a, right: read, sha256: ${one} }\n`, '', '  '],
    ['with nothing in the list', 'tokens: # none yet\n', '# end\n', '  '],
  ])('leaves everything else as it is in a file %s', (_, before, after, indent) => {
    const text = withEntry(before + after, entry, 't');
    expect(text).toBe(before + added(indent) + after);
    expect(namesIn(text).at(-1)).toBe('new');
  });

  test('takes the place of an empty list', () => {
    expect(withEntry('tokens: [] # none\n# end\n', entry, 't')).toBe(`tokens: # none\n${added()}# end\n`);
    expect(withEntry('tokens: []', entry, 't')).toBe(`tokens:\n${added()}`);
    expect(withEntry('tokens:\n  []\n', entry, 't')).toBe(`tokens:\n${added()}`);
  });

  test('ends the line of a file that does not, and has the line breaks of the others', () => {
    expect(withEntry(`tokens:\n  - {name: a, right: read, sha256: ${one}}`, entry, 't')).toBe(
      `tokens:\n  - {name: a, right: read, sha256: ${one}}\n${added()}`,
    );
    const text = withEntry(`tokens:\r\n  - {name: a, right: read, sha256: ${one}}\r\n`, entry, 't');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(namesIn(text)).toEqual(['a', 'new']);
  });

  test.each(['2027', 'true', 'null', '1e5', '0x10', 'no'])('may be called %s', (name) => {
    expect(namesIn(withEntry('tokens:\n', { ...entry, name }, 't'))).toEqual([name]);
  });

  test('may have a hash that looks like a number', () => {
    for (const sha256 of ['1'.repeat(64), `1e${'5'.repeat(62)}`, `${'0'.repeat(30)}e${'0'.repeat(33)}`]) {
      expect(namesIn(withEntry(undefined, { ...entry, sha256 }, 't'))).toEqual(['new']);
    }
  });

  test('is refused if its name is used, the file is broken, or the list is written in one line', () => {
    const line = `tokens: [{ name: New, right: read, sha256: ${one} }]`;
    expect(() => withEntry(line, entry, 't')).toThrow(
      '"t" has a token "new" already. Choose another name, or remove that one first: rolegraph token --remove new --file t',
    );
    expect(() => withEntry('tokens: 1', entry, 't')).toThrow('t:1: The file has to hold');
    expect(() => withEntry(line, { ...entry, name: 'b' }, 't')).toThrow(
      '"t" is written in a way that this command cannot change. Edit the file, and add it at its end:\n  - name: b\n',
    );
  });
});

describe('a token that is removed', () => {
  const text = `# ours
tokens:
  # for the pipeline
  - name: a
    right: read
    sha256: ${one} # key
  # for Ada
  - { name: b, right: read, sha256: ${two} }
# end
`;

  test('leaves everything else as it is', () => {
    expect(withoutEntry(text, 'a', 't')).toBe(text.replace(/ {2}- name: a\n.*\n.*\n/, ''));
    expect(withoutEntry(text, 'b', 't')).toBe(text.replace(/.*name: b.*\n/, ''));
    expect(namesIn(withoutEntry(withoutEntry(text, 'a', 't'), 'b', 't'))).toEqual([]);
  });

  test('undoes that it was added', () => {
    expect(withoutEntry(withEntry(text, entry, 't'), 'new', 't')).toBe(text);
  });

  test('is refused if it is not there, with the names that are', () => {
    expect(() => withoutEntry(text, 'c', 't')).toThrow('"t" has no token "c". It has: a, b.');
    expect(() => withoutEntry('tokens:', 'c', 't')).toThrow('"t" has no token "c". It has no token.');
    expect(() => withoutEntry(`tokens: [{ name: a, right: read, sha256: ${one} }]`, 'a', 't')).toThrow('cannot change');
  });
});

describe('a file that is changed', () => {
  test('is made for its owner only, and keeps its permissions later', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 't');
    await changeFile(path, (before) => `${before ?? 'none'} 1`);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await chmod(path, 0o640);
    await changeFile(path, (before) => `${before ?? 'none'} 2`);
    expect(await readFile(path, 'utf8')).toBe('none 1 2');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['t']);
  });

  test('stays a symbolic link if it is one', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'real'), 'a');
    await symlink('real', join(folder, 'link'));
    await changeFile(join(folder, 'link'), () => 'b');
    expect(await readlink(join(folder, 'link'))).toBe('real');
    expect(await readFile(join(folder, 'real'), 'utf8')).toBe('b');
  });

  test('stays as it was if the change fails, or another command changes it at the same time', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 't');
    await writeFile(path, 'a');
    const fails = changeFile(path, () => {
      throw new Error('no');
    });
    await expect(fails).rejects.toThrow('cannot be changed (Error: no)');
    expect(await readdir(folder)).toEqual(['t']);
    await writeFile(`${path}.new`, '');
    await expect(changeFile(path, () => 'b')).rejects.toThrow('t.new" exists: another command changes the file now');
    expect(await readFile(path, 'utf8')).toBe('a');
  });

  test('is refused where nothing can be written', async () => {
    const folder = await temporaryFolder();
    await expect(changeFile(join(folder, 'no', 't'), () => '')).rejects.toThrow('cannot be changed (ENOENT)');
    await mkdir(join(folder, 'd'));
    await expect(changeFile(join(folder, 'd'), () => '')).rejects.toThrow('cannot be changed (EISDIR)');
  });
});
