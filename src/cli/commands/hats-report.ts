import { inWords } from '../../text/in-words.ts';
import { labelWithOwners } from '../output/listed-items.ts';
import { scoreText, moreText, type Report } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import { counted } from '../output/terminal.ts';
import type { HatsAnswer } from './hats.ts';

/** @param groups the names of the groups that were asked about. */
export function hatsReport(data: HatsAnswer, groups: readonly string[]): Report {
  const { persons, uncovered } = data.hats;
  const main: Table = {
    columns: [rightAligned('Person'), { heading: 'Id', onlyCsv: true }, 'Role', 'Why'],
    rows: persons.flatMap(({ number, roles }) =>
      roles.map(({ role, reason }) => [number, role.id, role.title, reason]),
    ),
  };
  const people: Table = {
    columns: [rightAligned('Person'), rightAligned('Roles'), rightAligned('Cohesion')],
    rows: persons.map(({ number, roles, cohesion }) => [
      number,
      roles.length,
      cohesion === null ? null : scoreText(cohesion),
    ]),
  };
  const left: Table = {
    columns: ['Nobody is listed in'],
    rows: uncovered.edges.map(({ label, node }) => [labelWithOwners(label, node)]),
  };
  return {
    data,
    main,
    summary: `${neededText(data, groups)}\n${sharedText(data)}`,
    parts: [people, main, left, moreText(uncovered.totalCount, uncovered.edges.length)],
  };
}

/** How many roles are needed, and what for. */
function neededText({ hats: { roleCount, persons, uncovered } }: HatsAnswer, groups: readonly string[]): string {
  const of = inWords(groups);
  const covered = new Set(persons.flatMap(({ covers }) => covers.map(({ id }) => id))).size;
  const total = covered + uncovered.totalCount;
  const enough = `${counted(roleCount, 'role')} ${roleCount === 1 ? 'is' : 'are'} enough to cover`;
  if (covered === 0) return `No role covers a category of ${of}.`;
  if (covered < total) return `${enough} ${covered} of the ${total} categories of ${of}; nobody covers the others.`;
  return `${enough} the ${counted(total, 'category', 'categories')} of ${of}.`;
}

/** How the roles are shared, and how good that is. */
function sharedText({ hats }: HatsAnswer): string {
  const { persons, unassignedPeople, cohesion, upperBound, optimal, hasEvenLoads } = hats;
  const people = counted(persons.length + unassignedPeople, 'person', 'people');
  const holders = unassignedPeople === 0 ? '' : `, ${persons.length} of them with a role`;
  const bound = upperBound === null ? '' : ` (cohesion ${scoreText(upperBound)} at most is possible)`;
  const verdict = optimal ? 'no other division is better' : `a better division may exist${bound}`;
  const shared = cohesion === null ? 'nobody has two roles' : `cohesion ${scoreText(cohesion)}: ${verdict}`;
  const uneven = hasEvenLoads ? '' : ' To keep roles apart, some people have at least two roles more than others.';
  return `${people}${holders}; ${shared}.${uneven}`;
}
