import type { PlanData, PlannedItem } from '../../../src/drawing/plan/plan-data.ts';
import { nameOfItem } from '../../../src/drawing/plan/plan-sentences.ts';
import type { PlanQuestion } from '../../state/address/plan-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { InviteDetails, InviteLine } from '../../state/questions/plan-questions.ts';
import type { Member } from '../../state/team.ts';
import { words } from '../../words/words.ts';
import { placeOf } from '../evidence/place-of.ts';

/** A plan and what it was asked by. */
export interface AskedPlan {
  readonly plan: PlanData;
  readonly question: PlanQuestion;
  readonly frame: Frame | undefined;
}

/** The items that an invite covers: those that nobody else invited does, and the others. */
export interface Covered {
  readonly alone: readonly PlannedItem[];
  readonly withOthers: readonly PlannedItem[];
}

export function coveredBy({ items }: PlanData, position: number): Covered {
  const covered = items.filter(({ by }) => by.includes(position));
  return {
    alone: covered.filter(({ by }) => by.length === 1),
    withOthers: covered.filter(({ by }) => by.length > 1),
  };
}

/** The lines of a role that count for a plan: those of its groups, or all if any line of the catalog counts. */
export function linesIn(
  lines: readonly InviteLine[],
  question: PlanQuestion,
  frame: Frame | undefined,
): readonly InviteLine[] {
  if (question.isFromCatalog) return lines;
  const groups = groupIds(question, frame);
  const isIn = ({ category, pillar, organizationTypes }: InviteLine) =>
    groups.has(category.id) ||
    (pillar !== null && groups.has(pillar.id)) ||
    organizationTypes.some(({ id }) => groups.has(id));
  const own = lines.filter(isIn);
  // A category whose name is in the address cannot be told from others by it.
  return own.length > 0 ? own : lines;
}

/** The ids of the groups of a question. An address may have names in place of ids. */
function groupIds({ cover }: PlanQuestion, frame: Frame | undefined): ReadonlySet<string> {
  const groups = frame === undefined ? [] : [...frame.pillars, ...frame.organizationTypes];
  return new Set(cover.map((value) => groups.find(({ id, name }) => id === value || name === value)?.id ?? value));
}

/** Something that a role has for one of the groups of a plan. */
export interface OfGroup {
  readonly id: string;
  /** The name of the group; empty if it is not said. */
  readonly group: string;
}

/** The first line that gives a category or a duty to a role for a group; null if there is none. */
export function lineFor(lines: readonly InviteLine[], { id, group }: OfGroup, asked: AskedPlan): InviteLine | null {
  const names = ({ category, responsibilities }: InviteLine) =>
    category.id === id || responsibilities.some((duty) => duty.id === id);
  return linesOfGroup(lines, group, asked).find(names) ?? lines.find(names) ?? null;
}

/** The place of this line; null if there is none, or the catalog does not say. */
export function placeFor(lines: readonly InviteLine[], of: OfGroup, asked: AskedPlan): string | null {
  const line = lineFor(lines, of, asked);
  return line === null ? null : placeOf(line);
}

function linesOfGroup(lines: readonly InviteLine[], group: string, { plan, question, frame }: AskedPlan) {
  const named = question.cover[plan.groups.indexOf(group)];
  if (named === undefined || plan.groups.length === 1) return lines;
  return linesIn(lines, { ...question, cover: [named] }, frame);
}

/** The name of a duty of a plan, with its group if the plan has several. */
export function nameOfDuty(
  { label, group }: { readonly label: string; readonly group: { readonly label: string } | null },
  { groups }: Pick<PlanData, 'groups'>,
): string {
  return nameOfItem({ label, group: groups.length > 1 && group !== null ? group.label : '' });
}

/**
 * What a seat is for: what nobody else of the plan covers. Nobody on a spare seat counts, and such a seat is for duties in place of
 * that.
 */
export function purposeOf({ items, invites }: PlanData, position: number): readonly PlannedItem[] {
  const isPlanned = (other: number) => invites[other]?.seat !== 'SPARE';
  return items.filter(({ by }) => by.includes(position) && by.filter(isPlanned).every((other) => other === position));
}

/** What a plan counts, e.g. "heading" or "headings". */
export function unitOf({ unit }: PlanData, count: number): string {
  return words.plan.unit[unit][count === 1 ? 'one' : 'other'];
}

/** What a seat is for that nobody could take. */
export type NobodyForSeat =
  | { readonly is: 'FOR_ITEMS'; readonly items: readonly string[] }
  | { readonly is: 'FOR_DUTIES'; readonly count: number }
  /** Others invited cover it, too; how many duties are lost without the seat. */
  | { readonly is: 'NOT_NEEDED'; readonly count: number };

/** Why nobody could take the seat of an invite. */
export function nobodyForSeat(plan: PlanData, position: number, invite: InviteDetails): NobodyForSeat {
  const { totalCount: count } = invite.exclusiveResponsibilities;
  if (invite.seat === 'SPARE' && count > 0) return { is: 'FOR_DUTIES', count };
  const items = invite.seat === 'SPARE' ? [] : purposeOf(plan, position).map(nameOfItem);
  return items.length > 0 ? { is: 'FOR_ITEMS', items } : { is: 'NOT_NEEDED', count };
}

/** A role that could take a seat, and which duties would then be lost. */
export interface StandIn {
  readonly id: string;
  readonly slug: string;
  readonly label: string;
  /** By name; those whose names are known. */
  readonly lost: readonly string[];
  readonly lostCount: number;
}

/** Who could take the seat of an invite, the most alike first. */
export function standInsOf({ alternates, exclusiveResponsibilities }: InviteDetails): readonly StandIn[] {
  const { totalCount, edges } = exclusiveResponsibilities;
  return alternates.edges.map(({ node, sharedResponsibilityCount }) => ({
    ...node,
    lost: edges.filter(({ carriers }) => !carriers.nodes.some(({ id }) => id === node.id)).map(({ label }) => label),
    lostCount: totalCount - sharedResponsibilityCount,
  }));
}

/** A role that could take a seat, with how much it does of what nobody else invited does, if that is not all. */
export function standInText({ label, lostCount }: StandIn, { exclusiveResponsibilities }: InviteDetails): string {
  const { totalCount: count } = exclusiveResponsibilities;
  return lostCount === 0 ? label : `${label} ${words.plan.standIns.doesOnPaper(count - lostCount, count)}`;
}

/** Which people of a team have a role, by name. */
export function peopleWith(team: readonly Member[], role: string): readonly string[] {
  return team.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
}

/** The roles of a team, each once. */
export function rolesOf(team: readonly Member[]): readonly string[] {
  return [...new Set(team.flatMap(({ roles }) => roles))];
}

/** People who alone have several of the invited roles, with the numbers of their seats. */
export function peopleOnSeveral(
  team: readonly Member[],
  { invites }: PlanData,
): readonly { readonly name: string; readonly seats: readonly number[] }[] {
  return team
    .map(({ name, roles }) => ({
      name,
      seats: invites.flatMap(({ id }, position) => (roles.includes(id) ? [position + 1] : [])),
    }))
    .filter(({ seats }) => seats.length > 1);
}

/** Few people who together have all of some invited roles that somebody has: first whoever has most of them. */
export function fewestPeople(team: readonly Member[], invites: PlanData['invites']): readonly string[] {
  const left = new Set(invites.map(({ id }) => id));
  const people: string[] = [];
  for (;;) {
    const having = ({ roles }: Member) => roles.filter((role) => left.has(role));
    const [first] = team.toSorted((a, b) => having(b).length - having(a).length);
    const theirs = first === undefined ? [] : having(first);
    if (first === undefined || theirs.length === 0) return people;
    people.push(first.name);
    for (const role of theirs) left.delete(role);
  }
}
