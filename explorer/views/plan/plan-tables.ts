import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import { nameOfItem } from '../../../src/drawing/plan/plan-sentences.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { PlanDetails, PlanRequest } from '../../state/questions/plan-questions.ts';
import type { Table } from '../../state/table.ts';
import type { Member } from '../../state/team.ts';
import { words } from '../../words/words.ts';
import { placeOf } from '../evidence/place-of.ts';
import { openIn } from './plan-change.ts';
import { coveredBy, linesIn, nameOfDuty, peopleWith, standInText, standInsOf } from './plan-facts.ts';
import { titleOf } from './plan-texts.ts';

const between = '; ';

interface TabledPlan {
  readonly request: PlanRequest;
  readonly plan: PlanData;
  readonly details: PlanDetails;
  readonly frame: Frame | undefined;
  readonly team: readonly Member[];
}

/** A plan as tables: who is invited and why, and who covers what. */
export function planTables(tabled: TabledPlan): readonly Table[] {
  return [invitesTable(tabled), coverageTable(tabled.plan)];
}

function invitesTable({ request, plan, details, frame, team }: TabledPlan): Table {
  const { columns } = words.plan.table;
  const { question } = request;
  return {
    title: titleOf(plan, request.among === null ? null : team),
    columns: columns.invites,
    rows: details.invites.edges.map((invite, position) => {
      const { node, seat, exclusiveResponsibilities } = invite;
      const lines = linesIn(node.appearances, question, frame);
      const { alone, withOthers } = coveredBy(plan, position);
      const duties = new Set(lines.flatMap(({ responsibilities }) => responsibilities.map(({ name }) => name)));
      return [
        position + 1,
        node.label,
        peopleWith(team, node.id).join(between) || null,
        words.plan.seat[seat],
        [...alone, ...withOthers].map(nameOfItem).join(between),
        exclusiveResponsibilities.edges.map((duty) => nameOfDuty(duty, plan)).join(between),
        [...duties].join(between),
        [...new Set(lines.flatMap((line) => placeOf(line) ?? []))].join(between),
        standInsOf(invite)
          .map((standIn) => standInText(standIn, invite))
          .join(between),
        invite.reason,
      ];
    }),
  };
}

function coverageTable(plan: PlanData): Table {
  const { columns, nobody, coverage } = words.plan.table;
  const { items, invites, unit } = plan;
  const who = (by: readonly number[]) => by.flatMap((position) => invites[position]?.label ?? []).join(between);
  return {
    title: coverage,
    columns: columns.coverage,
    rows: [
      ...items.map((item) => [
        words.plan.unit[unit].one,
        nameOfItem(item),
        item.by.length === 0 ? nobody : who(item.by),
        item.duties?.covered ?? null,
        item.duties?.count ?? null,
      ]),
      ...openIn(plan).duties.map((label) => [words.plan.unit.RESPONSIBILITY.one, label, nobody, null, null]),
    ],
  };
}
