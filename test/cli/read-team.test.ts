import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readTeam } from '../../src/cli/read-team.ts';
import { CommandError, UsageError } from '../../src/cli/command-error.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const fromStdin = (content: string | Uint8Array) => readTeam('-', Readable.from([Buffer.from(content)]));

async function fileWith(content: string): Promise<string> {
  const file = join(await temporaryFolder(), 'team.txt');
  await writeFile(file, content);
  return file;
}

test('reads one role a line, with its position, without comments and blank lines', async () => {
  const file = await fileWith(
    '\ufeff# The team\r\n\r\n  SRE  # Anna\r\nC# Developer\r\n\t\r\nEngineer #2\r\n#no role\r\nArchitect #\r\nAuditor',
  );
  expect(await readTeam(file, Readable.from([]))).toEqual([
    { text: 'SRE', position: `${file}:3` },
    { text: 'C# Developer', position: `${file}:4` },
    { text: 'Engineer #2', position: `${file}:6` },
    { text: 'Architect', position: `${file}:8` },
    { text: 'Auditor', position: `${file}:9` },
  ]);
});

test('reads standard input for "-"', async () => {
  expect(await fromStdin('SRE\n')).toEqual([{ text: 'SRE', position: 'standard input:1' }]);
});

test('accepts 1,000 roles', async () => {
  expect(await fromStdin('SRE\n'.repeat(1_000))).toHaveLength(1_000);
});

describe('is refused', () => {
  test.each([
    ['nobody', '\n# nobody\n', 'standard input names no role; write one title per line, e.g. DevOps Engineer.'],
    ['more than 1,000 roles', 'SRE\n'.repeat(1_001), 'standard input has 1,001 roles; a team may have at most 1,000.'],
    [
      'more than a million bytes',
      '#'.repeat(1_000_001),
      'standard input has more than 1,000,000 bytes, the limit for a team file.',
    ],
    [
      'what is no UTF-8',
      Uint8Array.of(0x61, 0x0a, 0xff),
      'standard input:2: expected UTF-8, got invalid bytes in this line; save the file as UTF-8.',
    ],
  ])('refuses %s', async (_, content, message) => {
    await expect(fromStdin(content)).rejects.toEqual(new UsageError(message));
  });

  test.each([
    ['a file that is not there', 'nowhere.txt', 'there is no such file'],
    ['a folder', '.', 'it is a folder'],
    ['a file in a file', 'team.txt/team.txt', 'there is no such file'],
  ])('refuses %s', async (_, name, reason) => {
    const file = join(await temporaryFolder(), name);
    if (name.startsWith('team.txt/')) await writeFile(dirname(file), 'SRE');
    await expect(readTeam(file, Readable.from([]))).rejects.toEqual(
      new CommandError(`Cannot read the team from ${file}: ${reason}.`),
    );
  });

  test('reports any other failure by its code alone', async () => {
    const failing = new Readable({
      read() {
        this.destroy(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }));
      },
    });
    await expect(readTeam('-', failing)).rejects.toEqual(
      new CommandError('Cannot read the team from standard input: reading it fails (EIO).'),
    );
  });

  test('refuses what is no name of a file', async () => {
    await expect(readTeam('', Readable.from([]))).rejects.toEqual(
      new UsageError('--team is empty; give it a file, or "-" for standard input.'),
    );
  });
});
