import { execFile } from 'node:child_process';
import { chmod, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AccessFileError, readOnce, WatchedFile, type FileFormat } from '../../src/access/watched-file.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { observed } from './observed.ts';

/** A number in a file. */
const numberFile: FileFormat<number> = {
  missing: 'Write a number there.',
  describe: String,
  parse: (text, path) => {
    const value = Number(text);
    if (Number.isNaN(value)) throw new AccessFileError(`${path} is no number.`);
    return value;
  },
};

async function watched(text = '1') {
  const path = join(await temporaryFolder(), 'number');
  await writeFile(path, text);
  const observer = observed();
  const file = await WatchedFile.open(path, numberFile, observer);
  onTestFinished(() => {
    file.close();
  });
  return { path, file, ...observer };
}

describe('a watched file', () => {
  test('is read again by itself when it changes', async () => {
    const { path, file, reloads } = await watched();
    expect(file.value).toBe(1);
    await writeFile(path, '2');
    await eventually(() => {
      expect(file.value).toBe(2);
    });
    expect(reloads).toEqual([`Read ${path} again: 2.`]);
  });

  test('is read when two looks see the same change, so that it is not read half', async () => {
    const { path, file } = await watched();
    file.close();
    await writeFile(path, '2');
    await file.look();
    await writeFile(path, '23');
    await file.look();
    expect(file.value).toBe(1);
    await file.look();
    expect(file.value).toBe(23);
  });

  test('keeps what was read last when it is broken or gone, says so once, and is read when it is back', async () => {
    const { path, file, problems, reloads } = await watched();
    file.close();
    await writeFile(path, 'x');
    for (let i = 0; i < 5; i++) await file.look();
    const kept = 'What was read before stays valid: 1.';
    expect(problems).toEqual([`${path} is no number.\n${kept}`]);
    await rm(path);
    for (let i = 0; i < 5; i++) await file.look();
    expect(problems[1]).toBe(`"${path}" cannot be read (ENOENT). Write a number there.\n${kept}`);
    expect(file.value).toBe(1);
    await writeFile(path, '1');
    for (let i = 0; i < 5; i++) await file.look();
    expect(problems).toHaveLength(2);
    expect(reloads).toEqual([`Read ${path} again: 1.`]);
  });

  test('may be a symbolic link that is switched, as Kubernetes does with secrets', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'one'), '1');
    await writeFile(join(folder, 'two'), '2');
    await symlink(join(folder, 'one'), join(folder, 'link'));
    const file = await WatchedFile.open(join(folder, 'link'), numberFile, observed());
    file.close();
    await symlink(join(folder, 'two'), join(folder, 'next'));
    await rename(join(folder, 'next'), join(folder, 'link'));
    await file.look();
    await file.look();
    expect(file.value).toBe(2);
  });

  test('is warned about at the start and when its permissions change', async () => {
    const path = join(await temporaryFolder(), 'number');
    await writeFile(path, '1', { mode: 0o600 });
    const observer = observed();
    const format = { ...numberFile, warning: (mode: number) => mode.toString(8) };
    const file = await WatchedFile.open(path, format, observer);
    file.close();
    await chmod(path, 0o640);
    await file.look();
    await file.look();
    expect(observer.problems).toEqual(['600', '640']);
  });

  test.skipIf(process.platform === 'win32')('is looked at again after it was a pipe or a device', async () => {
    const { path, file, problems } = await watched();
    file.close();
    await rm(path);
    await promisify(execFile)('mkfifo', [path]);
    for (let i = 0; i < 2; i++) await file.look();
    await rm(path);
    await symlink('/dev/zero', path);
    for (let i = 0; i < 2; i++) await file.look();
    expect(problems).toEqual([expect.stringContaining('is not a file.')]);
    await rm(path);
    await writeFile(path, '2');
    for (let i = 0; i < 2; i++) await file.look();
    expect(file.value).toBe(2);
  });

  test('has to be there, and to be small', async () => {
    const folder = await temporaryFolder();
    await expect(WatchedFile.open(join(folder, 'none'), numberFile, observed())).rejects.toThrow(
      `"${folder}/none" cannot be read (ENOENT). Write a number there.`,
    );
    await expect(readOnce(folder, numberFile)).rejects.toThrow('is not a file. Give a file that this user can read.');
    const large = join(folder, 'large');
    await writeFile(large, '0'.repeat(1024 * 1024 + 1));
    await expect(readOnce(large, numberFile)).rejects.toThrow('has 1048577 bytes; allowed: at most 1048576.');
  });
});
