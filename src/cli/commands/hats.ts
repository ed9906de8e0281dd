import { assignedHats, categoriesCarried, checkPeople, rolesOf, type Hats } from '../../analysis/hats/assigned-hats.ts';
import { invitePlan, type InvitePlan } from '../../analysis/invites/invite-plan.ts';
import { itemAt } from '../../collections/item-at.ts';
import { maxPageSize } from '../../graph/lists/page.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { inWords } from '../../text/in-words.ts';
import { visibleText } from '../../text/quoted-text.ts';
import { UsageError } from '../command-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { itemsParts, listedItems } from '../output/listed-items.ts';
import { scoreText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import { counted, type Terminal } from '../output/terminal.ts';

export interface HatsOptions extends ReportOptions {
  /** Names of groups whose roles are distributed. */
  readonly for: readonly string[];
  readonly with?: readonly string[];
  /** Lists of roles of which no person may have two, each as it was given. */
  readonly apart?: readonly string[];
}

const terms = { people: '<people>', of: '--for', mustInclude: '--with', apart: '--apart' };

/** `rolegraph hats`: distributes roles among people, so that the roles of each person belong together. */
export function hats(terminal: Terminal, people: number, options: HatsOptions): Promise<ExitCode> {
  return answerQuestion(terminal, options, terms, async ({ names, graph }) => {
    const groups = await names.distinctGroups(options.for);
    const mustInclude = await names.roles(options.with ?? []);
    const apart = await Promise.all((options.apart ?? []).map((list) => names.roles([list])));
    checkPeople(people);
    checkApart(apart);
    const plan = runToCompletion(
      invitePlan(graph, { groups, from: 'CATALOG', unit: 'CATEGORY', mustInclude, exclude: [] }),
    );
    const roles = plan.invites.map(({ role }) => role);
    const assigned = runToCompletion(assignedHats(graph, { roles, people, apart }));
    for (const { label } of new Set(apart.flat()).difference(new Set(roles))) {
      terminal.stderr.write(`--apart: ${visibleText(label)} is not needed, so it has no effect\n`);
    }
    return hatsReport(
      answerOf(plan, assigned),
      groups.map(({ label }) => label),
    );
  });
}

type HatsAnswer = ReturnType<typeof answerOf>;

/** The answer of the GraphQL field `hats`. */
function answerOf({ items, uncovered }: InvitePlan, hats: Hats) {
  const { persons, roleCount, unassignedPeople, cohesion, upperBound, isOptimal, hasEvenLoads } = hats;
  const nodes = items.map(({ node }) => node);
  const categories = [...new Set(nodes.filter((node) => node.kind === 'CATEGORY'))];
  return {
    hats: {
      roleCount,
      persons: persons.map((person) => ({
        number: person.number,
        roles: person.roles.map(({ role: { id, title, label }, reason }) => ({
          role: { id, title, label },
          reason,
        })),
        cohesion: person.cohesion,
        covers: categoriesCarried(categories, rolesOf(person), true).map(({ id }) => ({ id })),
      })),
      unassignedPeople,
      cohesion,
      upperBound,
      optimal: isOptimal,
      hasEvenLoads,
      uncovered: listedItems(uncovered, maxPageSize),
    },
  };
}

function checkApart(apart: readonly (readonly Role[])[]): void {
  const index = apart.findIndex((list) => list.length < 2);
  if (index < 0) return;
  const { label } = itemAt(itemAt(apart, index), 0);
  throw new UsageError(`List ${index + 1} of --apart names only "${label}"; each takes at least 2 distinct roles.`);
}

/** @param groups the names of the groups that were asked about. */
export function hatsReport(data: HatsAnswer, groups: readonly string[]): Report {
  const { persons, uncovered } = data.hats;
  const main: Table = {
    columns: [rightAligned('Person'), { heading: 'Id', onlyCsv: true }, 'Role', 'Why'],
    rows: persons.flatMap(({ number, roles }) =>
      roles.map(({ role, reason }) => [number, role.id, role.label, reason]),
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
  return {
    data,
    main,
    summary: `${neededText(data, groups)}\n${sharedText(data)}`,
    parts: [people, main, ...itemsParts('Nobody is listed in', uncovered)],
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
