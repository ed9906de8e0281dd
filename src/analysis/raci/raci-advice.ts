import type { Appearance } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { counted, inWords } from '../../text/in-words.ts';
import { quoted } from '../../text/quoted-text.ts';
import type { Involvement } from '../../graph/nodes/involvement.ts';
import { cellsOf, type RaciCell } from './raci-cells.ts';
import { raciChecks, type RaciCheck } from './raci-checks.ts';
import type { RaciFinding, RaciRow, RaciTable } from './raci-table.ts';

/** What a check has found in a whole table. */
export interface RaciCheckResult {
  readonly check: RaciCheck;
  /** False for NOBODY_ACCOUNTABLE if no source of any activity makes a role accountable. */
  readonly isChecked: boolean;
  /** How many activities it has found. */
  readonly activityCount: number;
  /** What that means and what to do, in complete sentences. */
  readonly message: string;
}

/**
 * What a table is about and whether something is wrong with it, in complete sentences. Of a single activity, who is
 * accountable for it.
 */
export function* raciSummary(table: RaciTable): Steps<string> {
  const { rows, columns, request } = table;
  if (rows.length === 0) {
    const who = request.roles === undefined ? 'a role' : inWords(request.roles.map(({ label }) => label));
    return `No line of ${scopeInWords(table)} involves ${who} in ${request.about === undefined ? 'an activity' : 'one of these activities'}.`;
  }
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) return yield* accountOf(table, only);
  const size = `${counted(rows.length, 'activity', 'activities')} and ${counted(columns.length, 'role', 'roles')} of ${scopeInWords(table)}`;
  const isUnchecked = table.uncheckedCount === rows.length;
  const accountable = isUnchecked ? ' Nobody is accountable for any of them.' : '';
  const found = table.faultyRowCount;
  if (found > 0) return `${size}.${accountable} ${counted(found, 'activity needs', 'activities need')} a decision.`;
  return `${size}.${accountable} ${isUnchecked ? 'Nothing else is wrong.' : 'The checks have found nothing wrong.'}`;
}

/** Who is accountable for an activity; if its sources say nothing about that, that nobody is, and who is responsible. */
function* accountOf(table: RaciTable, row: RaciRow): Steps<string> {
  const cells = yield* cellsOf(table, row);
  const involvement = row.needsAccountable ? 'ACCOUNTABLE' : 'RESPONSIBLE';
  const having = cells.filter((cell) => cell.involvement.includes(involvement));
  const who = having.length === 0 ? 'nobody' : placesInWords(having, involvement);
  const activity = quoted(row.responsibility.name);
  if (involvement === 'ACCOUNTABLE') return `Accountable for ${activity}: ${who}.`;
  return `No source says who is accountable for ${activity}. Responsible: ${who}.`;
}

/** The result of each check, in the order of raciChecks. */
export function raciCheckResults(table: RaciTable): readonly RaciCheckResult[] {
  return raciChecks.map((check) => {
    const activityCount = table.findingCounts[check];
    const message = checkMessages[check](activityCount);
    const { uncheckedCount } = table;
    if (check !== 'NOBODY_ACCOUNTABLE' || uncheckedCount === 0) {
      return { check, isChecked: true, activityCount, message };
    }
    if (uncheckedCount === table.rows.length) {
      return { check, isChecked: false, activityCount, message: nobodyIsNamed(table) };
    }
    const unchecked =
      uncheckedCount === 1
        ? '1 more activity is not checked, because its sources name no accountable roles.'
        : `${uncheckedCount.toLocaleString('en-US')} more activities are not checked, because their sources name no accountable roles.`;
    return { check, isChecked: true, activityCount, message: `${message} ${unchecked}` };
  });
}

/** Said once, in place of a finding for every activity. */
function nobodyIsNamed({ lines: { namesAccountable } }: RaciTable): string {
  const names = namesAccountable
    ? 'The sources of these activities name no accountable roles'
    : 'This catalog names no accountable roles';
  return (
    `${names}, so it is not reported for each activity. To say who answers for an activity, write ` +
    '{ responsibility: …, involvement: [ACCOUNTABLE] } in an appearance of that role; see docs/catalog-reference.md.'
  );
}

const checkMessages: Readonly<Record<RaciCheck, (count: number) => string>> = {
  NOBODY_ACCOUNTABLE: (count) =>
    count === 0
      ? 'Every checked activity has an accountable role.'
      : `${counted(count, 'activity has', 'activities have')} no accountable role. Decide which one role answers for ${count === 1 ? 'it' : 'each'}.`,
  SEVERAL_ACCOUNTABLE: (count) =>
    count === 0
      ? 'No activity has more than one accountable role.'
      : `${counted(count, 'activity has', 'activities have')} two or more accountable roles. Keep one${count === 1 ? '' : ' for each'}; the others are responsible, consulted or informed.`,
  ACCOUNTABLE_WITHOUT_RESPONSIBLE: (count) =>
    count === 0
      ? 'Every activity with an accountable role has a responsible one.'
      : `${counted(count, 'activity has', 'activities have')} an accountable role, but nobody is responsible for doing it. Name who does it, or make the accountable role responsible, too.`,
  NOBODY_RESPONSIBLE: (count) =>
    count === 0
      ? 'Every activity has a responsible or accountable role.'
      : `${counted(count, 'activity has', 'activities have')} neither a responsible nor an accountable role. Name who does it, or remove it.`,
};

/** What is wrong with an activity and what to do about it, in complete sentences. */
export function* adviceOn(table: RaciTable, { row, check }: RaciFinding): Steps<string> {
  const cells = yield* cellsOf(table, row);
  const having = (involvement: Involvement) => cells.filter((cell) => cell.involvement.includes(involvement));
  const [responsible, accountable] = [having('RESPONSIBLE'), having('ACCOUNTABLE')];
  const name = quoted(row.responsibility.name);
  switch (check) {
    case 'NOBODY_ACCOUNTABLE': {
      const doers =
        responsible.length === 0 ? '' : ` ${rolesInWords(responsible)} ${isOrAre(responsible)} responsible.`;
      const advice = accountableElsewhere(table, row) ?? 'Decide which one role answers for it.';
      return `Nobody is accountable for ${name}.${doers} ${advice}`;
    }
    case 'SEVERAL_ACCOUNTABLE': {
      const owners = new Set(accountable.map((cell) => ownersInWords(lineOf(cell, 'ACCOUNTABLE'))));
      const isSplit = owners.size > 1;
      const split = isSplit ? ', or make it one activity for each of these groups' : '';
      return (
        `${accountable.length.toLocaleString('en-US')} roles are accountable for ${name}: ` +
        `${placesInWords(accountable, 'ACCOUNTABLE', isSplit)}. Decide which one answers for it${split}; the others are ` +
        'responsible, consulted or informed.'
      );
    }
    case 'ACCOUNTABLE_WITHOUT_RESPONSIBLE':
      return (
        `Nobody is responsible for ${name}, for which ${placesInWords(accountable)} ${isOrAre(accountable)} accountable. Name who ` +
        'does it; if the accountable role does it itself, make it responsible, too.'
      );
    case 'NOBODY_RESPONSIBLE': {
      if (cells.length > 0) {
        return `Nobody does ${name}: ${rolesInWords(cells)} ${isOrAre(cells)} only consulted or informed. Name who does it, or remove the activity.`;
      }
      const advice =
        row.responsibility.roleCount > 0
          ? 'Lines of other groups do: ask for these, or for the whole catalog.'
          : 'Name who does it, or remove the activity.';
      return `No line of ${scopeInWords(table)} names ${name}. ${advice}`;
    }
  }
}

/** Who is accountable by a line outside of the groups. */
function accountableElsewhere({ graph, lines }: RaciTable, row: RaciRow): string | undefined {
  const line = lines.accountableElsewhere[row.responsibility.index] ?? -1;
  if (line === -1) return undefined;
  const appearance = graph.appearance(line);
  const { role, place } = appearance;
  return `In ${ownersInWords(appearance)}, ${role.label} is (${place}); decide whether that holds here, too.`;
}

/** The pillar or the organization types that a line is part of. */
function ownersInWords(line: Appearance | undefined): string {
  return inWords((line?.category.owners ?? []).map(({ label }) => label));
}

/** E.g. "Security and Reliability", "this catalog". */
function scopeInWords({ request: { groups } }: RaciTable): string {
  return groups === undefined ? 'this catalog' : inWords(groups.map(({ label }) => label));
}

/** The most roles that a sentence names; inWords says how many more there are. */
const mostNamed = 5;

function rolesInWords(cells: readonly RaciCell[]): string {
  return inWords(
    cells.map(({ role }) => role.label),
    mostNamed,
  );
}

/** The first line that makes the role of a cell accountable or, in general, gives it some involvement. */
function lineOf({ lines }: RaciCell, wanted: Involvement): Appearance | undefined {
  return lines.find(({ involvement }) => involvement.includes(wanted))?.appearance;
}

/**
 * E.g. "Backup Engineer (runbook:12) and Service Delivery Manager (source sheet, row 5)".
 *
 * @param withOwners adds the pillar or organization types of each place: "(runbook:12, in Security)".
 */
function placesInWords(cells: readonly RaciCell[], wanted: Involvement = 'ACCOUNTABLE', withOwners = false): string {
  const named = cells.map((cell, index) => {
    const line = index < mostNamed ? lineOf(cell, wanted) : undefined;
    if (line === undefined) return cell.role.label;
    return `${cell.role.label} (${line.place}${withOwners ? `, in ${ownersInWords(line)}` : ''})`;
  });
  return inWords(named, mostNamed);
}

function isOrAre({ length }: readonly unknown[]): string {
  return length === 1 ? 'is' : 'are';
}
