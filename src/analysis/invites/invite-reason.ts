import { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { eitherInWords, inWords } from '../../text/in-words.ts';
import type { CoverageItem } from '../coverage/coverage-item.ts';
import { linesOfRoles } from '../coverage/coverage.ts';
import type { Requirements } from '../coverage/requirements.ts';
import type { InviteSeat } from './invite-plan.ts';
import type { Alternate } from './room.ts';

/** What a reason is made of. */
export interface ReasonFacts {
  readonly role: Role;
  readonly seat: InviteSeat;
  /** The requested items that nobody else in the plan covers; none for a spare seat. */
  readonly alone: readonly CoverageItem[];
  /** Whether nobody on a spare seat covers any of them either. */
  readonly isCoveredOnce: boolean;
  /** The responsibilities of the groups that no other invite carries. */
  readonly exclusiveDuties: readonly CoverageItem[];
  /** How many responsibilities of the groups it carries. */
  readonly dutyCount: number;
  readonly alternates: readonly Alternate[];
  /** Of those who are not invited, who has most of what the seat is for, and what of it; nobody where none has any. */
  readonly closest?: { readonly role: Role; readonly has: readonly CoverageItem[] };
}

/** How many items, and how many alternates, a reason names. */
const mostItems = 5;
const mostAlternates = 2;

/**
 * Why a role is invited, in sentences that can be sent to the person: what nobody else brings, with the places that say so,
 * and who could come instead. E.g. 'Is the only one invited for Governance & Oversight (001:47). Brings 2 duties that
 * nobody else invited has: "Assess security risks" and "Define the security architecture" (001:47). Cloud Security Engineer
 * (1 of these 2 duties) could come instead.'
 */
export function* inviteReason(graph: CatalogGraph, requirements: Requirements, facts: ReasonFacts): Steps<string> {
  const places = new Map<CoverageItem, string>();
  const roles = new RoleSet(graph.roles.length, [facts.role.index]);
  for (const item of [...facts.alone.slice(0, mostItems), ...facts.exclusiveDuties.slice(0, mostItems)]) {
    const [line] = yield* linesOfRoles(graph, roles, requirements, item, 1);
    if (line !== undefined) places.set(item, line.place);
  }
  const { groups = [] } = requirements.scope;
  const wording = { places, groups: inWords(groups.map(({ label }) => label)), isOfOneGroup: groups.length === 1 };
  return [
    seatSentence(facts, wording),
    coverSentence(facts, wording),
    dutiesSentence(facts, wording),
    alternatesSentence(facts, wording),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

interface Wording {
  readonly places: ReadonlyMap<CoverageItem, string>;
  readonly groups: string;
  readonly isOfOneGroup: boolean;
}

function seatSentence({ seat, alone, dutyCount }: ReasonFacts, { groups }: Wording): string {
  if (seat !== 'REQUIRED') return '';
  return alone.length === 0 && dutyCount === 0 ? `Invited by name; carries nothing of ${groups}.` : 'Invited by name.';
}

/** What it alone covers in the plan, where that is not duties. */
function coverSentence({ alone, isCoveredOnce }: ReasonFacts, wording: Wording): string {
  const [first] = alone;
  if (first === undefined || first.node.kind === 'RESPONSIBILITY') return '';
  const predicate = isCoveredOnce ? 'Is the only one invited for' : 'Covers';
  const names = namesOf(alone, wording);
  if (first.node.kind !== 'TOPIC') return `${predicate} ${names}.`;
  if (isGrouped(first, wording)) return `${predicate} these topics: ${names}.`;
  return `${predicate} the ${alone.length === 1 ? 'topic' : 'topics'} ${names}.`;
}

function dutiesSentence({ exclusiveDuties, dutyCount }: ReasonFacts, wording: Wording): string {
  const count = exclusiveDuties.length;
  if (count === 0) {
    if (dutyCount === 0) return '';
    const its =
      dutyCount === 1 ? `Its one duty of ${wording.groups} is` : `All its ${dutyCount} duties of ${wording.groups} are`;
    return `${its} brought by others, too.`;
  }
  const duties = count === 1 ? 'a duty' : `${count} duties`;
  return `Brings ${duties} that nobody else invited has: ${namesOf(exclusiveDuties, wording)}.`;
}

/** Who could come instead; where nobody could, who comes closest. */
function alternatesSentence(facts: ReasonFacts, wording: Wording): string {
  const { seat, alone, isCoveredOnce, exclusiveDuties, alternates, closest } = facts;
  if (alternates.length > 0) return `${eitherInWords(alternatesWithDuties(facts))} could come instead.`;
  const [first] = seat === 'SPARE' ? exclusiveDuties : alone;
  // Where somebody on a spare seat covers it, too, the room can do without the role.
  if (first === undefined || !isCoveredOnce) return '';
  const verb = first.node.kind === 'RESPONSIBILITY' ? 'has' : 'covers';
  if (closest === undefined) return `Nobody could come instead: no other role that may be invited ${verb} any of that.`;
  const what = namesOf(closest.has, { ...wording, places: new Map() });
  return `No other role that may be invited ${verb} all of that; ${closest.role.label} comes closest, with ${what}.`;
}

/**
 * The first alternates, by name. They cover the same, but may have few of the duties that were named before: unless each has
 * all of them, each is followed by how many it has.
 */
function alternatesWithDuties({ exclusiveDuties, alternates }: ReasonFacts): readonly string[] {
  const duties = exclusiveDuties.length;
  const named = alternates.slice(0, mostAlternates);
  if (named.every(({ sharedDutyCount }) => sharedDutyCount === duties)) return named.map(({ role }) => role.label);
  return named.map(({ role, sharedDutyCount }, index) => {
    return `${role.label} (${dutiesInWords(sharedDutyCount, duties, index === 0)})`;
  });
}

/** How many of some duties a role has: "2 of these 3 duties", or "2 of them" where the duties were mentioned before. */
function dutiesInWords(count: number, duties: number, isFirst: boolean): string {
  if (duties === 1) return count === 1 ? 'with this duty' : 'without this duty';
  if (count === duties && isFirst) return duties === 2 ? 'both duties' : `all ${duties} duties`;
  if (count === duties) return duties === 2 ? 'both' : 'all of them';
  return `${count === 0 ? 'none' : count} of ${isFirst ? `these ${duties} duties` : 'them'}`;
}

/** Whether an item is named with its group: where several were asked about, and it does not say itself what it belongs to. */
function isGrouped({ node, group }: CoverageItem, { isOfOneGroup }: Wording): boolean {
  return !isOfOneGroup && group !== null && node.kind !== 'CATEGORY';
}

/** Items with their places, those of each group by themselves. A place of all is written once. */
function namesOf(items: readonly CoverageItem[], wording: Wording): string {
  const shown = items.slice(0, mostItems);
  const more = items.length > shown.length ? [`${items.length - shown.length} more`] : [];
  const byGroup = Map.groupBy(shown, (item) => (isGrouped(item, wording) ? item.group : null));
  const parts = [...byGroup].map(([group, those]) => {
    return group === null ? withPlaces(those, wording, more) : `${withPlaces(those, wording)} for ${group.label}`;
  });
  const isNamedApart = !byGroup.has(null);
  return [...parts, ...(isNamedApart ? more.map((rest) => `and ${rest}`) : [])].join('; ');
}

/** @param more how many are not named, if any. */
function withPlaces(items: readonly CoverageItem[], { places }: Wording, more: readonly string[] = []): string {
  const each = items.map((item) => ({
    name: item.node.kind === 'RESPONSIBILITY' ? `"${item.node.label}"` : item.node.label,
    place: places.get(item) ?? '',
  }));
  const bracketed = (place: string) => (place === '' ? '' : ` (${place})`);
  const [first] = each;
  if (first !== undefined && each.every(({ place }) => place === first.place)) {
    const rest = more.map((text) => `, and ${text}`).join('');
    return `${inWords(each.map(({ name }) => name))}${bracketed(first.place)}${rest}`;
  }
  return inWords([...each.map(({ name, place }) => `${name}${bracketed(place)}`), ...more], Infinity);
}
