import { z } from 'zod';
import type { Question } from '../ask.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withCatalog } from '../open-catalog.ts';
import { writeReport, type Report, type ReportOptions } from '../report.ts';
import type { Table } from '../table.ts';
import { counted, type Terminal } from '../terminal.ts';

export interface HatsOptions extends ReportOptions {
  /** Names of groups whose roles are shared out. */
  readonly for: readonly string[];
  readonly with?: readonly string[];
  /** Lists of roles that no one may hold together, each as it was given. */
  readonly apart?: readonly string[];
}

const answer = z.strictObject({
  hats: z.strictObject({
    persons: z.array(
      z.strictObject({
        number: z.int(),
        roles: z.array(
          z.strictObject({ role: z.strictObject({ id: z.string(), title: z.string() }), reason: z.string() }),
        ),
        cohesion: z.number().nullable(),
      }),
    ),
    unassignedPeople: z.int(),
    cohesion: z.number().nullable(),
    upperBound: z.number().nullable(),
    optimal: z.boolean(),
  }),
});

const question: Question<z.infer<typeof answer>> = {
  document: `query Hats($people: Int!, $of: [ID!]!, $mustInclude: [RoleBy!], $apart: [[RoleBy!]!]) {
    hats(people: $people, of: $of, mustInclude: $mustInclude, apart: $apart) {
      persons { number roles { role { id title } reason } cohesion }
      unassignedPeople
      cohesion
      upperBound
      optimal
    }
  }`,
  data: answer,
  terms: { people: '<people>', of: '--for', mustInclude: '--with', apart: '--apart' },
};

/** `rolegraph hats`: who of so many people wears which roles, so that what each does belongs together. */
export async function hats(people: number, options: HatsOptions, terminal: Terminal): Promise<ExitCode> {
  const data = await withCatalog(terminal, ({ names, asking }) => {
    const rolesOf = (words: readonly string[]) => names.roleIds(words).map((id) => ({ id }));
    return asking.ask(question, {
      people,
      of: names.groupIds(options.for),
      mustInclude: options.with && rolesOf(options.with),
      apart: options.apart?.map((list) => rolesOf([list])),
    });
  });
  writeReport(hatsReport(data), options, terminal);
  return exitCodes.done;
}

export function hatsReport(data: z.infer<typeof answer>): Report {
  const { persons, unassignedPeople, cohesion, upperBound, optimal } = data.hats;
  const main: Table = {
    columns: [
      { heading: 'Person', align: 'right' },
      { heading: 'Id', onlyCsv: true },
      { heading: 'Role' },
      { heading: 'Why' },
    ],
    rows: persons.flatMap(({ number, roles }) =>
      roles.map(({ role, reason }) => [number, role.id, role.title, reason]),
    ),
  };
  const people: Table = {
    columns: [
      { heading: 'Person', align: 'right' },
      { heading: 'Roles', align: 'right' },
      { heading: 'Cohesion', align: 'right' },
    ],
    rows: persons.map((person) => [person.number, person.roles.length, person.cohesion]),
  };
  const bound = upperBound === null ? '' : ` (at most ${upperBound} is possible)`;
  const verdict = optimal ? 'no other division is better' : `a better division may exist${bound}`;
  const shared = cohesion === null ? 'nobody has two roles' : `cohesion ${cohesion}: ${verdict}`;
  const idle = unassignedPeople === 0 ? '' : ` ${counted(unassignedPeople, 'person has', 'people have')} no role.`;
  const total = `${counted(persons.length, 'person', 'people')}; ${shared}.${idle}`;
  return { data, main, parts: [total, people, main] };
}
