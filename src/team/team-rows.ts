import { nameKey } from '../analysis/coverage/staff.ts';
import { isDate } from '../text/instants.ts';
import { suggestion } from '../text/nearest-text.ts';
import { quoted } from '../text/quoted-text.ts';
import type { TeamFile, TeamProblem, TeamRow } from './team-file.ts';

/** The columns of a table of people, and the keys of a list of them. */
export const teamColumns = ['name', 'roles', 'share', 'until'] as const;
export type TeamColumn = (typeof teamColumns)[number];

const allowedColumns = `The columns are ${teamColumns.join(', ')}; name and roles are required`;

/** A column by its heading, without regard to case. */
export function columnOf(heading: string): TeamColumn | undefined {
  const key = heading.trim().toLowerCase();
  return teamColumns.find((column) => column === key || (column === 'roles' && key === 'role'));
}

export function unknownColumn(heading: string): string {
  return `${quoted(heading)} is not a column of a team${suggestion(heading.toLowerCase(), teamColumns)}. ${allowedColumns}.`;
}

/** The texts of a person, and where they are. */
export interface TeamCells {
  readonly line: number;
  /** Undefined or empty where nothing is given. */
  readonly cells: Readonly<Partial<Record<TeamColumn, string>>>;
}

/** REFUSED: each person has one line, with all roles. JOINED: somebody has the roles of all lines with their name. */
export type RepeatedNames = 'REFUSED' | 'JOINED';

/**
 * Checks what can be checked without a catalog, and collects all problems.
 *
 * @param name of the file.
 * @param found problems that were found before.
 */
export function checkedRows(
  name: string,
  given: readonly TeamCells[],
  found: readonly TeamProblem[],
  repeated: RepeatedNames = 'REFUSED',
): TeamFile {
  const problems = [...found];
  const firstLines = new Map<string, number>();
  const rows: TeamRow[] = [];
  for (const { line, cells } of repeated === 'JOINED' ? joinedByName(given) : given) {
    const position = `${name}:${line}`;
    const report = (message: string) => problems.push({ position, line, message });
    const person = cells.name?.trim() ?? '';
    const who = person === '' ? 'This person' : quoted(person);
    const first = firstLines.get(nameKey(person));
    if (person === '') report('This person has no name.');
    else if (first !== undefined) {
      report(
        `${who} is also in line ${first}. Give each person once, with all roles, and add something to equal names.`,
      );
    } else firstLines.set(nameKey(person), line);
    const roles = (cells.roles ?? '')
      .split(/[;|\n\r]/)
      .map((role) => role.trim())
      .filter((role) => role !== '');
    if (roles.length === 0) report(`${who} has no role. Name at least one, or leave the person out.`);
    const share = shareOf(cells.share ?? '');
    if (share === undefined) {
      report(
        `The share of ${who} is ${quoted(cells.share ?? '')}; it must be above 0 and at most 1, a full-time person, e.g. 0.5 or 50%.`,
      );
    }
    const until = (cells.until ?? '').trim();
    if (until !== '' && !isDate(until)) {
      report(`The last day (until) of ${who} is ${quoted(until)}. Write it as YYYY-MM-DD, e.g. 2027-03-31.`);
    }
    rows.push({ position, line, name: person, roles, share: share ?? 1, until: until === '' ? undefined : until });
  }
  return { kind: 'PEOPLE', rows, problems };
}

/** Somebody's lines as one, which is where the first of them is. What only a later line gives is added. */
function joinedByName(given: readonly TeamCells[]): readonly TeamCells[] {
  const joined = new Map<string, TeamCells>();
  for (const [index, { line, cells }] of given.entries()) {
    const name = nameKey(cells.name ?? '');
    // Lines without a name are not of the same person.
    const key = name === '' ? ` ${index}` : name;
    const before = joined.get(key);
    if (before === undefined) joined.set(key, { line, cells });
    else {
      const { roles = '', share = '', until = '' } = before.cells;
      const merged = {
        ...before.cells,
        roles: [roles, cells.roles ?? ''].join(';'),
        share: share.trim() === '' ? (cells.share ?? '') : share,
        until: until.trim() === '' ? (cells.until ?? '') : until,
      };
      joined.set(key, { line: before.line, cells: merged });
    }
  }
  return [...joined.values()];
}

/** Whether a cell is nothing but a share, e.g. "0.5" or "50 %". */
export function isShare(cell: string): boolean {
  return cell.trim() !== '' && shareOf(cell) !== undefined;
}

/** A number or a percentage, with a point or a comma; 1 where none is given, undefined where it is no share. */
function shareOf(given: string): number | undefined {
  const text = given.trim();
  if (text === '') return 1;
  const [, digits, percent] = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const share = Number(digits.replace(',', '.')) / (percent === '%' ? 100 : 1);
  return share > 0 && share <= 1 ? share : undefined;
}
