import type { CoverageItem } from '../../analysis/coverage/coverage-item.ts';
import { scopeOf } from '../../analysis/coverage/requirements.ts';
import { invitePlan, invitesByRank, type Invite, type InvitePlan } from '../../analysis/invites/invite-plan.ts';
import type { InviteRequest } from '../../analysis/invites/plan-problem.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { maxPageSize } from '../../graph/lists/page.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { counted, inWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { labelled, titled } from '../node-fields.ts';
import { itemLabels, listedItems, pageFields } from '../output/listed-items.ts';
import { moreText, type Report, type ReportOptions } from '../output/report.ts';
import { listSeparator, rightAligned, type Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { scopeChoices, type ScopeChoice } from '../scope-choices.ts';

/** What can be covered, by the value of --by, with the plural. */
const units = {
  category: { unit: 'CATEGORY', plural: 'categories' },
  responsibility: { unit: 'RESPONSIBILITY', plural: 'responsibilities' },
  topic: { unit: 'TOPIC', plural: 'topics' },
} as const;

export interface InviteOptions extends ReportOptions {
  readonly by: keyof typeof units;
  /** Who may be invited. */
  readonly from: ScopeChoice;
  readonly max?: number;
  readonly fill: boolean;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

/** How many of the responsibilities that nobody invited has are named. */
const mostUnasked = 10;

const terms = { 'input.maxInvites': '--max', 'input.mustInclude': '--with', 'input.exclude': '--without' };

/**
 * `rolegraph invite`: the fewest roles that cover groups, or those that cover most if their number is limited, on a page that
 * can be sent to them.
 */
export function invite(terminal: Terminal, words: readonly string[], options: InviteOptions): Promise<ExitCode> {
  const { by, from, max, fill } = options;
  return answerQuestion(terminal, options, terms, async ({ names, graph }) => {
    const groups = await names.distinctGroups(words);
    const request = {
      groups,
      from: scopeOf(groups, scopeChoices[from]).from,
      unit: units[by].unit,
      mustInclude: await names.roles(options.with ?? []),
      exclude: await names.roles(options.without ?? []),
      ...(max !== undefined && { maxInvites: max }),
      fill,
    };
    return inviteReport(
      answerOf(graph, request),
      by,
      groups.map(({ label }) => label),
    );
  });
}

/** The answer of the GraphQL field `invitePlan`, with all pages of the invites. */
function answerOf(graph: CatalogGraph, request: InviteRequest) {
  const plan = runToCompletion(invitePlan(graph, request));
  const fromCatalog =
    request.from === 'CATALOG' ? plan : runToCompletion(invitePlan(graph, { ...request, from: 'CATALOG' }));
  const { count, isExact, haveAll } = runToCompletion(plan.others());
  return {
    invitePlan: {
      from: request.from,
      ...numbersOf(plan),
      otherPlanCount: count,
      otherPlanCountExact: isExact,
      emptySeats: plan.emptySeats,
      responsibilityCount: plan.dutyCount,
      invites: {
        ...pageFields(plan.invites, invitesByRank),
        edges: plan.invites.map((invite) => inviteOf(invite, haveAll(invite))),
      },
      uncovered: listedWithGroups(plan.uncovered),
      uncoveredResponsibilities: listedWithGroups(plan.uncoveredDuties),
      fromCatalog: numbersOf(fromCatalog),
    },
  };
}

/** Items, each with the group that has it. */
function listedWithGroups(items: readonly CoverageItem[]) {
  const { edges, ...page } = listedItems(items, maxPageSize);
  const groups = items.map(({ group }) => group && labelled(group));
  return { ...page, edges: edges.map((edge, index) => ({ ...edge, group: groups[index] ?? null })) };
}

function numbersOf({ size, optimal, lowerBound, upperBound, coveredCount, items }: InvitePlan) {
  return { size, optimal, lowerBound, upperBound, coveredCount, itemCount: items.length };
}

function inviteOf(invite: Invite, essential: boolean | null) {
  const { role, seat, adds, covers, exclusiveDuties } = invite;
  return {
    node: titled(role),
    seat,
    essential,
    reason: runToCompletion(invite.reason()),
    adds: listedItems(adds, maxPageSize),
    covers: { totalCount: covers.length },
    exclusiveResponsibilities: listedItems(exclusiveDuties, maxPageSize),
    alternates: {
      nodes: runToCompletion(invite.alternates())
        .slice(0, 3)
        .map((alternate) => titled(alternate.role)),
    },
  };
}

type InviteAnswer = ReturnType<typeof answerOf>;
type Plan = InviteAnswer['invitePlan'];
type PlanEdge = Plan['invites']['edges'][number];

/** @param groups the names of the groups that were asked about. */
export function inviteReport(data: InviteAnswer, by: InviteOptions['by'], groups: readonly string[]): Report {
  const { invites, uncovered } = data.invitePlan;
  return {
    data,
    main: invitesTable(invites),
    summary: [
      summaryOf(data.invitePlan, by),
      roomText(data.invitePlan, by, groups),
      catalogText(data.invitePlan, by, groups),
    ]
      .filter((line) => line !== '')
      .join('\n'),
    parts: [
      ...invites.edges.map(inviteText),
      ...uncoveredParts(uncovered, groups),
      by === 'responsibility' ? '' : unaskedText(data.invitePlan, groups),
    ],
  };
}

/** An invite as two lines of a letter. */
function inviteText({ node, seat, essential, reason }: PlanEdge, index: number): string {
  // Whoever gets the reason need not read that the plan could do without them, so it is said here.
  const mark = seat === 'SPARE' ? ' (spare seat)' : essential === true && seat === 'PLANNED' ? ' (essential)' : '';
  return `${index + 1}. ${node.label}${mark}\n   ${reason}`;
}

/** What is not covered; each with its group, where several were asked about. */
function uncoveredParts(
  { totalCount, edges }: Plan['uncovered'],
  groups: readonly string[],
): readonly (Table | string)[] {
  const columns = groups.length > 1 ? ['Not covered', 'Of'] : ['Not covered'];
  const rows = edges.map(({ label, group }) => [label, group?.label ?? null].slice(0, columns.length));
  return [{ columns, rows }, moreText(totalCount, edges.length)];
}

/** What nobody invited does. */
function unaskedText({ invites, uncoveredResponsibilities }: Plan, groups: readonly string[]): string {
  const { totalCount, edges } = uncoveredResponsibilities;
  if (invites.totalCount === 0 || totalCount === 0) return '';
  const shown = edges
    .slice(0, mostUnasked)
    .map(({ label, group }) => (groups.length > 1 && group !== null ? `${label} (${group.label})` : label));
  const more = moreText(totalCount, shown.length);
  return `Nobody invited has: ${[...shown, ...(more === '' ? [] : [more])].join(listSeparator)}`;
}

function invitesTable({ edges }: Plan['invites']): Table {
  return {
    columns: [
      { heading: 'Id', onlyCsv: true },
      'Invite',
      'Seat',
      'Essential',
      rightAligned('Covers'),
      'Adds',
      'Only this one has',
      'Or instead',
      'Why',
    ],
    rows: edges.map(({ node, seat, essential, covers, adds, exclusiveResponsibilities, alternates, reason }) => [
      node.id,
      node.label,
      seat.toLowerCase(),
      essential === null ? null : essential ? 'yes' : 'no',
      covers.totalCount,
      itemLabels(adds),
      itemLabels(exclusiveResponsibilities),
      alternates.nodes.map(({ label }) => label),
      reason,
    ]),
  };
}

function summaryOf(plan: Plan, by: InviteOptions['by']): string {
  const { optimal, lowerBound, upperBound, coveredCount, itemCount, size, invites } = plan;
  const items = counted(itemCount, by, units[by].plural);
  if (itemCount === 0) return `There is no ${by} to cover.`;
  if (upperBound === 0 && invites.totalCount === 0) return `No role that may be invited covers any of ${items}.`;
  const best =
    coveredCount === upperBound
      ? `at least ${lowerBound} ${lowerBound === 1 ? 'is' : 'are'} needed`
      : `this many roles cover at most ${grouped(upperBound)}`;
  const verdict = optimal ? othersText(plan) : `a better plan may exist (${best})`;
  const cover = size === 1 ? 'covers' : 'cover';
  return `${counted(size, 'role')} ${cover} ${grouped(coveredCount)} of ${items}; ${verdict}.`;
}

/** That no plan is better, and how many are as good. */
function othersText({ otherPlanCount, otherPlanCountExact }: Plan): string {
  if (otherPlanCount === null) return 'no plan is better';
  if (otherPlanCount === 0) return otherPlanCountExact ? 'no other plan is as good' : 'no plan is better';
  const count = `${otherPlanCountExact ? '' : 'at least '}${counted(otherPlanCount, 'other plan')}`;
  return `no plan is better, and ${count} ${otherPlanCount === 1 ? 'is' : 'are'} as good`;
}

/** How the spare seats are used, and how much of what the groups do is in the room. */
function roomText(plan: Plan, by: InviteOptions['by'], groups: readonly string[]): string {
  const { invites, size, emptySeats, responsibilityCount, uncoveredResponsibilities } = plan;
  const spare = invites.totalCount - size;
  const filled =
    spare === 0
      ? []
      : [`${counted(spare, 'spare seat')} ${spare === 1 ? 'goes' : 'go'} to who adds most responsibilities.`];
  const empty =
    emptySeats === null || emptySeats === 0
      ? []
      : [`${counted(emptySeats, 'seat')} ${emptySeats === 1 ? 'stays' : 'stay'} empty.`];
  const room =
    responsibilityCount === 0 || invites.totalCount === 0 || by === 'responsibility'
      ? []
      : [
          `The ${counted(invites.totalCount, 'invited role')} ${invites.totalCount === 1 ? 'has' : 'have'} ` +
            `${grouped(responsibilityCount - uncoveredResponsibilities.totalCount)} of the ${counted(responsibilityCount, 'responsibility', 'responsibilities')} of ${inWords(groups)}.`,
        ];
  return [...filled, ...empty, ...room].join(' ');
}

/** What inviting roles from outside the groups would change; empty if nothing. */
function catalogText(plan: Plan, by: InviteOptions['by'], groups: readonly string[]): string {
  const { from, size, fromCatalog } = plan;
  // With roles of the catalog, what several groups have is one item.
  const share = (of: Pick<Plan, 'coveredCount' | 'itemCount'>) => of.coveredCount / Math.max(1, of.itemCount);
  const covers = share(fromCatalog) - share(plan);
  if (from === 'CATALOG' || covers < 0 || (covers === 0 && fromCatalog.size >= size)) return '';
  const { coveredCount, itemCount } = fromCatalog;
  const would =
    covers > 0
      ? `would cover ${grouped(coveredCount)} of ${counted(itemCount, by, units[by].plural)}`
      : 'would be enough';
  return `Only members of ${inWords(groups)} are invited. With roles that do the same elsewhere (--from catalog), ${counted(fromCatalog.size, 'role')} ${would}.`;
}
