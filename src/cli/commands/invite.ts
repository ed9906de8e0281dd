import { invitePlan, invitesByRank, type InvitePlan } from '../../analysis/invites/invite-plan.ts';
import { maxPageSize } from '../../graph/lists/page.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { itemLabels, itemsParts, listedItems, mostInCell, pageFields } from '../output/listed-items.ts';
import type { Report, ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import { counted, type Terminal } from '../output/terminal.ts';

/** What can be covered, by the value of --by, with the plural. */
const units = {
  category: { unit: 'CATEGORY', plural: 'categories' },
  responsibility: { unit: 'RESPONSIBILITY', plural: 'responsibilities' },
  topic: { unit: 'TOPIC', plural: 'topics' },
} as const;

export interface InviteOptions extends ReportOptions {
  readonly by: keyof typeof units;
  readonly max?: number;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

const terms = { 'input.maxInvites': '--max', 'input.mustInclude': '--with', 'input.exclude': '--without' };

/** `rolegraph invite`: the fewest roles that cover groups, or those that cover most if their number is limited. */
export function invite(terminal: Terminal, words: readonly string[], options: InviteOptions): Promise<ExitCode> {
  const { by, max } = options;
  return answerQuestion(terminal, options, terms, async ({ names, graph }) => {
    const request = {
      groups: await names.distinctGroups(words),
      from: 'CATALOG',
      unit: units[by].unit,
      mustInclude: await names.roles(options.with ?? []),
      exclude: await names.roles(options.without ?? []),
      ...(max !== undefined && { maxInvites: max }),
    } as const;
    return inviteReport(answerOf(runToCompletion(invitePlan(graph, request))), by);
  });
}

/** The answer of the GraphQL field `invitePlan`, with all pages of the invites. */
function answerOf({ optimal, lowerBound, upperBound, coveredCount, items, invites, uncovered }: InvitePlan) {
  return {
    invitePlan: {
      optimal,
      lowerBound,
      upperBound,
      coveredCount,
      itemCount: items.length,
      invites: {
        ...pageFields(invites, invitesByRank),
        edges: invites.map(({ role, adds, covers, alternates }) => ({
          node: titled(role),
          adds: listedItems(adds, maxPageSize),
          covers: { totalCount: covers.length },
          alternates: {
            nodes: alternates()
              .slice(0, 3)
              .map((alternate) => titled(alternate.role)),
          },
        })),
      },
      uncovered: listedItems(uncovered, maxPageSize),
    },
  };
}

function titled({ id, title, label }: Role) {
  return { id, title, label };
}

type InviteAnswer = ReturnType<typeof answerOf>;
type Plan = InviteAnswer['invitePlan'];

export function inviteReport(data: InviteAnswer, by: InviteOptions['by']): Report {
  const { invites, uncovered } = data.invitePlan;
  return {
    data,
    main: invitesTable(invites, Infinity),
    summary: summaryOf(data.invitePlan, by),
    parts: [invitesTable(invites, mostInCell), ...itemsParts('Not covered', uncovered)],
  };
}

/** @param most how many names of what a role adds are listed. */
function invitesTable({ edges }: Plan['invites'], most: number): Table {
  return {
    columns: [{ heading: 'Id', onlyCsv: true }, 'Invite', rightAligned('Covers'), 'Adds', 'Or instead'],
    rows: edges.map(({ node, covers, adds, alternates }) => [
      node.id,
      node.label,
      covers.totalCount,
      itemLabels(adds, most),
      alternates.nodes.map(({ label }) => label),
    ]),
  };
}

function summaryOf(plan: Plan, by: InviteOptions['by']): string {
  const { optimal, lowerBound, upperBound, coveredCount, itemCount, invites } = plan;
  const items = counted(itemCount, by, units[by].plural);
  if (itemCount === 0) return `There is no ${by} to cover.`;
  if (upperBound === 0) return `No role that may be invited covers any of ${items}.`;
  const best =
    coveredCount === upperBound
      ? `at least ${lowerBound} ${lowerBound === 1 ? 'is' : 'are'} needed`
      : `this many roles cover at most ${upperBound.toLocaleString('en-US')}`;
  const verdict = optimal ? 'no plan is better' : `a better plan may exist (${best})`;
  const cover = invites.totalCount === 1 ? 'covers' : 'cover';
  return `${counted(invites.totalCount, 'role')} ${cover} ${coveredCount.toLocaleString('en-US')} of ${items}; ${verdict}.`;
}
