import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { decodeText } from '../../catalog/read/decode-text.ts';
import { mostStaff } from '../../analysis/coverage/staff.ts';
import { CommandError, UsageError } from '../command-error.ts';
import { grouped } from '../../text/quoted-text.ts';
import { csvTeam } from '../../team/csv-team.ts';
import { roleLines } from '../../team/role-lines.ts';
import type { TeamFile } from '../../team/team-file.ts';
import { teamForm } from '../../team/team-form.ts';
import { yamlTeam } from '../../team/yaml-team.ts';

const mostBytes = 1_000_000;

/**
 * Reads a team: a table of people (CSV), a list of people (YAML or JSON), or roles, one per line, with comments. The form follows
 * from the end of the file's name or, for any other, from its first line.
 *
 * @param file its path; "-" is standard input.
 * @throws UsageError if no file is given, or it is too long, not text, or names nobody; CommandError if it cannot be read.
 */
export async function readTeam(file: string, stdin: Readable): Promise<TeamFile> {
  if (file === '') throw new UsageError('--team is empty; give it a file, or "-" for standard input.');
  const name = file === '-' ? 'standard input' : file;
  const decoded = decodeText(await bytesOf(file, name, stdin));
  if ('problem' in decoded) throw new UsageError(`${name}:${decoded.line}: ${decoded.problem}.`);
  const { text } = decoded;
  const team = teamIn(text, name);
  const [count, what] = team.kind === 'ROLES' ? [team.lines.length, 'roles'] : [team.rows.length, 'people'];
  if (count > mostStaff) {
    throw new UsageError(`${name} has ${grouped(count)} ${what}; a team may have at most ${grouped(mostStaff)}.`);
  }
  if (count > 0 || (team.kind === 'PEOPLE' && team.problems.length > 0)) return team;
  throw new UsageError(
    team.kind === 'ROLES'
      ? `${name} names no role; write one title per line, e.g. DevOps Engineer.`
      : `${name} names nobody; write one person per line, e.g. Ann Berg,SRE.`,
  );
}

function teamIn(text: string, name: string): TeamFile {
  switch (teamForm(text, name)) {
    case 'CSV':
      return csvTeam(text, name);
    case 'YAML':
      return yamlTeam(text, name);
    case 'LINES':
      return { kind: 'ROLES', lines: roleLines(text, name) };
  }
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
