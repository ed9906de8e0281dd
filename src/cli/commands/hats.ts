import { assignedHats, categoriesCarried, checkPeople, rolesOf, type Hats } from '../../analysis/hats/assigned-hats.ts';
import type { KeepApart } from '../../analysis/hats/keep-apart.ts';
import { neededRoles, type Assign, type NeededRoles } from '../../analysis/hats/needed-roles.ts';
import { itemAt } from '../../collections/item-at.ts';
import { maxPageSize } from '../../graph/lists/page.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { counted, inWords } from '../../text/in-words.ts';
import { quoted } from '../../text/quoted-text.ts';
import { UsageError } from '../command-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import type { CatalogNames } from '../names/catalog-names.ts';
import { titled } from '../node-fields.ts';
import { itemsParts, listedItems } from '../output/listed-items.ts';
import { scoreText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { scopeChoices, type ScopeChoice } from '../scope-choices.ts';
import { namedTeam, type TeamOptions } from '../team/named-team.ts';
import { notThereLines } from '../team/people-text.ts';
import { readTeam } from '../team/read-team.ts';
import { wholeNumberArgument } from '../option-values.ts';

export interface HatsOptions extends ReportOptions, Partial<TeamOptions> {
  /** A file of people who have roles already. */
  readonly team?: string;
  /** More groups whose roles are distributed. */
  readonly for?: readonly string[];
  readonly assign: Lowercase<Assign>;
  readonly from?: ScopeChoice;
  readonly with?: readonly string[];
  /** Each as it was given: "roles from roles", or roles that are all kept apart from each other. */
  readonly apart?: readonly string[];
}

const terms = {
  absent: '--absent',
  staff: '--team',
  people: '<people>',
  of: '<group>',
  from: '--from',
  mustInclude: '--with',
  keepApart: '--apart',
  'keepApart.roles': '--apart',
  'keepApart.from': '--apart … from',
};

const assigned = { all: 'ALL', plan: 'PLAN' } as const;

/** `rolegraph hats`: distributes roles among people, so that the roles of each person belong together. */
export async function hats(terminal: Terminal, words: readonly string[], options: HatsOptions): Promise<ExitCode> {
  const file = options.team === undefined ? undefined : await readTeam(options.team, terminal.stdin);
  if (file?.kind === 'ROLES') {
    throw new UsageError(
      'The team file has roles only, and hats needs to know who has them. Give it columns name and roles.',
    );
  }
  const { people: given, groups: named } = peopleAndGroups(words);
  if (file === undefined && given === undefined) {
    throw new UsageError(
      'Give the number of people first, e.g. rolegraph hats 5 reliability, or the people in --team.',
    );
  }
  const groupNames = [...named, ...(options.for ?? [])];
  if (groupNames.length === 0) {
    throw new UsageError(
      `Give the groups whose roles are to be distributed, e.g. rolegraph hats ${given ?? '--team team.csv'} reliability.`,
    );
  }
  return answerQuestion(terminal, options, terms, async ({ names, graph }) => {
    const groups = await names.distinctGroups(groupNames);
    const mustInclude = await names.roles(options.with ?? []);
    const keepApart: KeepApart[] = [];
    for (const given of options.apart ?? []) keepApart.push(await keptApart(names, given));
    const team = file && (await namedTeam(file, names, options));
    const holding = team?.staff?.filter((member) => !team.absent.includes(member)) ?? [];
    const people = given ?? holding.length;
    checkPeople(people);
    const from = options.from && scopeChoices[options.from];
    const needed = runToCompletion(neededRoles(graph, { groups, mustInclude, assign: assigned[options.assign], from }));
    const { roles, categories } = needed;
    const answer = runToCompletion(assignedHats(graph, { roles, categories, people, keepApart, holding }));
    return hatsReport(
      answerOf(needed, answer),
      groups.map(({ label }) => label),
      team === undefined ? [] : notThereLines(team),
    );
  });
}

/** A number first is how many people there are; all other words are names of groups. */
function peopleAndGroups(words: readonly string[]) {
  const [first = '', ...others] = words;
  return /^\d+$/.test(first) ? { people: wholeNumberArgument(first, '<people>'), groups: others } : { groups: words };
}

/** What one --apart means: "A, B from C" keeps A and B apart from C, "A, B" keeps each apart from each. */
async function keptApart(names: CatalogNames, given: string): Promise<KeepApart> {
  const parts = ` ${given} `.split(/\sfrom\s/i).map((part) => part.trim());
  const [roles = '', from] = parts;
  if (parts.length > 2 || parts.includes('')) {
    throw new UsageError(
      `--apart is ${quoted(given)}. Give two lists, e.g. --apart "Compliance Officer from SRE, DevOps Engineer".`,
    );
  }
  const apart = await names.nodesToKeepApart([roles]);
  if (from !== undefined) return { roles: apart, from: await names.nodesToKeepApart([from]) };
  if (apart.length > 1) return { roles: apart, from: apart };
  const { label } = itemAt(apart, 0);
  throw new UsageError(
    `--apart names only "${label}". Say what it is kept apart from, e.g. --apart "${label} from DevOps Engineer", or give at least 2 roles.`,
  );
}

type HatsAnswer = ReturnType<typeof answerOf>;

/** The answer of the GraphQL field `hats`. */
function answerOf(
  { uncovered, requirements }: NeededRoles,
  { persons, categories, separations, isOptimal, ...hats }: Hats,
) {
  return {
    hats: {
      roleCount: hats.roleCount,
      persons: persons.map((person) => ({
        number: person.number,
        name: person.name,
        headline: person.focus.headline,
        roles: person.roles.map(({ role, isGiven, reason }) => ({
          role: titled(role),
          isGiven,
          reason,
        })),
        cohesion: person.cohesion,
        covers: categoriesCarried(categories, rolesOf(person)).map(({ id }) => ({ id })),
      })),
      separations: separations.map(({ sentence }) => ({ sentence })),
      unassignedPeople: hats.unassignedPeople,
      cohesion: hats.cohesion,
      upperBound: hats.upperBound,
      optimal: isOptimal,
      hasEvenLoads: hats.hasEvenLoads,
      from: requirements.scope.from,
      uncovered: listedItems(uncovered, maxPageSize),
    },
  };
}

/**
 * @param groups the names of the groups that were asked about.
 * @param notThere lines that say who of the team is not there.
 */
export function hatsReport(data: HatsAnswer, groups: readonly string[], notThere: readonly string[] = []): Report {
  const { persons, separations, uncovered } = data.hats;
  const hasNames = persons.some(({ name }) => name !== null);
  const person = hasNames ? 'Person' : rightAligned('Person');
  const main: Table = {
    columns: [person, { heading: 'Id', onlyCsv: true }, 'Role', 'Why'],
    rows: persons.flatMap(({ number, name, roles }) =>
      roles.map(({ role, reason }) => [name ?? number, role.id, role.label, reason]),
    ),
  };
  const people: Table = {
    columns: [person, rightAligned('Roles'), rightAligned('Cohesion'), 'Mainly'],
    rows: persons.map(({ number, name, roles, cohesion, headline }) => [
      name ?? number,
      roles.length,
      cohesion === null ? null : scoreText(cohesion),
      headline,
    ]),
  };
  const ofEach = persons.map(({ number, name, roles }) => ({
    columns: [name ?? `Person ${number}`, 'Why'],
    rows: roles.map(({ role, reason }) => [role.label, reason]),
  }));
  return {
    data,
    main,
    summary: [neededText(data, groups), sharedText(data), ...notThere].join('\n'),
    parts: [
      people,
      separations.map(({ sentence }) => sentence).join('\n'),
      ...ofEach,
      ...itemsParts('Nobody is listed in', uncovered),
    ],
  };
}

/** How many roles are assigned, and what they cover. */
function neededText({ hats: { roleCount, persons, uncovered } }: HatsAnswer, groups: readonly string[]): string {
  const of = inWords(groups);
  const covered = new Set(persons.flatMap(({ covers }) => covers.map(({ id }) => id))).size;
  const total = covered + uncovered.totalCount;
  const cover = `${counted(roleCount, 'role')} ${roleCount === 1 ? 'covers' : 'cover'}`;
  if (covered === 0) return `No role covers a category of ${of}.`;
  if (covered < total) return `${cover} ${covered} of the ${total} categories of ${of}; nobody covers the others.`;
  return `${cover} the ${counted(total, 'category', 'categories')} of ${of}.`;
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
