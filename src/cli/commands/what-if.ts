import { additionsByGain, additionsOf, coverageOf } from '../../analysis/coverage/coverage.ts';
import { itemsByName, type CoverageItems } from '../../analysis/coverage/coverage-item.ts';
import { Handovers, type Handover } from '../../analysis/coverage/handover.ts';
import { scopeOf, type Scope } from '../../analysis/coverage/requirements.ts';
import { titleOfPosition, type Position, type TeamCover } from '../../analysis/coverage/team.ts';
import { whatIf, type StaffChange, type TeamChange } from '../../analysis/coverage/what-if.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { inWords, numberOf } from '../../text/in-words.ts';
import { answerQuestion } from '../answer-question.ts';
import type { ExitCode } from '../exit-codes.ts';
import { labelled, titled } from '../node-fields.ts';
import { listedItems, pageFields } from '../output/listed-items.ts';
import { moreText, percentText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { chosenScope, type ScopeChoice } from '../scope-choices.ts';
import { groupCells, itemWithPeople } from '../team/covered-items.ts';
import { namedTeam, type TeamOptions } from '../team/named-team.ts';
import { notThereLines } from '../team/people-text.ts';
import { readTeam } from '../team/read-team.ts';
import { changeOf, checkChangeGiven, type ChangeOptions } from '../team/team-change.ts';

export interface WhatIfOptions extends ReportOptions, Partial<TeamOptions>, ChangeOptions {
  /** The file of the team; without it, the team is all roles of the catalog. */
  readonly team?: string;
  readonly from?: ScopeChoice;
}

const terms = {
  absent: '--absent',
  'input.team': '--team',
  'input.leave': '--leave',
  'input.join': '--join',
  'input.takeOver': '--take-over',
  'input.remove': '--remove',
  'input.add': '--add',
  'input.merge': '--merge',
  takeOver: '--take-over',
};

/** `rolegraph whatif`: what is lost, and who could take it over, if people or roles leave, join or change. */
export async function whatIfCommand(
  terminal: Terminal,
  words: readonly string[],
  options: WhatIfOptions,
): Promise<ExitCode> {
  checkChangeGiven(options);
  const from = chosenScope(options.from, words, 'whatif');
  const file = options.team === undefined ? undefined : await readTeam(options.team, terminal.stdin);
  return answerQuestion(terminal, options, terms, async ({ names, graph }) => {
    const scope = scopeOf(words.length === 0 ? undefined : await names.distinctGroups(words), from);
    const team = file && (await namedTeam(file, names, options));
    const change = await changeOf(names, team, options);
    return whatIfReport(answerOf(graph, change, scope), team === undefined ? [] : notThereLines(team));
  });
}

type WhatIfAnswer = ReturnType<typeof answerOf>;

/** The answer of the GraphQL field `whatIf`, with all pages of the responsibilities. */
function answerOf(graph: CatalogGraph, change: TeamChange | StaffChange, scope: Scope) {
  const changed = runToCompletion(whatIf(graph, change, scope));
  const { before, after, lost, gained, newlySingle, noLongerSingle } = changed;
  const handovers = new Handovers(graph, changed);
  const unplaced = runToCompletion(handovers.unplaced());
  const additions = runToCompletion(additionsOf(graph, unplaced));
  return {
    whatIf: {
      from: scope.from,
      before: stateOf(before),
      after: stateOf(after),
      lost: dutiesOf(lost, before),
      gained: dutiesOf(gained, after),
      newlySingle: dutiesOf(newlySingle, after),
      noLongerSingle: dutiesOf(noLongerSingle, after),
      handover: {
        ...pageFields(handovers.duties, itemsByName),
        nodes: handovers.duties.map((item) => handoverFields(runToCompletion(handovers.of(item)))),
      },
      hires: {
        ...pageFields(additions, additionsByGain),
        nodes: additions.map(({ role, gain, itemCount }) => ({
          role: titled(role),
          gain,
          adds: { itemCount },
        })),
      },
    },
  };
}

function stateOf(cover: TeamCover) {
  const { covered, uncovered, shares } = runToCompletion(coverageOf(cover));
  return {
    positions: { totalCount: cover.team.positions.length },
    coverage: {
      shares: { responsibilities: shares.RESPONSIBILITY },
      covered: { responsibilities: { totalCount: covered.RESPONSIBILITY.length } },
      uncovered: { responsibilities: { totalCount: uncovered.RESPONSIBILITY.length } },
    },
  };
}

function dutiesOf(items: CoverageItems, cover: TeamCover) {
  const list = items.RESPONSIBILITY;
  return { responsibilities: { ...listedItems(list), edges: list.map((item) => itemWithPeople(item, cover)) } };
}

function positionFields(position: Position) {
  return { title: titleOfPosition(position) };
}

function handoverFields({ item, before, successors }: Handover) {
  return {
    responsibility: labelled(item.node),
    group: item.group && labelled(item.group),
    before: before.map(positionFields),
    successors: successors.map(({ position, nearness, overlap, dutyCount, reason }) => ({
      position: positionFields(position),
      nearness,
      overlap,
      otherDutyCount: dutyCount,
      reason,
    })),
  };
}

/** How many rows of a table are printed. */
const mostRows = 30;

/** @param notThere lines that say who of the team is not counted. */
export function whatIfReport(data: WhatIfAnswer, notThere: readonly string[] = []): Report {
  const { handover, hires, gained, newlySingle, noLongerSingle } = data.whatIf;
  const byNearest = handover.nodes.toSorted(
    (a, b) => Number(b.successors.length === 0) - Number(a.successors.length === 0),
  );
  return {
    data,
    main: handoverTable(handover.nodes),
    summary: [summaryOf(data.whatIf), ...notThere].join('\n'),
    parts: [
      nearestTable(byNearest.slice(0, mostRows)),
      moreText(byNearest.length, mostRows),
      hiresTable(hires.nodes.slice(0, mostHires)),
      moreText(hires.totalCount, mostHires),
      ...dutyParts('Newly rests on one alone', newlySingle.responsibilities.edges),
      ...dutyParts('Newly done', gained.responsibilities.edges),
      ...dutyParts('No longer rests on one alone', noLongerSingle.responsibilities.edges),
    ],
  };
}

const mostHires = 5;

function summaryOf({ before, after, lost, handover, hires }: WhatIfAnswer['whatIf']): string {
  const [was, is] = [before, after].map(({ coverage }) => coverage.covered.responsibilities.totalCount);
  const all =
    before.coverage.covered.responsibilities.totalCount + before.coverage.uncovered.responsibilities.totalCount;
  const { responsibilities: share } = after.coverage.shares;
  const counted = `The team covers ${is} of ${numberOf(all, 'responsibility', 'responsibilities')}${share === null ? '' : ` (${percentText(share)})`} after the change, ${was} before.`;
  const lostCount = lost.responsibilities.totalCount;
  if (lostCount === 0) return `${counted} Nothing is lost.`;
  const unplaced = handover.nodes.filter(({ successors }) => successors.length === 0).length;
  const placed = handover.totalCount - unplaced;
  const near = Map.groupBy(
    handover.nodes.flatMap(({ successors: [nearest] }) => (nearest === undefined ? [] : [nearest.position.title])),
    (title) => title,
  );
  const nearest = [...near]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([title, { length }]) => `${title} (${length})`);
  const taken =
    placed === 0
      ? ''
      : ` Nearest to ${placed === handover.totalCount ? 'them' : `${placed} of them`}: ${inWords(nearest)}.`;
  const [first] = hires.nodes;
  const left =
    unplaced === 0
      ? ''
      : ` Nobody is near to ${unplaced}${first === undefined ? '' : `; ${first.role.label} would add most of them`}.`;
  return `${counted} ${lostCount} ${lostCount === 1 ? 'is' : 'are'} lost.${taken}${left}`;
}

type HandoverNode = WhatIfAnswer['whatIf']['handover']['nodes'][number];

function nearestTable(nodes: readonly HandoverNode[]): Table {
  const inGroup = groupCells(nodes);
  return {
    columns: ['Lost', ...inGroup.column, 'Before', 'Who is nearest', 'Or'],
    rows: nodes.map(({ responsibility, group, before, successors: [nearest, ...others] }) => [
      responsibility.label,
      ...inGroup.cell(group),
      before.map(({ title }) => title),
      nearest?.reason ?? 'nobody',
      others.slice(0, 2).map(({ position }) => position.title),
    ]),
  };
}

function handoverTable(nodes: readonly HandoverNode[]): Table {
  return {
    columns: ['Id', 'Lost', 'Group', 'Before', 'Nearest', 'Nearness', 'Overlap', 'Reason', 'Others'],
    rows: nodes.map(({ responsibility, group, before, successors: [nearest, ...others] }) => [
      responsibility.id,
      responsibility.label,
      group?.label ?? '',
      before.map(({ title }) => title),
      nearest?.position.title ?? '',
      nearest?.nearness ?? '',
      nearest?.overlap ?? '',
      nearest?.reason ?? '',
      others.map(({ position }) => position.title),
    ]),
  };
}

function hiresTable(nodes: WhatIfAnswer['whatIf']['hires']['nodes']): Table {
  return {
    columns: ['Look for', rightAligned('Would carry of what nobody is near to')],
    rows: nodes.map(({ role, adds }) => [role.label, adds.itemCount]),
  };
}

type Duty = WhatIfAnswer['whatIf']['gained']['responsibilities']['edges'][number];

function dutyParts(heading: string, edges: readonly Duty[]): readonly (Table | string)[] {
  const shown = edges.slice(0, mostRows);
  const inGroup = groupCells(shown);
  const hasPeople = shown.some(({ people }) => people.length > 0);
  const table = {
    columns: [heading, ...inGroup.column, ...(hasPeople ? ['Who'] : [])],
    rows: shown.map(({ label, group, people }) => [
      label,
      ...inGroup.cell(group),
      ...(hasPeople ? [people.map(({ name }) => name)] : []),
    ]),
  };
  return [table, moreText(edges.length, shown.length)];
}
