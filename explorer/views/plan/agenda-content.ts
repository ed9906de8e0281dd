import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import { nameOfItem } from '../../../src/drawing/plan/plan-sentences.ts';
import type { InviteDetails, PlanDetails } from '../../state/questions/plan-questions.ts';
import { words } from '../../words/words.ts';
import { fewOf } from '../first-of.ts';
import type { ShownPlan } from './plan-answer.tsx';
import { openIn } from './plan-change.ts';
import {
  coveredBy,
  linesIn,
  nameOfDuty,
  nobodyForSeat,
  peopleWith,
  placeFor,
  standInText,
  standInsOf,
  unitOf,
} from './plan-facts.ts';
import { leadOf, titleOf } from './plan-texts.ts';

/** What is printed of an invite. */
export interface AgendaRow {
  readonly id: string;
  readonly role: string;
  readonly people: readonly string[];
  /** What it covers, with places. */
  readonly why: string;
  /** Which duties nobody else invited does, with places. */
  readonly only: string;
  readonly standIns: string;
}

/** A plan as it fits on one page. */
export interface Agenda {
  readonly rows: readonly AgendaRow[];
  /** How many invites are left out. */
  readonly moreInvites: number;
  /** What nobody invited covers or does: the first names. */
  readonly open: readonly string[];
  readonly openCount: number;
  /** What the sources are called that places are in, e.g. "001 is “Roles”". */
  readonly sources: readonly string[];
  /** Whether there is room for a name where nobody of the team has the role. */
  readonly hasNames: boolean;
  readonly isSmall: boolean;
}

/** How much is printed, from most to least. */
interface Size {
  readonly invites: number;
  readonly items: number;
  readonly duties: number;
  readonly standIns: number;
  readonly open: number;
  /** Whether letters are small. */
  readonly isSmall: boolean;
}

const sizes: readonly [Size, ...Size[]] = [
  { invites: 60, items: 8, duties: 8, standIns: 3, open: 40, isSmall: false },
  { invites: 60, items: 4, duties: 4, standIns: 3, open: 24, isSmall: false },
  { invites: 60, items: 4, duties: 3, standIns: 2, open: 24, isSmall: false },
  { invites: 60, items: 2, duties: 2, standIns: 2, open: 24, isSmall: false },
  { invites: 60, items: 2, duties: 2, standIns: 2, open: 12, isSmall: false },
  { invites: 60, items: 2, duties: 2, standIns: 2, open: 24, isSmall: true },
  { invites: 60, items: 2, duties: 0, standIns: 1, open: 12, isSmall: true },
  { invites: 60, items: 1, duties: 0, standIns: 1, open: 6, isSmall: true },
  { invites: 30, items: 1, duties: 0, standIns: 1, open: 6, isSmall: true },
  { invites: 20, items: 1, duties: 0, standIns: 1, open: 6, isSmall: true },
  { invites: 10, items: 1, duties: 0, standIns: 0, open: 4, isSmall: true },
];

/**
 * How many characters a line of each column has, in a wide font; the wide ones where there is no column `only`. Lines end at words, so
 * that these are a tenth less than there is room for.
 */
const characters = {
  title: 52,
  lead: 92,
  role: 14,
  why: 19,
  only: 25,
  standIns: 24,
  wideRole: 21,
  wideWhy: 38,
  open: 44,
};
/** How many lines a page has, besides those that every agenda has. */
const linesOfPage = 49;
/** How many lines a line of the title is high. */
const titleHeight = 1.6;
/** How many lines the space and the rule between two rows are high. */
const ruleHeight = { normal: 0.5, small: 0.35 };
/** How many lines high the space for a name is. */
const nameHeight = 1.5;
/** How much smaller small letters are. */
const small = 0.83;

/** As much of a plan as fits on one page. */
export function agendaOf(shown: ShownPlan): Agenda {
  const room = linesOfPage - headHeight(shown);
  const [most, ...less] = sizes;
  let agenda = agendaOfSize(shown, most);
  for (const size of less) {
    if (bodyHeight(agenda) <= room) break;
    agenda = agendaOfSize(shown, size);
  }
  return agenda;
}

/** How many lines the title and the sentence below it take, about. */
function headHeight({ plan, request, team }: ShownPlan): number {
  const ours = request.among === null ? null : team;
  const lines = (text: string, width: number) => Math.ceil(text.length / width);
  return titleHeight * lines(titleOf(plan, ours), characters.title) + lines(leadOf(plan, ours), characters.lead);
}

/** The same for all below that. */
function bodyHeight({ rows, open, hasNames, isSmall }: Agenda): number {
  const scale = isSmall ? small : 1;
  const lines = (text: string, width: number) => Math.ceil((text.length * scale) / width);
  const hasOnly = rows.some(({ only }) => only !== '');
  const [role, why] = hasOnly ? [characters.role, characters.why] : [characters.wideRole, characters.wideWhy];
  const heights = rows.map(
    (row) =>
      (isSmall ? ruleHeight.small : ruleHeight.normal) +
      Math.max(
        lines(row.role, role) + Math.max(row.people.length, hasNames ? nameHeight : 0),
        lines(row.why, why),
        lines(row.only, characters.only),
        lines(row.standIns, characters.standIns),
      ),
  );
  const openHeight = open.reduce((sum, name) => sum + lines(name, characters.open), 0) / 2;
  return scale * (heights.reduce((sum, height) => sum + height, 0) + openHeight);
}

function agendaOfSize(shown: ShownPlan, size: Size): Agenda {
  const { plan, details } = shown;
  const { items, duties } = openIn(plan);
  const open = [...items, ...duties];
  const rows = details.invites.edges
    .slice(0, size.invites)
    .map((invite, position) => rowOf(invite, position, shown, size));
  return {
    rows,
    moreInvites: plan.invites.length - rows.length,
    open: open.slice(0, size.open),
    openCount: open.length,
    sources: sourcesOf(details, rows.length),
    hasNames: size.duties > 0,
    isSmall: size.isSmall,
  };
}

function rowOf(
  invite: InviteDetails,
  position: number,
  { plan, request: { question }, frame, team }: ShownPlan,
  size: Size,
): AgendaRow {
  const { node, exclusiveResponsibilities } = invite;
  const asked = { plan, question, frame };
  const lines = linesIn(node.appearances, question, frame);
  const { alone, withOthers } = coveredBy(plan, position);
  const covers = [...alone, ...withOthers].map((item) => ({
    label: nameOfItem(item),
    place: placeFor(lines, item, asked),
  }));
  const duties = plan.unit === 'RESPONSIBILITY' ? [] : exclusiveResponsibilities.edges;
  const only = duties.map((duty) => ({
    label: nameOfDuty(duty, plan),
    place: placeFor(lines, { id: duty.node.id, group: duty.group?.label ?? '' }, asked),
  }));
  return {
    id: node.id,
    role: node.label,
    people: peopleWith(team, node.id),
    why: inShort(covers, size.items),
    only: size.duties === 0 ? '' : inShort(only, size.duties),
    standIns: standInsText(invite, position, plan, size.standIns),
  };
}

/** The sources of the lines of the first invites. */
function sourcesOf({ invites: { edges } }: PlanDetails, count: number): readonly string[] {
  const lines = edges.slice(0, count).flatMap(({ node }) => node.appearances);
  const titles = new Map(
    lines.flatMap(({ source }) => (source === null ? [] : [[source.source.slug, source.source.title] as const])),
  );
  return [...titles].map(([slug, title]) => words.plan.agenda.source(slug, title));
}

/** Who could take a seat, those with whom nothing is lost first; what others do not do stands behind their names. */
function standInsText(invite: InviteDetails, position: number, plan: PlanData, most: number): string {
  const { agenda } = words.plan;
  const standIns = standInsOf(invite);
  if (standIns.length === 0) {
    const seat = nobodyForSeat(plan, position, invite);
    switch (seat.is) {
      case 'FOR_ITEMS':
        return agenda.nobodyCovers(seat.items.length, unitOf(plan, seat.items.length));
      case 'FOR_DUTIES':
        return agenda.nobodyDoes(seat.count);
      case 'NOT_NEEDED':
        return agenda.nobody;
    }
  }
  const names = standIns.slice(0, most).map((standIn) => standInText(standIn, invite));
  const hasFull = standIns.some(({ lostCount }) => lostCount === 0);
  return (hasFull ? names : [agenda.nobodyFully, ...names]).join('; ');
}

interface Placed {
  readonly label: string;
  readonly place: string | null;
}

/** The first names with their places, and how many more there are; a place of all is said once. */
function inShort(all: readonly Placed[], most: number): string {
  const names = fewOf(all, most);
  const more = all.length - names.length;
  const place = names[0]?.place ?? null;
  const isOnePlace = names.every((name) => name.place === place);
  const texts = names.map((name) => (isOnePlace ? name.label : placedText(name)));
  const text = (more > 0 ? [...texts, words.plan.more(more)] : texts).join('; ');
  return isOnePlace ? placedText({ label: text, place }) : text;
}

function placedText({ label, place }: Placed): string {
  return place === null ? label : `${label} (${place})`;
}
