import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { decodeText } from '../catalog/read/decode-text.ts';
import { CommandError, UsageError } from './command-error.ts';
import { grouped } from '../text/quoted-text.ts';

/** A line of a team file that names a role. */
export interface TeamLine {
  readonly text: string;
  /** E.g. "team.txt:3". */
  readonly position: string;
}

const mostBytes = 1_000_000;
const mostLines = 1_000;
/** A comment takes a whole line, or has spaces around its "#": C# and "Engineer #2" contain none. */
const comment = /^#.*$|\s#(\s.*)?$/u;

/**
 * Reads the roles of a team, one per line; skips blank lines and comments.
 *
 * @param file its path; "-" is standard input.
 * @throws UsageError if no file is given, or it is too long, not text, or names no role; CommandError if it cannot be read.
 */
export async function readTeam(file: string, stdin: Readable): Promise<readonly TeamLine[]> {
  if (file === '') throw new UsageError('--team is empty; give it a file, or "-" for standard input.');
  const name = file === '-' ? 'standard input' : file;
  const decoded = decodeText(await bytesOf(file, name, stdin));
  if ('problem' in decoded) throw new UsageError(`${name}:${decoded.line}: ${decoded.problem}.`);
  const lines = decoded.text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: line.trim().replace(comment, '').trim(), position: `${name}:${index + 1}` }))
    .filter(({ text }) => text !== '');
  if (lines.length === 0)
    throw new UsageError(`${name} names no role; write one title per line, e.g. DevOps Engineer.`);
  if (lines.length > mostLines) {
    throw new UsageError(`${name} has ${grouped(lines.length)} roles; a team may have at most ${grouped(mostLines)}.`);
  }
  return lines;
}

async function bytesOf(file: string, name: string, stdin: Readable): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of file === '-' ? stdin : (await open(file)).createReadStream()) {
      const bytes = part instanceof Uint8Array ? part : Buffer.from(String(part));
      parts.push(bytes);
      size += bytes.length;
      if (size > mostBytes) break;
    }
  } catch (error) {
    throw new CommandError(`Cannot read the team from ${name}: ${reasonOf(error)}.`, { cause: error });
  }
  if (size > mostBytes) {
    throw new UsageError(`${name} has more than ${grouped(mostBytes)} bytes, the limit for a team file.`);
  }
  return Buffer.concat(parts);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
  return reasons[code] ?? `reading it fails (${code})`;
}
