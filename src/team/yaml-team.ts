import { locatePaths } from '../catalog/read/locate-paths.ts';
import { parseYaml } from '../catalog/read/parse-yaml.ts';
import { UnreadableText, type ParsedText } from '../catalog/read/parsed-text.ts';
import type { DocumentPath } from '../catalog/document-path.ts';
import { quoted } from '../text/quoted-text.ts';
import type { TeamFile, TeamProblem } from './team-file.ts';
import { checkedRows, columnOf, unknownColumn, type TeamCells, type TeamColumn } from './team-rows.ts';

const form = 'a list of people, each as "- name: Ann Berg" with roles: [SRE] below it';

/**
 * Reads a list of people in YAML, of which JSON is a part.
 *
 * @param name of the file, for positions.
 */
export function yamlTeam(text: string, name: string): TeamFile {
  const problems: TeamProblem[] = [];
  const lineAt = (offset: number) => text.slice(0, offset).split(/\r\n|\n|\r/).length;
  const reportAt = (offset: number, message: string) => {
    const line = lineAt(offset);
    problems.push({ position: `${name}:${line}`, line, message });
  };
  const parsed = parsedYaml(text, reportAt);
  if (parsed === undefined) return checkedRows(name, [], problems);
  if (!Array.isArray(parsed.value)) {
    reportAt(0, `The file is not a list. Write ${form}.`);
    return checkedRows(name, [], problems);
  }
  const people: readonly unknown[] = parsed.value;
  const offsets = locatePaths(
    parsed,
    people.map((_, index) => [index]),
  );
  const located: { readonly path: DocumentPath; readonly message: string }[] = [];
  const cells = people.map((person, index): TeamCells => {
    const line = lineAt(offsets[index] ?? 0);
    if (typeof person !== 'object' || person === null || Array.isArray(person)) {
      located.push({ path: [index], message: `This entry is not a person. Write ${form}.` });
      return { line, cells: { name: `?${index}`, roles: '?' } };
    }
    const fields: Readonly<Record<string, unknown>> = { ...person };
    const entries = Object.entries(fields).flatMap(([key, value]): [TeamColumn, string][] => {
      const column = columnOf(key);
      if (column === undefined) {
        located.push({ path: [index, key], message: unknownColumn(key) });
        return [];
      }
      const cell = cellOf(value, column === 'roles');
      if (cell !== undefined) return [[column, cell]];
      const wanted = column === 'roles' ? 'a list of texts' : 'a text or number';
      located.push({ path: [index, key], message: `${column} is not ${wanted}: ${quoted(JSON.stringify(value))}.` });
      return [[column, '?']];
    });
    return { line, cells: Object.fromEntries(entries) };
  });
  const places = locatePaths(
    parsed,
    located.map(({ path }) => path),
  );
  for (const [index, { message }] of located.entries()) reportAt(places[index] ?? 0, message);
  return withoutStandIns(checkedRows(name, cells, problems));
}

/** A "?" stands for what has a problem already, and must not have a second one. */
function withoutStandIns(file: TeamFile): TeamFile {
  if (file.kind === 'ROLES') return file;
  return {
    ...file,
    rows: file.rows.map((row) => ({ ...row, roles: row.roles.filter((role) => role !== '?') })),
    problems: file.problems.filter(({ message }) => !message.includes(' is "?"')),
  };
}

/** A value as a cell of a table has it; undefined where it is no text or, for roles, a list of texts. */
function cellOf(value: unknown, isList: boolean): string | undefined {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (!isList || !Array.isArray(value)) return undefined;
  const texts: readonly unknown[] = value;
  return texts.every((text) => typeof text === 'string') ? texts.join(';') : undefined;
}

function parsedYaml(text: string, reportAt: (offset: number, message: string) => void): ParsedText | undefined {
  try {
    return parseYaml(text, (_, offset, describe) => {
      reportAt(offset, `The file ${describe()}.`);
    });
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    reportAt(error.offset, `The file ${error.message}.`);
    return undefined;
  }
}
