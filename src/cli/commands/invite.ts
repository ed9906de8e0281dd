import { z } from 'zod';
import type { Question } from '../ask.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withCatalog } from '../open-catalog.ts';
import { moreText, writeReport, type Report, type ReportOptions } from '../report.ts';
import type { Table } from '../table.ts';
import { counted, type Terminal } from '../terminal.ts';

export interface InviteOptions extends ReportOptions {
  readonly by?: 'category' | 'responsibility' | 'topic';
  readonly max?: number;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

const answer = z.strictObject({
  invitePlan: z.strictObject({
    optimal: z.boolean(),
    lowerBound: z.int(),
    upperBound: z.int(),
    coveredCount: z.int(),
    itemCount: z.int(),
    invites: z.strictObject({
      totalCount: z.int(),
      edges: z.array(
        z.strictObject({
          node: z.strictObject({ id: z.string(), title: z.string() }),
          adds: z.strictObject({
            totalCount: z.int(),
            edges: z.array(z.strictObject({ label: z.string(), node: z.strictObject({ id: z.string() }) })),
          }),
          covers: z.strictObject({ totalCount: z.int() }),
          alternates: z.strictObject({
            nodes: z.array(z.strictObject({ id: z.string(), title: z.string() })),
          }),
        }),
      ),
    }),
    uncovered: z.strictObject({
      totalCount: z.int(),
      edges: z.array(z.strictObject({ label: z.string(), node: z.strictObject({ id: z.string() }) })),
    }),
  }),
});

const question: Question<z.infer<typeof answer>> = {
  document: `query InvitePlan($input: InvitePlanInput!) {
    invitePlan(input: $input) {
      optimal
      lowerBound
      upperBound
      coveredCount
      itemCount
      invites(first: 100) {
        totalCount
        edges {
          node { id title }
          adds(first: 100) { totalCount edges { label node { id } } }
          covers { totalCount }
          alternates(first: 3) { nodes { id title } }
        }
      }
      uncovered(first: 100) { totalCount edges { label node { id } } }
    }
  }`,
  data: answer,
  terms: {
    'input.cover': 'What is to be covered',
    'input.maxInvites': '--max',
    'input.mustInclude': '--with',
    'input.exclude': '--without',
  },
};

/** `rolegraph invite`: the fewest roles that cover groups, or as much of them as so many can. */
export async function invite(words: readonly string[], options: InviteOptions, terminal: Terminal): Promise<ExitCode> {
  const { by, max: maxInvites } = options;
  const data = await withCatalog(terminal, ({ names, asking }) => {
    const rolesOf = (given: readonly string[] = []) => names.roleIds(given).map((id) => ({ id }));
    const input = {
      cover: names.groupIds(words),
      by: by?.toUpperCase(),
      mustInclude: rolesOf(options.with),
      exclude: rolesOf(options.without),
      maxInvites,
    };
    return asking.ask(question, { input });
  });
  writeReport(inviteReport(data), options, terminal);
  return exitCodes.done;
}

export function inviteReport(data: z.infer<typeof answer>): Report {
  const { optimal, lowerBound, upperBound, coveredCount, itemCount, invites, uncovered } = data.invitePlan;
  const main: Table = {
    columns: [
      { heading: 'Id', onlyCsv: true },
      { heading: 'Invite' },
      { heading: 'Covers', align: 'right' },
      { heading: 'Adds' },
      { heading: 'Or instead' },
    ],
    rows: invites.edges.map(({ node, covers, adds, alternates }) => [
      node.id,
      node.title,
      covers.totalCount,
      withMore(
        adds.edges.map(({ label }) => label),
        adds.totalCount,
      ),
      alternates.nodes.map(({ title }) => title),
    ]),
  };
  const left: Table = {
    columns: [{ heading: 'Not covered' }],
    rows: uncovered.edges.map(({ label }) => [label]),
  };
  const isWhole = uncovered.totalCount === 0;
  const best = isWhole
    ? `at least ${lowerBound} ${lowerBound === 1 ? 'is' : 'are'} needed`
    : `so many cover ${upperBound.toLocaleString('en-US')} at most`;
  const verdict = optimal ? 'no plan is better' : `a better plan may exist (${best})`;
  const summary =
    `${counted(invites.totalCount, 'role')} ${invites.totalCount === 1 ? 'covers' : 'cover'} ` +
    `${coveredCount.toLocaleString('en-US')} of ${counted(itemCount, 'item')}; ${verdict}.`;
  return {
    data,
    main,
    missingRows: invites.totalCount - invites.edges.length,
    parts: [
      summary,
      main,
      moreText(invites.totalCount, invites.edges.length),
      left,
      moreText(uncovered.totalCount, uncovered.edges.length),
    ],
  };
}

function withMore(labels: readonly string[], total: number): readonly string[] {
  const more = moreText(total, labels.length);
  return more === '' ? labels : [...labels, more];
}
