import { Kind, parse, type SelectionNode } from 'graphql';
import { isList, isObject, isSameJson, type JsonObject } from './json.ts';

// Plans and splits are searched for, as long as there is time. Where two differ, they are held against each other by how
// good they are; what that takes is asked with every plan and split.

const measured: Readonly<Record<string, readonly SelectionNode[]>> = {
  InvitePlan: selectionsOf(
    'itemCount coveredCount optimal lowerBound upperBound size plan: invites(first: 100) { nodes { id } }',
  ),
  Hats: selectionsOf(
    'roleCount unassignedPeople hasEvenLoads optimal cohesion upperBound split: persons { roles { role { id } } }',
  ),
};

/** What is asked of a plan or a split in any case; nothing of other types. */
export function measuredSelections(type: string): readonly SelectionNode[] {
  return measured[type] ?? [];
}

/** What a search has proven when its time is over. */
export const provenFields: ReadonlySet<string> = new Set([
  'InvitePlan.optimal',
  'InvitePlan.lowerBound',
  'InvitePlan.upperBound',
  'InvitePlan.otherPlanCount',
  'InvitePlan.otherPlanCountExact',
  'InviteEdge.essential',
  'Hats.optimal',
  'Hats.upperBound',
]);

/** Who is invited, or who holds what: where that is as recorded, no more may differ than what is proven of it. */
export function isSamePlan(recorded: JsonObject, now: JsonObject): boolean {
  return isSameJson(idsOf(recorded), idsOf(now));
}

function idsOf({ plan, split }: JsonObject): unknown {
  return [plan, split];
}

/** Why an answer to a question is worse than the recorded one; undefined where it is as good or better. */
export type PlanRule = (recorded: JsonObject, now: JsonObject) => string | undefined;

/** By the coordinates of the questions. */
export const planRules: Readonly<Record<string, PlanRule>> = {
  'Query.invitePlan': worsePlan,
  'Query.hats': worseSplit,
};

/** As rounded numbers of the answers may differ. */
const rounding = 1e-9;

/** The most covered, with the fewest invited; and as much of that proven. */
function worsePlan(recorded: JsonObject, now: JsonObject): string | undefined {
  const [before, after] = [numbersOf(recorded), numbersOf(now)];
  const [sizeBefore, sizeAfter] = [sizeOf(recorded), sizeOf(now)];
  if (sizeBefore === undefined || sizeAfter === undefined) return 'no size to compare by';
  if (after('itemCount') !== before('itemCount')) return 'another number of items';
  if (after('coveredCount') < before('coveredCount')) return 'covers less';
  if (after('coveredCount') === before('coveredCount') && sizeAfter > sizeBefore) return 'invites more';
  return lessProven(recorded, now) ?? (after('lowerBound') < before('lowerBound') ? 'a lower lowerBound' : undefined);
}

/** The most even loads, then the greatest cohesion; and as much of that proven. */
function worseSplit(recorded: JsonObject, now: JsonObject): string | undefined {
  const [before, after] = [numbersOf(recorded), numbersOf(now)];
  if (after('roleCount') > before('roleCount')) return 'needs more roles';
  if (recorded['hasEvenLoads'] === true && now['hasEvenLoads'] !== true) return 'less even loads';
  if (after('roleCount') === before('roleCount')) {
    const [spreadBefore, spreadAfter] = [spreadOf(recorded), spreadOf(now)];
    if (spreadAfter > spreadBefore) return 'less even loads';
    const isAlike = spreadAfter === spreadBefore && now['unassignedPeople'] === recorded['unassignedPeople'];
    if (isAlike && after('cohesion') < before('cohesion') - rounding) return 'less cohesion';
  }
  return lessProven(recorded, now);
}

function lessProven(recorded: JsonObject, now: JsonObject): string | undefined {
  if (recorded['optimal'] === true && now['optimal'] !== true) return 'no longer proven';
  const [before, after] = [numbersOf(recorded), numbersOf(now)];
  return after('upperBound') > before('upperBound') + rounding ? 'a higher upperBound' : undefined;
}

/** The numbers of an object by their names; 0 where it is null. */
function numbersOf(object: JsonObject): (name: string) => number {
  return (name) => {
    const value = object[name];
    return typeof value === 'number' ? value : 0;
  };
}

/** How many roles a plan needs; those on spare seats are no measure of it. */
function sizeOf({ size }: JsonObject): number | undefined {
  return typeof size === 'number' ? size : undefined;
}

/** By how many the roles of the most and the least loaded person differ. */
function spreadOf({ split }: JsonObject): number {
  const counts = isList(split)
    ? split.map((person) => (isObject(person) && isList(person['roles']) ? person['roles'].length : 0))
    : [];
  return counts.length === 0 ? 0 : Math.max(...counts) - Math.min(...counts);
}

function selectionsOf(selected: string): readonly SelectionNode[] {
  const [operation] = parse(`{ ${selected} }`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
}
