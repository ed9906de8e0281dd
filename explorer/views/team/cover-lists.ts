import type { DutyList } from '../../state/address/team-address.ts';
import { indexOfSent } from '../../state/asked-team.ts';
import type { Cover, CoverDuty } from '../../state/questions/cover-questions.ts';
import type { Cell, Table } from '../../state/table.ts';
import type { Member } from '../../state/team.ts';
import { words } from '../../words/words.ts';

/** By how many a duty is done. */
export function listOf({ people, fullTime }: CoverDuty): DutyList {
  if (people.length === 0) return 'NOBODY';
  if (people.length === 1) return 'ONE';
  return fullTime < 1 ? 'THIN' : 'SEVERAL';
}

/** The names of people by their places in the team. */
export function namesOf(people: readonly number[], team: readonly Member[]): readonly string[] {
  return people.map((index) => team[index]?.name ?? words.team.someone);
}

/** How many duties hang on each person, most first. */
export function hangingOn({ duties }: Cover): readonly { readonly person: number; readonly count: number }[] {
  const counts = new Map<number, number>();
  for (const { people } of duties) {
    const [only] = people;
    if (people.length === 1 && only !== undefined) counts.set(only, (counts.get(only) ?? 0) + 1);
  }
  return [...counts].map(([person, count]) => ({ person, count })).sort((a, b) => b.count - a.count);
}

/** E.g. "12 people do 45 of 252 duties of Security". */
export function titleOf(
  { dutyCount, openCount }: Cover,
  team: readonly Member[],
  away: number,
  of: string | null,
): string {
  if (dutyCount === 0) return words.team.covers.nothing(of ?? words.team.everything);
  const people = team.filter(({ roles }) => roles.length > 0).length - away;
  return words.team.covers.title(people, dutyCount - openCount, dutyCount, of);
}

/** What nobody does, what hangs on one person, and who is away. */
export function leadOf(cover: Cover, team: readonly Member[], absent: readonly string[]): string {
  const { covers } = words.team;
  const hanging = hangingOn(cover);
  const one = hanging.reduce((sum, { count }) => sum + count, 0);
  const [most] = hanging;
  const parts = [
    ...(cover.openCount > 0 ? [covers.nobody(cover.openCount)] : []),
    ...(one > 0 ? [covers.one(one)] : []),
  ];
  const name = most === undefined ? undefined : namesOf([most.person], team)[0];
  const sentence =
    most === undefined || name === undefined || hanging.length < 2
      ? parts.join('; ')
      : `${parts.join('; ')}, ${covers.most(name, most.count)}`;
  const away = namesOf(absent.map(indexOfSent), team);
  return [...(sentence === '' ? [] : [sentence]), ...(away.length > 0 ? [covers.absent(away)] : [])]
    .map((each) => `${each}.`)
    .join(' ');
}

/** What the duties of a team are in a sheet: nobody's first, as on the page. */
export function coverTables({ duties }: Cover, team: readonly Member[]): readonly Table[] {
  const { tables } = words.team;
  const hasGroups = duties.some(({ group }) => group !== null);
  const order: readonly DutyList[] = ['NOBODY', 'ONE', 'THIN', 'SEVERAL'];
  const rows = order.flatMap((each) =>
    sortedDuties(duties, each).map((duty): readonly Cell[] => [
      duty.label,
      ...(hasGroups ? [duty.group] : []),
      words.team.covers.list[each],
      namesOf(duty.people, team).join(', '),
      duty.roles.map(({ label }) => label).join(', '),
    ]),
  );
  const columns = [
    tables.duty,
    ...(hasGroups ? [tables.group] : []),
    tables.doneByHowMany,
    tables.doneBy,
    tables.could,
  ];
  return [{ title: tables.gaps, columns, rows }];
}

/** The duties of a list: those that no role does, then those that most roles do; in other lists by name. */
export function sortedDuties(duties: readonly CoverDuty[], wanted: DutyList): readonly CoverDuty[] {
  const listed = duties.filter((duty) => listOf(duty) === wanted);
  if (wanted !== 'NOBODY') return listed;
  const weight = ({ roleCount }: CoverDuty) => (roleCount === 0 ? Infinity : roleCount);
  return listed.toSorted((a, b) => (weight(a) === weight(b) ? 0 : weight(b) - weight(a)));
}
