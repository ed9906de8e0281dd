import { z } from 'zod';
import { pageInfoFields, pageInfoShape, type CatalogQuery } from '../query-client.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { itemFields, itemLabel, itemLabels, listedItems, mostInCell } from '../output/listed-items.ts';
import { withCatalog } from '../open-catalog.ts';
import { moreText, writeReport, type Report, type ReportOptions } from '../output/report.ts';
import type { Table } from '../output/table.ts';
import { counted, type Terminal } from '../output/terminal.ts';

/** What is counted, by what --by takes, and what many of it are called. */
const units = { category: 'categories', responsibility: 'responsibilities', topic: 'topics' };

export interface InviteOptions extends ReportOptions {
  readonly by: keyof typeof units;
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
      pageInfo: pageInfoShape,
      edges: z.array(
        z.strictObject({
          node: z.strictObject({ id: z.string(), title: z.string() }),
          adds: listedItems,
          covers: z.strictObject({ totalCount: z.int() }),
          alternates: z.strictObject({
            nodes: z.array(z.strictObject({ id: z.string(), title: z.string() })),
          }),
        }),
      ),
    }),
    uncovered: listedItems,
  }),
});

const query: CatalogQuery<z.infer<typeof answer>> = {
  document: `query InvitePlan($input: InvitePlanInput!, $first: Int, $after: String) {
    invitePlan(input: $input) {
      optimal
      lowerBound
      upperBound
      coveredCount
      itemCount
      invites(first: $first, after: $after) {
        totalCount
        ${pageInfoFields}
        edges {
          node { id title }
          adds(first: 100) { ${itemFields} }
          covers { totalCount }
          alternates(first: 3) { nodes { id title } }
        }
      }
      uncovered(first: 100) { ${itemFields} }
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
  const data = await withCatalog(terminal, ({ names, client }) => {
    const rolesOf = (given: readonly string[] = []) => names.roleIds(given).map((id) => ({ id }));
    const input = {
      cover: names.groupIds(words),
      by: by.toUpperCase(),
      mustInclude: rolesOf(options.with),
      exclude: rolesOf(options.without),
      maxInvites,
    };
    return client.queryPages(query, { input }, ({ invitePlan: { invites } }) => ({
      pageInfo: invites.pageInfo,
      items: invites.edges,
    }));
  });
  writeReport(inviteReport(data, by), options, terminal);
  return exitCodes.done;
}

type Plan = z.infer<typeof answer>['invitePlan'];

export function inviteReport(data: z.infer<typeof answer>, by: InviteOptions['by']): Report {
  const { invites, uncovered } = data.invitePlan;
  const left: Table = {
    columns: [{ heading: 'Not covered' }],
    rows: uncovered.edges.map((item) => [itemLabel(item)]),
  };
  return {
    data,
    main: invitesTable(invites, Infinity),
    summary: summaryOf(data.invitePlan, by),
    parts: [invitesTable(invites, mostInCell), left, moreText(uncovered.totalCount, uncovered.edges.length)],
  };
}

/** @param most how many names of what a role adds are listed. */
function invitesTable({ edges }: Plan['invites'], most: number): Table {
  return {
    columns: [
      { heading: 'Id', onlyCsv: true },
      { heading: 'Invite' },
      { heading: 'Covers', align: 'right' },
      { heading: 'Adds' },
      { heading: 'Or instead' },
    ],
    rows: edges.map(({ node, covers, adds, alternates }) => [
      node.id,
      node.title,
      covers.totalCount,
      itemLabels(adds, most),
      alternates.nodes.map(({ title }) => title),
    ]),
  };
}

function summaryOf(plan: Plan, by: InviteOptions['by']): string {
  const { optimal, lowerBound, upperBound, coveredCount, itemCount, invites } = plan;
  const items = counted(itemCount, by, units[by]);
  if (itemCount === 0) return `There is no ${by} to cover.`;
  if (upperBound === 0) return `No role that may be invited covers any of ${items}.`;
  const best =
    coveredCount === upperBound
      ? `at least ${lowerBound} ${lowerBound === 1 ? 'is' : 'are'} needed`
      : `so many cover ${upperBound.toLocaleString('en-US')} at most`;
  const verdict = optimal ? 'no plan is better' : `a better plan may exist (${best})`;
  const cover = invites.totalCount === 1 ? 'covers' : 'cover';
  return `${counted(invites.totalCount, 'role')} ${cover} ${coveredCount.toLocaleString('en-US')} of ${items}; ${verdict}.`;
}
