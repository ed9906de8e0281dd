import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { CoverageItem } from '../coverage/coverage-item.ts';
import type { Requirements } from '../coverage/requirements.ts';
import { partOf, timesCovered } from '../set-cover/cover.ts';
import { equalChoices, type EqualChoices } from '../set-cover/equal-choices.ts';
import { greedyChoice } from '../set-cover/greedy-cover.ts';
import type { SetChoice } from '../set-cover/smallest-cover.ts';
import { widestChoice } from '../set-cover/widest-choice.ts';
import { Room, type Alternate } from './room.ts';
import { inviteReason } from './invite-reason.ts';
import { planProblem, type InviteRequest, type PlanProblem } from './plan-problem.ts';

/** The most roles that maxInvites allows. */
export const mostInvites = 1_000;

/**
 * How many operations each search for a plan may take (see widestChoice): about 0.3 s of processor time. Of 1,404 plans for
 * generated catalogs of 5,000 roles, one reaches it (docs/decisions.md).
 */
const usualOperations = 50_000_000;

/** How many operations the count of the other plans may take (see equalChoices): about 0.1 s of processor time. */
const operationsToCount = 500_000;

/** How many invites are made between two yields. */
const invitesPerStep = 64;

/**
 * Why a role has a seat. REQUIRED: it is in mustInclude. PLANNED: the smallest plan needs it, or one like it. SPARE: it fills a
 * seat beyond the smallest plan.
 */
export type InviteSeat = 'REQUIRED' | 'PLANNED' | 'SPARE';

/** A role of a plan. */
export interface Invite {
  readonly role: Role;
  /** Its position in the plan, from 1. */
  readonly rank: number;
  readonly seat: InviteSeat;
  /** The requested items that it covers and no invite before it does, by name. */
  readonly adds: readonly CoverageItem[];
  /** All requested items that it covers, by name. */
  readonly covers: readonly CoverageItem[];
  /** The responsibilities of the groups that it carries and no other invite does, by name. */
  readonly exclusiveDuties: readonly CoverageItem[];
  /** The roles outside the plan that could take the seat, in the order of alternatesByLikeness. */
  readonly alternates: () => Steps<readonly Alternate[]>;
  /** Sentences that say why the role is invited: see inviteReason. */
  readonly reason: () => Steps<string>;
}

/** The plans that are as good as a plan: as many roles, spare seats aside, that cover as many items. */
export interface OtherPlans {
  /** How many there are besides the plan; null where it is not known whether the plan is optimal. */
  readonly count: number | null;
  /** Whether there are no more than that. */
  readonly isExact: boolean;
  /**
   * Whether all of them have an invite, too; null where that is not known, because the search for them reached its limit. They
   * have those in mustInclude, and nobody on a spare seat.
   */
  readonly haveAll: (invite: Invite) => boolean | null;
}

/** Which roles to invite so that everything requested is covered, as far as it can be. */
export interface InvitePlan {
  readonly requirements: Requirements;
  /** In the order of what each adds, most first; equals as the plan prefers them. Those on spare seats come last. */
  readonly invites: readonly Invite[];
  /** How many invites the plan has, spare seats aside. */
  readonly size: number;
  /** How many of the seats that maxInvites allows stay empty; null where it is not given. */
  readonly emptySeats: number | null;
  /** What is to be covered, by name. */
  readonly items: readonly CoverageItem[];
  readonly coveredCount: number;
  /** What the plan does not cover, by name. */
  readonly uncovered: readonly CoverageItem[];
  /** How many responsibilities the groups have. */
  readonly dutyCount: number;
  /** Those of them that no invite carries, also none on a spare seat; by name. */
  readonly uncoveredDuties: readonly CoverageItem[];
  /** Whether no plan is better: none with fewer roles, or, where maxInvites is too few for all, none that covers more. */
  readonly optimal: boolean;
  /** No plan that covers all that can be covered has fewer roles. */
  readonly lowerBound: number;
  /** No plan within maxInvites covers more items. */
  readonly upperBound: number;
  readonly others: () => Steps<OtherPlans>;
}

export const invitesByRank: Order<Invite> = {
  name: 'invites by RANK ASC',
  types: ['number'],
  directions: ['ASC'],
  valuesOf: ({ rank }) => [rank],
};

/**
 * The fewest roles that cover everything of some groups that any role covers which is not excluded (minimum set cover); where
 * maxInvites does not allow so many, roles that cover as much as so many can (maximum coverage). Of plans that are equally
 * good, the one whose roles rank first: roles are ranked as rolesByPreference says, and the sum of the ranks in the plan is
 * the least that the search finds.
 *
 * Seats that maxInvites allows and the plan does not need are given, one after the other, to the role that adds most
 * responsibilities of the groups to those of the roles before it; they stay empty where nobody adds any.
 *
 * @param mostOperations the limit of each search (see widestChoice).
 * @throws ArgumentError for a role that is both in mustInclude and exclude, a maxInvites out of its range, or more in
 *   mustInclude than that.
 */
export function* invitePlan(
  graph: CatalogGraph,
  request: InviteRequest,
  mostOperations = usualOperations,
): Steps<InvitePlan> {
  check(request);
  const { mustInclude, maxInvites = Infinity, fill = true } = request;
  const problem = yield* planProblem(graph, request);
  const { requirements, items, duties, mandatory, rest } = problem;
  const choice = yield* widestChoice(rest.cover, maxInvites - mustInclude.length, mostOperations);
  const planned = Int32Array.from([...mandatory, ...setsOf(problem, choice.sets)]).sort();
  const seatsLeft = maxInvites - planned.length;
  const spare = fill && seatsLeft > 0 && seatsLeft < Infinity ? yield* spareSets(problem, planned, seatsLeft) : [];
  const room = new Room(problem, yield* byWhatTheyAdd(problem, planned), spare);
  const invites = yield* invitesIn(graph, problem, room);
  const uncovered = items.filter((_, item) => !room.covers(item));
  return {
    requirements,
    invites,
    size: planned.length,
    emptySeats: maxInvites === Infinity ? null : seatsLeft - spare.length,
    items,
    coveredCount: items.length - uncovered.length,
    uncovered,
    dutyCount: duties.length,
    uncoveredDuties: itemsAt(duties, room.uncoveredDuties),
    optimal: choice.isOptimal,
    lowerBound: mustInclude.length + choice.lowerBound,
    upperBound: problem.coveredByMandatory + choice.upperBound,
    others: () => plansLike(problem, choice),
  };
}

/** Numbers of sets of the rest as those of the whole. */
function setsOf({ rest }: PlanProblem, sets: readonly number[]): readonly number[] {
  return sets.map((set) => itemAt(rest.sets, set));
}

/** The planned sets in the order of what each adds, most first; then those that add nothing. */
function* byWhatTheyAdd({ cover, items }: PlanProblem, planned: Int32Array): Steps<readonly number[]> {
  const { cover: plan } = yield* partOf(cover, planned, Int32Array.from(items.keys()));
  const order = new Set([...(yield* greedyChoice(plan)), ...planned.keys()]);
  return Array.from(order, (index) => itemAt(planned, index));
}

/** The sets that fill spare seats: each has most of the duties that are left, and at least one. */
function* spareSets({ dutyCover, roles }: PlanProblem, planned: Int32Array, seats: number): Steps<readonly number[]> {
  const times = timesCovered(dutyCover, planned);
  const isPlanned = new Set(planned);
  const others = Int32Array.from(roles.keys()).filter(
    (set) => !isPlanned.has(set) && listLength(dutyCover.elementsOf, set) > 0,
  );
  const left = Int32Array.from(times.keys()).filter((duty) => times[duty] === 0);
  yield;
  const { cover, sets } = yield* partOf(dutyCover, others, left);
  return (yield* greedyChoice(cover, seats)).map((set) => itemAt(sets, set));
}

/** The plans that are as good; nothing is known of them where the choice is not optimal. */
function* plansLike(problem: PlanProblem, { sets, isOptimal }: SetChoice): Steps<OtherPlans> {
  const equal: EqualChoices = isOptimal
    ? yield* equalChoices(problem.rest.cover, sets, operationsToCount)
    : { count: 1, isExact: false, inAll: [], undecided: sets };
  const rolesOf = (those: readonly number[]) =>
    new Set(setsOf(problem, those).map((set) => itemAt(problem.roles, set)));
  const [inAll, undecided] = [rolesOf(equal.inAll), rolesOf(equal.undecided)];
  return {
    count: isOptimal ? equal.count - 1 : null,
    isExact: equal.isExact,
    haveAll: ({ role, seat }) => {
      if (seat !== 'PLANNED') return seat === 'REQUIRED';
      return undecided.has(role) ? null : inAll.has(role);
    },
  };
}

function* invitesIn(graph: CatalogGraph, problem: PlanProblem, room: Room): Steps<readonly Invite[]> {
  const { requirements, items, duties, roles, cover, dutyCover, mandatory } = problem;
  const isRequired = new Set(mandatory);
  const isCovered = new Uint8Array(items.length);
  const invites: Invite[] = [];
  for (const set of room.sets) {
    const seat: InviteSeat = isRequired.has(set) ? 'REQUIRED' : room.isSpare(set) ? 'SPARE' : 'PLANNED';
    const role = itemAt(roles, set);
    const covers = listAt(cover.elementsOf, set);
    const adds = covers.filter((item) => isCovered[item] === 0);
    for (const item of adds) isCovered[item] = 1;
    const alone = room.alone(set);
    const exclusiveDuties = itemsAt(duties, room.exclusiveDuties(set));
    const alternates = () => room.alternates(set);
    invites.push({
      role,
      rank: invites.length + 1,
      seat,
      adds: itemsAt(items, adds),
      covers: itemsAt(items, covers),
      exclusiveDuties,
      alternates,
      *reason() {
        const closest = room.closest(set);
        return yield* inviteReason(graph, requirements, {
          role,
          seat,
          alone: itemsAt(items, alone),
          isCoveredOnce: alone.every((item) => room.isCoveredOnce(item)),
          exclusiveDuties,
          dutyCount: listLength(dutyCover.elementsOf, set),
          alternates: yield* alternates(),
          ...(closest && { closest }),
        });
      },
    });
    if (invites.length % invitesPerStep === 0) yield;
  }
  return invites;
}

function itemsAt(items: readonly CoverageItem[], indexes: Int32Array): readonly CoverageItem[] {
  return Array.from(indexes, (index) => itemAt(items, index));
}

function check({ mustInclude, exclude, maxInvites }: InviteRequest): void {
  const isExcluded = new Set(exclude);
  const both = mustInclude.find((role) => isExcluded.has(role));
  if (both !== undefined) {
    throw new ArgumentError(
      'input.mustInclude',
      `input.mustInclude has "${both.label}", which input.exclude has, too; name a role in one of them.`,
    );
  }
  if (maxInvites === undefined) return;
  if (!Number.isInteger(maxInvites) || maxInvites < 1 || maxInvites > mostInvites) {
    throw new ArgumentError(
      'input.maxInvites',
      `input.maxInvites is ${maxInvites}; it must be a whole number between 1 and ${mostInvites}.`,
    );
  }
  if (mustInclude.length > maxInvites) {
    throw new ArgumentError(
      'input.mustInclude',
      `input.mustInclude has ${mustInclude.length} distinct roles, which is more than input.maxInvites allows (${maxInvites}).`,
    );
  }
}
