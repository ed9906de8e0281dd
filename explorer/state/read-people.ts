import { csvTeam } from '../../src/team/csv-team.ts';
import { nameKey } from '../../src/analysis/coverage/staff.ts';
import { roleLines } from '../../src/team/role-lines.ts';
import { tableWithoutHeader } from '../../src/team/table-without-header.ts';
import type { TeamFile, TeamProblem, TeamRow } from '../../src/team/team-file.ts';
import { teamForm } from '../../src/team/team-form.ts';
import { words } from '../words/words.ts';
import type { TitleMeaning } from './questions/title-questions.ts';
import { type Member, membersIn } from './team.ts';

/** A title that was given, and the role that has it; null if none has, or several have. */
export interface ReadTitle {
  readonly given: string;
  readonly role: TitleMeaning['role'];
}

/** Somebody who was read. */
export interface ReadRow {
  readonly line: number;
  readonly name: string;
  readonly titles: readonly ReadTitle[];
  readonly member: Member;
}

/** What was read of a text. Every line is a row, belongs to one, or has a problem. */
export interface ReadPeople {
  readonly rows: readonly ReadRow[];
  readonly problems: readonly Pick<TeamProblem, 'line' | 'message'>[];
}

/** How many titles are looked up at the same time. */
const lookUpsAtOnce = 4;

/**
 * Reads people from a text that was pasted or dropped: a table with or without a header, a list in YAML or JSON, "Ann: SRE, DBA", or
 * one role a line, whose people get numbers for names.
 *
 * @param name of the file; empty for what was pasted.
 * @param taken names that people have already.
 * @param meaningOf looks a title up.
 */
export async function readPeople(
  text: string,
  name: string,
  taken: readonly string[],
  meaningOf: (title: string) => Promise<TitleMeaning>,
): Promise<ReadPeople> {
  const file = await teamFileOf(text, name);
  const free = freeNames(taken);
  const problems = file.kind === 'PEOPLE' ? file.problems : [];
  const rows =
    file.kind === 'PEOPLE'
      ? file.rows
      : file.lines.map(({ text: title, position }): TeamRow => {
          const line = Number(position.slice(position.lastIndexOf(':') + 1));
          return { position, line, name: '', roles: [title], share: 1, until: undefined };
        });
  const titles = await titleFinder(
    rows.flatMap(({ roles }) => roles),
    meaningOf,
  );
  return {
    rows: rows.map((row) => readRow(row, row.name === '' ? free() : row.name, row.roles.flatMap(titles))),
    problems,
  };
}

async function teamFileOf(text: string, name: string): Promise<TeamFile> {
  switch (teamForm(text, name)) {
    case 'CSV':
      // A file that is called CSV may have no header.
      return (
        (teamForm(text, '') === 'CSV' ? undefined : tableWithoutHeader(text, name)) ?? csvTeam(text, name, 'JOINED')
      );
    case 'YAML': {
      const { yamlTeam } = await import('../../src/team/yaml-team.ts');
      return yamlTeam(text, name);
    }
    case 'LINES':
      return tableWithoutHeader(text, name) ?? { kind: 'ROLES', lines: roleLines(text, name) };
  }
}

/** Names for those who have none: "Person 1", "Person 2". */
function freeNames(taken: readonly string[]): () => string {
  const keys = new Set(taken.map(nameKey));
  let number = 0;
  return () => {
    for (;;) {
      const name = words.team.unnamed(++number);
      if (!keys.has(nameKey(name))) return name;
    }
  };
}

/** Looks all titles up, each once. A text with commas is a list, unless it is a title as a whole. */
async function titleFinder(
  given: readonly string[],
  meaningOf: (title: string) => Promise<TitleMeaning>,
): Promise<(title: string) => readonly ReadTitle[]> {
  const roles = new Map<string, TitleMeaning['role']>();
  const lookUp = async (titles: readonly string[]) => {
    const queue = [...new Set(titles)].filter((title) => !roles.has(title));
    const worker = async () => {
      for (let title = queue.pop(); title !== undefined; title = queue.pop()) {
        roles.set(title, (await meaningOf(title)).role);
      }
    };
    await Promise.all(Array.from({ length: lookUpsAtOnce }, worker));
  };
  await lookUp(given);
  const parts = (title: string) => title.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  const isList = (title: string) => roles.get(title) === null && parts(title).length > 1;
  await lookUp(given.filter(isList).flatMap(parts));
  return (title) =>
    (isList(title) ? parts(title) : [title]).map((each) => ({ given: each, role: roles.get(each) ?? null }));
}

function readRow({ line, share, until }: TeamRow, name: string, titles: readonly ReadTitle[]): ReadRow {
  const member: Member = {
    name,
    roles: titles.flatMap(({ role }) => (role === null ? [] : [role.id])),
    unknown: titles.flatMap(({ given, role }) => (role === null ? [given] : [])),
    share,
    ...(until !== undefined && { until }),
  };
  return { line, name, titles, member };
}

/** A team with people who are added. Whoever is in it already has the roles of both. */
export function withPeople(team: readonly Member[], people: readonly Member[]): readonly Member[] {
  const merged = new Map(team.map((member) => [nameKey(member.name), member]));
  for (const person of people) {
    const before = merged.get(nameKey(person.name));
    if (before === undefined) merged.set(nameKey(person.name), person);
    else {
      merged.set(nameKey(person.name), {
        ...before,
        ...person,
        name: before.name,
        roles: [...before.roles, ...person.roles],
        unknown: [...(before.unknown ?? []), ...(person.unknown ?? [])],
      });
    }
  }
  return membersIn([...merged.values()]);
}

/** The text of a file, as programs for sheets write it: UTF-8, UTF-16 with its mark, or Windows-1252; null if it is no text. */
export function textOfFile(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
