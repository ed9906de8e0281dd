import { itemAt } from '../../collections/item-at.ts';
import type { CoverageItem, CoverageUnit } from '../../analysis/coverage/coverage-item.ts';
import { scopeOf, type CarrierScope } from '../../analysis/coverage/requirements.ts';
import { invitePlan, type InvitePlan } from '../../analysis/invites/invite-plan.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { groupsOf, nodesOf } from '../../graph/named-nodes.ts';
import { ownNameOf, type Role } from '../../graph/nodes/node.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { huePosition } from '../nodes/picture-node.ts';
import { headingDuties, type CountedDuties } from './heading-duties.ts';
import { labelOf, plannedInvite, type PlannedInvite } from './planned-invite.ts';

/** The most groups that a plan covers, and the most roles in `with`, `without` and `among`. */
export const mostNamedInPlan = 100;

/** Which plan is wanted. What the fields mean is said by the GraphQL field `invitePlan`. */
export interface PlanParameters {
  /** Pillars, categories and organization types by their ids or names, 1 to 100. */
  readonly cover: readonly string[];
  /** What must be covered; CATEGORY where it is not given. */
  readonly by?: CoverageUnit | undefined;
  /** Who may be invited; MEMBERS where it is not given. */
  readonly from?: CarrierScope | undefined;
  /** The most invites, 1 to 1,000; no limit where it is not given. */
  readonly max?: number | undefined;
  /** Whether seats that `max` allows and the plan does not need are filled; true where it is not given. */
  readonly fill?: boolean | undefined;
  /** Roles that are always invited, up to 100. */
  readonly with?: readonly string[] | undefined;
  /** Roles that are never invited, up to 100. */
  readonly without?: readonly string[] | undefined;
  /** The only roles that are invited besides those in `with`, up to 100; any where it is not given. */
  readonly among?: readonly string[] | undefined;
}

/** Something to cover. */
export interface PlannedItem {
  readonly id: string;
  readonly label: string;
  /** The group that needs it; empty where only one group was asked about, or any role of the catalog counts. */
  readonly group: string;
  /** The position of the hue; not given for groups without one. */
  readonly hue?: number;
  /** The positions of the invites that cover it, from 0, ascending. */
  readonly by: readonly number[];
  /** Of a category: how many of the duties that its lines name the invited have, and how many there are. */
  readonly duties?: CountedDuties;
}

/** Who should be invited so that some groups are covered. */
export interface PlanData {
  /** In the order given. */
  readonly groups: readonly string[];
  readonly unit: CoverageUnit;
  /** The most invites; null where there is no limit. */
  readonly max: number | null;
  readonly invites: readonly PlannedInvite[];
  /** How many invites the plan has, spare seats aside. */
  readonly size: number;
  /** How many of the seats that `max` allows stay empty; null where there is no limit. */
  readonly emptySeats: number | null;
  /** By name. */
  readonly items: readonly PlannedItem[];
  readonly coveredCount: number;
  /** Whether no plan is better. */
  readonly optimal: boolean;
  /** How many other plans are as good, at least; null where that is not known. */
  readonly otherPlanCount: number | null;
  readonly otherPlansAreExact: boolean;
  readonly dutyCount: number;
  /** What nobody invited does of what the groups do, by name. */
  readonly uncoveredDuties: readonly string[];
}

const terms: Readonly<Record<string, string>> = {
  'input.mustInclude': 'with',
  'input.exclude': 'without',
  'input.maxInvites': 'max',
};

/**
 * The plan of `invitePlan`, as far as a page can show it.
 *
 * @throws ArgumentError for unknown or ambiguous names, empty or too long lists, and what `invitePlan` refuses.
 */
export function* planData(graph: CatalogGraph, parameters: PlanParameters): Steps<PlanData> {
  const { cover, by: unit = 'CATEGORY', max, among } = parameters;
  checkLength('cover', cover);
  const groups = groupsOf(graph, cover, 'cover');
  const request = {
    groups,
    from: scopeOf(groups, parameters.from, 'cover').from,
    unit,
    mustInclude: rolesOf(graph, parameters.with ?? [], 'with'),
    exclude: rolesOf(graph, parameters.without ?? [], 'without'),
    ...(among !== undefined && { among: rolesOf(graph, among, 'among') }),
    ...(max !== undefined && { maxInvites: max }),
    fill: parameters.fill ?? true,
  };
  const plan = yield* inOwnTerms(invitePlan(graph, request));
  const others = yield* plan.others();
  const invites: PlannedInvite[] = [];
  for (const invite of plan.invites) invites.push(yield* plannedInvite(graph, plan.requirements, invite));
  return {
    groups: groups.map(({ label }) => label),
    unit,
    max: max ?? null,
    invites,
    size: plan.size,
    emptySeats: plan.emptySeats,
    items: yield* plannedItems(graph, plan, groups.length > 1),
    coveredCount: plan.coveredCount,
    optimal: plan.optimal,
    otherPlanCount: others.count,
    otherPlansAreExact: others.isExact,
    dutyCount: plan.dutyCount,
    uncoveredDuties: plan.uncoveredDuties.map((item) => labelOf(item, plan.requirements)),
  };
}

function rolesOf(graph: CatalogGraph, given: readonly string[], argument: string): readonly Role[] {
  checkLength(argument, given);
  return given.length === 0 ? [] : nodesOf(graph, given, argument, ['ROLE']);
}

function checkLength(argument: string, { length }: readonly string[]): void {
  if (length <= mostNamedInPlan) return;
  throw new ArgumentError(argument, `${argument} has ${length} names; it takes ${mostNamedInPlan} at most.`);
}

/** Lets errors name the parameters of the picture in place of those of the GraphQL field. */
function* inOwnTerms<T>(work: Steps<T>): Steps<T> {
  try {
    return yield* work;
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    const message = error.message.replaceAll(/input\.\w+/g, (name) => terms[name] ?? name);
    throw new ArgumentError(terms[error.argument] ?? error.argument, message, error.candidates, error.suggestions);
  }
}

function* plannedItems(graph: CatalogGraph, plan: InvitePlan, isOfSeveral: boolean): Steps<readonly PlannedItem[]> {
  const invited = new Map<CoverageItem, number[]>(plan.items.map((item) => [item, []]));
  for (const [position, { covers }] of plan.invites.entries()) {
    for (const item of covers) invited.get(item)?.push(position);
    yield;
  }
  const dutiesOf = headingDuties(plan);
  const items: PlannedItem[] = [];
  for (const item of plan.items) {
    const { node, group } = item;
    const hueGroup = node.kind === 'CATEGORY' ? node : (group ?? itemAt(plan.requirements.scope.groups ?? [], 0));
    const hue = huePosition(graph, hueGroup);
    const isGrouped = isOfSeveral && group !== null && group !== node;
    items.push({
      id: node.id,
      // A category is called by its owner, too, if others have its name, but here the group says it.
      label: isGrouped ? ownNameOf(node) : node.label,
      group: isGrouped ? group.label : '',
      ...(hue !== undefined && { hue }),
      by: invited.get(item) ?? [],
      ...(node.kind === 'CATEGORY' && { duties: dutiesOf(node, group) }),
    });
    yield;
  }
  return items;
}
