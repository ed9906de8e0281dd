import type { CoverageUnit } from '../../analysis/coverage/coverage-item.ts';
import { inWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { capitalized, spelledNumber, spelledNumberOf } from '../../text/spelled-number.ts';
import { oneText } from '../sentences.ts';
import type { PlanData, PlannedItem } from './plan-data.ts';

/** How many invites the description names. */
const mostDescribed = 12;

/** What the things to cover are called on a page for people. */
const unitNames: Readonly<Record<CoverageUnit, readonly [one: string, many: string]>> = {
  CATEGORY: ['heading', 'headings'],
  RESPONSIBILITY: ['duty', 'duties'],
  TOPIC: ['topic', 'topics'],
};

/** E.g. "two headings". */
export function itemsInWords(count: number, unit: CoverageUnit): string {
  return spelledNumberOf(count, ...unitNames[unit]);
}

/** An item with the group that needs it, if that is said, e.g. "Backup · Security". */
export function nameOfItem({ label, group }: Pick<PlannedItem, 'label' | 'group'>): string {
  return group === '' ? label : `${label} · ${group}`;
}

/** How many people a plan has. */
export interface PlannedPeople {
  /** Those who are needed for what is covered. */
  readonly needed: number;
  /** Those and the ones on spare seats. */
  readonly invited: number;
}

function peopleOf({ size, invites }: PlanData): PlannedPeople {
  return { needed: size, invited: invites.length };
}

/** E.g. "Security review: six people cover all six headings". */
export function planTitle(plan: PlanData, people: PlannedPeople = peopleOf(plan)): string {
  const { groups, unit, items, coveredCount } = plan;
  const { needed: size, invited } = people;
  const [one, many] = unitNames[unit];
  const subject = `${inWords(groups, 3)} review`;
  if (items.length === 0) return `${subject}: there is no ${one} to cover`;
  if (coveredCount === 0) return `${subject}: nobody covers any ${one}`;
  const verb = size === 1 ? 'covers' : 'cover';
  const who =
    invited > size
      ? `${spelledNumberOf(invited, 'person', 'people')}; ${spelledNumber(size)} of them ${verb}`
      : `${spelledNumberOf(size, 'person', 'people')} ${verb}`;
  if (coveredCount < items.length) {
    return `${subject}: ${who} ${spelledNumber(coveredCount)} of ${itemsInWords(items.length, unit)}`;
  }
  if (items.length === 1) return `${subject}: ${who} the only ${one}`;
  return `${subject}: ${who} ${items.length === 2 ? 'both' : `all ${spelledNumber(items.length)}`} ${many}`;
}

/** How good the plan is, how spare seats are used, and how much of what the groups do is in the room. */
export function planLead(plan: PlanData): string {
  if (plan.invites.length === 0) return '';
  const quality = qualitySentence(plan);
  const others = otherPlans(plan);
  const full =
    quality === '' || others === null ? quality : `${quality.slice(0, -1)}; ${others.text} ${others.verb} as good.`;
  return oneText([full, seatsSentence(plan), dutiesSentence(plan)]);
}

/** How many other plans are as good, e.g. "at least two other plans", and the verb; null if there are none, or it is not known. */
export function otherPlans({
  optimal,
  otherPlanCount,
  otherPlansAreExact,
}: PlanData): { readonly text: string; readonly verb: string } | null {
  if (!optimal || otherPlanCount === null || otherPlanCount === 0) return null;
  const text = `${otherPlansAreExact ? '' : 'at least '}${spelledNumberOf(otherPlanCount, 'other plan', 'other plans')}`;
  return { text, verb: otherPlanCount === 1 ? 'is' : 'are' };
}

/** How good the plan is. Of one whose roles were all given, nothing was left to choose. */
export function qualitySentence({ optimal, invites, size, max, coveredCount, items }: PlanData): string {
  const given = invites.filter(({ seat }) => seat === 'REQUIRED').length;
  if (coveredCount === 0 || given === size) return '';
  if (!optimal) return 'A better plan may exist.';
  const isLimited = max !== null && coveredCount < items.length && size >= max;
  const best = [
    given === 0 ? '' : `With ${given === 1 ? 'the one' : `the ${spelledNumber(given)}`} invited by name, `,
    isLimited ? `no other ${spelledNumber(size - given)} cover more` : 'no plan with fewer people covers as much',
  ].join('');
  return `${capitalized(best)}.`;
}

/** Who has the seats that the plan does not need, and how many stay empty; empty if there are no such seats. */
export function seatsSentence({ invites, emptySeats }: PlanData): string {
  const spare = invites.filter(({ seat }) => seat === 'SPARE').length;
  const filled =
    spare === 0
      ? ''
      : `${capitalized(spelledNumberOf(spare, 'more seat goes', 'more seats go'))} to those who add most duties.`;
  const empty =
    emptySeats === null || emptySeats === 0
      ? ''
      : `${capitalized(spelledNumberOf(emptySeats, 'seat', 'seats'))} ${emptySeats === 1 ? 'stays' : 'stay'} empty.`;
  return `${filled} ${empty}`.trim();
}

/** How many of the duties of the groups the invited do together; empty where duties are what is to be covered. */
export function dutiesSentence({ unit, groups, dutyCount, uncoveredDuties }: PlanData): string {
  if (dutyCount === 0 || unit === 'RESPONSIBILITY') return '';
  const done = dutyCount - uncoveredDuties.length;
  const duties = spelledNumberOf(dutyCount, 'duty', 'duties');
  if (done === dutyCount) return `Together they do all ${duties} of ${inWords(groups, 3)}.`;
  return `Together they do ${spelledNumber(done)} of the ${duties} of ${inWords(groups, 3)}.`;
}

/** What else a reader of the page needs, in full sentences. */
export function planRemarks({ invites }: PlanData, drawnCount: number): readonly string[] {
  const drawn = invites.slice(0, drawnCount);
  const sources = new Map(
    drawn.flatMap(({ sources: cited }) => cited.map(({ slug, title }) => [slug, title] as const)),
  );
  const named = [...sources].map(([slug, title]) => `${slug} is "${title}"`);
  const more = invites.length - drawn.length;
  return [
    ...(more > 0 ? [`${grouped(more)} more invites are in the table of this picture.`] : []),
    ...(named.length > 0 ? [`In brackets is where it says so, by source and line: ${inWords(named)}.`] : []),
  ];
}

/** The plan in full sentences, for people who do not see it. */
export function planDescription(plan: PlanData): string {
  const { invites, items, unit, uncoveredDuties } = plan;
  const who = invites.slice(0, mostDescribed).map(({ label, brings }) => {
    const what = brings.map((item) => item.label);
    return what.length === 0 ? label : `${label} for ${inWords(what, 3)}`;
  });
  const more = invites.length > mostDescribed ? [`${invites.length - mostDescribed} more`] : [];
  const uncovered = items.filter(({ by }) => by.length === 0).map(({ label }) => label);
  return oneText([
    `${planTitle(plan)}.`,
    planLead(plan),
    invites.length === 0 ? '' : `Invited are: ${[...who, ...more].join('; ')}.`,
    uncovered.length === 0 ? '' : `Nobody invited covers ${inWords(uncovered)}.`,
    unit === 'RESPONSIBILITY' || uncoveredDuties.length === 0
      ? ''
      : `Nobody invited does ${itemsInWords(uncoveredDuties.length, 'RESPONSIBILITY')}: ${inWords(uncoveredDuties)}.`,
  ]);
}
