import { positionsOfStaff, staffWithout, type TeamMember } from '../../analysis/coverage/staff.ts';
import { positionsOf, type Position } from '../../analysis/coverage/team.ts';
import { visibleText } from '../../text/quoted-text.ts';
import { UsageError } from '../command-error.ts';
import type { CatalogNames } from '../names/catalog-names.ts';
import type { TeamFile, TeamProblem } from '../../team/team-file.ts';

/** The most problems of a team file that one message lists. */
const mostProblems = 20;

/** Which of the people of a file count. */
export interface TeamOptions {
  /** The day that the question is about, as YYYY-MM-DD; today where it is not given. */
  readonly on: string;
  /** Names of people who are absent. */
  readonly absent: readonly string[];
}

/** A team whose roles are those of the catalog. */
export interface NamedTeam {
  /** Without those who are absent or have left. */
  readonly positions: readonly Position[];
  /** Those of the file who have not left; undefined where the file has roles and no people. */
  readonly staff: readonly TeamMember[] | undefined;
  readonly absent: readonly TeamMember[];
  /** Those whose last day is before the day of the question. */
  readonly left: readonly { readonly name: string; readonly until: string }[];
}

/**
 * Finds the roles of a team, and who of the people is there.
 *
 * @throws UsageError with all problems of the file, by line; ArgumentError for somebody absent who is not in it.
 */
export async function namedTeam(
  file: TeamFile,
  names: CatalogNames,
  { on = today(), absent = [] }: Partial<TeamOptions>,
): Promise<NamedTeam> {
  if (file.kind === 'ROLES') {
    if (absent.length > 0) {
      throw new UsageError('--absent names people, but the team file has roles only. Give it columns name and roles.');
    }
    const positions = positionsOf(await names.rolesOfLines(file.lines));
    return { positions, staff: undefined, absent: [], left: [] };
  }
  const named = await names.rolesOfPeople(file.rows);
  const problems = [...file.problems, ...named.problems].sort((a, b) => a.line - b.line);
  if (problems.length > 0) throw new UsageError(problemsText(problems, named.note));
  const left = file.rows.flatMap(({ name, until }) => (until !== undefined && until < on ? [{ name, until }] : []));
  const gone = new Set(left.map(({ name }) => name));
  const staff = file.rows
    .map(({ name, share }, index) => ({ name, share, roles: named.roles[index] ?? [] }))
    .filter(({ name }) => !gone.has(name));
  if (staff.length === 0)
    throw new UsageError(`Everybody in the team file has left before ${on}. Give another day in --on.`);
  const there = staffWithout(staff, absent, 'absent');
  return { positions: positionsOfStaff(there.present), staff, absent: there.absent, left };
}

/** In the time zone of the user. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function problemsText(problems: readonly TeamProblem[], note: string | undefined): string {
  const lines = problems.slice(0, mostProblems).map(({ position, message }) => `${visibleText(position)}: ${message}`);
  if (problems.length > mostProblems) lines.push(`… and ${problems.length - mostProblems} more problems`);
  return [...lines, ...(note === undefined ? [] : [note])].join('\n');
}
