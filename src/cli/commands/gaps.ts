import { z } from 'zod';
import type { Question } from '../ask.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withCatalog } from '../open-catalog.ts';
import { readTeam } from '../read-team.ts';
import { moreText, writeReport, type Report, type ReportOptions } from '../report.ts';
import type { Table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export interface GapsOptions extends ReportOptions {
  /** The file that names the team's roles. */
  readonly team: string;
}

const units = ['categories', 'responsibilities', 'topics'] as const;
const singular = { categories: 'category', responsibilities: 'responsibility', topics: 'topic' };

/** How many names of a list a table shows; CSV and JSON have up to 100. */
const mostShown = 5;

const listed = z.strictObject({
  totalCount: z.int(),
  edges: z.array(z.strictObject({ label: z.string(), node: z.strictObject({ id: z.string() }) })),
});
const lists = z.strictObject({ categories: listed, responsibilities: listed, topics: listed });
const count = z.strictObject({ totalCount: z.int() });
const counts = z.strictObject({ categories: count, responsibilities: count, topics: count });
const roleShape = z.strictObject({ id: z.string(), title: z.string() });

const answer = z.strictObject({
  coverage: z.strictObject({
    share: z.number(),
    groups: z.array(
      z.strictObject({
        group: z.strictObject({ id: z.string(), name: z.string() }),
        share: z.number(),
        covered: counts,
        uncovered: lists,
      }),
    ),
    additions: z.strictObject({
      totalCount: z.int(),
      nodes: z.array(
        z.strictObject({ role: roleShape, gain: z.number(), adds: z.strictObject({ itemCount: z.int() }) }),
      ),
    }),
  }),
  singlePoints: z.strictObject({
    totalCount: z.int(),
    nodes: z.array(z.strictObject({ roles: z.array(roleShape), criticality: z.number(), items: lists })),
  }),
});

const listsDocument = units.map((unit) => `${unit}(first: 100) { totalCount edges { label node { id } } }`).join(' ');
const countsDocument = units.map((unit) => `${unit} { totalCount }`).join(' ');

const question: Question<z.infer<typeof answer>> = {
  document: `query Gaps($roles: [RoleBy!]!, $of: [ID!]) {
    coverage(roles: $roles, of: $of) {
      share
      groups { group { id name } share covered { ${countsDocument} } uncovered { ${listsDocument} } }
      additions(first: 5) { totalCount nodes { role { id title } gain adds { itemCount } } }
    }
    singlePoints(roles: $roles, of: $of, first: 100) {
      totalCount
      nodes { roles { id title } criticality items { ${listsDocument} } }
    }
  }`,
  data: answer,
  terms: { roles: 'The team', of: 'What is to be covered' },
};

/** `rolegraph gaps`: what of groups a team covers, what nobody of it does, and what only one does. */
export async function gaps(words: readonly string[], options: GapsOptions, terminal: Terminal): Promise<ExitCode> {
  const team = await readTeam(options.team, terminal.stdin);
  const data = await withCatalog(terminal, ({ names, asking }) => {
    const of = words.length === 0 ? undefined : names.groupIds(words);
    return asking.ask(question, { roles: names.roleIdsOf(team).map((id) => ({ id })), of });
  });
  writeReport(gapsReport(data), options, terminal);
  return exitCodes.done;
}

export function gapsReport(data: z.infer<typeof answer>): Report {
  const { groups, additions, share } = data.coverage;
  const { totalCount, nodes } = data.singlePoints;
  const everyList = groups.flatMap(({ group, covered, uncovered }) =>
    units.map((unit) => ({ group, unit, covered: covered[unit].totalCount, missing: uncovered[unit] })),
  );
  const main: Table = {
    columns: ['Group id', 'Group', 'Kind', 'Not covered', 'Id'].map((heading) => ({ heading })),
    rows: everyList.flatMap(({ group, unit, missing }) =>
      missing.edges.map(({ label, node }) => [group.id, group.name, singular[unit], label, node.id]),
    ),
  };
  const covered: Table = {
    columns: [
      { heading: 'Group' },
      { heading: 'What' },
      { heading: 'Covered', align: 'right' },
      { heading: 'Of', align: 'right' },
      { heading: 'Not covered' },
    ],
    rows: everyList.map(({ group, unit, covered, missing }) => [
      group.name,
      unit,
      covered,
      covered + missing.totalCount,
      shortened(missing),
    ]),
  };
  const alone: Table = {
    columns: [
      { heading: 'If this role is missing' },
      { heading: 'Loses', align: 'right' },
      { heading: 'Nobody else has' },
    ],
    rows: nodes.map(({ roles, criticality, items }) => [
      roles.map(({ title }) => title),
      percent(criticality),
      units.flatMap((unit) => shortened(items[unit])),
    ]),
  };
  const next: Table = {
    columns: [
      { heading: 'One more would add' },
      { heading: 'Gain', align: 'right' },
      { heading: 'Items', align: 'right' },
    ],
    rows: additions.nodes.map(({ role, gain, adds }) => [role.title, percent(gain), adds.itemCount]),
  };
  const missing = everyList.reduce((sum, { missing: { totalCount: each } }) => sum + each, 0);
  return {
    data,
    main,
    missingRows: missing - main.rows.length,
    parts: [
      `The team covers ${percent(share)} of what is asked (the mean of categories, responsibilities and topics).`,
      covered,
      alone,
      moreText(totalCount, nodes.length),
      next,
      moreText(additions.totalCount, additions.nodes.length),
    ],
  };
}

function shortened({ totalCount, edges }: z.infer<typeof listed>): readonly string[] {
  const shown = edges.slice(0, mostShown).map(({ label }) => label);
  const more = moreText(totalCount, shown.length);
  return more === '' ? shown : [...shown, more];
}

function percent(share: number): string {
  return `${(100 * share).toLocaleString('en-US', { maximumFractionDigits: 1 })} %`;
}
