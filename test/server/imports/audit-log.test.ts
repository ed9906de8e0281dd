import { execFile } from 'node:child_process';
import { readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { auditFile } from '../../../src/server/imports/audit-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the file of the audit log', () => {
  test('has every line, in their order, however many come at a time', async () => {
    const path = join(await temporaryFolder(), 'audit.log');
    const audit = auditFile(path);
    const lines = Array.from({ length: 200 }, (_, index) => `${index}\n`);
    await Promise.all(lines.map((line) => audit.append(line)));
    await audit.append('last\n');
    expect(await readFile(path, 'utf8')).toBe(`${lines.join('')}last\n`);
  });

  test.skipIf(process.platform === 'win32')(
    'fails where it is a pipe without a reader, and does not wait',
    async () => {
      const path = join(await temporaryFolder(), 'audit.log');
      await promisify(execFile)('mkfifo', [path]);
      await expect(auditFile(path).append('line\n')).rejects.toThrow('ENXIO');
    },
  );

  test.skipIf(process.platform !== 'linux')('begins a new line after one that was written in part', async () => {
    const path = join(await temporaryFolder(), 'audit.log');
    const audit = auditFile(path);
    await symlink('/dev/full', path);
    await expect(audit.append('lost\n')).rejects.toThrow('ENOSPC');
    await rm(path);
    for (const line of ['next\n', 'last\n']) await audit.append(line);
    expect(await readFile(path, 'utf8')).toBe('\nnext\nlast\n');
  });
});
